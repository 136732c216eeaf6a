"""Two checks of one person: on the questions both asked in the same words, in the classes that chance allows."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import cast

from tests import builders
from tests.group_builders import shipped
from tests.ui.portraits import at
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.app.portraits.result import result_of
from trustcheck.app.portraits.since_last_time import personal_since
from trustcheck.app.ports import Refused, Store
from trustcheck.app.presenting.change import about, change_words, headline, how_sure
from trustcheck.app.presenting.promises import became
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.round import PersonalRound, Promise, PromiseStatus, RoundSummary
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.change import ChangeKind

ASKED = shipped()


def check(
    given: dict[str, int | str],
    on: date,
    *,
    form: Form = Form.FULL,
    perspective: Perspective = Perspective.STAFF,
) -> PersonalRound:
    made = builders.personal_round(ASKED, given, form=form, perspective=perspective)
    return replace(made, summary=replace(made.summary, started_on=on, closed_on=on))


THEN = check(builders.all_at(ASKED, 2), date(2026, 5, 2))
NOW = check(builders.all_at(ASKED, 2, **at("SS", 5), **at("SC", 3)), date(2026, 11, 22))


def test_two_languages_are_compared_with_the_words_named() -> None:
    french = replace(NOW, questionnaire=FileCatalog().questionnaire(ASKED.id, "fr"))
    found = compare(THEN, french)

    assert [each.change for each in found.scores] == [each.change for each in compare(THEN, NOW).scores]
    assert about(found) == (
        "2 May 2026 and 22 November 2026. All questions were the same. The answers were given in English then and in "
        "French now: part of a difference may be the words."
    )
    assert "part of a difference" not in about(compare(THEN, NOW))


def test_scores_of_the_same_questions_are_those_of_each_result() -> None:
    found = compare(THEN, NOW)

    assert (found.shared, found.asked) == (40, 40)
    for theme in found.themes:
        assert theme.change is not None
        assert (theme.questions, theme.change.then) == (4, result_of(THEN).theme(theme.id).score)
        assert theme.change.now == result_of(NOW).theme(theme.id).score
    pillars = {each.pillar.id: each.score for each in result_of(NOW).pillars}
    assert {each.id: each.change.now for each in found.pillars if each.change is not None} == pillars


def test_a_theme_changes_from_its_threshold_on_and_moves_below_it() -> None:
    found = {each.id: each for each in compare(THEN, NOW).themes}

    assert found["SS"].change is not None
    assert (found["SS"].change.kind, change_words(found["SS"].change)) == (ChangeKind.CHANGED, "up 75")
    assert found["SC"].change is not None
    assert (found["SC"].change.kind, change_words(found["SC"].change)) == (
        ChangeKind.COULD_BE_CHANCE, "moved, could be chance",
    )  # fmt: skip
    assert found["GI"].change is not None
    assert change_words(found["GI"].change) == "about the same"
    assert headline(compare(THEN, NOW)) == "You describe more of Openness and Safe to speak than last time"


def test_the_other_way_round_only_directions_turn() -> None:
    assert headline(compare(NOW, THEN)) == "You describe less of Openness and Safe to speak than last time"


def test_answers_that_are_the_same_are_not_listed() -> None:
    found = compare(THEN, NOW)

    assert {each.theme.id for each in found.answers} == {"SS", "SC"}
    assert ("Seldom", "Almost always") in {(each.then, each.now) for each in found.answers}


def test_a_short_form_and_a_full_one_stand_beside_each_other_on_the_shared_twelve_only() -> None:
    short = check(dict.fromkeys(ASKED.pulse, 4), date(2026, 5, 2), form=Form.PULSE)

    found = compare(short, NOW)

    assert (found.shared, found.themes) == (12, ())
    assert sum(each.questions for each in found.pillars) == 12
    assert "Twelve questions were asked in the same words by both; only they are compared." in about(found)
    assert "from 29 points on" in " ".join(how_sure(found))


def test_a_reworded_question_is_left_out_and_that_is_said() -> None:
    items = tuple(replace(each, text="Something else.") if each.id == "SS1" else each for each in ASKED.items)
    older = replace(THEN, questionnaire=replace(ASKED, items=items))

    found = compare(older, NOW)

    assert (found.shared, {each.id: each.questions for each in found.themes}["SS"]) == (39, 3)
    assert "39 questions were asked in the same words by both; only they are compared." in about(found)
    assert "SS1" not in {each.item_id for each in found.answers}


def test_another_wording_for_leaders_shares_only_what_reads_the_same() -> None:
    leader = check(builders.all_at(ASKED, 2), date(2026, 5, 2), perspective=Perspective.LEADER)

    found = compare(leader, NOW)

    assert found.shared == 0
    assert headline(found) == "These two checks asked other questions"


def test_two_checks_that_say_the_same_say_so() -> None:
    assert headline(compare(THEN, replace(THEN))) == "You describe much the same place as last time"
    assert compare(THEN, THEN).answers == ()


def test_too_few_answers_compare_nothing() -> None:
    hardly = check({"GI1": 4}, date(2026, 5, 2))

    found = compare(hardly, NOW)

    assert all(each.change is None for each in found.pillars)
    assert headline(found) == "Too few answers to compare"


def test_what_was_lowest_is_said_to_rise_by_itself() -> None:
    low = check(builders.all_at(ASKED, 4, **at("SS", 1)), date(2026, 5, 2))
    later = check(builders.all_at(ASKED, 4), date(2026, 11, 22))

    assert any(each.startswith("Safe to speak was lowest last time.") for each in how_sure(compare(low, later)))
    assert not any("was lowest" in each for each in how_sure(compare(later, low)))


def test_the_promise_of_last_time_is_asked_about_in_its_own_words() -> None:
    promised = replace(THEN, promises=(Promise("Ask before I decide"),))

    comparison = compare(promised, NOW)
    assert [became(each, comparison.then_on) for each in comparison.promises] == [
        "On 2 May 2026 you promised: \u201cAsk before I decide\u201d What became of it?"
    ]
    assert compare(THEN, NOW).promises == ()


def test_what_became_of_a_promise_takes_the_place_of_the_question() -> None:
    kept = Promise("Ask before I decide", status=PromiseStatus.PARTLY)

    assert became(kept, date(2026, 5, 2)) == (
        "On 2 May 2026 you promised: \u201cAsk before I decide\u201d You say: partly."
    )


def test_a_list_of_checks_that_cannot_be_read_keeps_nobody_from_this_one() -> None:
    def refuse(_organisation_id: int) -> tuple[RoundSummary, ...]:
        raise Refused("It is damaged.")

    broken = cast("Store", SimpleNamespace(rounds=SimpleNamespace(of_organisation=refuse)))

    assert personal_since(broken, NOW) is None

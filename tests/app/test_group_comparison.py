"""Two checks of a group in words: what changed, between how many people, on which questions, and how sure that is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from tests.builders import answers
from tests.group_builders import LEADER, STAFF, group_round, setup, shipped
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.presenting.group_change import (
    about,
    answered,
    asked,
    between,
    briefly,
    headline,
    how_sure,
    promises_moved,
    promises_said,
    promises_title,
    rows,
)
from trustcheck.app.results.group_comparison import GroupChange, GroupComparison
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.domain.privacy.suppressed import NOT_SHARED, Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.change import ChangeKind

ASKED = shipped()


def sheets(perspective: Perspective, people: int, seed: int, form: Form = Form.FULL, **above: int) -> list[Response]:
    """People who differ; in a named theme so many steps higher."""
    chance, found = Random(seed), []
    for _person in range(people):
        given = {}
        for item in ASKED.items:
            if item.id in ASKED.asked(form):
                point = min(5, max(1, chance.choice((2, 3, 4)) + above.get(item.theme, 0)))
                given[item.id] = 6 - point if item.reverse else point
        found.append(Response(perspective, form, answers(given)))
    return found


def check(given: Sequence[Response], on: date, *, form: Form = Form.FULL) -> GroupRound:
    perspectives = {each.perspective for each in given}
    invited = [20 if each in perspectives else 0 for each in (LEADER, STAFF)]
    made = group_round(given, set_up=setup(*invited, form=form))
    return replace(made, summary=replace(made.summary, started_on=on, closed_on=on))


THEN = check(sheets(STAFF, 14, 1), date(2026, 9, 25))


def now(people: int = 15, form: Form = Form.FULL, **above: int) -> GroupRound:
    return check(sheets(STAFF, people, 2, form, **above), date(2027, 3, 19), form=form)


def kinds(found: GroupComparison) -> dict[str, ChangeKind]:
    return {each: change.kind for view in found.views for each, change in view.changes.items()}


def test_what_changed_is_the_headline_and_stands_first() -> None:
    found = compare_groups(THEN, now(SS=2))

    assert kinds(found)["SS"] is ChangeKind.CHANGED
    assert headline(found) == briefly(found) == "People describe more of Safe to speak than in September 2026"
    first = rows(found.views[0].themes)[0]
    assert (first.name, first.strong, first.said.startswith("up ")) == ("Safe to speak", True, True)


def test_both_directions_are_said_and_the_third_theme_is_counted() -> None:
    found = compare_groups(THEN, now(SS=2, GI=1, RD=1, WD=-1))

    assert headline(found) == (
        "People describe more of Safe to speak, Room to decide and one more theme than in September 2026, and less of"
        " Words and deeds"
    )


def test_little_that_moved_may_be_chance_and_is_said_so() -> None:
    few = check(sheets(STAFF, 7, 3), date(2027, 3, 19))
    found = compare_groups(THEN, few)

    assert set(kinds(found).values()) == {ChangeKind.COULD_BE_CHANCE, ChangeKind.SAME}
    assert headline(found) == "People: what moved since September 2026 may be chance"


def test_less_than_half_an_answer_step_is_a_little_however_many_people() -> None:
    found = compare_groups(THEN, now())

    assert ChangeKind.MOVED_A_LITTLE in kinds(found).values()
    assert headline(found) == "People: a little moved since September 2026, nothing of it by 12.5 points"


def test_two_checks_that_say_the_same_say_so() -> None:
    found = compare_groups(THEN, replace(THEN, summary=now().summary))

    assert headline(found) == "People describe much the same place as in September 2026"


def test_another_number_of_people_is_not_all_the_same_people() -> None:
    assert answered(compare_groups(THEN, now())) == "14 people then, 15 now, not all of them the same people."
    assert answered(compare_groups(THEN, now(14))) == (
        "14 people then and now; whether they are the same people, no sheet says."
    )


def test_who_was_asked_but_once_is_named() -> None:
    both = check([*sheets(LEADER, 6, 3), *sheets(STAFF, 15, 2)], date(2027, 3, 19))

    assert "Leaders were asked this time only." in answered(compare_groups(THEN, both))
    assert "Leaders were asked last time only." in answered(compare_groups(both, THEN))


def test_checks_in_two_languages_are_compared_and_their_words_are_named() -> None:
    german = replace(now(SI=2), questionnaire=FileCatalog().questionnaire(ASKED.id, "de"))
    found, alike = compare_groups(THEN, german), compare_groups(THEN, now(SI=2))

    assert [each.change for each in found.views[0].scores] == [each.change for each in alike.views[0].scores]
    assert asked(found) == (
        "All questions were the same. The answers were given in English then and in German now: "
        "part of a difference may be the words."
    )
    assert asked(found) in about(found)
    short = compare_groups(check(sheets(STAFF, 14, 1, Form.PULSE), date(2026, 9, 25), form=Form.PULSE), german)
    assert asked(short).startswith("Twelve questions were asked both times; only they are compared. The answers were")


def test_the_number_of_questions_asked_alike_is_said() -> None:
    items = tuple(replace(each, text="Something else.") if each.id == "SS1" else each for each in ASKED.items)
    older = replace(THEN, questionnaire=replace(ASKED, items=items))
    found = compare_groups(older, now())

    assert asked(found) == "39 questions were asked in the same words both times; only they are compared."
    assert asked(compare_groups(THEN, now())) == "All questions were asked in the same words."
    assert about(found).startswith("September 2026 and March 2027. 14 people then")
    assert {each.id: each.questions for each in found.views[0].themes}["SS"] == 3


def test_a_short_form_is_compared_on_its_twelve_questions() -> None:
    found = compare_groups(THEN, now(form=Form.PULSE))

    assert asked(found) == "Twelve questions were asked in the same words both times; only they are compared."
    assert (found.views[0].themes, sum(each.questions for each in found.views[0].pillars)) == ((), 12)


def test_a_theme_that_is_not_compared_says_why_not() -> None:
    items = tuple(replace(each, text="Something else.") if each.theme == "SS" else each for each in ASKED.items)
    found = compare_groups(replace(THEN, questionnaire=replace(ASKED, items=items)), now())

    last = rows(found.views[0].themes)[-1]
    assert (last.name, last.then, last.said) == ("Safe to speak", None, "asked otherwise")
    assert any(each.startswith("A theme is left out where too few of its questions") for each in how_sure(found))


def test_what_was_lowest_is_said_to_rise_by_itself() -> None:
    low = check(sheets(STAFF, 14, 1, SS=-1), date(2026, 9, 25))

    said = [each for each in how_sure(compare_groups(low, now())) if "was lowest" in each]
    assert len(said) == 1
    assert said[0].startswith("Safe to speak was lowest among people then. What is lowest once tends to lie higher")
    assert not any("Safe to speak was lowest" in each for each in how_sure(compare_groups(now(), low)))


def test_the_same_few_people_and_one_more_are_not_set_side_by_side() -> None:
    five = sheets(STAFF, 5, 6)
    found = compare_groups(check(five, date(2026, 9, 25)), check([*five, *sheets(STAFF, 1, 7)], date(2027, 3, 19)))

    assert found.first is None
    assert headline(found) == "Nothing of these two checks may stand side by side"
    assert list(how_sure(found)) == []


def test_ends_of_an_interval_are_coarse_below_fourteen_people() -> None:
    few = compare_groups(check(sheets(STAFF, 8, 1), date(2026, 9, 25)), now())
    many = compare_groups(THEN, now())

    ends = [end for change in few.views[0].changes.values() for end in (change.low, change.high)]
    assert all(end % 5 == 0 or abs(end) == 1 for end in ends)
    assert any(each.low % 5 for each in many.views[0].changes.values())


def test_a_check_that_came_without_its_sheets_says_so() -> None:
    found = compare_groups(replace(THEN, carried="{}"), now())

    assert headline(found) == "These two checks cannot be compared here"
    assert "came without its sheets" in asked(found)


def test_the_promise_of_last_time_is_asked_about_in_its_own_words() -> None:
    promised = replace(THEN, promises=(Promise("Name one missed target"),))
    kept = replace(THEN, promises=(Promise("Two hours", who="Asha", status=PromiseStatus.PARTLY),))

    found = compare_groups(promised, now())
    assert promises_title(found) == "Promised on 25 September 2026, and what became of it"
    assert promises_said(found) == ["\u201cName one missed target\u201d: still open."]
    assert promises_said(compare_groups(kept, now())) == ["\u201cTwo hours\u201d (Asha): partly."]
    assert promises_title(compare_groups(THEN, now())) == ""


@pytest.mark.parametrize("seed", range(4))
def test_a_difference_and_its_class_never_disagree_with_the_two_numbers(seed: int) -> None:
    found = compare_groups(THEN, check(sheets(STAFF, 15, seed, SC=1, SS=-1), date(2027, 3, 19)))

    for change in found.views[0].changes.values():
        assert abs(change.points - (change.now - change.then)) <= 1
        if change.kind is ChangeKind.CHANGED:
            assert abs(change.points) >= 13
            assert not change.low <= 0 <= change.high
        if change.kind is ChangeKind.SAME:
            assert abs(change.points) < 5


def test_what_a_promise_should_move_is_said_to_have_moved_to_be_the_same_or_not_to_be_told_yet() -> None:
    promises = (
        Promise("Name one missed target", questions=("SC1", "SC2")),
        Promise("Two hours", questions=("WD1", "SS2", "XX9"), number=2),
        Promise("Nothing to see", number=3),
    )
    found = compare_groups(replace(THEN, promises=promises), now(SC=2))
    themes = {each.id: each for each in found.views[0].themes}

    said = list(promises_moved(found))

    words = {
        ChangeKind.CHANGED: "moved, up ",
        ChangeKind.SAME: "about the same (",
        ChangeKind.COULD_BE_CHANCE: "cannot",
    }
    assert [each.split(" should be seen in ")[0] for each in said] == [
        "\u201cName one missed target\u201d", "\u201cTwo hours\u201d", "\u201cTwo hours\u201d",
    ]  # fmt: skip
    for line, theme_id in zip(said, ("SC", "WD", "SS"), strict=True):
        change = themes[theme_id].change
        assert isinstance(change, GroupChange)
        assert f"{themes[theme_id].name}. People: {words.get(change.kind, 'cannot be told yet (')}" in line
        assert line.endswith(f"({between(change)}).")
    assert isinstance(themes["SC"].change, GroupChange)
    assert themes["SC"].change.kind is ChangeKind.CHANGED


def test_where_a_theme_is_not_compared_its_promise_cannot_be_told_yet_and_no_number_stands_there() -> None:
    few = check(sheets(STAFF, 3, 5), date(2027, 3, 19))
    then = replace(THEN, promises=(Promise("Name one missed target", questions=("SC1",)),))

    assert list(promises_moved(compare_groups(then, few))) == []
    hidden = compare_groups(then, now())
    themes = tuple(replace(each, change=Suppressed(NOT_SHARED)) for each in hidden.views[0].themes if each.id == "SC")
    view = replace(hidden.views[0], themes=themes)
    (said,) = promises_moved(replace(hidden, views=(view,)))

    assert said.endswith("People: cannot be told yet, asked otherwise.")

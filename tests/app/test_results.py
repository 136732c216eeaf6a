"""One person's result: everything a page or a report says, from the answers alone."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import all_at, personal_round, questionnaire, suggestion
from trustcheck.app.portraits.result import result_of
from trustcheck.app.presenting.personal import theme_row
from trustcheck.app.results.personal import PersonalResult
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.charts.profile import profile
from trustcheck.domain.questionnaire.model import Form, Perspective, Practice, Questionnaire

ASKED = questionnaire(
    reverse=["A4"],
    pulse=["A1", "B1", "C1", "D1"],
    practices=[Practice("K1", "A", "It is written.", quick_win=True), Practice("K2", "D", "It is shown.")],
    suggestions=[suggestion("a", "A"), suggestion("c", "C"), suggestion("d", "D")],
)


def result(answered: Mapping[str, int | str], *, asked: Questionnaire = ASKED, **more: object) -> PersonalResult:
    return result_of(personal_round(asked, answered, **more))  # type: ignore[arg-type]


SHIPPED = FileCatalog().questionnaire("trust-and-openness")


@pytest.fixture
def shipped() -> Questionnaire:
    return SHIPPED


def test_pillars_and_themes_stand_in_the_questionnaires_order_with_scores_and_bands() -> None:
    found = result(all_at(ASKED, 4, C1=1, C2=1, C3=1, C4=1))

    assert [(each.pillar.id, each.score, each.band) for each in found.pillars] == [
        ("people", 75.0, "Patchy to Consistent"),
        ("openness", 37.5, "Rare to Patchy"),
    ]
    assert [(each.theme.id, each.score, each.band) for each in found.themes] == [
        ("A", 75.0, "Patchy to Consistent"),
        ("B", 75.0, "Patchy to Consistent"),
        ("C", 0.0, "Rare"),
        ("D", 75.0, "Patchy to Consistent"),
    ]
    assert found.theme("C").band_text == "It is rare."
    assert found.overall == 56.25


def test_one_persons_numbers_carry_the_margins_of_one_person() -> None:
    full = result(all_at(ASKED, 3))
    pulse = result(all_at(ASKED, 3), form=Form.PULSE)

    assert {each.margin for each in full.themes} == {20}
    assert {each.margin for each in full.pillars} == {18}, "of eight questions; twelve points are those of twenty"
    assert {each.margin for each in pulse.pillars} == {35}, "of two; twenty points are those of six"


def test_an_item_is_shown_as_it_was_read_and_answered() -> None:
    found = result({"A1": 4, "A2": "dk", "A3": "na"}, perspective=Perspective.LEADER, notes={"A1": "Last Tuesday."})

    items = found.theme("A").items
    assert items[0].wording == "We leaders do A1."
    assert [each.words for each in items] == ["Often", "I don\u2019t know", "Doesn\u2019t apply here", "Skipped"]
    assert [each.level for each in items] == [75.0, None, None, None]
    assert items[0].note == "Last Tuesday."


def test_highest_and_lowest_are_taken_after_turning() -> None:
    theme = result(all_at(ASKED, 3, A2=5, A4=5)).theme("A")

    assert theme.highest is not None
    assert theme.lowest is not None
    assert (theme.highest.item.id, theme.lowest.item.id) == ("A2", "A4")


def test_level_answers_have_neither_a_highest_nor_a_lowest() -> None:
    theme = result(all_at(ASKED, 3)).theme("A")

    assert (theme.highest, theme.lowest) == (None, None)


def test_declined_and_skipped_items_are_counted_by_kind() -> None:
    found = result({"A1": 4, "A2": "dk", "A3": "na", "B1": 2})

    theme = found.theme("A")
    assert (theme.dont_know, theme.not_applicable, theme.skipped) == (1, 1, 1)
    assert (found.count.points, found.count.dont_know, found.count.not_applicable, found.count.skipped) == (2, 1, 1, 12)
    assert found.count.asked == 16


def test_without_enough_answers_there_is_a_sentence_instead_of_a_number() -> None:
    found = result({"A1": 4})

    assert found.theme("A").score is None
    assert found.theme("A").missing == "Too few answers for a number."
    assert found.pillars[0].missing == "Too few answers for a number."
    assert found.story.rule == "too-few"
    assert found.no_proposals == "There are too few answers to say where to begin."
    assert (found.proposals, found.strengths, found.overall) == ((), (), None)


def test_where_there_is_a_number_no_sentence_speaks_of_missing_answers() -> None:
    found = result(all_at(ASKED, 3))

    assert {each.missing for each in (*found.themes, *found.pillars)} == {""}


def test_at_most_three_themes_carry_a_word() -> None:
    found = result(all_at(ASKED, 4, C1=1, C2=1, C3=1, C4=1), known={"K1": "no", "K2": "no"})

    assert {each.theme.id: each.tag for each in found.themes if each.tag} == {
        "A": "relatively strongest",
        "C": "start here",
        "D": "a fact disagrees",
    }


def test_a_theme_whose_margin_stays_usual_is_a_strength_without_doubt() -> None:
    found = result(all_at(ASKED, 3, B1=5, B2=5, B3=5, B4=5))

    assert found.theme("B").tag == "a strength"
    assert not found.strengths[0].relative


def test_two_themes_are_offered_to_begin_with() -> None:
    found = result(all_at(ASKED, 2, B1=3))

    assert len(found.proposals) == 2
    assert not {each.theme_id for each in found.strengths} & {each.theme_id for each in found.proposals}
    assert found.no_proposals == ""


def test_where_all_is_often_there_nothing_is_proposed() -> None:
    found = result(all_at(ASKED, 5))

    assert found.proposals == ()
    assert found.no_proposals.startswith("Every theme you answered is often there.")
    assert [each.theme_id for each in found.strengths] == ["A", "B"]


def test_a_fact_stands_beside_its_theme_and_says_what_it_contradicts() -> None:
    found = result(all_at(ASKED, 4), known={"K1": "no", "K2": "yes"})

    against, along = found.facts
    assert against.contradiction is not None
    assert against.contradiction.score == 75.0
    assert against.sentence.startswith("In what you describe, Theme A is there often (75), yet this is not in place.")
    assert (along.contradiction, along.sentence) == (None, "")
    assert [each.practice.id for each in found.quick_wins] == ["K1"]
    assert [each.index for each in found.practice] == [0.0, 100.0]


def test_a_pulse_has_pillars_and_overall_and_no_theme_scores() -> None:
    found = result({"A1": 5, "B1": 4, "C1": 2, "D1": 2}, form=Form.PULSE)

    assert [each.score for each in found.pillars] == [87.5, 25.0]
    assert found.overall == 56.25
    assert {each.score for each in found.themes} == {None}
    assert {each.missing for each in found.themes} == {"The short form asks too little of one theme for a number."}
    assert [item.item.id for theme in found.themes for item in theme.items] == ["A1", "B1", "C1", "D1"]
    assert found.story.rule == "pillars-apart"
    assert found.no_proposals.startswith("The short form asks too little")


def test_a_hurried_sheet_gets_a_gentle_note() -> None:
    assert result({item.id: 4 for item in ASKED.items}).hasty.startswith("Many answers look alike.")
    assert result(all_at(ASKED, 4, A1=3, B2=2, C3=5, D4=3)).hasty == ""


def test_an_unanswered_round_has_a_result_too() -> None:
    found = result({})

    assert found.story.rule == "too-few"
    assert found.quality.longstring == 0
    assert found.count.skipped == 16


@pytest.mark.parametrize("perspective", Perspective)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("point", [1, 2, 3, 4, 5])
def test_the_shipped_questionnaire_gives_a_whole_result_at_every_level(
    shipped: Questionnaire, point: int, form: Form, perspective: Perspective
) -> None:
    known = dict.fromkeys(shipped.practice_by_id, "yes" if point < 3 else "no")

    found = result(all_at(shipped, point), asked=shipped, form=form, perspective=perspective, known=known)

    assert {each.score for each in found.pillars} == {25.0 * (point - 1)}
    assert found.story.sentence
    assert bool(found.proposals) is (form is Form.FULL and point < 4)
    assert all(each.suggestions for each in found.proposals)
    assert all("{" not in reason.sentence for each in found.proposals for reason in each.reasons)
    assert all(each.band_text for each in found.themes if each.score is not None)


def test_fear_of_speaking_holds_the_public_suggestions_of_the_shipped_questionnaire_back(
    shipped: Questionnaire,
) -> None:
    low = {item.id: 5 if item.reverse else 1 for item in shipped.items if item.theme in ("RD", "RV", "SS")}

    found = result(all_at(shipped, 4) | low, asked=shipped)

    shown = [suggestion for each in found.proposals for suggestion in each.suggestions]
    assert shown
    assert not any(each.sends_public for each in shown)
    assert "RV" in [each.what for each in found.held_back]


@given(st.data())
def test_any_answers_and_facts_give_a_result_that_can_be_read(data: st.DataObject) -> None:
    asked = SHIPPED
    cells = st.sampled_from([1, 2, 3, 4, 5, "dk", "na"])
    given_answers = data.draw(st.dictionaries(st.sampled_from(asked.order), cells))
    known = data.draw(
        st.dictionaries(
            st.sampled_from(sorted(asked.practice_by_id)), st.sampled_from(["yes", "partly", "no", "dk", "na"])
        )
    )
    form, perspective = data.draw(st.sampled_from(list(Form))), data.draw(st.sampled_from(list(Perspective)))

    found = result(given_answers, asked=asked, known=known, form=form, perspective=perspective)

    assert len(found.story.sentence.split()) <= 22
    assert len(found.proposals) <= 2
    assert bool(found.proposals) is not bool(found.no_proposals)
    assert sum(bool(each.tag) for each in found.themes) <= 3
    assert not {each.theme_id for each in found.strengths} & {each.theme_id for each in found.proposals}
    numbers = [each.score for each in (*found.pillars, *found.themes)]
    assert all(each is None or 0 <= each <= 100 for each in numbers)


def test_the_result_types_can_be_imported_without_numpy() -> None:
    program = "import sys, trustcheck.app.results.personal, trustcheck.app.ports; sys.exit('numpy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_somebody_aims_for_decides_where_they_begin_and_stands_beside_each_score() -> None:
    asked = personal_round(ASKED, all_at(ASKED, 4))
    assert not result_of(asked).proposals

    found = result_of(replace(asked, targets={"": 75.0, "C": 87.5}))

    assert [each.theme_id for each in found.proposals] == ["C"]
    (row,) = (theme_row(each) for each in found.themes if each.theme.id == "C")
    assert row.target == 87.5
    assert "Target: 87.5." in profile([row], 600).sentence
    assert profile([row], 600).table.columns[-1] == "Target"

"""Where a person is in a questionnaire: moving, parts, and what stands on the screen."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from trustcheck.app.answering.walkthrough import PartProgress, Walkthrough, part_lengths
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Definition, Form, Perspective, Token

FORTY = builders.questionnaire({"people": {"A": 10, "B": 10}, "openness": {"C": 10, "D": 10}})


def begun(**changes: object) -> Walkthrough:
    return replace(Walkthrough(FORTY, Response(Perspective.STAFF)), **changes)


def test_it_begins_at_the_first_question() -> None:
    step = begun().step()

    assert (step.item.id, step.number, step.of) == ("A1", 1, 40)
    assert step.is_first
    assert not step.is_last


def test_going_forward_and_back_comes_home() -> None:
    assert begun().forward().forward().back().item_id == "A2"


def test_nobody_falls_off_either_end() -> None:
    last = begun().go_to("D10")

    assert begun().back().item_id == "A1"
    assert last.forward().item_id == "D10"
    assert last.step().is_last


def test_an_answer_stays_when_one_moves_on_and_comes_back() -> None:
    here = begun().answer("A1", Answer(4)).forward().back()

    assert here.step().answer == Answer(4)


def test_an_answer_taken_back_is_no_answer() -> None:
    here = begun().answer("A1", Answer(4)).answer("A1", None)

    assert here.step().answer is None


def test_a_note_is_kept_with_its_question_and_an_empty_one_is_forgotten() -> None:
    here = begun().note("A2", "The meeting in March.")

    assert here.step().note == ""
    assert here.forward().step().note == "The meeting in March."
    assert here.note("A2", "").notes == {}


def test_forty_questions_are_four_parts_of_ten() -> None:
    assert part_lengths(40) == (10, 10, 10, 10)
    assert [begun().go_to(each).step().part for each in ("A10", "B1", "C1", "D10")] == [1, 2, 3, 4]


def test_a_pulse_of_twelve_is_four_parts_of_three() -> None:
    assert part_lengths(12) == (3, 3, 3, 3)


@given(st.integers(1, 200))
def test_any_number_is_split_evenly(asked: int) -> None:
    lengths = part_lengths(asked)

    assert sum(lengths) == asked
    assert len(lengths) == min(4, asked)
    assert max(lengths) - min(lengths) <= 1


def test_parts_fill_as_questions_are_answered_or_passed() -> None:
    here = begun().answer("A1", Answer(3)).forward().forward()

    assert here.step().parts[0] == PartProgress(10, 2, has_open=True)
    assert here.step().parts[1] == PartProgress(10, 0)


def test_going_back_does_not_empty_the_bar() -> None:
    far = begun().go_to("B3")

    assert far.back().step().parts == far.step().parts


def test_somebody_who_comes_back_stands_where_they_stopped() -> None:
    round_ = builders.personal_round(FORTY, {"A1": 3, "A2": 4})
    stopped = replace(round_, summary=replace(round_.summary, at_item="A3"), notes={"A2": "In March."})

    here = Walkthrough.resume(stopped)

    assert here.item_id == "A3"
    assert here.notes == {"A2": "In March."}
    assert here.response.answer("A2") == Answer(4)


@pytest.mark.parametrize("at_item", ["", "gone"])
def test_a_place_that_is_not_asked_any_more_is_the_beginning(at_item: str) -> None:
    round_ = builders.personal_round(FORTY, {})

    here = Walkthrough.resume(replace(round_, summary=replace(round_.summary, at_item=at_item)))

    assert here.item_id == "A1"


def test_what_was_answered_further_on_still_counts_as_passed_after_coming_back() -> None:
    round_ = builders.personal_round(FORTY, {"B2": 3})

    parts = Walkthrough.resume(round_).step().parts

    assert parts[0] == PartProgress(10, 10, has_open=True)
    assert parts[1] == PartProgress(10, 2, has_open=True)


def test_the_pulse_asks_its_own_items_in_its_own_order() -> None:
    asked = builders.questionnaire(pulse=("D1", "A1", "C1"))

    here = Walkthrough(asked, Response(Perspective.STAFF, Form.PULSE))

    assert (here.step().item.id, here.step().of) == ("D1", 3)
    assert [each.questions for each in here.step().parts] == [1, 1, 1]


@pytest.mark.parametrize(
    ("perspective", "wording"), [(Perspective.STAFF, "Leaders here do A1."), (Perspective.LEADER, "We leaders do A1.")]
)
def test_a_question_is_worded_for_who_reads_it(perspective: Perspective, wording: str) -> None:
    asked = replace(FORTY, tokens=(Token("leaders", staff="leaders here", leader="we leaders"),))

    assert Walkthrough(asked, Response(perspective)).step().wording == wording


def words_of(definitions: Sequence[Definition]) -> list[tuple[str, str]]:
    return [(each.word, each.text) for each in definitions]


def test_the_definition_lines_begin_with_who_the_leaders_are() -> None:
    asked = replace(
        FORTY,
        definitions=(
            Definition("Leaders", "whoever leads"),
            Definition("In public", "where anybody can read it"),
            Definition("We leaders", "you among them", only="leader"),
        ),
    )
    staff = Walkthrough(asked, Response(Perspective.STAFF), leaders_are="the seven of the management team")

    assert words_of(staff.step().definitions) == [
        ("Leaders", "the seven of the management team."),
        ("In public", "where anybody can read it"),
    ]
    assert words_of(replace(staff, leaders_are="").step().definitions)[0] == ("Leaders", "whoever leads")


def test_leaders_also_read_what_is_for_leaders() -> None:
    asked = replace(FORTY, definitions=(Definition("We leaders", "you among them", only="leader"),))

    assert words_of(Walkthrough(asked, Response(Perspective.LEADER)).step().definitions) == [
        ("We leaders", "you among them")
    ]


def test_a_step_has_the_frame_and_the_example() -> None:
    first = replace(FORTY.items[0], meaning="Somebody says: tell me more.")

    step = begun(questionnaire=replace(FORTY, items=(first, *FORTY.items[1:]))).step()

    assert step.frame == "Think of the last three months."
    assert step.meaning == "Somebody says: tell me more."


SHORT = builders.questionnaire(
    {"people": {"A": 10, "B": 10}, "openness": {"C": 10, "D": 10}}, pulse=("A1", "A4", "B10", "C5", "D10")
)


def in_full(given: Sequence[str], at_item: str = "") -> Walkthrough:
    of = builders.personal_round(SHORT, dict.fromkeys(given, 3), form=Form.PULSE).in_full()
    at_item = at_item or of.summary.at_item
    return Walkthrough.resume(replace(of, summary=replace(of.summary, at_item=at_item)))


def ways_forward(here: Walkthrough) -> list[str]:
    seen = [here.item_id]
    while not here.is_last:
        here = here.forward()
        seen.append(here.item_id)
    return seen


def test_going_on_in_full_leads_through_the_questions_that_were_not_asked_and_no_other() -> None:
    seen = ways_forward(in_full(SHORT.pulse))

    assert seen == [each for each in SHORT.order if each not in SHORT.pulse]
    assert len(seen) == 35


def test_what_was_left_open_in_the_short_form_is_asked_again() -> None:
    assert "C5" in ways_forward(in_full([each for each in SHORT.pulse if each != "C5"]))


def test_after_an_interruption_it_goes_on_past_the_answers_of_the_short_form() -> None:
    so_far = [each for each in SHORT.order[:20] if each not in SHORT.pulse]

    seen = ways_forward(in_full([*SHORT.pulse, *so_far], at_item="C1"))

    assert seen == [each for each in SHORT.order[20:] if each not in SHORT.pulse]


def test_going_back_leads_to_an_answer_of_the_short_form_too() -> None:
    here = in_full(SHORT.pulse).go_to("A5")

    assert here.back().item_id == "A4"


def test_an_interrupted_check_of_all_questions_leads_past_nothing() -> None:
    of = builders.personal_round(SHORT, dict.fromkeys(SHORT.order[:20], 3))
    here = Walkthrough.resume(replace(of, summary=replace(of.summary, at_item="B10")))

    assert here.passed_over == frozenset()
    assert here.go_to("A1").forward().forward().forward().item_id == "A4"

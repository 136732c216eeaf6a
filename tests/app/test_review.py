"""Looking back before the result."""

from dataclasses import replace

from tests import builders
from trustcheck.app.answering.review import review
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.domain.questionnaire.model import Form

ASKED = builders.questionnaire(pulse=("A1", "B1", "C1", "D1"))


def reviewed(given: dict[str, int | str], form: Form = Form.FULL) -> Walkthrough:
    return Walkthrough(ASKED, builders.response(given, form=form), notes={"A1": "In March."})


def test_it_counts_each_kind_of_answer() -> None:
    found = review(reviewed({**builders.all_at(ASKED, 4), "A1": "dk", "A2": "dk", "B1": "na"}))

    assert (found.asked, found.answered, len(found.open)) == (16, 16, 0)
    assert (found.on_scale, found.dont_know, found.not_applicable) == (13, 2, 1)


def test_open_questions_are_listed_in_the_order_in_which_they_were_asked() -> None:
    given = builders.all_at(ASKED, 4)
    for item_id in ("C2", "A3"):
        del given[item_id]

    found = review(reviewed(given))

    assert [(line.item_id, line.number) for line in found.open] == [("A3", 3), ("C2", 10)]


def test_every_line_says_the_answer_in_words() -> None:
    found = review(reviewed({"A1": 4, "A2": "dk", "A3": "na"}))

    assert [line.words for line in found.lines[:4]] == [
        "Often",
        "I don\u2019t know",
        "Doesn\u2019t apply here",
        "Still open",
    ]
    assert found.lines[0].note == "In March."


def test_a_theme_with_fewer_than_half_its_questions_answered_is_left_out_by_name() -> None:
    given = builders.all_at(ASKED, 4, B1="dk", B2="dk", B3="dk")

    assert review(reviewed(given)).left_out == ("Theme B",)


def test_two_of_four_answers_are_enough() -> None:
    given = builders.all_at(ASKED, 4, B1="dk", B2="dk")

    assert review(reviewed(given)).left_out == ()


def test_the_pulse_names_pillars_because_it_has_no_theme_scores() -> None:
    found = review(reviewed({"A1": 4, "B1": 4, "C1": 3}, Form.PULSE))

    assert found.is_pulse
    assert found.left_out == ("Openness",)


def test_everything_counts_as_passed_and_a_part_with_an_open_question_shows_it() -> None:
    given = builders.all_at(ASKED, 4)
    del given["A1"]

    parts = review(replace(reviewed(given), position=2)).parts

    assert [part.passed for part in parts] == [4, 4, 4, 4]
    assert [part.has_open for part in parts] == [True, False, False, False]

"""What a habit of saying yes does is said of one sheet, of a view and of the forms, with figures worked out."""

from fractions import Fraction

import pytest

from tests.builders import all_at, personal_round, questionnaire, response
from tests.group_builders import shipped
from trustcheck.app.portraits.result import result_of
from trustcheck.app.presenting.yes_saying import of_forms, of_many, of_one
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.quality import quality

ASKED = shipped()


def note(given: dict[str, int | str]) -> str:
    return of_one(quality(response(given), ASKED))


def test_the_figures_are_those_of_the_shipped_questionnaire() -> None:
    assert of_forms(ASKED) == (
        "Saying \u201coften\u201d to every question makes 63 of 100 in the full form and 67 in the short one, "
        "\u201calmost always\u201d 75 and 83: 10 of 40 and 2 of 12 are turned. The two are "
        "compared only on the 12 they share."
    )


def test_they_follow_the_questionnaire() -> None:
    turned = questionnaire({"people": {"A": 2}, "openness": {"B": 2}}, reverse=["A2", "B2"])

    assert of_forms(turned) == (
        "Saying \u201coften\u201d to every question makes 50 of 100, \u201calmost always\u201d 50: 2 of 4 are turned."
    )
    assert of_forms(questionnaire()) == ""


def test_one_person_reads_which_way_the_two_kinds_pull() -> None:
    assert note({item.id: 4 for item in ASKED.items}).startswith(
        "Questions asked the other way round put the score 50 points lower than the others do: both kinds got high"
    )
    assert "100 points higher than the others do: both kinds got low" in note({item.id: 1 for item in ASKED.items})
    assert note({item: 4 if item != "GI4" else 2 for item in ASKED.order}) == ""
    assert note(all_at(ASKED, 5)) == ""


@pytest.mark.parametrize("form", Form)
def test_the_note_stands_in_the_result_of_either_form(form: Form) -> None:
    given = dict.fromkeys(ASKED.asked(form), 5)

    assert "both kinds got high answers" in result_of(personal_round(ASKED, given, form=form)).hasty


def test_a_view_reads_no_number() -> None:
    assert of_many(Perspective.STAFF, Fraction(25)).startswith(
        "Among staff, questions asked the other way round put the scores a quarter of the scale lower than the others"
    )
    assert "higher than the others do, or more" in of_many(Perspective.LEADER, Fraction(-30))
    assert of_many(Perspective.STAFF, Fraction(24)) == of_many(Perspective.STAFF, None) == ""

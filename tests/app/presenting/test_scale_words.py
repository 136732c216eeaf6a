"""What is said of cuts and steps is true of the scale that was answered, not only of five answers."""

from dataclasses import replace

import pytest

from tests.builders import questionnaire
from trustcheck.app.presenting.scale_words import band_meaning, spread_cuts, wide_words


@pytest.mark.parametrize(("points", "same", "some"), [(4, "16.7", "22.2"), (5, "12.5", "20.8"), (7, "8.3", "19.4")])
def test_the_cuts_of_spread_follow_the_number_of_answers(points: int, same: str, some: str) -> None:
    assert spread_cuts(questionnaire(points=points)) == (same, some)


@pytest.mark.parametrize("points", [4, 6, 7])
def test_half_an_answer_is_said_of_five_answers_only(points: int) -> None:
    assert "half-way" in band_meaning(questionnaire(points=5))
    assert "half an answer" in wide_words(questionnaire(points=5))
    assert "half" not in band_meaning(questionnaire(points=points)) + wide_words(questionnaire(points=points))


def test_cuts_of_ones_own_are_not_called_half_way() -> None:
    assert "half-way" not in band_meaning(replace(questionnaire(points=5), cuts=(40.0, 60.0, 80.0)))

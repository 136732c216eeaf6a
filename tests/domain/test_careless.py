"""Hurried sheets among many are the ones that are hurried one by one."""

import numpy as np
import pytest

from tests.builders import all_at, questionnaire, response
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.careless import hasty
from trustcheck.domain.statistics.quality import quality
from trustcheck.domain.statistics.scoring import codes

SHAPE = {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}
REVERSE = [f"{theme}4" for theme in "ABCDEFGHIJ"]
PULSE = [*(f"{theme}1" for theme in "ABCDEFGHIJ"), "B4", "H4"]


def drawn(asked: Questionnaire, form: Form, people: int) -> list[Response]:
    """Sheets that stay at one answer for shorter or longer, with gaps."""
    chance, sheets = np.random.default_rng(11), []
    for _person in range(people):
        stays, point, given = chance.random() * 1.05, 3, {}
        for item_id in asked.asked(form):
            point = point if chance.random() < stays else int(chance.integers(1, asked.high + 1))
            code = point if chance.random() > 0.08 else int(chance.integers(-2, 1))
            if code:
                given[item_id] = Answer(code)
        sheets.append(Response(Perspective.STAFF, form, given))
    return sheets


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("points", [4, 5, 7])
def test_many_sheets_are_judged_as_each_of_them_alone(form: Form, points: int) -> None:
    asked = questionnaire(SHAPE, points=points, reverse=REVERSE, pulse=PULSE)
    sheets = drawn(asked, form, 600)
    alone = [quality(sheet, asked).is_hasty for sheet in sheets]

    assert hasty(codes(sheets, asked), asked, form).tolist() == alone
    assert 20 < sum(alone) < 580


def test_the_same_answer_throughout_looks_hurried() -> None:
    asked = questionnaire(SHAPE, reverse=REVERSE)
    same, thoughtful = response(dict.fromkeys(asked.order, 4)), response(all_at(asked, 4))

    assert hasty(codes([same, thoughtful], asked), asked, Form.FULL).tolist() == [True, False]


def test_a_form_without_items_flags_nobody() -> None:
    asked = questionnaire()

    assert hasty(codes([response({"A1": 3})], asked), asked, Form.PULSE).tolist() == [False]

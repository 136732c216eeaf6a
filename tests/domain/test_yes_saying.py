"""The two kinds of questions beside each other for a whole view, and what one answer to everything scores."""

import random
from fractions import Fraction

import numpy as np
import pytest

from tests.builders import all_at, questionnaire, response
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.group_answers import coded
from trustcheck.domain.statistics.quality import quality
from trustcheck.domain.statistics.yes_saying import plain_above_turned, score_of_one_answer
from trustcheck.domain.views.group_statistics import statistics_of
from trustcheck.domain.views.group_view import GroupTerms

SHAPE = {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}
FORTY = questionnaire(
    SHAPE, reverse=[f"{theme}4" for theme in "ABCDEFGHIJ"], pulse=[*(f"{theme}1" for theme in "ABCDEFGHIJ"), "B4", "H4"]
)


def seen(sheets: list[Response], threshold: int = 5) -> Fraction | None:
    answers = coded(sheets, ["staff"] * len(sheets), FORTY, Form.FULL)
    return statistics_of(answers, FORTY, GroupTerms(threshold)).perspectives["staff"].plain_above_turned


def yes_sayers(number: int) -> list[Response]:
    return [response({item.id: 4 for item in FORTY.items})] * number


@pytest.mark.parametrize(("point", "full", "short"), [(3, 50, 50), (4, 62.5, 400 / 6), (5, 75, 500 / 6)])
def test_one_answer_to_everything_scores_more_in_the_form_with_fewer_turned_questions(
    point: int, full: float, short: float
) -> None:
    assert score_of_one_answer(FORTY, Form.FULL, point) == full
    assert float(score_of_one_answer(FORTY, Form.PULSE, point) or 0) == pytest.approx(short)


def test_a_view_is_told_from_ten_sheets_on() -> None:
    assert seen(yes_sayers(10)) == 50
    assert seen(yes_sayers(9)) is None
    assert seen(yes_sayers(11), threshold=12) is None


def test_a_view_of_people_who_say_no_where_it_is_due_lies_level() -> None:
    assert seen([*yes_sayers(5), *[response(all_at(FORTY, 4))] * 5]) == 25
    assert seen([response(all_at(FORTY, each % 5 + 1)) for each in range(10)]) == 0


def test_one_sheet_is_judged_alike_alone_and_counted() -> None:
    chance = random.Random(3)
    for _sheet in range(50):
        given: dict[str, int | str] = {item.id: chance.randint(1, 5) for item in FORTY.items if chance.random() < 0.9}
        counts = np.zeros((len(FORTY.items), 5), dtype=np.int64)
        for at, item in enumerate(FORTY.items):
            if (point := given.get(item.id)) is not None:
                counts[at, (5 - int(point)) if item.reverse else int(point) - 1] = 1
        assert float(plain_above_turned(counts, FORTY) or 0) == pytest.approx(
            quality(response(given), FORTY).plain_above_turned
        )

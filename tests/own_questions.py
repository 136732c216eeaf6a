"""The shipped questionnaire with two questions beside its themes, and checks that answered it."""

from dataclasses import replace

from tests import builders
from tests.group_builders import LEADER, STAFF, group_round, people, setup, shipped
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Item, Questionnaire

ROOMS, ROTA = "Our rooms are quiet enough to think.", "{Leaders} tell us the rota in time."


def with_two() -> Questionnaire:
    own = (Item("own-1", "", ROOMS), Item("own-2", "", ROTA))
    asked = shipped()
    return replace(asked, items=(*asked.items, *own), order=(*asked.order, "own-1", "own-2"))


def group() -> GroupRound:
    """Six leaders and fourteen staff. All leaders but one say *Often* of the rooms."""
    sheets = [*people(LEADER, 6), *people(STAFF, 14)]
    points = [4] * 5 + [1] + [4] * 9 + [2] * 5
    answered = [_with(each, point, 1 + at % 5) for at, (each, point) in enumerate(zip(sheets, points, strict=True))]
    return group_round(answered, with_two(), set_up=setup(6, 14))


def _with(sheet: Response, *points: int) -> Response:
    own = {f"own-{number}": Answer(point) for number, point in enumerate(points, 1)}
    return replace(sheet, answers={**sheet.answers, **own})


def group_result() -> GroupResult:
    return group_result_of(group())


def result() -> PersonalResult:
    asked = with_two()
    return result_of(builders.personal_round(asked, builders.all_at(asked, 3, **{"own-1": 5, "own-2": "dk"})))

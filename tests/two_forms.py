"""A full check, a pulse and both beside each other, of a group and of one person, for tests.

They are made so that their numbers on all questions, on the twelve and of the pulse are different ones: whichever is
said is known by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tests import builders
from tests.group_builders import STAFF, group_round, setup, shipped
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.result import result_of as result_of_one
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.points import whole

PEOPLE = 16
Numbers = frozenset[int]


def check(at: int, form: Form, asked_shortly: float, others: float) -> GroupRound:
    """So many staff who answer the twelve questions around one point of the scale, and all others around another."""
    asked, sheets = shipped(), []
    for person in range(PEOPLE):
        given = {}
        for place, item in enumerate(each for each in asked.items if each.id in asked.asked(form)):
            level = asked_shortly if item.id in asked.pulse else others
            turn = (person * 5 + place * 3) % PEOPLE
            point = int(level) + (turn < PEOPLE * (level % 1)) + (turn in (1, 2)) - (turn in (13, 14))
            point = min(asked.high, max(1, point))
            given[item.id] = Answer(1 + asked.high - point if item.reverse else point)
        sheets.append(Response(STAFF, form, given))
    made = group_round(sheets, set_up=setup(0, PEOPLE + 3, form=form))
    days = replace(made.summary, id=at, started_on=date(2026, at, 1), closed_on=date(2026, at, 20))
    return replace(made, summary=days)


@dataclass(frozen=True)
class Checks:
    first: GroupRound
    second: GroupRound
    pulse: GroupRound
    newest: GroupRound


@cache
def checks() -> Checks:
    return Checks(
        check(2, Form.FULL, 2.6, 3.5),
        check(4, Form.FULL, 2.5, 3.6),
        check(6, Form.PULSE, 4.3, 0),
        check(8, Form.FULL, 2.2, 3.8),
    )


@cache
def result_of(at: str) -> GroupResult:
    return group_result_of(getattr(checks(), at))


def beside(then: str, now: str) -> GroupResult:
    return replace(result_of(now), since=compare_groups(getattr(checks(), then), getattr(checks(), now)))


def means(result: GroupResult) -> Numbers:
    values = [each.views[STAFF] for each in result.pillars] + [result.overall[STAFF]]
    assert all(isinstance(each, Shown) for each in values)
    return frozenset(each.mean for each in values if isinstance(each, Shown))


def numbers(said: Iterable[str]) -> Numbers:
    return frozenset(int(each) for text in said for each in re.findall(r"(?<![\d.])\d+(?![\d.]*\d)", text))


# Of one person: the twelve around one point of the scale, all others around another.


def one(at: int, form: Form, asked_shortly: int, others: int) -> PersonalRound:
    asked = shipped()
    points = {each: asked_shortly if each in asked.pulse else others for each in asked.asked(form)}
    # One theme a step lower and two questions higher: else both pillars would be one number, and a round one.
    points |= {each.id: points[each.id] - 1 for each in asked.items_of("SS") if each.id in points}
    points |= {each: points[each] + 1 for each in ("RD1", "RV1")}
    turned = {each for each in points if asked.item_by_id[each].reverse}
    given = {each: 1 + asked.high - point if each in turned else point for each, point in points.items()}
    made = builders.personal_round(asked, given, form=form)
    return replace(
        made, summary=replace(made.summary, id=at, started_on=date(2026, at, 1), closed_on=date(2026, at, 20))
    )


@cache
def alone() -> dict[str, PersonalRound]:
    return {
        "second": one(4, Form.FULL, 2, 3),
        "pulse": one(6, Form.PULSE, 4, 0),
        "newest": one(8, Form.FULL, 2, 4),
    }


def one_beside(then: str, now: str) -> PersonalResult:
    return replace(result_of_one(alone()[now]), since=compare(alone()[then], alone()[now]))


def scores(result: PersonalResult) -> Numbers:
    """Its pillars in whole points."""
    return frozenset(whole(each.score) for each in result.pillars if each.score is not None)

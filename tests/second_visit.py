"""The sample of a second visit as two closed checks: the same council half a year apart, one question reworded."""

from dataclasses import replace
from functools import cache

from tests.group_builders import group_round, shipped
from trustcheck import assets
from trustcheck.app.samples import TeamSample
from trustcheck.bootstrap import SECOND_VISIT
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.samples import read_second_visit


@cache
def visits() -> tuple[GroupRound, GroupRound]:
    """The first and the second check."""
    sample = read_second_visit(assets.path("samples", SECOND_VISIT), shipped())
    first = _closed(sample.first, sample.asked_first, 21, sample.promised)
    return first, _closed(sample.second, shipped(), 22, (sample.second.promise,))


def _closed(sample: TeamSample, asked: Questionnaire, round_id: int, promised: tuple[Promise, ...]) -> GroupRound:
    of = group_round([each.response for each in sample.sheets], asked, set_up=sample.setup)
    days = replace(of.summary, id=round_id, started_on=sample.started_on, closed_on=sample.closed_on)
    return replace(of, summary=days, facts=sample.facts, promises=promised)

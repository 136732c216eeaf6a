"""The screen and ``trustcheck score`` say the same of the same sheets, to the last whole point."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import pytest

from tests import builders
from tests.group_builders import LEADER, STAFF, both, shipped
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GapShown, GroupResult, Range, Shown, Value
from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form

FACTS = builders.facts({"K01": "no", "K15": "yes", "K16": "no", "K20": "no"})


@dataclass(frozen=True)
class File:
    """The same sheets as a file of answers holds them."""

    responses: tuple[Response, ...]
    form: Form = Form.FULL

    @property
    def perspectives(self) -> tuple[str, ...]:
        return tuple(each.perspective.value for each in self.responses)


@pytest.fixture(scope="module", params=[(6, 14), (4, 14), (5, 9)], ids=["both", "leaders hidden", "small"])
def said(request: pytest.FixtureRequest) -> tuple[GroupResult, dict[str, Any]]:
    leaders, staff = request.param
    of = both(leaders=leaders, staff=staff, facts=FACTS)
    asked = ScoreOptions(invited={"leader": leaders + 1, "staff": staff + 2})
    return group_result_of(of), score_sheet(File(of.responses), shipped(), asked, FACTS)


def point(value: float) -> int:
    return floor(value + 0.5)


def ends(interval: list[float], n: int) -> tuple[int, int]:
    """Whole points; below ten people rounded outwards to fives."""
    if n >= 10:
        return point(interval[0]), point(interval[1])
    return 5 * floor(interval[0] / 5), 5 * ceil(interval[1] / 5)


def agrees(shown: Value, scored: dict[str, Any]) -> bool:
    if not isinstance(shown, Shown):
        return scored == {"suppressed": shown.reason}
    low, high = ends(scored["interval"], scored["n"])
    surely = Range(*(point(each) for each in scored["guaranteed"]))
    return (
        (shown.n, shown.mean, shown.interval) == (scored["n"], point(scored["mean"]), Range(low, high))
        and shown.guaranteed == surely
        and shown.band == scored["band_range"]
        and shown.dont_know == point(100 * scored["dont_know"])
        and (shown.solidity.value if shown.solidity else None) == scored["solidity"]
        and (shown.spread.value if shown.spread else None) == scored["spread"]["words"]
    )


def test_every_theme_and_pillar_agrees_in_every_view(said: tuple[GroupResult, dict[str, Any]]) -> None:
    result, sheet = said
    for perspective in (LEADER, STAFF):
        scored = sheet["perspectives"][perspective.value]
        assert [
            t.theme.id for t in result.themes if not agrees(t.views[perspective], scored["themes"][t.theme.id])
        ] == []
        for pillar in result.pillars:
            assert agrees(pillar.views[perspective], scored["pillars"][pillar.pillar.id])
        assert agrees(result.overall[perspective], scored["overall"])


def test_every_gap_agrees(said: tuple[GroupResult, dict[str, Any]]) -> None:
    result, sheet = said
    for theme in result.themes:
        scored = sheet["gaps"][theme.theme.id]
        if isinstance(theme.gap, GapShown):
            assert theme.gap.difference == point(scored["difference"])
            fewest = min(value.n for value in theme.views.values() if isinstance(value, Shown))
            low, high = ends(scored["interval"], fewest)
            low = max(low, 1) if scored["interval"][0] > 0 else low
            high = min(high, -1) if scored["interval"][1] < 0 else high
            assert theme.gap.interval == Range(low, high)
            assert theme.gap.kind == scored["class"]
        else:
            assert theme.gap is not None
            assert scored == {"suppressed": theme.gap.reason}


def test_where_to_begin_and_what_is_strong_agree(said: tuple[GroupResult, dict[str, Any]]) -> None:
    result, sheet = said

    assert [each.theme_id for each in result.proposals] == sheet["priorities"]
    assert [each.theme_id for each in result.strengths] == sheet["strengths"]


def test_the_contradictions_agree(said: tuple[GroupResult, dict[str, Any]]) -> None:
    result, sheet = said
    shown = [
        {"theme": fact.theme.id, "fact": fact.practice.id, "kind": fact.contradiction.kind.value}
        for fact in result.facts
        if fact.contradiction
    ]

    assert shown == sheet["say_do"]["contradictions"]

"""``score --json`` and the screen say the same of one check: one computation stands behind both."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.builders import answers, facts
from tests.group_builders import LEADER, STAFF, group_round, setup, shipped
from trustcheck.app.portraits.group_portrait import group_result_of
from trustcheck.app.results.group import GapShown, GroupResult, Shown, Value
from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.exchange.tables.answers_file import AnswerSheets

KNOWN = facts({"K01": "no", "K03": "yes", "K11": "no", "K15": "yes", "K19": "partly", "K20": "yes"})


def sheets(perspective: Perspective, number: int, seed: int) -> list[Response]:
    """People around levels of their own for each theme, who skip some items and do not know others."""
    chance, asked, rows = np.random.default_rng(seed), shipped(), []
    levels = {theme.id: chance.uniform(1.5, 4.8) for theme in asked.themes}
    for _person in range(number):
        given: dict[str, int | str] = {}
        for item in asked.items:
            point = int(np.clip(round(levels[item.theme] + chance.normal(0, 0.9)), 1, 5))
            if (roll := chance.random()) > 0.05:
                given[item.id] = "dk" if roll > 0.9 else 6 - point if item.reverse else point
        rows.append(Response(perspective, Form.FULL, answers(given)))
    return rows


def both(leaders: int, staff: int, seed: int) -> tuple[dict[str, Any], GroupResult]:
    people = [*sheets(LEADER, leaders, seed), *sheets(STAFF, staff, seed + 100)]
    invited = {view.value: number for view, number in ((LEADER, leaders + 1), (STAFF, staff + 3)) if number > 3}
    file = AnswerSheets(Form.FULL, tuple(people), tuple(each.perspective.value for each in people))
    closed = group_round(people, set_up=setup(leaders + 1 if leaders else 0, staff + 3))
    return (
        score_sheet(file, shipped(), ScoreOptions(invited=invited), KNOWN),
        group_result_of(replace(closed, facts=KNOWN)),
    )


def same(in_file: Mapping[str, Any], on_screen: Value) -> None:
    if isinstance(on_screen, Suppressed):
        assert in_file == {"suppressed": on_screen.reason}
        return
    assert isinstance(on_screen, Shown)
    assert (in_file["n"], whole(in_file["mean"])) == (on_screen.n, on_screen.mean)
    assert (in_file["band_range"] or "") == on_screen.band
    assert in_file["spread"]["words"] == on_screen.spread
    assert in_file["solidity"] == on_screen.solidity


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("leaders", "staff"), [(7, 14), (5, 6), (0, 9), (4, 12)])
def test_every_value_and_everything_that_follows_is_the_same(leaders: int, staff: int, seed: int) -> None:
    in_file, on_screen = both(leaders, staff, seed)

    for view in in_file["perspectives"]:
        found = in_file["perspectives"][view]
        for theme in on_screen.themes:
            same(found["themes"][theme.theme.id], theme.views[Perspective(view)])
        for pillar in on_screen.pillars:
            same(found["pillars"][pillar.pillar.id], pillar.views[Perspective(view)])
        same(found["overall"], on_screen.overall[Perspective(view)])
    for theme in on_screen.themes:
        gap = in_file.get("gaps", {}).get(theme.theme.id)
        if isinstance(theme.gap, GapShown):
            assert (apart(gap["difference"]), gap["class"]) == (theme.gap.difference, theme.gap.kind)
    assert in_file["priorities"] == [each.theme_id for each in on_screen.proposals]
    assert in_file["strengths"] == [each.theme_id for each in on_screen.strengths]
    assert in_file["say_do"]["contradictions"] == [
        {"theme": each.theme.id, "fact": each.practice.id, "kind": each.contradiction.kind.value}
        for each in on_screen.facts
        if each.contradiction is not None
    ]

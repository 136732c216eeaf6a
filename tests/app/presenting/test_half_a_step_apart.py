"""Half an answer step between leaders and staff is told alike whichever of them is above.

In the window, in the title above it, in the report, on the wall, in the agenda and in an export.
"""

import pytest

from tests import builders
from tests.group_builders import LEADER, STAFF, group_round, setup
from tests.report.portraits import A4
from tests.report.reading import pages_of
from trustcheck.app.carrying.export_lines import lines_of_group
from trustcheck.app.portraits.carried_result import carried
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.agenda import prompt_for
from trustcheck.app.presenting.group_gaps import gap_row, sides_headline, worth_asking
from trustcheck.app.results.group import GapShown
from trustcheck.app.store.export_model import GroupCheck
from trustcheck.app.workshop.slides import deck
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.report.maker import make_report

ASKED = builders.questionnaire({"people": {"A": 4, "B": 4}, "openness": {"C": 4}})
Sums = tuple[int, ...]
LOWER, HIGHER = (12, 13, 11, 13, 11), (14, 15, 13, 15, 13)
"""Sums of what five people each answered to the four questions of a theme: 50 and 62.5 points on average."""


def check(below: Perspective, above: Perspective, low: Sums = LOWER, high: Sums = HIGHER) -> GroupRound:
    sheets = [
        Response(view, Form.FULL, builders.answers(_sheet(total, person)))
        for view, sums in ((below, low), (above, high))
        for person, total in enumerate(sums)
    ]
    return group_round(sheets, ASKED, set_up=setup(len(low), len(high)))


def _sheet(total: int, person: int) -> dict[str, int]:
    answers = {f"A{at + 1}": total // 4 + (at < total % 4) for at in range(4)}
    return answers | {f"{theme}{at + 1}": 1 + (at + person) % 5 for theme in "BC" for at in range(4)}


@pytest.mark.parametrize(
    ("below", "above", "points", "title"),
    [
        (LEADER, STAFF, -13, "Staff describe more of Theme A than leaders do"),
        (STAFF, LEADER, 13, "Leaders describe more of Theme A than staff do"),
    ],
)
def test_half_a_step_is_the_same_possible_gap_whoever_is_above(
    below: Perspective, above: Perspective, points: int, title: str
) -> None:
    of = check(below, above)
    result = group_result_of(of)
    theme = result.theme("A")

    assert isinstance(theme.gap, GapShown)
    assert (theme.gap.difference, theme.gap.kind) == (points, GapKind.POSSIBLE)
    row = gap_row("Theme A", theme.views, theme.gap)
    assert (row.kind, row.apart, row.strong) == ("possible gap", 13, True)
    assert sides_headline(result) == title
    assert [each.theme.id for each, _gap in worth_asking(result)] == ["A"]
    assert (f"{title}.",) in [slide.told for slide in deck(result)]
    assert prompt_for(result, theme).startswith(theme.gap.sentence)
    said = " ".join(pages_of(make_report(result, A4).pdf))
    assert title in said
    assert theme.gap.sentence in said
    assert "similar places" not in said
    kept = GroupCheck(ASKED, RoundState.CLOSED, of.summary.started_on, of.setup, result=carried(result))
    told = [(line.answer, line.points) for line in lines_of_group(kept) if line.what == "gap" and line.id == "A"]
    assert told == [("possible gap", 13)]


@pytest.mark.parametrize(("below", "above", "points"), [(LEADER, STAFF, -5), (STAFF, LEADER, 5)])
def test_what_rounds_to_five_points_is_five_apart_everywhere_and_nowhere_alike(
    below: Perspective, above: Perspective, points: int
) -> None:
    """Eight people each, whose sums lie three quarters apart on average: 4.6875 points."""
    result = group_result_of(check(below, above, (12, 14, 11, 15, 12, 10, 13, 13), (13, 15, 12, 15, 13, 12, 13, 13)))
    theme = result.theme("A")

    assert isinstance(theme.gap, GapShown)
    assert (theme.gap.difference, theme.gap.about_the_same) == (points, False)
    assert "5 points" in theme.gap.sentence
    assert gap_row("Theme A", theme.views, theme.gap).apart == 5
    said = " ".join(pages_of(make_report(result, A4).pdf))
    assert "Leaders and staff describe similar places" in said
    assert "5 apart" in said
    assert "describe the same place" not in said
    assert "much alike" not in said

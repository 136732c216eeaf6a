"""A difference is rounded once and classed once: on either side alike, and drawn bold by one rule everywhere."""

from dataclasses import replace

import pytest

from tests.group_builders import LEADER, STAFF, gap, group_result, value
from trustcheck.app.portraits.group_between import gap_shown
from trustcheck.app.presenting.check_reading import reading_of_group
from trustcheck.app.presenting.group_findings import heard
from trustcheck.app.presenting.group_gaps import (
    about_lines,
    compared,
    gap_number,
    gap_row,
    shown_gaps,
    sides_headline,
    widest,
    worth_asking,
)
from trustcheck.app.results.group import GapShown, GroupResult, PillarView
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.gaps import Chance, Gap
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.groups import Interval
from trustcheck.domain.statistics.points import apart

VIEWS = {LEADER: value(70, 6), STAFF: value(40, 14)}


def difference(points: float, kind: GapKind) -> Gap:
    return Gap(points, Interval(points - 20, points + 20), None, None, kind, [Chance(0.4, "exact", 0.01)])


@pytest.mark.parametrize("points", [12.5, 12.4, 4.5, 0.5, 0.0])
def test_a_half_goes_away_from_zero_on_either_side(points: float) -> None:
    assert apart(-points) == -apart(points)


def test_half_an_answer_step_is_thirteen_points_whoever_sees_more() -> None:
    up = gap_shown(difference(12.5, GapKind.WORTH_ASKING), VIEWS)
    down = gap_shown(difference(-12.5, GapKind.WORTH_ASKING), VIEWS)
    assert (up.difference, down.difference) == (13, -13)
    assert up.sentence.replace("Leaders", "Staff").replace("than staff", "than leaders") == down.sentence


@pytest.mark.parametrize("points", [4.6, -4.6])
def test_what_reads_as_five_points_is_said_as_five_points(points: float) -> None:
    """The words and the number beside them come from the same whole number."""
    shown = gap_shown(difference(points, GapKind.SIMILAR), {LEADER: value(45, 6), STAFF: value(40, 14)})
    assert not shown.about_the_same
    assert "5 points higher" in shown.sentence


def test_what_is_worth_asking_about_is_decided_by_its_class_and_never_by_a_rounded_number() -> None:
    whole = group_result()
    themes = whole.pillars[0].themes
    classed = (replace(themes[0], gap=gap(-13, GapKind.WORTH_ASKING)), replace(themes[1], gap=gap(13)))
    alike = tuple(replace(each, gap=gap(1)) for each in themes[2:])
    rest = tuple(replace(each, gap=gap(2)) for each in whole.pillars[1].themes)
    told = replace(
        whole,
        pillars=(
            replace(whole.pillars[0], themes=(*classed, *alike)),
            replace(whole.pillars[1], themes=rest),
        ),
    )
    assert [theme.theme.id for theme, _gap in worth_asking(told)] == [themes[0].theme.id]
    found = widest(told)
    assert found is not None
    assert found.id == themes[0].theme.id


def test_the_widest_difference_comes_first_and_equal_ones_as_they_are_asked() -> None:
    found = [gap.apart for _theme, gap in shown_gaps(group_result())]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("kind", list(GapKind))
def test_a_line_is_bold_where_chance_alone_hardly_makes_it(kind: GapKind) -> None:
    row = gap_row("Safe to speak", VIEWS, gap(30, kind))
    assert row.strong is (kind in (GapKind.CLEAR, GapKind.POSSIBLE))


def test_what_is_furthest_apart_is_said_of_the_short_form_too() -> None:
    """It has no theme with a number: its pillars are what is compared."""
    full = group_result()
    short = replace(full, summary=replace(full.summary, form=Form.PULSE), setup=replace(full.setup, form=Form.PULSE))
    pillars = tuple(
        replace(each, gap=gap(difference, GapKind.POSSIBLE))
        for each, difference in zip(full.pillars, (4, 22), strict=True)
    )
    short = replace(short, pillars=pillars)
    assert sides_headline(short) == f"Leaders describe more of {pillars[1].pillar.address} than staff do"
    assert [each.name for each in compared(short)] == [pillars[1].pillar.address, pillars[0].pillar.address]


@pytest.mark.parametrize(
    ("apart", "said"),
    [(12, "Leaders and staff describe similar places"), (4, "Leaders and staff describe the same place")],
)
def test_twelve_points_apart_are_similar_and_not_the_same(apart: int, said: str) -> None:
    assert sides_headline(with_gaps(gap(apart))) == said


def test_without_any_difference_to_show_that_is_said() -> None:
    assert sides_headline(with_gaps(None)) == "The two views cannot be compared here"


def with_gaps(found: GapShown | None) -> GroupResult:
    whole = group_result()
    pillars = tuple(
        replace(each, themes=tuple(replace(theme, gap=found) for theme in each.themes)) for each in whole.pillars
    )
    return replace(whole, pillars=pillars)


@pytest.mark.parametrize(("points", "says_why"), [(29.6, False), (30.6, True)])
def test_a_difference_that_is_not_that_of_the_numbers_beside_it_says_why(points: float, says_why: bool) -> None:
    gap = gap_shown(difference(points, GapKind.CLEAR), VIEWS)
    result = replace(group_result(), pillars=tuple(with_gap(each, gap) for each in group_result().pillars))

    assert ("before rounding" in gap_number(gap, VIEWS)[1]) is says_why
    assert ("one off" in about_lines(result)) is says_why
    assert ("before rounding" in gap.sentence) is says_why
    assert ("before rounding" in " ".join(heard(result))) is says_why, "on the page for staff"
    assert ("before rounding" in reading_of_group(result).words) is says_why, "in the row at home"


def with_gap(pillar: PillarView, gap: GapShown) -> PillarView:
    themes = tuple(replace(each, views=VIEWS, gap=gap) for each in pillar.themes)
    return replace(pillar, views=VIEWS, gap=gap, themes=themes)

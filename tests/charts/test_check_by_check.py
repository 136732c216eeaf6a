"""Three checks or more: a point for each, a gap where one is not compared, months that do not run into each other."""

from datetime import date

import pytest

from tests.charts.boxes import boxes
from trustcheck.charts.check_by_check import CheckByCheck, CheckPoint, check_by_check
from trustcheck.charts.scene import Box, Dot, Label, Line

SIZE = 15.0
POINTS = (
    CheckPoint(date(2025, 9, 25), 41, 30, 52),
    CheckPoint(date(2026, 3, 20), None),
    CheckPoint(date(2026, 9, 25), 51),
    CheckPoint(date(2027, 3, 19), 55, 49, 61),
)
LINE = CheckByCheck("Openness", POINTS)


def months(width: float, checks: int) -> list[str]:
    points = tuple(CheckPoint(date(2020 + at, 3, 1), 50) for at in range(checks))
    drawn = check_by_check(CheckByCheck("Openness", points), width, size=SIZE).shapes
    return [each.text for each in drawn if isinstance(each, Label) and each.text.startswith("March")]


def test_every_check_that_is_compared_has_a_point_and_its_interval() -> None:
    shapes = check_by_check(LINE, 640.0, size=SIZE).shapes
    dots = [each for each in shapes if isinstance(each, Dot)]

    assert len(dots) == 3
    assert len([each for each in shapes if isinstance(each, Box)]) == 2
    assert [dots[0].y > dots[1].y, dots[1].y > dots[2].y] == [True, True]


def test_a_check_that_is_not_compared_leaves_a_gap_and_nothing_is_smoothed_over_it() -> None:
    shapes = check_by_check(LINE, 640.0, size=SIZE).shapes
    joined = [each for each in shapes if isinstance(each, Line) and each.ink == "line_strong"]
    dots = [each for each in shapes if isinstance(each, Dot)]

    assert [(each.x1, each.x2) for each in joined] == [(dots[1].x, dots[2].x)]


def test_all_of_it_is_said_and_stands_in_a_table() -> None:
    scene = check_by_check(LINE, 640.0)

    assert scene.sentence == (
        "Openness: September 2025 41 (95 % interval 30 to 52); March 2026 not compared; September 2026 51; "
        "March 2027 55 (95 % interval 49 to 61)."
    )
    assert scene.table.rows[1] == ("March 2026", "not compared", "")
    assert scene.table.rows[3] == ("March 2027", "55", "49 to 61")


@pytest.mark.parametrize("width", [300.0, 640.0, 1000.0])
@pytest.mark.parametrize("checks", [3, 10])
def test_the_newest_month_always_has_its_name_and_no_name_runs_into_the_next(width: float, checks: int) -> None:
    named = months(width, checks)

    assert named[-1] == f"March {2019 + checks}"
    assert len(named) <= width / (5 * SIZE)


@pytest.mark.parametrize("width", [300.0, 640.0, 1000.0])
def test_nothing_leaves_the_frame(width: float) -> None:
    scene = check_by_check(LINE, width, size=SIZE)

    assert all(left >= 0 and top >= 0 and right <= width and bottom <= scene.height
               for left, top, right, bottom in boxes(scene))  # fmt: skip

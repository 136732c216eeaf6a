"""The charts of a group keep inside their frame, give each view its mark, and say in words and cells what they draw."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.charts.boxes import LONG, boxes
from trustcheck.charts.distribution import ClassesRow, distribution
from trustcheck.charts.dumbbell import DumbbellRow, dumbbell_axis, dumbbell_row, dumbbells
from trustcheck.charts.group_profile import GroupRow, ViewMark, group_axis, group_profile, group_row
from trustcheck.charts.ladder import LadderMark, LadderRow, ladder
from trustcheck.charts.say_do import SayDoRow, say_do
from trustcheck.charts.scene import Box, Diamond, Dot, Label, Scene
from trustcheck.charts.then_now import ThenNowRow, then_now
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.classes import told_apart

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
HIDDEN = "Not shown: fewer than five answers"

PROFILE = (
    GroupRow("Good intent", (ViewMark(LEADER, 76, 67, 85), ViewMark(STAFF, 64, 55, 73)), "start here"),
    GroupRow(LONG, (ViewMark(LEADER, 0, 0, 9), ViewMark(STAFF, 100, 91, 100))),
    GroupRow("Real voices", (ViewMark(LEADER, None, missing=HIDDEN), ViewMark(STAFF, 50))),
)
GAPS = (
    DumbbellRow("Safe to speak", 74, 43, 31, "clear gap", strong=True),
    DumbbellRow(LONG, 100, 0, 100, "difference worth asking about"),
    DumbbellRow("Fair response", 72, 72, 0, "similar views"),
    DumbbellRow("Two-way trust", 73, 72, 1, "similar views"),
    DumbbellRow("Real voices", None, None, missing=HIDDEN),
)
CLASSES = (
    ClassesRow("Good intent", told_apart(3, 4, 7), "some variety"),
    ClassesRow(LONG, told_apart(3, 0, 397), "people describe different places"),
    ClassesRow("Real voices", None, "", HIDDEN),
    ClassesRow("Words and deeds", told_apart(1, 99_998, 1)),
)


THEN_NOW = (
    ThenNowRow("Good intent", 41, 72, "up 31", strong=True),
    ThenNowRow(LONG, 100, 0, "down 100", strong=True),
    ThenNowRow("Fair response", 60, 60, "about the same"),
    ThenNowRow("Real voices", None, None, "too few answers to the same questions"),
)


LADDERS = (
    LadderRow("A memo", (LadderMark(1, LEADER), LadderMark(1, STAFF)), "close together"),
    LadderRow(LONG, (LadderMark(0, LEADER), LadderMark(4, STAFF)), "Leaders differ, Staff differ"),
    LadderRow("A review", (), "Leaders: not shown, Staff: not shown"),
    LadderRow("A memo", (LadderMark(4),), "answered, and more follows"),
)


def scenes() -> Iterator[Scene]:
    for size, width in ((10.0, 483.0), (15.0, 434.0), (16.0, 900.0)):
        yield group_profile(PROFILE, width, size=size)
        yield group_profile(PROFILE, width, size=size, cuts=(37.5, 62.5, 87.5), numbers=False)
        yield group_profile(PROFILE[:1], width, size=size, numbers=False, names=False)
        yield group_axis(width, size=size)
        yield dumbbells(GAPS, width, size=size)
        yield dumbbell_axis(width, size=size)
        yield then_now(THEN_NOW, width, size=size)
        yield ladder(LADDERS, width, size=size)
        yield ladder(LADDERS[:1], width, size=size, names=False)
        yield distribution(CLASSES, width, size=size)
        yield distribution(CLASSES[:1], width, size=size, names=False)
        for row in PROFILE:
            yield group_row(row, width, size=size, least=33)
        for gap in GAPS:
            yield dumbbell_row(gap, width, size=size, least=50)
            yield dumbbell_row(gap, 20 * size, size=size)


def from_the_left(scene: Scene) -> Scene:
    """Labels that end at their anchor, as labels that begin where their width begins."""
    shapes = tuple(
        replace(shape, x=shape.x - shape.width) if isinstance(shape, Label) and shape.anchor == "end" else shape
        for shape in scene.shapes
    )
    return replace(scene, shapes=shapes)


@pytest.mark.parametrize("scene", list(scenes()))
def test_every_shape_stays_inside_its_scene(scene: Scene) -> None:
    for left, top, right, bottom in boxes(from_the_left(scene)):
        assert left >= -0.01
        assert top >= -0.01
        assert right <= scene.width + 0.01
        assert bottom <= scene.height + 0.01


@pytest.mark.parametrize("scene", list(scenes()))
def test_every_chart_is_a_sentence_and_a_table_whose_rows_are_as_long_as_its_head(scene: Scene) -> None:
    assert scene.sentence.endswith(".")
    assert all(len(row) == len(scene.table.columns) for row in scene.table.rows)


def test_leaders_are_diamonds_and_staff_circles_and_nothing_is_pooled() -> None:
    scene = group_profile(PROFILE[:1], 500)

    assert [type(shape) for shape in scene.shapes if isinstance(shape, (Diamond, Dot))] == [Diamond, Dot]
    assert {shape.ink for shape in scene.shapes if isinstance(shape, (Diamond, Dot))} == {"leaders", "staff"}


def test_the_light_bar_is_the_interval() -> None:
    scene = group_profile((GroupRow("A", (ViewMark(STAFF, 50, 40, 60),)),), 500)
    bars = [shape for shape in scene.shapes if isinstance(shape, Box)]
    axis = [shape.x for shape in scene.shapes if isinstance(shape, Label) and shape.text in ("0", "100")]

    assert len(bars) == 1
    assert bars[0].width == pytest.approx((axis[1] - axis[0]) / 5)


def test_a_hidden_view_has_words_and_no_mark() -> None:
    scene = group_profile(PROFILE[2:], 900)

    assert [type(shape) for shape in scene.shapes if isinstance(shape, (Diamond, Dot))] == [Dot]
    assert HIDDEN in [shape.text for shape in scene.shapes if isinstance(shape, Label)]
    assert f"leaders: {HIDDEN}" in scene.sentence


def test_the_words_say_means_and_intervals_of_both_views() -> None:
    scene = group_profile(PROFILE[:1], 500)

    assert "leaders 76 (95 % interval 67 to 85); staff 64 (95 % interval 55 to 73)" in scene.sentence
    assert scene.table.rows[0] == ("Good intent", "76", "67 to 85", "64", "55 to 73", "start here")


def test_a_gap_says_how_far_apart_and_what_it_amounts_to() -> None:
    scene = dumbbells(GAPS, 900)

    assert scene.sentence.startswith("Safe to speak: leaders 74, staff 43, 31 apart, clear gap.")
    assert "Two-way trust: leaders 73, staff 72, about the same, similar views." in scene.sentence
    assert scene.table.rows[-1] == ("Real voices", HIDDEN, HIDDEN, "", "")


def test_equal_values_step_apart_so_that_both_marks_are_seen() -> None:
    scene = dumbbell_row(GAPS[2], 600)
    leader = next(shape for shape in scene.shapes if isinstance(shape, Diamond))
    staff = next(shape for shape in scene.shapes if isinstance(shape, Dot))

    assert leader.x == staff.x
    assert leader.y + leader.radius <= staff.y


def test_the_number_of_a_gap_is_said_as_it_was_rounded_and_not_subtracted() -> None:
    assert "30 apart" in dumbbells([DumbbellRow("A", 74, 43, 30)], 600).sentence


def test_parts_of_a_bar_are_shares_of_its_people() -> None:
    parts = [shape for shape in distribution(CLASSES[:1], 600).shapes if isinstance(shape, Box)]

    assert [part.ink for part in parts] == ["d2", "d3", "d4"]
    assert parts[2].width + 2 == pytest.approx((parts[0].width + 2) * 7 / 3)


def test_classes_are_said_as_people() -> None:
    scene = distribution(CLASSES, 600)

    assert scene.sentence.startswith("Good intent: of 14 people 3 rare, 4 between, 7 usual, some variety.")
    assert scene.table.rows[2] == ("Real voices", HIDDEN, "", "", "")


def test_classes_that_are_told_together_are_one_part_in_an_ink_of_its_own_and_say_so() -> None:
    scene = distribution([ClassesRow("Good intent", told_apart(7, 1, 3))], 600)
    parts = [shape for shape in scene.shapes if isinstance(shape, Box)]

    assert [part.ink for part in parts] == ["sunk", "d4"]
    assert parts[0].edge
    assert scene.sentence == "Good intent: of 11 people 8 rare or between, 3 usual."
    assert scene.table.rows == (("Good intent", "8 rare or between", "", "3", ""),)


def test_what_leaders_say_has_their_mark_beside_the_facts() -> None:
    scene = say_do((SayDoRow("Openness", 66.0, 50.0, 7.0, 10, 10, LEADER),), 600)
    assert scene is not None

    assert len([shape for shape in scene.shapes if isinstance(shape, Diamond)]) == 2
    assert scene.sentence == "Openness: leaders 66, facts 50 of 100, 16 points apart."
    assert scene.table.columns[1] == "Leaders"

"""Every chart keeps inside its frame and says in words and cells what it draws."""

import pytest

from tests.charts.boxes import LONG, boxes
from tests.charts.every_scene import ROWS, SCALE, scenes
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.profile import ProfileRow, profile
from trustcheck.charts.say_do import SayDoRow, say_do
from trustcheck.charts.scene import Box, Dot, Label, Scene, Square


@pytest.mark.parametrize("scene", list(scenes()))
def test_every_shape_stays_inside_its_scene(scene: Scene) -> None:
    for left, top, right, bottom in boxes(scene):
        assert left >= -0.01
        assert top >= -0.01
        assert right <= scene.width + 0.01
        assert bottom <= scene.height + 0.01


@pytest.mark.parametrize("scene", list(scenes()))
def test_every_scene_has_a_sentence_and_a_table_without_holes(scene: Scene) -> None:
    assert scene.sentence.endswith(".")
    assert scene.table.rows
    assert all(len(row) == len(scene.table.columns) for row in scene.table.rows)


def test_a_profile_says_every_theme_with_its_number_margin_and_note() -> None:
    sentence = profile(ROWS, 483).sentence

    assert "Good intent: 72 of 100, Usual, give or take 20, relatively strongest." in sentence
    assert "Real voices: too few answers for a number." in sentence


def test_too_few_answers_are_drawn_as_words_and_a_hollow_mark_and_never_as_a_zero() -> None:
    scene = profile((ProfileRow("Real voices", None),), 483)
    labels = [shape.text for shape in scene.shapes if isinstance(shape, Label)]

    assert "too few answers" in labels
    assert labels.count("0") == 1, "only the axis says nought"
    assert [shape.ring for shape in scene.shapes if isinstance(shape, Dot)] == [True]


def test_a_margin_is_cut_at_the_ends_of_the_scale() -> None:
    scene = profile((ProfileRow("Words and deeds", 95.0, 20),), 483)
    bar = next(shape for shape in scene.shapes if isinstance(shape, Box))
    hundred = next(s.x for s in scene.shapes if isinstance(s, Label) and s.text == "100")

    assert bar.x + bar.width == pytest.approx(hundred)
    assert scene.table.rows[0][2] == "75 to 100"


def test_a_long_name_gets_a_higher_row() -> None:
    short = profile((ProfileRow("Openness", 50.0),), 483)
    long = profile((ProfileRow(LONG, 50.0),), 483)

    assert long.height > short.height


def test_the_chosen_step_is_filled_and_the_others_are_hollow() -> None:
    scene = answer_strip(SCALE, 4, "Often", 300)
    rings = [shape.ring for shape in scene.shapes if isinstance(shape, Dot)]

    assert rings == [True, True, True, False, True]
    assert scene.sentence == "Often, 4 of 5."


def test_an_answer_without_a_point_leaves_every_step_hollow() -> None:
    scene = answer_strip(SCALE, None, "I don't know", 300)

    assert all(shape.ring for shape in scene.shapes if isinstance(shape, Dot))
    assert scene.sentence == "I don't know."


def test_say_and_do_is_not_drawn_without_an_index() -> None:
    assert say_do((SayDoRow("Openness", 60.0, None, 12, 3, 10),), 483) is None


def test_facts_are_a_hollow_square_and_answers_a_filled_dot() -> None:
    scene = say_do((SayDoRow("Openness", 60.0, 45.0, 12, 8, 10),), 483)

    assert scene is not None
    assert all(shape.ring for shape in scene.shapes if isinstance(shape, Square))
    assert not any(shape.ring for shape in scene.shapes if isinstance(shape, Dot))
    assert scene.sentence == "Openness: answers 60, facts 45 of 100, 15 points apart."


def test_less_than_five_points_are_about_the_same() -> None:
    scene = say_do((SayDoRow("Openness", 60.0, 57.0, 12, 8, 10),), 483)

    assert scene is not None
    assert scene.sentence.endswith("about the same.")


def test_no_label_but_the_axis_is_smaller_than_the_smallest_type() -> None:
    scene = profile(ROWS, 483, size=10)

    assert min(shape.size for shape in scene.shapes if isinstance(shape, Label)) >= 8.5

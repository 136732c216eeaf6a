"""The painter draws every shape of a scene, once, in its own ink, and inside the scene's frame."""

import re
from datetime import date

import pytest

from tests.charts.every_scene import scenes
from trustcheck.charts.scene import Box, ChartCells, Diamond, Dot, Label, Line, Scene, Square, Tick
from trustcheck.report.layout.blocks import paint
from trustcheck.report.pdf.paper import PaperCanvas, paper_inks
from trustcheck.report.pdf.tagged import TaggedCanvas
from trustcheck.report.pdf.typography import Typography

SIZE = (1000.0, 1000.0)
LEFT, TOP = 30.0, 40.0


class RecordingCanvas(TaggedCanvas):
    """Keeps the operators instead of a file."""

    @property
    def code(self) -> str:
        return "\n".join(self._code)


def painted(scene: Scene) -> str:
    canvas = RecordingCanvas(SIZE, "Test", "en-GB", date(2026, 1, 1))
    paint(PaperCanvas(canvas, Typography(), SIZE), scene, LEFT, TOP)
    return canvas.code


@pytest.mark.parametrize("scene", list(scenes()))
def test_every_shape_of_a_scene_is_painted(scene: Scene) -> None:
    code = painted(scene)
    labels = [shape for shape in scene.shapes if isinstance(shape, Label) and shape.text]

    assert code.count("BT ") >= len(labels)
    closed = [shape for shape in scene.shapes if not isinstance(shape, Label | Line)]
    assert len(re.findall(r"\b(?:f|B|f\*|B\*|b)\b", code)) >= len(closed)
    assert len(re.findall(r" l S\b", code)) == sum(isinstance(shape, Line) for shape in scene.shapes)


@pytest.mark.parametrize("scene", list(scenes()))
def test_nothing_is_painted_outside_the_frame(scene: Scene) -> None:
    code = painted(scene)
    places = re.findall(r"(-?[\d.]+) (-?[\d.]+) (?:m|l)\b", code) + re.findall(
        r"1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm", code
    )

    assert places
    for x, y in places:
        assert LEFT - 0.6 <= float(x) <= LEFT + scene.width + 0.6
        assert TOP - 0.6 <= SIZE[1] - float(y) <= TOP + scene.height + 0.6


def test_every_kind_of_shape_has_its_painter() -> None:
    shapes = (
        Line(0, 0, 10, 10, "line", dashed=True),
        Dot(5, 5, 3, "now"),
        Dot(5, 5, 3, "now", ring=True),
        Diamond(5, 5, 3, "leaders"),
        Diamond(5, 5, 3, "leaders", ring=True),
        Square(5, 5, 3, "staff"),
        Square(5, 5, 3, "staff", ring=True),
        Box(0, 0, 10, 5, "band", round=2, edge="line"),
        Tick(5, 5, 3, "ok"),
        Tick(5, 5, 3, "ink", cross=True),
        Label(0, 10, "Words", "ink"),
    )
    code = painted(Scene(20, 20, shapes, "A test.", ChartCells((), ())))
    inks = paper_inks()

    for shape in shapes:
        red = int(inks[shape.ink][1:3], 16) / 255
        assert f"{red:.4g} " in code


def test_a_long_name_is_wrapped_and_then_cut() -> None:
    name = "A very long name that nobody would give to a theme unless they were testing"
    label = Label(0, 30, name, "ink", 10, width=90, lines=2)
    code = painted(Scene(100, 50, (label,), "A test.", ChartCells((), ())))

    assert code.count("BT ") == 2


def test_the_paper_has_every_ink_of_the_screen() -> None:
    import tomllib

    from trustcheck import assets

    screen = tomllib.loads(assets.path("themes", "light.toml").read_text("utf-8"))["inks"]
    assert paper_inks().keys() >= screen.keys()

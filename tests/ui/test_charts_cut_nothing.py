"""No word of a result is cut: whatever its length, a label of a chart takes the lines it needs and has the room."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtGui import QFontMetricsF

from tests import sample_checks as hard
from tests.group_builders import STAFF, gap, shipped
from trustcheck.app.presenting.group_gaps import gap_row
from trustcheck.app.presenting.group_words import kind_words
from trustcheck.charts.axis import lines_needed
from trustcheck.charts.check_by_check import CheckByCheck, CheckPoint, check_by_check
from trustcheck.charts.distribution import ClassesRow, distribution
from trustcheck.charts.dumbbell import DumbbellRow, dumbbell_row, dumbbells
from trustcheck.charts.group_profile import GroupRow, ViewMark, group_profile, group_row
from trustcheck.charts.profile import ProfileRow, profile
from trustcheck.charts.say_do import SayDoRow, say_do
from trustcheck.charts.scene import ANY, Label, Scene, Weight
from trustcheck.charts.then_now import ThenNowRow, then_now
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.ui.kit.charts import wrapped
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.figure_button import FigureButton

LONG = "Verantwortungsbewusstsein und Entscheidungsspielraum der Abteilungen im ganzen Haus und bei allen Partnern"
WHY = "Not shown, to protect people who answered here and in the houses beside it"
NAMED = [kind_words(each) for each in GapKind]

SCENES: dict[str, Callable[[float], Scene | None]] = {
    "themes": lambda width: group_profile([GroupRow(LONG, (ViewMark(STAFF, 40),), "relatively strongest")] * 2, width),
    "a theme": lambda width: group_row(GroupRow(LONG, (ViewMark(STAFF, None, missing=WHY),), "opinions differ"), width),
    "gaps": lambda width: dumbbells([DumbbellRow(LONG, 70, 40, 30, f"{each}, \u22122 to 20") for each in NAMED], width),
    "a gap": lambda width: dumbbell_row(DumbbellRow(LONG, None, None, missing=WHY), width),
    "classes": lambda width: distribution([ClassesRow(LONG, None, "people describe different places", WHY)], width),
    "one person": lambda width: profile([ProfileRow(LONG, 40.0, 20.0, "relatively strongest", "Patchy")], width),
    "then and now": lambda width: then_now([ThenNowRow(LONG, 40, 61, f"up 21, {WHY}", strong=True)] * 2, width),
    "printed close": lambda width: then_now([ThenNowRow(LONG, None, None, WHY)], width, size=9.0, tight=True),
    "check by check": lambda width: check_by_check(CheckByCheck(LONG, (CheckPoint(date(2026, 9, 25), 41),)), width),
    "facts": lambda width: say_do([SayDoRow(LONG, 40.0, 60.0)], width),
}


def labels(scene: Scene | None) -> Iterator[Label]:
    assert scene is not None
    yield from (each for each in scene.shapes if isinstance(each, Label))


@pytest.mark.parametrize("width", [320.0, 470.0, 640.0, 900.0])
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_no_label_ends_in_an_ellipsis(look: Look, scene: Callable[[float], Scene | None], width: float) -> None:
    for label in labels(scene(width)):
        lines = wrapped(label.text, look.chart_font(label.weight, label.size), label.width, label.lines)
        assert "".join(lines).replace(" ", "") == label.text.replace(" ", "")


@pytest.mark.parametrize("width", [320.0, 470.0, 640.0, 900.0])
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_every_line_lies_within_its_chart(look: Look, scene: Callable[[float], Scene | None], width: float) -> None:
    drawn = scene(width)
    assert drawn is not None
    for label in labels(drawn):
        font = look.chart_font(label.weight, label.size)
        lines = wrapped(label.text, font, label.width, label.lines)
        half = 1.25 * label.size * (len(lines) - 1) / 2
        assert label.y - half - 0.8 * label.size >= -1.5
        assert label.y + half <= drawn.height + 1.5
        assert all(QFontMetricsF(font).horizontalAdvance(line) <= (label.width or width) + 1 for line in lines)


@pytest.mark.parametrize("kind", list(GapKind))
def test_what_a_gap_is_stands_whole_beside_its_row(look: Look, kind: GapKind) -> None:
    """A button that is given a width grows as high as its words need there."""
    for words in (gap_row("Real voices", {}, gap(20, kind)).kind or kind_words(kind), "difference worth asking about"):
        button = FigureButton(look, "20 apart", words, words, role="row_strong")
        button.setFixedWidth(look.px(150))
        assert button.sizeHint().height() == button.heightForWidth(look.px(150))


@pytest.mark.parametrize("weight", ["regular", "medium", "strong"])
def test_a_chart_makes_room_for_every_line_that_is_painted(look: Look, weight: Weight) -> None:
    """Whatever the name: the chart estimates, the painter measures, and there is never less room than words."""
    asked = shipped()
    names = [theme.name for theme in asked.themes] + [each.text for each in asked.practices]
    for name in (
        *names,
        hard.LONG,
        hard.RUN_ON,
        hard.GREEK,
        hard.KANJI,
        LONG,
        "MWMWM WWW MMMM",
        "relatively strongest",
    ):
        for width in range(70, 320, 10):
            painted = wrapped(name, look.chart_font(weight, 16.0), width, ANY)
            assert lines_needed(name, width, 16.0) >= len(painted), (name, width)

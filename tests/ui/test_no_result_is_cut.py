"""No words of a result are ever cut: every page of every kind of result, with names that are hard to place.

What is looked at is what the widgets paint, everything unfolded: no line ends in an ellipsis, reaches over an edge or
lies over another one, in a usual window and in the smallest one with large letters.
"""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from tests.painted import cut_in
from tests.result_window import PAGES, ResultWindow
from tests.sample_checks import ALONE, LONG, RUN_ON, TOGETHER, made, shipped, with_hard_names
from trustcheck.bootstrap import build
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.theme_chooser import ListPage, ThemeChooser
from trustcheck.ui.shell.places import Place

PLACE = f"{LONG[:40]} {RUN_ON[:50]}"


@pytest.fixture
def results(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> ResultWindow:
    application, path = build({"TRUSTCHECK_DATA": str(tmp_path)}), str(tmp_path / "results.trustcheck")
    window = ResultWindow(application, qapp, qtbot.waitUntil)
    qtbot.addWidget(window.window)
    window.open(path, made(application, path, with_hard_names(shipped(application)), place=PLACE))
    return window


def nothing_is_cut(page: QWidget) -> None:
    """Raises with what is cut; also where the page was not laid out yet, and then it is asked again."""
    for fold in page.findChildren(Fold):
        if fold.isVisible() and not fold.is_open:
            fold.click()
    assert cut_in(page) == []


@pytest.mark.parametrize(("text", "size"), [(100, (1280, 800)), (150, (720, 560))])
@pytest.mark.parametrize("check", [*ALONE, *TOGETHER])
def test_every_word_of_every_page_stands_whole(
    results: ResultWindow, qtbot: QtBot, check: str, text: int, size: tuple[int, int]
) -> None:
    results.wear("light", text, size)
    results.take_up(check)
    qtbot.waitUntil(partial(nothing_is_cut, results.window.sidebar))
    for place in PAGES[check]:
        page = results.go(place)

        qtbot.waitUntil(partial(nothing_is_cut, page))


@pytest.mark.parametrize("check", ["alone", "team"])
def test_so_does_every_theme(results: ResultWindow, qtbot: QtBot, check: str) -> None:
    results.wear("light", 150, (720, 560))
    results.take_up(check)
    page = results.go(Place.THEMES)
    assert isinstance(page, ListPage)
    chooser = page.findChild(ThemeChooser)
    for action in chooser.menu.actions():
        action.trigger()

        qtbot.waitUntil(partial(nothing_is_cut, page))


class Elided(QWidget):
    """Paints less than it was given."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = painter.fontMetrics().elidedText("difference worth asking about", Qt.TextElideMode.ElideRight, 90)
        painter.drawText(QPoint(4, 30), words)
        painter.end()


class Clipped(QWidget):
    """Paints further down than it reaches."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRect(0, 0, 60, 300), int(Qt.TextFlag.TextWordWrap), "one two three four five six seven eight")
        painter.end()


class Doubled(QWidget):
    """Paints one line over the other."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QPoint(4, 30), "a strength")
        painter.drawText(QPoint(9, 32), "opinions differ")
        painter.end()


@pytest.mark.parametrize(
    ("kind", "why"), [(Elided, "is elided"), (Clipped, "reaches over the edge"), (Doubled, "lies over")]
)
def test_what_cannot_be_read_whole_is_found(look: Look, qtbot: QtBot, kind: type[QWidget], why: str) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(200, 60)
    with qtbot.waitExposed(widget):
        widget.show()

    assert any(why in found for found in cut_in(widget))


def test_so_is_a_cell_that_is_too_small(look: Look, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setItem(0, 0, QTableWidgetItem("between or usual, as most of them say"))
    table.setColumnWidth(0, 70)
    with qtbot.waitExposed(table):
        table.show()

    assert any("is too small" in found for found in cut_in(table))

"""No words of a result are ever cut: every page of every kind of result, with names that are hard to place.

What is looked at is what the widgets paint, everything unfolded: no line ends in an ellipsis, reaches over an edge or
lies over another one, in the smallest window with large letters and (one kind with every run, all in the long one) in
a usual window.
"""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from tests.painted import cut_in, nothing_is_cut
from tests.result_window import PAGES, ResultWindow, all_results
from tests.sample_checks import ALONE, LONG, RUN_ON, TOGETHER, with_hard_names
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.list_page import ListPage
from trustcheck.ui.results.theme_chooser import ThemeChooser
from trustcheck.ui.shell.places import Place

PLACE = f"{LONG[:40]} {RUN_ON[:50]}"


@pytest.fixture(scope="module")
def results(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[ResultWindow]:
    with all_results(tmp_path_factory.mktemp("hard"), qapp, request, with_hard_names, place=PLACE) as window:
        yield window


CHECKS = (*ALONE, *TOGETHER)
IN_THE_SMALLEST = [(each, 150, (720, 560)) for each in CHECKS]
IN_A_USUAL_ONE = [
    pytest.param(each, 100, (1280, 800), marks=() if each == "team" else pytest.mark.long) for each in CHECKS
]


@pytest.mark.parametrize(("check", "text", "size"), [*IN_THE_SMALLEST, *IN_A_USUAL_ONE])
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

"""The ring around what has the keyboard: seen whole, and never lost with the page it lay on."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.focus_ring import FocusRing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.results.figure_button import FigureButton


@pytest.fixture
def ring(look: Look, qapp: QApplication) -> Iterator[FocusRing]:
    made = FocusRing(look, qapp)
    yield made
    made.let_go()
    shiboken6.delete(made)


def tight(button: Button) -> QWidget:
    """A holder without any margin, as most are."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(button)
    return held


@pytest.fixture
def button(look: Look) -> Button:
    return Button(look, "Look at it")


@pytest.fixture
def page(look: Look, qtbot: QtBot, ring: FocusRing, button: Button) -> Page:
    shown = Page(look)
    qtbot.addWidget(shown)
    shown.column.addWidget(tight(tight(button)))
    shown.column.addWidget(Button(look, "Another"))
    shown.column.addStretch(1)
    shown.resize(600, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.ring is not None)
    return shown


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_the_ring_is_seen_whole_around_a_button_in_a_tight_corner(page: Page, ring: FocusRing, button: Button) -> None:
    assert on_screen(ring.ring).contains(on_screen(button).adjusted(-4, -4, 4, 4))
    assert ring.ring.visibleRegion().boundingRect() == ring.ring.rect()


def test_the_ring_follows_when_what_lies_between_moves(
    page: Page, ring: FocusRing, button: Button, qtbot: QtBot
) -> None:
    before = on_screen(ring.ring)

    page.column.insertSpacing(0, 80)
    page.column.activate()

    qtbot.waitUntil(lambda: on_screen(ring.ring).top() > before.top() + 40)
    assert on_screen(ring.ring).center() == on_screen(button).center()


def test_a_pointer_puts_it_away_and_a_key_brings_it_back_wherever_in_the_window(
    page: Page, ring: FocusRing, qtbot: QtBot
) -> None:
    window = page.windowHandle()

    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(page.width() // 2, page.height() - 5))
    qtbot.waitUntil(lambda: ring.ring is None)

    QTest.keyClick(window, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: ring.ring is not None)


def test_it_is_told_of_what_has_the_keyboard_and_of_nothing_else(
    look: Look, qapp: QApplication, qtbot: QtBot, page: Page, button: Button
) -> None:
    told: list[QObject] = []

    class Listening(FocusRing):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            told.append(watched)
            return super().eventFilter(watched, event)

    listening = Listening(look, qapp)
    other = page.findChildren(Button)[-1]
    other.setFocus(Qt.FocusReason.TabFocusReason)
    told.clear()
    for each in (button, other):
        QApplication.sendEvent(each, QEvent(QEvent.Type.User))

    assert told == [other]
    listening.let_go()
    shiboken6.delete(listening)


def test_the_ring_outlives_the_page_that_is_filled_anew(
    page: Page, ring: FocusRing, button: Button, qtbot: QtBot
) -> None:
    page.clear()
    qtbot.waitUntil(lambda: not shiboken6.isValid(button))

    qtbot.waitUntil(lambda: ring.ring is None)

    other = Button(page.look, "Once more")
    page.column.addWidget(other)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.ring is not None and ring.ring.is_around(other))


def test_two_numbers_below_each_other_have_rings_that_leave_the_other_alone(
    look: Look, qtbot: QtBot, ring: FocusRing
) -> None:
    page = Page(look)
    qtbot.addWidget(page)
    first, second = (FigureButton(look, words, "of 100", words) for words in ("75", "54"))
    for each in (first, second):
        page.column.addWidget(each)
    page.column.setSpacing(look.px(2))
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()

    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.ring is not None)

    assert ring.ring is not None
    assert on_screen(ring.ring).bottom() <= on_screen(second).top()

"""A chart leaves the window as a picture: the one that has the keyboard, the only one, or the one that was pressed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.person.program import Program
from tests.person.several_clients import look_at_the_check_of
from trustcheck.ui.kit.chart_picture import card_of, charts_on, picture_of
from trustcheck.ui.kit.focus_ring import FocusRing
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.shell.places import Place

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def running(program: Callable[[], Program], clients: str) -> Iterator[Program]:
    QGuiApplication.clipboard().clear()
    begun = program()
    begun.start(str(clients)).arrives_at(Place.HOME)
    look_at_the_check_of(begun.person, "Bellwater Council")
    yield begun
    QGuiApplication.clipboard().clear()


def copied() -> QImage:
    return QGuiApplication.clipboard().image()


def stop_in(card: Card) -> str:
    """Something on a card to which Tab leads, by its name."""
    parts = (each for each in card.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next(each.accessibleName() for each in parts if each.isVisible() and each.accessibleName())


def test_the_chart_with_the_keyboard_is_copied_with_its_card_and_sharp(running: Program) -> None:
    person, card = running.person, charts_on(running.window.page(Place.OVERVIEW))[0]
    person.tab_to(stop_in(card))
    assert card_of(QApplication.focusWidget()) is card
    person.press(Qt.Key.Key_C, CONTROL_SHIFT)
    person.sees("The chart is in the clipboard as a picture.")

    assert copied().size() == card.size() * 3
    assert (
        len({copied().pixel(x, y) for x in range(0, copied().width(), 7) for y in range(0, copied().height(), 7)}) > 8
    )


def test_the_ring_of_the_keyboard_is_no_part_of_it(running: Program) -> None:
    person, card = running.person, charts_on(running.window.page(Place.OVERVIEW))[0]
    without = picture_of(card)
    person.tab_to(stop_in(card))
    person.waits_for(lambda: running.window.findChild(FocusRing).ring is not None)

    assert picture_of(card) == without


def test_where_there_are_several_and_none_has_the_keyboard_nothing_is_guessed(running: Program) -> None:
    page = running.window.page(Place.OVERVIEW)
    assert len(charts_on(page)) > 1
    running.window.sidebar.setFocus()
    running.window.commands.action("copy-picture").trigger()

    running.person.sees("There are several charts on this page.")
    assert copied().isNull()


def test_a_page_without_a_chart_says_so(running: Program) -> None:
    running.navigator.go(Place.SETTINGS)
    running.person.arrives_at(Place.SETTINGS)
    running.person.press(Qt.Key.Key_C, CONTROL_SHIFT)

    running.person.sees("There is no chart on this page.")
    assert copied().isNull()


def test_the_right_button_offers_it_for_any_chart(running: Program) -> None:
    page = running.window.page(Place.OVERVIEW)
    card = charts_on(page)[-1]
    middle = QPoint(card.width() // 2, card.height() // 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, card.mapToGlobal(middle))
    QApplication.sendEvent(card, event)
    menu = card.findChild(QMenu)
    assert menu is not None
    (offered,) = menu.actions()
    assert offered.text() == "Copy as a picture"
    menu.hide()
    offered.trigger()

    running.person.sees("The chart is in the clipboard as a picture.")
    assert copied().size() == card.size() * 3


def test_it_leaves_the_clipboard_with_everything_else_when_the_screen_is_hidden(running: Program) -> None:
    card = charts_on(running.window.page(Place.OVERVIEW))[0]
    QGuiApplication.clipboard().setImage(picture_of(card))
    running.window.commands.action("hide-screen").trigger()

    running.person.waits_for(lambda: copied().isNull())
    running.person.press(Qt.Key.Key_Space)

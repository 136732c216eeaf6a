"""A day and a colour are chosen with the keyboard as well as typed, in the look of the program."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.finding import cut_off, enlarge, named, nameless, shown
from trustcheck.app.organisations import read_colour
from trustcheck.ui.kit.date_field import DateField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.organisations.colour_field import ColourField, colours

TODAY = date(2026, 11, 22)
SIZES = [(1.0, 1056, 800), (1.0, 656, 560), (1.5, 1056, 800), (2.0, 656, 560)]


@pytest.fixture
def page(look: Look) -> Page:
    return Page(look)


@pytest.fixture
def when(look: Look, qtbot: QtBot, page: Page) -> DateField:
    field = DateField(look, "We will look again on")
    page.column.addWidget(field)
    shown(page, qtbot)
    field.show_day(date(2027, 2, 14), TODAY)
    return field


@pytest.fixture
def accent(look: Look, qtbot: QtBot, page: Page) -> ColourField:
    field = ColourField(look)
    page.column.addWidget(field)
    shown(page, qtbot)
    field.show_colour("")
    return field


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def here() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def opened(qtbot: QtBot, field: DateField | ColourField) -> None:
    field.fold.setFocus()
    press(qtbot, Qt.Key.Key_Space)


# -- a day


def test_the_calendar_opens_on_the_day_that_stands_there(when: DateField, qtbot: QtBot) -> None:
    opened(qtbot, when)

    assert when.calendar.month_words == "February 2027"
    assert here() == "Sunday, 14 February 2027, chosen"


def test_without_a_day_it_opens_on_today(when: DateField, qtbot: QtBot) -> None:
    when.show_day(None, TODAY)
    opened(qtbot, when)

    assert here() == "Sunday, 22 November 2026, today"


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Right], date(2027, 2, 15)),
        ([Qt.Key.Key_Left], date(2027, 2, 13)),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down], date(2027, 3, 7)),
        ([Qt.Key.Key_Up], date(2027, 2, 7)),
        ([Qt.Key.Key_Home], date(2027, 2, 8)),
        ([Qt.Key.Key_PageDown], date(2027, 3, 14)),
        ([Qt.Key.Key_PageUp, Qt.Key.Key_PageUp], date(2026, 12, 14)),
    ],
)
def test_keys_walk_by_days_weeks_and_months_and_enter_chooses(
    when: DateField, qtbot: QtBot, keys: list[Qt.Key], day: date
) -> None:
    opened(qtbot, when)
    press(qtbot, *keys)
    with qtbot.waitSignal(when.changed):
        press(qtbot, Qt.Key.Key_Return)

    assert when.day == day
    assert not when.fold.is_open
    assert QApplication.focusWidget() is when.fold


def test_the_last_of_a_month_stays_within_a_shorter_one_and_within_the_calendar(when: DateField, qtbot: QtBot) -> None:
    when.show_day(date(2027, 1, 31), TODAY)
    opened(qtbot, when)
    press(qtbot, Qt.Key.Key_PageDown)
    assert here() == "Sunday, 28 February 2027"

    for edge, key in ((date.max, Qt.Key.Key_PageDown), (date.max, Qt.Key.Key_Right), (date.min, Qt.Key.Key_Up)):
        when.calendar.show_day(edge, TODAY)
        when.calendar.put_keyboard_in()
        press(qtbot, key)
        assert str(edge.year) in here()


def test_escape_leaves_the_day_as_it_was(when: DateField, qtbot: QtBot) -> None:
    opened(qtbot, when)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Escape)

    assert when.day == date(2027, 2, 14)
    assert QApplication.focusWidget() is when.fold


def test_a_click_chooses_and_the_buttons_turn_months(when: DateField, qtbot: QtBot) -> None:
    opened(qtbot, when)
    qtbot.mouseClick(named(when, QPushButton, "Month after"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(named(when, QPushButton, "Wednesday, 17 March 2027"), Qt.MouseButton.LeftButton)

    assert when.day == date(2027, 3, 17)
    assert when.said == "Wednesday, 17 March 2027"


def test_what_is_typed_shows_in_the_open_calendar(when: DateField, qtbot: QtBot) -> None:
    opened(qtbot, when)
    when.month_line.setFocus()
    when.month_line.selectAll()
    qtbot.keyClicks(when.month_line, "6")

    assert when.calendar.month_words == "June 2027"


# -- a colour


def test_a_colour_is_walked_to_and_chosen(accent: ColourField, qtbot: QtBot) -> None:
    opened(qtbot, accent)
    assert here() == "Red, very dark"
    press(qtbot, *([Qt.Key.Key_Right] * 5), Qt.Key.Key_Down)
    assert here() == "Blue, dark"
    with qtbot.waitSignal(accent.changed) as told:
        press(qtbot, Qt.Key.Key_Return)

    assert told.args == [accent.line.text()]
    assert read_colour(accent.line.text()) == accent.line.text()
    assert "Dark enough to read on paper" in accent.said
    assert QApplication.focusWidget() is accent.fold


def test_the_edges_hold(accent: ColourField, qtbot: QtBot) -> None:
    opened(qtbot, accent)
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert here() == "Red, very dark"
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert here() == "Pink, pale"


def test_the_chosen_one_is_said_and_a_typed_one_is_marked_if_it_is_there(accent: ColourField, qtbot: QtBot) -> None:
    colour, name = colours()[9]
    accent.line.setFocus()
    qtbot.keyClicks(accent.line, colour)
    opened(qtbot, accent)

    assert here() == f"{name}, chosen"


def test_every_colour_has_a_name_of_its_own_and_most_can_be_read_on_paper() -> None:
    assert len({name for _colour, name in colours()}) == len({colour for colour, _name in colours()}) == len(colours())
    assert all(QColor(colour).isValid() for colour, _name in colours())


# -- both


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_nothing_is_cut_and_everything_has_a_name(
    look: Look, qtbot: QtBot, page: Page, scale: float, width: int, height: int
) -> None:
    enlarge(look, scale)
    fields = (DateField(look, "We will look again on"), ColourField(look))
    for field in fields:
        page.column.addWidget(field)
    shown(page, qtbot, width, height)
    fields[0].show_day(date(2027, 2, 14), TODAY)
    for field in fields:
        field.fold.click()

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert nameless(page) == []
    room = page.viewport().width()
    assert all(cell.mapTo(page.widget(), cell.rect().topRight()).x() <= room for cell in fields[0].calendar.cells)
    assert all(cell.mapTo(page.widget(), cell.rect().topRight()).x() <= room for cell in fields[1].grid.cells)

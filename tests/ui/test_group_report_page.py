"""The report of a group's check in the window: for whom, with which sections, and the very bytes that are saved."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from trustcheck.app.ports import Edition, Paper, ReportOptions
from trustcheck.app.report_options import section_names
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.report_page import ReportPage

LEADERS = ReportOptions(date(2026, 11, 22), prepared_by="Harrow & Pike", edition=Edition.LEADERS)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReportPage:
    shown = ReportPage(look)
    shown.show_options(LEADERS)
    qtbot.addWidget(shown)
    shown.resize(1056, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def named(page: ReportPage, name: str) -> QAbstractButton:
    """A button of the group's choices, or of the page around them."""
    buttons = [*page.group_choices.findChildren(QAbstractButton), *page.findChildren(QAbstractButton)]
    return next(each for each in buttons if each.accessibleName() == name)


def press(qtbot: QtBot, page: ReportPage, name: str) -> None:
    button = named(page, name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_group_has_choices_of_its_own_and_one_person_those_from_before(page: ReportPage) -> None:
    assert page.group_choices.isVisibleTo(page)
    assert not page.choices.isVisibleTo(page)

    page.show_options(replace(LEADERS, edition=None))

    assert page.choices.isVisibleTo(page)
    assert not page.group_choices.isVisibleTo(page)


@pytest.mark.parametrize(
    ("name", "edition"),
    [("Staff", Edition.STAFF), ("With notes for the talk", Edition.FACILITATOR)],
)
def test_for_whom_it_is_makes_it_anew(page: ReportPage, qtbot: QtBot, name: str, edition: Edition) -> None:
    with qtbot.waitSignal(page.options_changed) as heard:
        qtbot.mouseClick(named(page, name), Qt.MouseButton.LeftButton)

    assert heard.args == [replace(LEADERS, edition=edition)]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Letter", {"paper": Paper.LETTER}), ("180", {"minutes": 180})],
)
def test_paper_and_minutes_are_chosen(page: ReportPage, qtbot: QtBot, name: str, wanted: dict[str, object]) -> None:
    with qtbot.waitSignal(page.options_changed) as heard:
        qtbot.mouseClick(named(page, name), Qt.MouseButton.LeftButton)

    assert heard.args == [replace(LEADERS, **wanted)]  # type: ignore[arg-type]


def test_made_with_can_be_left_out(page: ReportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.options_changed) as heard:
        press(qtbot, page, "“Made with TrustCheck”")

    assert heard.args == [replace(LEADERS, made_with=False)]


def test_a_section_is_left_out_and_comes_back_to_its_place(page: ReportPage, qtbot: QtBot) -> None:
    press(qtbot, page, "Sections and their order")

    with qtbot.waitSignal(page.options_changed) as heard:
        press(qtbot, page, "Workshop")
    assert heard.args == [replace(LEADERS, sections=tuple(each for each in section_names() if each != "workshop"))]

    with qtbot.waitSignal(page.options_changed) as heard:
        press(qtbot, page, "Workshop")
    assert heard.args == [LEADERS]


def test_sections_are_moved_with_the_keyboard_and_the_ends_stop(page: ReportPage, qtbot: QtBot) -> None:
    press(qtbot, page, "Sections and their order")

    with qtbot.waitSignal(page.options_changed) as heard:
        press(qtbot, page, "Workshop: up")

    assert heard.args is not None
    order = heard.args[0].sections
    assert order.index("workshop") == list(section_names()).index("workshop") - 1
    assert set(order) == set(section_names())
    assert not named(page, "In one minute: up").isEnabled()
    assert not named(page, "A closing page: down").isEnabled()


def test_how_to_read_this_cannot_be_left_out(page: ReportPage) -> None:
    assert not page.group_choices.sections.rows["method"].switch.isEnabled()
    assert page.group_choices.sections.rows["method"].switch.isChecked()


def test_sections_that_were_chosen_before_are_shown_in_their_order_telling_nobody(page: ReportPage) -> None:
    told: list[ReportOptions] = []
    page.options_changed.connect(told.append)

    page.show_options(replace(LEADERS, sections=("workshop", "method", "minute")))

    rows = page.group_choices.sections
    assert told == []
    assert rows.sections == ("workshop", "method", "minute")
    assert [each for each, row in rows.rows.items() if row.switch.isChecked()] == ["minute", "workshop", "method"]


def test_the_page_for_staff_asks_what_will_not_be_done_instead_of_sections(page: ReportPage, qtbot: QtBot) -> None:
    page.show_options(replace(LEADERS, edition=Edition.STAFF))
    box = next(
        each for each in page.findChildren(QPlainTextEdit) if each.accessibleName() == "What you will not do, and why"
    )

    assert box.isVisibleTo(page)
    assert not named(page, "Sections and their order").isVisibleTo(page)
    assert not named(page, "180").isVisibleTo(page)
    with qtbot.waitSignal(page.options_changed) as heard:
        qtbot.keyClicks(box, "No new rules")
    assert heard.args == [replace(LEADERS, edition=Edition.STAFF, will_not="No new rules")]


def test_a_stopped_report_of_a_group_is_begun_again_with_the_same_choices(page: ReportPage, qtbot: QtBot) -> None:
    page.show_making(1, 8)
    press(qtbot, page, "Cancel")

    with qtbot.waitSignal(page.options_changed) as heard:
        press(qtbot, page, "Make it again")

    assert heard.args == [LEADERS]


def test_everything_fits_in_a_narrow_window(page: ReportPage, qtbot: QtBot) -> None:
    press(qtbot, page, "Sections and their order")
    page.resize(648, 560)

    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_however_many_choices_there_are_the_preview_is_no_higher_than_the_window(
    page: ReportPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)

    assert page.preview.height() < page.viewport().height()
    bottom = page.preview.mapTo(page.viewport(), page.preview.rect().bottomLeft()).y()
    assert bottom <= page.viewport().height()

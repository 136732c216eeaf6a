"""The list of organisations: what stands in a row, in which order, and that a thousand are no harder than ten."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from tests.ui.portraits import GREEK, LONG_NAME, RUN_ON
from trustcheck.app.organisations import by_need
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import LineMark
from trustcheck.domain.checks.round import (
    NAME_LIMIT,
    Organisation,
    OrganisationSummary,
    RoundKind,
    RoundState,
    RoundSummary,
)
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations.organisation_rows import AT_ONCE
from trustcheck.ui.organisations.organisations_page import OrganisationsPage
from trustcheck.ui.organisations.organisations_view import OrganisationLine, OrganisationsView

TODAY = date(2026, 11, 22)
A_LARGE_ID = 2**62
SHOWN = CheckReading(
    "Trust in your people 48, Openness 71, 23 apart",
    marks=(LineMark("Trust in your people", 48.2), LineMark("Openness", 70.6)),
)


def check(state: RoundState, *, closed_on: date | None = None, kind: RoundKind = RoundKind.GROUP) -> RoundSummary:
    organisation, began = Organisation(1, ""), date(2026, 4, 1)
    return RoundSummary(1, organisation, state, Form.FULL, Perspective.STAFF, began, closed_on, 14, 16, kind=kind)


def organisation(
    name: str, at: int = 0, *, closed_on: date | None = None, under_way: RoundState | None = None
) -> OrganisationSummary:
    last = check(RoundState.CLOSED, closed_on=closed_on) if closed_on else None
    opened = check(under_way) if under_way else None
    return OrganisationSummary(
        Organisation(A_LARGE_ID + at, name), (last is not None) + (opened is not None), opened, last
    )


NORTHGATE = organisation("Northgate Housing", 1, closed_on=date(2026, 11, 1))
BELLWATER = organisation("Bellwater Council", 2, closed_on=date(2026, 9, 8))
KESTREL = organisation("Kestrel Foods", 3, under_way=RoundState.OPEN)
ROWAN = organisation("Rowan Partners", 4)


def view(*organisations: OrganisationSummary, is_sample: bool = False) -> OrganisationsView:
    lines = tuple(OrganisationLine(each, TODAY) for each in by_need(organisations, TODAY))
    return OrganisationsView(lines, "/home/asha/answers.trustcheck", TODAY, is_sample)


def many(number: int) -> tuple[OrganisationSummary, ...]:
    return tuple(organisation(f"Client {at:04}", at, closed_on=date(2026, 9, 4)) for at in range(number))


@pytest.fixture
def page(look: Look) -> OrganisationsPage:
    return OrganisationsPage(look)


def show(page: OrganisationsPage, shown_view: OrganisationsView, qtbot: QtBot, width: int = 1056) -> None:
    page.show_organisations(shown_view)
    with qtbot.waitActive(page):
        shown(page, qtbot, width)
        page.activateWindow()
    qtbot.waitUntil(lambda: "Everything stays in one file" in words_on(page))


def test_rows_stand_in_the_order_in_which_they_need_somebody(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, ROWAN, KESTREL, BELLWATER), qtbot)

    names = [row.line.name for row in page.rows.values()]
    assert names == ["Bellwater Council", "Kestrel Foods", "Northgate Housing", "Rowan Partners"]
    assert [row.line.next.words for row in page.rows.values()] == [
        "Due in 9 days",
        "14 of 16 answered",
        "Next: 24 January 2027",
        "No check yet",
    ]


def test_each_row_has_one_button_that_says_what_it_does(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, ROWAN, KESTREL), qtbot)

    said = names_of(page, QPushButton)
    assert "Open: Northgate Housing" in said
    assert "Go on: Kestrel Foods" in said
    assert "New check: Rowan Partners" in said


@pytest.mark.parametrize(
    ("organisation", "button", "signal"),
    [
        (NORTHGATE, "Open", "organisation_asked"),
        (KESTREL, "Go on", "go_on_asked"),
        (ROWAN, "New check", "check_asked"),
    ],
)
def test_the_button_and_the_name_ask_by_a_long_id(
    page: OrganisationsPage, qtbot: QtBot, organisation: OrganisationSummary, button: str, signal: str
) -> None:
    show(page, view(organisation), qtbot)
    name, wanted = organisation.organisation.name, organisation.organisation.id

    with qtbot.waitSignal(getattr(page, signal)) as asked:
        qtbot.keyClick(named(page, QPushButton, f"{button}: {name}"), Qt.Key.Key_Return)
    with qtbot.waitSignal(page.organisation_asked) as opened:
        qtbot.keyClick(named(page, QPushButton, name), Qt.Key.Key_Return)

    assert asked.args == opened.args == [wanted]


def test_the_two_numbers_are_handed_in_later_and_say_what_they_are(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, BELLWATER), qtbot)
    before = page.rows[BELLWATER.organisation.id].reading.chart.accessibleName()

    page.show_reading(BELLWATER.organisation.id, SHOWN)
    qtbot.waitUntil(lambda: "Openness" in words_on(page))

    assert before == ""
    assert page.rows[BELLWATER.organisation.id].reading.chart.accessibleName() == (
        "Trust in your people 48, Openness 71, 23 apart."
    )
    assert page.rows[NORTHGATE.organisation.id].reading.chart.accessibleName() == ""


def test_dots_and_pictures_for_a_row_that_has_gone_are_dropped(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE), qtbot)
    picture = QImage(300, 100, QImage.Format.Format_RGB32)

    page.show_reading(12345, SHOWN)
    page.show_picture(12345, picture)
    page.show_picture(NORTHGATE.organisation.id, picture)

    assert page.rows[NORTHGATE.organisation.id].badge.has_picture
    assert "Openness" not in words_on(page)


def test_the_headline_counts_what_is_due_this_month(page: OrganisationsPage, qtbot: QtBot) -> None:
    due = organisation("Long due", 9, closed_on=date(2025, 1, 1))
    show(page, view(due, NORTHGATE), qtbot)
    assert "One check is due this month." in words_on(page)

    page.show_organisations(view(NORTHGATE))
    qtbot.waitUntil(lambda: "No check is due this month." in words_on(page))


def test_without_organisations_the_page_says_so_and_offers_the_first(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(), qtbot)

    assert "No organisations yet." in words_on(page)
    assert "Add the first one, or look at the sample to see what you will get." in words_on(page)
    assert page.first_focus() is named(page, QPushButton, "New organisation")


def test_while_the_first_is_named_nothing_else_asks_for_it(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(), qtbot)
    named(page, QPushButton, "New organisation").click()
    qtbot.waitUntil(page.new.isVisible)
    assert "No organisations yet." not in words_on(page)

    qtbot.keyClick(page.new.field.line, Qt.Key.Key_Escape)

    assert "No organisations yet." in words_on(page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.new_button)


def test_escape_puts_the_line_for_a_new_name_away(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE), qtbot)
    page.ask_for_new()
    qtbot.waitUntil(page.new.isVisible)

    qtbot.keyClick(page.new.field.line, Qt.Key.Key_Escape)

    assert not page.new.isVisible()


def test_an_empty_name_is_refused_where_it_was_typed(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE), qtbot)
    page.ask_for_new()
    qtbot.waitUntil(page.new.isVisible)

    qtbot.keyClick(page.new.field.line, Qt.Key.Key_Return)

    assert page.new.said == "An organisation needs a name. Write one, in any language."


def test_of_a_thousand_only_twenty_rows_are_built_until_somebody_asks_for_more(
    page: OrganisationsPage, qtbot: QtBot
) -> None:
    show(page, view(*many(1000)), qtbot)
    assert len(page.rows) == AT_ONCE

    more = named(page, QPushButton, "Show more, 980 to come")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)

    assert len(page.rows) == 2 * AT_ONCE
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Client 0020"


def test_only_rows_on_the_screen_ask_to_be_completed_and_each_once(page: OrganisationsPage, qtbot: QtBot) -> None:
    told: list[int] = []
    page.rows_seen.connect(told.extend)
    show(page, view(*many(1000)), qtbot)
    qtbot.waitUntil(lambda: bool(told))
    at_first = len(told)
    assert at_first < AT_ONCE

    page.verticalScrollBar().setValue(200)
    qtbot.waitUntil(lambda: at_first < len(told) < AT_ONCE)
    page.verticalScrollBar().setValue(0)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: list(page.rows)[-1] in told)

    assert len(set(told)) == len(told)


def test_typing_finds_one_of_a_thousand(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(*many(1000), organisation("Caf\u00e9 Z\u00fcrich", 5000)), qtbot)

    qtbot.keyClicks(page.list.search.line, "zurich")

    assert [row.line.name for row in page.rows.values()] == ["Caf\u00e9 Z\u00fcrich"]
    qtbot.keyClicks(page.list.search.line, "x")
    qtbot.waitUntil(lambda: "No organisation is called that." in words_on(page))


def test_few_organisations_need_no_search(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(*many(11)), qtbot)

    assert not page.list.search.isVisible()
    assert not page.list.more.isVisible()


def test_in_the_sample_the_way_back_is_the_one_primary_button(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, is_sample=True), qtbot)

    assert "A sample: invented people at invented places." in words_on(page)
    with qtbot.waitSignal(page.own_asked):
        qtbot.mouseClick(named(page, QPushButton, "Back to my own"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (648, 1.0), (1056, 1.5), (648, 1.5), (648, 2.0)])
def test_long_and_foreign_names_fit_at_every_size(
    page: OrganisationsPage, qtbot: QtBot, look: Look, width: int, scale: float
) -> None:
    enlarge(look, scale)
    names = (LONG_NAME[:NAME_LIMIT], RUN_ON, GREEK)
    listed = [organisation(name, at, closed_on=date(2026, 9, 4)) for at, name in enumerate(names)]
    show(page, view(*listed, KESTREL, ROWAN), qtbot, width)
    page.show_reading(A_LARGE_ID, SHOWN)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert all(row.width() <= page.viewport().width() for row in page.rows.values())


def test_everything_the_keyboard_reaches_has_a_name(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(*many(30)), qtbot)
    page.ask_for_new()
    qtbot.waitUntil(page.new.isVisible)

    assert nameless(page) == []


# -- finding one by typing


def test_typing_a_name_looks_for_it_however_few_there_are(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, ROWAN, KESTREL, BELLWATER), qtbot)
    assert not page.list.search.isVisible()
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    qtbot.keyClicks(first, "R")
    qtbot.keyClicks(page.list.search.line, "ow")

    assert page.list.sought == "Row"
    assert [row.line.name for row in page.rows.values()] == ["Rowan Partners"]
    qtbot.keyClick(page.list.search.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is next(iter(page.rows.values())).name


def test_esc_shows_all_of_them_again(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, ROWAN, KESTREL, BELLWATER), qtbot)
    page.begin_search()
    qtbot.keyClicks(page.list.search.line, "nobody")
    assert not page.rows
    qtbot.keyClick(page.list.search.line, Qt.Key.Key_Escape)

    assert len(page.rows) == 4
    assert not page.list.search.isVisible()


def test_keys_that_are_no_name_look_for_nothing(page: OrganisationsPage, qtbot: QtBot) -> None:
    show(page, view(NORTHGATE, ROWAN), qtbot)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(first, Qt.Key.Key_Home)

    assert not page.list.search.isVisible()

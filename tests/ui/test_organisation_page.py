"""The page of one organisation, in every size, with names of any length and script."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from tests.ui.portraits import GREEK, LONG_NAME, RUN_ON
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import LineMark
from trustcheck.domain.checks.round import (
    NAME_LIMIT,
    Organisation,
    OrganisationDetails,
    RoundKind,
    RoundState,
    RoundSummary,
)
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations.organisation_page import OrganisationPage
from trustcheck.ui.organisations.organisations_view import OrganisationView

DETAILS = OrganisationDetails("The board is curious.", "Ask Mara, room 12.", "Fernhill Consulting", "#f2c200", "Thanks")
SHOWN = CheckReading(
    "Leaders 69, staff 37, 32 apart",
    "Openness, where they lie furthest apart",
    (LineMark("Leaders", 69, Perspective.LEADER), LineMark("Staff", 37, Perspective.STAFF)),
)


def a_round(
    round_id: int, state: RoundState, *, kind: RoundKind = RoundKind.GROUP, compares: bool = True, answered: int = 4
) -> RoundSummary:
    closed_on = date(2026, 9, 4) if state is RoundState.CLOSED else None
    return RoundSummary(
        id=round_id,
        organisation=Organisation(1, "Northgate Housing"),
        state=state,
        form=Form.FULL,
        perspective=Perspective.STAFF,
        started_on=date(2026, 9, 1),
        closed_on=closed_on,
        answered=answered,
        asked=10,
        kind=kind,
        compares=compares,
    )


def show(page: OrganisationPage, qtbot: QtBot, name: str, *rounds: RoundSummary, width: int = 1056) -> None:
    page.show_organisation(OrganisationView(Organisation(1, name), rounds, DETAILS, "/x"), QImage())
    shown(page, qtbot, width)
    page.activateWindow()
    qtbot.waitUntil(lambda: "How its reports look" in words_on(page))


@pytest.fixture
def page(look: Look) -> OrganisationPage:
    return OrganisationPage(look)


def test_each_check_says_when_who_and_how_far(page: OrganisationPage, qtbot: QtBot) -> None:
    show(
        page,
        qtbot,
        "Northgate Housing",
        a_round(1, RoundState.PREPARING, answered=0),
        a_round(2, RoundState.OPEN),
        a_round(3, RoundState.CLOSED, compares=False, answered=9),
        a_round(4, RoundState.CLOSED, kind=RoundKind.PERSONAL),
    )

    said = words_on(page)
    for words in (
        "being prepared",
        "open: 4 of 10 have answered",
        "closed: 9 of 10 answered",
        "one person, finished",
        "leaders and staff, all questions",
        "staff, all questions",
        "4 September 2026",
    ):
        assert words in said


def test_an_open_check_never_shows_numbers_and_a_closed_one_says_whose(page: OrganisationPage, qtbot: QtBot) -> None:
    show(page, qtbot, "Northgate Housing", a_round(2, RoundState.OPEN), a_round(3, RoundState.CLOSED))
    page.show_reading(3, SHOWN)
    page.show_reading(99, SHOWN)

    qtbot.waitUntil(page.rows[3].line.chart.isVisible)
    assert not page.rows[2].line.chart.isVisible()
    for words in ("Leaders 69, staff 37, 32 apart", "Openness, where they lie furthest apart", "Staff"):
        assert words in words_on(page)


def test_escape_keeps_a_check_and_gives_the_keyboard_back(page: OrganisationPage, qtbot: QtBot) -> None:
    show(page, qtbot, "Northgate Housing", a_round(3, RoundState.CLOSED, answered=1))
    row = page.rows[3]
    deleted: list[int] = []
    page.round_delete_asked.connect(deleted.append)

    QTest.keyClick(row.delete_button, Qt.Key.Key_Return)
    qtbot.waitUntil(row.asking.isVisible)
    assert row.asking.question == "Delete the check of 4 September 2026? One person\u2019s answers go with it."
    QTest.keyClick(row.asking.keep_button, Qt.Key.Key_Escape)

    assert not row.asking.isVisible()
    assert deleted == []


def test_a_colour_is_told_what_it_is_good_for_as_it_is_typed(page: OrganisationPage, qtbot: QtBot) -> None:
    show(page, qtbot, "Northgate Housing")
    kept: list[OrganisationDetails] = []
    page.details_changed.connect(kept.append)
    assert page.cards.colour.said == "This colour is too pale to read on paper. Used for lines only."

    page.cards.colour.line.selectAll()
    QTest.keyClicks(page.cards.colour.line, "#0b5f6")
    assert "six figures and letters" in page.cards.colour.said
    assert kept == []
    QTest.keyClicks(page.cards.colour.line, "3")

    assert "Dark enough to read on paper" in page.cards.colour.said
    assert [each.accent for each in kept] == ["#0b5f63"]


def test_removing_the_logo_keeps_everything_else(page: OrganisationPage, qtbot: QtBot) -> None:
    show(page, qtbot, "Northgate Housing")
    page.cards.wear(b"\x89PNG", QImage(300, 100, QImage.Format.Format_RGB32))
    qtbot.waitUntil(page.cards.logo.remove.isVisible)

    with qtbot.waitSignal(page.details_changed) as kept:
        qtbot.mouseClick(named(page, QPushButton, "Remove the logo"), Qt.MouseButton.LeftButton)

    assert kept.args == [DETAILS]
    assert not page.cards.logo.paper.has_picture


def test_the_new_name_begins_with_the_old_one(page: OrganisationPage, qtbot: QtBot) -> None:
    show(page, qtbot, "Northgate")

    qtbot.mouseClick(named(page, QPushButton, "Rename"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.new_name.isVisible)
    assert page.new_name.field.words == "Northgate"
    page.new_name.field.line.setText("Northgate Housing")

    with qtbot.waitSignal(page.renamed) as renamed:
        QTest.keyClick(page.new_name.field.line, Qt.Key.Key_Return)
    assert renamed.args == ["Northgate Housing"]


@pytest.mark.parametrize("name", [LONG_NAME[:NAME_LIMIT], RUN_ON, GREEK])
@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (648, 1.0), (648, 1.5), (648, 2.0)])
def test_long_and_foreign_names_fit_at_every_size(
    page: OrganisationPage, qtbot: QtBot, look: Look, name: str, width: int, scale: float
) -> None:
    enlarge(look, scale)
    show(page, qtbot, name, a_round(2, RoundState.OPEN), a_round(3, RoundState.CLOSED), width=width)
    page.show_reading(3, SHOWN)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert page.rows[3].width() <= page.viewport().width()
    assert nameless(page) == []

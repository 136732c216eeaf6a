"""Openness under criticism in the window: what a group expects, and what one person picks for themselves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import drill
from tests.ui.finding import cut_off, enlarge, nameless, shown, words_on
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.scenarios import CardSuggestion
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.drill_page import DrillPage
from trustcheck.ui.results.own_drill_page import OwnDrillPage

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf"


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> DrillPage:
    page = DrillPage(look)
    page.show_result(group_result_of(drill.group_round()))
    shown(page, qtbot)
    return page


@pytest.fixture
def own(qtbot: QtBot, look: Look) -> OwnDrillPage:
    page = OwnDrillPage(look)
    page.show_result(result_of(drill.personal_round({})))
    page.picked.connect(lambda card, rung: page.show_result(picked_as({} if rung is None else {card: rung})))
    shown(page, qtbot)
    return page


def picked_as(picks: dict[str, int]) -> PersonalResult:
    return result_of(drill.personal_round(picks))


def test_a_group_reads_the_finding_the_ladder_and_each_card_with_something_to_try(page: DrillPage) -> None:
    words = words_on(page)

    assert page.announcement() == ("Openness under criticism. Staff see different things coming in one of four moments")
    assert words.index("A colleague tells of a mistake") < words.index("A journalist asks for a document")
    assert "Twelve staff usually expect “leaders here ask the person to take it down”" in words
    assert "A mistake to read." in words
    assert "From whose mistake did all of us learn last year" in words
    said = " ".join(each.accessibleName() for each in page.findChildren(ChartView))
    assert "A leaked memo: leaders let be (3 of 5); Staff: not shown." in said
    assert nameless(page) == []


def test_a_check_that_did_not_ask_says_so(qtbot: QtBot, look: Look) -> None:
    page = DrillPage(look)
    page.show_result(group_result_of(drill.not_asked(drill.group_round())))
    shown(page, qtbot)

    assert "This check did not ask what would really happen" in words_on(page)
    assert page.findChildren(ChartView) == []


def test_nothing_is_cut_at_150_per_cent_in_a_small_window_whatever_cards_are_called(qtbot: QtBot, look: Look) -> None:
    enlarge(look, 1.5)
    of = drill.group_round()
    long = tuple(replace(each, name=LONG, suggestion=CardSuggestion(LONG, LONG, LONG)) for each in cards(of))
    page = DrillPage(look)
    page.show_result(group_result_of(replace(of, questionnaire=replace(of.questionnaire, scenarios=long))))
    shown(page, qtbot, 520, 480)

    assert cut_off(page) == []
    assert page.horizontalScrollBar().maximum() == 0


def cards(of: object) -> tuple[object, ...]:
    return of.questionnaire.scenarios


def test_somebody_alone_picks_by_keyboard_and_the_keyboard_stays(own: OwnDrillPage, qtbot: QtBot) -> None:
    first = own.first_focus()
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert here is not None
    with qtbot.waitSignal(own.picked) as picked:
        QTest.keyClick(here, Qt.Key.Key_Space)

    assert picked.args == ["D1", 1]
    assert QApplication.focusWidget() is here
    qtbot.waitUntil(lambda: "Kept quiet: “a customer's complaint spreads”." in words_on(own))
    words = words_on(own)
    assert "One of six moments picked" in words
    assert "Write down who answers when a complaint spreads" in words
    assert nameless(own) == []


def test_a_pick_is_taken_back_by_its_menu(own: OwnDrillPage, qtbot: QtBot) -> None:
    own.show_result(picked_as({"D2": 4}))
    card = own.groups["D2"].first_focus()
    assert card.text() == "Leaders here tell in public about a mistake they made themselves."
    with qtbot.waitSignal(own.picked) as taken:
        card.clear.trigger()

    assert taken.args == ["D2", None]
    assert own.groups["D2"].answer is None


def test_a_questionnaire_without_cards_says_how_there_can_be_some(qtbot: QtBot, look: Look) -> None:
    of = drill.personal_round({})
    page = OwnDrillPage(look)
    page.show_result(result_of(replace(of, questionnaire=replace(of.questionnaire, scenarios=()))))
    shown(page, qtbot)
    assert "This questionnaire brings no scenario cards" in words_on(page)

"""Every number of one person's pages answers how it was worked out, with its own calculation, by key and by mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.report.portraits import library
from tests.ui.finding import named, shown
from trustcheck.app.presenting.personal_sums import fact_sums, pillar_sum, score_sums, theme_sum
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.calculations import Calculations
from trustcheck.ui.results.figure_button import TrackButton
from trustcheck.ui.results.overview_page import OverviewPage
from trustcheck.ui.results.say_do_page import SayDoPage
from trustcheck.ui.results.suggestions_page import SuggestionsPage
from trustcheck.ui.results.themes_page import ThemesPage

HOW = "How is this worked out?"


def press(qtbot: QtBot, button: QPushButton, sums: Calculations) -> str:
    """Ask by key; what the panel says. Escape gives the keyboard back."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(sums.panel.isVisible)
    said = sums.panel.words
    qtbot.keyClick(sums.panel.lines, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    return said


def test_each_pillar_answers_with_its_own_sum_and_the_page_with_all_of_them(look: Look, qtbot: QtBot) -> None:
    page, result = OverviewPage(look), library()
    page.show_result(result)
    shown(page, qtbot)

    for pillar in result.pillars:
        said = press(qtbot, named(page, TrackButton, pillar.pillar.address), page.sums)
        assert all(line in said for line in pillar_sum(result, pillar.pillar.id).said)
    everything = press(qtbot, named(page, QPushButton, HOW), page.sums)
    assert all(line in everything for told in score_sums(result) for line in told.said)


@pytest.mark.parametrize("theme", ["GI", "RV"])
def test_a_theme_answers_with_its_own_answers(look: Look, qtbot: QtBot, theme: str) -> None:
    page, result = ThemesPage(look), library()
    page.show_result(result, theme)
    shown(page, qtbot)

    for button in (named(page, TrackButton, result.theme(theme).theme.name), named(page, QPushButton, HOW)):
        said = press(qtbot, button, page.sums)
        assert all(line in said for line in theme_sum(result, theme).said)


def test_the_facts_answer_with_each_fact_and_what_it_counts(look: Look, qtbot: QtBot) -> None:
    page, result = SayDoPage(look), library()
    page.show_result(result)
    shown(page, qtbot)

    said = press(qtbot, page.how, page.sums)

    told = fact_sums(result.facts, result.practice, result.questionnaire)
    assert len(told) == 3
    assert all(line in said for each in told for line in each.said)


def test_the_themes_among_the_suggestions_answer_too(look: Look, qtbot: QtBot) -> None:
    page, result = SuggestionsPage(look), library()
    page.show_result(result, date(2026, 9, 23))
    shown(page, qtbot)

    said = press(qtbot, named(page, QPushButton, HOW), page.sums)

    assert all(line in said for each in result.strengths for line in theme_sum(result, each.theme_id).said)
    assert all(line in said for each in result.proposals for line in theme_sum(result, each.theme_id).said)


def test_a_page_that_is_left_takes_its_panel_with_it(look: Look, qtbot: QtBot) -> None:
    page = OverviewPage(look)
    page.show_result(library())
    shown(page, qtbot)
    qtbot.mouseClick(page.findChildren(TrackButton)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.sums.panel.isVisible)

    page.hide()

    assert page.sums.panel.isHidden()

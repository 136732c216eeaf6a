"""One theme at a time: the number in words, the answers behind it, and a way to change them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests import own_questions
from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.portraits.result import result_of
from trustcheck.domain.checks.marks import AnswerMark
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.one_theme import Flagged
from trustcheck.ui.results.theme_chooser import ThemeItem
from trustcheck.ui.results.themes_page import AnsweredItem, ThemesPage

GIVEN = {"RD1": 2, "RD2": 4, "RD3": 3, "RD4": 4, "TT3": "dk", "BL1": "na", "BL2": "na", "BL3": "na"}


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ThemesPage:
    page = ThemesPage(look)
    page.show_result(
        portraits.result(GIVEN, known={"K03": "no", "K04": "yes"}, notes={"RD1": "Only <b>in June</b>."}), "RD"
    )
    shown(page, qtbot)
    return page


def test_the_theme_asked_for_is_on_show(page: ThemesPage) -> None:
    assert page.theme_id == "RD"
    assert named(page, ThemeItem, "Room to decide").is_shown
    assert page.announcement() == "Themes. Room to decide"


def test_all_ten_themes_stand_in_the_list_under_their_pillars(page: ThemesPage) -> None:
    assert len(names_of(page, ThemeItem)) == 10
    assert "Trust in your people" in words_on(page)
    assert "Openness" in words_on(page)


def test_the_number_is_said_in_answers_with_its_margin(page: ThemesPage) -> None:
    assert (
        "Your answers put this at 44 of 100, usually \u201cseldom\u201d to \u201coften\u201d, give or take 20."
        in words_on(page)
    )


def test_the_reading_names_every_band_the_margin_reaches(page: ThemesPage) -> None:
    text = portraits.shipped().theme_by_id["RD"].bands.patchy

    assert f"Rare to Usual: {text}" in words_on(page)


def test_before_the_answers_stand_one_chart_and_one_sentence(page: ThemesPage) -> None:
    words = words_on(page)

    assert "Highest:" not in words
    assert words.index("Your answers put this at") < words.index("Your answers\n") < words.index("Rare to Usual: ")


def test_the_highest_and_the_lowest_answer_are_told_to_the_curious(page: ThemesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, QPushButton, "For the curious"), Qt.Key.Key_Space)
    asked = portraits.shipped()
    leader = Perspective.LEADER

    assert f"Highest: \u201coften\u201d to: {asked.wording('RD2', leader)}" in words_on(page)
    assert f"Lowest: \u201cseldom\u201d to: {asked.wording('RD1', leader)}" in words_on(page)


def test_every_item_shows_its_wording_and_the_answer_given(page: ThemesPage) -> None:
    rows = page.findChildren(AnsweredItem)
    asked = portraits.shipped()

    assert len(rows) == 4
    for row, item in zip(rows, asked.items_of("RD"), strict=True):
        assert asked.wording(item.id, Perspective.LEADER) in words_on(row)
    assert named(rows[0], QWidget, "Seldom, 2 of 5.")


def test_an_item_asked_the_other_way_round_says_how_it_counts(page: ThemesPage) -> None:
    turned = page.findChildren(AnsweredItem)[3]

    assert "it counts as \u201cseldom\u201d" in words_on(turned)
    assert "counts as" not in words_on(page.findChildren(AnsweredItem)[1])


def test_a_note_stands_under_its_answer_as_it_was_written(page: ThemesPage) -> None:
    assert "Only <b>in June</b>." in words_on(page.findChildren(AnsweredItem)[0])


def test_the_help_line_is_there_on_demand(page: ThemesPage, qtbot: QtBot) -> None:
    row = page.findChildren(AnsweredItem)[0]
    meaning = portraits.shipped().item_by_id["RD1"].meaning
    assert meaning not in words_on(row)

    qtbot.mouseClick(named(row, QPushButton, "What does this mean?"), Qt.MouseButton.LeftButton)

    assert meaning in words_on(row)


def test_change_this_answer_names_the_item(page: ThemesPage, qtbot: QtBot) -> None:
    row = page.findChildren(AnsweredItem)[1]

    with qtbot.waitSignal(page.change_asked) as heard:
        qtbot.keyClick(named(row, QPushButton, "Change this answer"), Qt.Key.Key_Return)

    assert heard.args == ["RD2"]


def test_the_two_facts_of_the_theme_stand_beside_it(page: ThemesPage, qtbot: QtBot) -> None:
    facts = portraits.shipped().practices_of("RD")
    text = words_on(page)

    assert all(fact.text in text for fact in facts)
    assert text.index(facts[0].text) < text.index("\nNo\n") < text.index(facts[1].text) < text.index("\nYes")
    with qtbot.waitSignal(page.say_do_asked):
        qtbot.keyClick(named(page, QPushButton, "Go to the facts"), Qt.Key.Key_Space)


def test_choosing_another_theme_shows_it(page: ThemesPage, qtbot: QtBot) -> None:
    item = named(page, ThemeItem, "Two-way trust")

    qtbot.keyClick(item, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: portraits.shipped().theme_by_id["TT"].meaning in words_on(page))
    assert "\u201cI don\u2019t know\u201d: 1 of 4 questions. That is an answer too." in words_on(page)
    assert item.is_shown
    assert not named(page, ThemeItem, "Room to decide").is_shown


def test_a_theme_with_too_few_answers_says_so_and_shows_no_number(page: ThemesPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, ThemeItem, "Backing to learn"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Too few answers for a number." in words_on(page))
    assert "of 100" not in words_on(page)
    assert "\u201cDoesn\u2019t apply here\u201d: 3 of 4 questions." in words_on(page)


def test_the_score_can_be_read_as_a_table(page: ThemesPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, QPushButton, "Show as table"), Qt.MouseButton.LeftButton)

    table = named(page, ChartTable, "Room to decide")
    assert [table.item(0, column).text() for column in range(3)] == ["Room to decide", "44", "24 to 64"]


def test_coming_back_shows_the_theme_shown_last(page: ThemesPage, qtbot: QtBot) -> None:
    page.show_result(portraits.result())

    assert page.theme_id == "RD"


def test_a_narrow_window_has_one_button_with_a_menu_of_themes(page: ThemesPage, qtbot: QtBot) -> None:
    page.resize(656, 560)
    qtbot.waitUntil(lambda: names_of(page, ThemeItem) == [])
    button = named(page, QPushButton, "Choose a theme: Room to decide, 2 of 10")
    assert page.first_focus() is button

    qtbot.keyClick(button, Qt.Key.Key_Return)
    menu = page.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    next(action for action in menu.actions() if action.text() == "Words and deeds").trigger()
    menu.hide()

    qtbot.waitUntil(lambda: portraits.shipped().theme_by_id["WD"].meaning in words_on(page))


def test_a_pulse_says_why_a_theme_has_no_number(look: Look, qtbot: QtBot) -> None:
    page = ThemesPage(look)
    page.show_result(portraits.pulse())
    shown(page, qtbot)

    assert "The short form asks too little of one theme for a number." in words_on(page)
    assert len(page.findChildren(AnsweredItem)) == 1


def test_everything_the_keyboard_reaches_has_a_name(page: ThemesPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.0), (1056, 1.5), (656, 1.5), (656, 2.0)])
def test_nothing_is_cut_off_with_names_of_any_length_and_script(
    look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    page = ThemesPage(look)
    page.show_result(portraits.foreign(), "GI")
    shown(page, qtbot, width, 560)
    enlarge(look, scale)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_own_questions_stand_below_all_themes_and_can_be_changed(qtbot: QtBot, look: Look) -> None:
    page = ThemesPage(look)
    page.show_result(own_questions.result(), "own questions")
    shown(page, qtbot)

    assert own_questions.ROOMS in words_on(page)
    row = page.findChildren(AnsweredItem)[0]
    with qtbot.waitSignal(page.change_asked) as asked:
        qtbot.keyClick(named(row, QPushButton, "Change this answer"), Qt.Key.Key_Space)
    assert asked.args == ["own-1"]


def listed(page: ThemesPage) -> list[str]:
    return [each.item_id for each in page.findChildren(Flagged) if each.isVisible()]


def test_open_flagged_and_noted_questions_of_all_themes_are_listed_under_their_themes(look: Look, qtbot: QtBot) -> None:
    page, result = ThemesPage(look), portraits.result(notes={"TT2": "Once."})
    unanswered = result.round.response.with_answer("WD1", None)
    marks = {"SS1": AnswerMark(flagged=True), "RD1": AnswerMark(flagged=True)}
    page.show_result(result_of(replace(result.round, response=unanswered, marks=marks)), "RD")
    shown(page, qtbot)

    page.filter.segments[2].click()
    QApplication.processEvents()
    assert listed(page) == ["RD1", "SS1"]
    assert "Room to decide" in words_on(page)
    page.filter.segments[3].click()
    QApplication.processEvents()
    assert listed(page) == ["TT2"]
    page.filter.segments[1].click()
    QApplication.processEvents()
    assert listed(page) == ["WD1"]
    named(page, ThemeItem, "Safe to speak").click()
    QApplication.processEvents()
    assert (page.filter.choice, set(listed(page))) == (0, {"SS1", "SS2", "SS3", "SS4"})


def test_the_filter_keeps_the_keyboard_while_it_lists_and_says_when_there_is_none(
    page: ThemesPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.filter.segments[0].setFocus()
    for _time in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)

    QApplication.processEvents()
    assert QApplication.focusWidget() is page.filter.segments[2]
    assert "There is none of these." in words_on(page)


def test_a_key_flags_a_question_of_a_result(page: ThemesPage, qtbot: QtBot) -> None:
    row = next(each for each in page.findChildren(Flagged) if each.item_id == "RD2")
    with qtbot.waitSignal(page.flag_turned) as heard:
        qtbot.keyClick(row.flag, Qt.Key.Key_Space)

    assert heard.args == ["RD2", True]
    assert row.flag.accessibleName() == "To be talked about"
    assert row.flag.accessibleDescription() == row.row.shown.wording

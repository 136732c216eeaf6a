"""A group's overview: the sentence first, both views of two pillars and ten themes, and numbers that answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.group_builders import LEADER, STAFF, group_result
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.results.group import WithoutHurried
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.pressable import Tile
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_overview_page import GroupOverviewPage
from trustcheck.ui.results.group_pillar_card import GroupThemeRow, RowNumbers


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> GroupOverviewPage:
    page = GroupOverviewPage(look)
    page.show_result(group_result())
    shown(page, qtbot)
    return page


def test_day_and_who_answered_stand_at_the_top(page: GroupOverviewPage) -> None:
    assert "22 September 2026" in words_on(page)
    assert "6 of 7 leaders and 14 of 16 staff answered" in names_of(page, FigureButton)


def test_who_answered_is_explained_for_both_views(page: GroupOverviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, FigureButton, "6 of 7 leaders"), Qt.Key.Key_Space)

    assert "7 leaders were invited, and 6 finished a sheet." in page.sums.panel.words
    assert "16 staff were invited, and 14 finished a sheet." in page.sums.panel.words


def test_the_sentence_is_announced(page: GroupOverviewPage) -> None:
    assert page.announcement().endswith(group_result().sentence)


def test_both_views_of_a_pillar_are_numbers_of_their_own(page: GroupOverviewPage) -> None:
    names = names_of(page, FigureButton)

    assert "Trust in your people, leaders: 71 of 100, Patchy to Usual, from six people" in names
    assert "Trust in your people, staff: 61 of 100, Patchy to Usual, from 14 people" in names


def test_a_theme_is_said_with_both_means_and_intervals(page: GroupOverviewPage) -> None:
    row = named(page, GroupThemeRow, "Safe to speak")

    assert row.accessibleName() == (
        "Safe to speak: leaders 74 (95 % interval 65 to 83); staff 43 (95 % interval 34 to 52). Marked: start here."
    )


def test_every_theme_leads_on_by_key(page: GroupOverviewPage, qtbot: QtBot) -> None:
    rows = page.findChildren(GroupThemeRow)
    assert len(rows) == 10

    with qtbot.waitSignal(page.theme_asked) as asked:
        qtbot.keyClick(named(page, GroupThemeRow, "Safe to speak"), Qt.Key.Key_Return)
    assert asked.args == ["SS"]


def test_a_number_says_how_it_came_about_and_gets_the_keyboard_back(page: GroupOverviewPage, qtbot: QtBot) -> None:
    number = named(page, FigureButton, "Trust in your people, staff")
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Space)

    assert page.sums.panel.isVisible()
    assert "the mean of their scores is 61 of 100" in page.sums.panel.words
    assert page.sums.panel.lines.hasFocus()

    qtbot.keyClick(page.sums.panel.lines, Qt.Key.Key_Escape)
    assert not page.sums.panel.isVisible()
    assert number.hasFocus()


def test_the_numbers_of_a_row_answer_for_both_views_and_the_gap(page: GroupOverviewPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, RowNumbers, "How is this worked out? Safe to speak"), Qt.MouseButton.LeftButton)

    assert "the mean of their scores is 74 of 100" in page.sums.panel.words
    assert "the mean of their scores is 43 of 100" in page.sums.panel.words
    assert "Welch" in page.sums.panel.words


def test_close_puts_the_panel_away(page: GroupOverviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, FigureButton, "Openness, staff"), Qt.Key.Key_Return)
    qtbot.mouseClick(page.sums.panel.close_button, Qt.MouseButton.LeftButton)

    assert not page.sums.panel.isVisible()


def test_numbers_are_buttons_to_a_screen_reader(page: GroupOverviewPage) -> None:
    for each in (*page.findChildren(FigureButton), *page.findChildren(RowNumbers)):
        interface = QAccessible.queryAccessibleInterface(each)
        assert interface.role() == QAccessible.Role.Button


def test_why_this_sentence_unfolds(page: GroupOverviewPage, qtbot: QtBot) -> None:
    assert "Why." not in words_on(page).splitlines()
    qtbot.keyClick(named(page, QPushButton, "Why this sentence?"), Qt.Key.Key_Space)

    assert "Why." in words_on(page).splitlines()


def test_the_sentence_can_be_said_in_ones_own_words(page: GroupOverviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, QPushButton, "Say it in our own words"), Qt.Key.Key_Space)
    box = named(page, QPlainTextEdit, "The sentence in our own words")
    assert box.hasFocus()
    assert box.toPlainText() == group_result().sentence
    box.selectAll()
    qtbot.keyClicks(box, "We talk.  We hardly listen.")

    with qtbot.waitSignal(page.own_words_changed) as changed:
        qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert changed.args == ["We talk. We hardly listen."]


def test_escape_leaves_the_sentence_as_it_was(page: GroupOverviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, QPushButton, "Say it in our own words"), Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(page.own_words_changed):
        qtbot.keyClick(named(page, QPlainTextEdit, "The sentence"), Qt.Key.Key_Escape)

    assert named(page, QPushButton, "Say it in our own words").hasFocus()


def test_own_words_are_marked_and_can_be_taken_back(look: Look, qtbot: QtBot) -> None:
    page = GroupOverviewPage(look)
    page.show_result(group_builders.foreign())
    shown(page, qtbot)
    assert "In our own words" in words_on(page)

    qtbot.keyClick(named(page, QPushButton, "Say it in our own words"), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.own_words_changed) as changed:
        qtbot.keyClick(named(page, QPushButton, "Back to the rule"), Qt.Key.Key_Space)
    assert changed.args == [""]


def test_the_tiles_lead_to_strengths_gaps_and_suggestions(page: GroupOverviewPage, qtbot: QtBot) -> None:
    for name, signal in (
        ("Relatively strongest", page.strengths_asked),
        ("The widest gap: Safe to speak: leaders and staff are 31 points apart.", page.gaps_asked),
        ("Start here: Safe to speak", page.suggestions_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(named(page, Tile, name), Qt.Key.Key_Return)


def test_the_whole_is_small_and_late_and_never_one_number(page: GroupOverviewPage) -> None:
    words = words_on(page)

    assert "Everything together, which says the least:" in words
    assert names_of(page, FigureButton)[-2:] == [
        "Everything together, leaders: 62 of 100, Patchy to Usual, from six people",
        "Everything together, staff: 55 of 100, Patchy to Usual, from 14 people",
    ]


def test_a_hidden_view_is_nowhere_on_the_page(look: Look, qtbot: QtBot) -> None:
    page = GroupOverviewPage(look)
    page.show_result(group_result(leaders=3, hidden=(LEADER,)))
    shown(page, qtbot)

    assert not any("leaders:" in name for name in names_of(page, FigureButton))
    assert all("leaders" not in name for name in names_of(page, GroupThemeRow))


def test_the_legend_names_only_what_is_drawn(look: Look, page: GroupOverviewPage, qtbot: QtBot) -> None:
    assert "where the mean may lie" in words_on(page)

    bare = GroupOverviewPage(look)
    bare.show_result(group_result(leaders=3, staff=4, hidden=(LEADER, STAFF)))
    shown(bare, qtbot)

    assert "where the mean may lie" not in words_on(bare)


def test_the_table_says_what_the_cards_show(page: GroupOverviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, QPushButton, "Show as table"), Qt.Key.Key_Space)
    table = named(page, ChartTable, "All numbers as a table")

    assert table.rowCount() == 12
    assert [table.item(0, at).text() for at in range(5)] == ["Trust in your people", "71", "62 to 80", "61", "52 to 70"]


def test_banners_stand_above_the_numbers(look: Look, qtbot: QtBot) -> None:
    page = GroupOverviewPage(look)
    page.show_result(group_builders.foreign())
    shown(page, qtbot)
    words = words_on(page)

    assert "Two more staff answered since this result was made." in words
    assert words.index("Two more staff") < words.index("Rules, reactions")


def test_everything_the_keyboard_reaches_has_a_name(page: GroupOverviewPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1056, 800)), (1.5, (720, 560)), (2.0, (900, 700))])
def test_nothing_is_cut_off_whatever_the_names(look: Look, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    page = GroupOverviewPage(look)
    page.show_result(group_builders.foreign())
    enlarge(look, scale)
    shown(page, qtbot, *size)

    qtbot.waitUntil(lambda: cut_off(page) == [])


HURRIED = (
    WithoutHurried(
        STAFF,
        "Staff: without the seven hurried sheets this would read otherwise.",
        ("Safe to speak: 43 (Patchy) with them, 36 (Rare) without",),
    ),
)


def test_what_hurried_sheets_change_is_folded_at_the_end(page: GroupOverviewPage, qtbot: QtBot) -> None:
    page.show_result(replace(group_result(), without_hurried=HURRIED))
    name = "With and without hurried sheets"
    qtbot.waitUntil(lambda: name in names_of(page, QPushButton))
    fold = named(page, QPushButton, name)
    assert HURRIED[0].sentence not in words_on(page)

    qtbot.keyClick(fold, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: HURRIED[0].sentence in words_on(page))
    assert HURRIED[0].moved[0] in words_on(page)
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_without_hurried_sheets_there_is_no_such_line(page: GroupOverviewPage) -> None:
    assert "With and without hurried sheets" not in names_of(page, QPushButton)

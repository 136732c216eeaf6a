"""One theme of a group at a time: both views, the questions, the notes, and numbers that answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders, own_questions
from tests.group_builders import LEADER, STAFF, both, group_result
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, unfold, words_on
from trustcheck.app.portraits.result import group_result_of
from trustcheck.domain.checks.group_round import GroupNote, NotesUse
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_theme_chart import GroupThemeChart, ViewCard
from trustcheck.ui.results.group_themes_page import GroupThemesPage
from trustcheck.ui.results.one_theme import Flagged
from trustcheck.ui.results.theme_chooser import ThemeItem


@pytest.fixture(scope="module")
def result() -> object:
    return group_result_of(both(notes=(GroupNote("SS1", "In the kitchen we do."),)))


@pytest.fixture
def page(qtbot: QtBot, look: Look, result: object) -> GroupThemesPage:
    page = GroupThemesPage(look)
    page.show_result(result, "SS")  # type: ignore[arg-type]
    shown(page, qtbot)
    return page


def test_the_numbers_of_both_views_stand_above_one_axis(page: GroupThemesPage) -> None:
    card = page.findChild(GroupThemeChart)

    assert [name.split(":")[0] for name in names_of(card, FigureButton)[:2]] == [
        "Safe to speak, leaders",
        "Safe to speak, staff",
    ]
    chart = next(each for each in card.findChildren(ChartView) if each.isVisible())
    assert "leaders" in chart.accessibleName()
    assert "staff" in chart.accessibleName()
    assert len(names_of(card, ChartView)) == 1


def test_what_only_the_curious_want_is_folded(page: GroupThemesPage, qtbot: QtBot) -> None:
    for words in (
        "if those without a score count 0, or 100",
        "would one person change it?",
        "how far answers lie apart",
    ):
        assert not [name for name in names_of(page, FigureButton) if name.startswith(words)]
    assert "if the" not in words_on(page)

    qtbot.keyClick(named(page, QPushButton, "For the curious"), Qt.Key.Key_Space)

    for words in (
        "if those without a score count 0, or 100",
        "would one person change it?",
        "how far answers lie apart",
    ):
        assert [name for name in names_of(page, FigureButton) if name.startswith(words)]


def test_before_the_questions_stand_one_chart_and_one_sentence(page: GroupThemesPage) -> None:
    words = words_on(page)

    assert words.index("points higher than staff") < words.index("The questions") < words.index("One reading: ")


def test_the_list_says_whose_numbers_it_holds(page: GroupThemesPage) -> None:
    assert words_on(page).splitlines().count("staff") == 2


def test_for_the_curious_each_view_has_a_card(page: GroupThemesPage) -> None:
    unfold(page, "For the curious")

    assert [name.split(":")[0] for name in names_of(page, ViewCard)] == [
        "Safe to speak, leaders",
        "Safe to speak, staff",
    ]


def test_the_split_the_reading_and_the_gap_are_said(page: GroupThemesPage) -> None:
    unfold(page, "For the curious")
    words = words_on(page)

    assert "14 staff describe this as there" in words
    assert "One reading: " in words
    assert "points higher than staff: a clear gap" in words
    assert "Leaders describe more of this than staff do." in words


def test_three_classes_are_shown_of_fourteen_people_and_not_of_six(page: GroupThemesPage) -> None:
    unfold(page, "For the curious")
    assert names_of(page, FigureButton).count("14 people in three classes") == 1
    assert not any("six people in three classes" in name.lower() for name in names_of(page, FigureButton))


def test_every_number_answers(page: GroupThemesPage, qtbot: QtBot) -> None:
    unfold(page, "For the curious")
    numbers = [each for each in page.findChildren(FigureButton) if each.isVisible()]
    assert len(numbers) > 20

    for number in numbers:
        qtbot.keyClick(number, Qt.Key.Key_Space)
        assert len(page.sums.panel.words) > 40
        qtbot.keyClick(page.sums.panel.lines, Qt.Key.Key_Escape)
        assert number.hasFocus()


def test_a_number_of_one_question_says_which(page: GroupThemesPage, qtbot: QtBot) -> None:
    number = named(page, FigureButton, "People here say so when they disagree with a leader. Staff")
    qtbot.keyClick(number, Qt.Key.Key_Space)

    assert page.sums.panel.words.startswith("People here say so when they disagree with a leader.")
    assert "staff answered it with a point of the scale" in page.sums.panel.words


def test_beside_a_question_asked_the_other_way_round_stands_what_was_answered_to_it(look: Look, qtbot: QtBot) -> None:
    page, result = GroupThemesPage(look), group_result_of(both())
    theme, turned = next(
        (each.theme, item) for each in result.themes for item in each.items if item.item.reverse and STAFF in item.views
    )
    page.show_result(result, theme.id)
    shown(page, qtbot)
    value = turned.views[STAFF]
    caption = f"staff, {value.favourable} of {value.n} seldom or less"

    assert caption in [each.caption for each in page.findChildren(FigureButton)]
    assert "Asked the other way round: a high score means seldom." in words_on(page)


def test_notes_stand_with_their_question_and_belong_to_nobody(page: GroupThemesPage) -> None:
    assert "In the kitchen we do." in words_on(page)
    assert "Notes belong to nobody and to no view" in words_on(page)


def test_notes_for_the_facilitator_alone_say_so(look: Look, qtbot: QtBot) -> None:
    page, result = GroupThemesPage(look), group_result()
    page.show_result(replace(result, setup=replace(result.setup, notes=NotesUse.FACILITATOR)), "SS")
    shown(page, qtbot)

    assert "Show them to nobody." in words_on(page)


def test_another_theme_is_chosen_from_the_list(page: GroupThemesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, ThemeItem, "Words and deeds"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.announcement() == "Themes. Words and deeds")


def test_choosing_puts_an_open_panel_away(page: GroupThemesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(page, FigureButton, "Safe to speak, staff"), Qt.Key.Key_Space)
    page.show_result(group_result(), "WD")

    assert not page.sums.panel.isVisible()


def test_a_hidden_view_says_so_once_and_shows_no_number(look: Look, qtbot: QtBot) -> None:
    page = GroupThemesPage(look)
    page.show_result(group_result(leaders=3, hidden=(LEADER,)), "SS")
    shown(page, qtbot)

    assert words_on(page).count("Leaders: fewer than five answered, so nothing of theirs is shown.") == 1
    assert not any("leaders" in name for name in names_of(page, FigureButton))


def test_the_facts_beside_a_theme_lead_to_the_facts(page: GroupThemesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.say_do_asked):
        qtbot.keyClick(named(page, QPushButton, "Go to the facts"), Qt.Key.Key_Space)


def test_one_view_alone_has_one_card(look: Look, qtbot: QtBot) -> None:
    page = GroupThemesPage(look)
    page.show_result(group_result(leaders=0), "SS")
    shown(page, qtbot)
    unfold(page, "For the curious")

    assert len(names_of(page, ViewCard)) == 1
    assert STAFF.value in names_of(page, ViewCard)[0]


def test_everything_the_keyboard_reaches_has_a_name(page: GroupThemesPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1056, 800)), (1.5, (720, 560)), (2.0, (900, 700))])
def test_nothing_is_cut_off_whatever_the_names(look: Look, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    page = GroupThemesPage(look)
    page.show_result(group_builders.foreign(), "SS")
    enlarge(look, scale)
    shown(page, qtbot, *size)
    unfold(page, "For the curious")

    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_own_questions_stand_below_all_themes_with_what_was_answered(qtbot: QtBot, look: Look) -> None:
    page = GroupThemesPage(look)
    page.show_result(own_questions.group_result())
    shown(page, qtbot)

    qtbot.keyClick(named(page, ThemeItem, "Your own questions"), Qt.Key.Key_Space)

    assert page.announcement() == "Themes. Your own questions"
    qtbot.waitUntil(lambda: "Staff: 9 of 14 often or more." in words_on(page))
    assert not names_of(page, FigureButton)


def test_whoever_leads_flags_a_question_and_lists_those_that_are_flagged_or_have_notes(
    page: GroupThemesPage, result: object, qtbot: QtBot
) -> None:
    row = next(each for each in page.findChildren(Flagged) if each.item_id == "SS2")
    with qtbot.waitSignal(page.flag_turned) as heard:
        qtbot.keyClick(row.flag, Qt.Key.Key_Space)
    page.take_result(replace(result, flags=frozenset({"SS2"})))  # type: ignore[type-var]

    assert heard.args == ["SS2", True]
    assert [each.text() for each in page.filter.segments] == ["One theme", "To talk about", "With a note"]
    page.filter.segments[1].click()
    QApplication.processEvents()
    assert [each.item_id for each in page.findChildren(Flagged) if each.isVisible()] == ["SS2"]
    page.filter.segments[2].click()
    QApplication.processEvents()
    assert [each.item_id for each in page.findChildren(Flagged) if each.isVisible()] == ["SS1"]
    assert "Notes belong to nobody and to no view" in words_on(page)

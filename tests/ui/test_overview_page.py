"""The overview: the sentence first, two numbers, ten themes to press, and where to go from here."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.presenting.personal import margin_words
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.pressable import Tile
from trustcheck.ui.results.overview_page import DotRow, OverviewPage, PillarCard


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> OverviewPage:
    page = OverviewPage(look)
    page.show_result(portraits.result({**portraits.at("SS", 2), **portraits.at("WD", 5)}))
    shown(page, qtbot)
    return page


def test_the_page_says_the_day_and_whose_view_it_is(page: OverviewPage) -> None:
    assert "22 November 2026" in words_on(page)
    assert "One person\u2019s view. It is still worth having." in words_on(page)


def test_the_light_bar_is_explained_as_on_paper(page: OverviewPage) -> None:
    assert margin_words() in words_on(page)


def test_the_story_comes_first_and_is_announced(page: OverviewPage) -> None:
    sentence = portraits.result({**portraits.at("SS", 2), **portraits.at("WD", 5)}).story.sentence

    assert sentence in words_on(page)
    assert sentence in page.announcement()


def test_why_this_sentence_unfolds_the_rule_and_its_numbers(page: OverviewPage, qtbot: QtBot) -> None:
    why = portraits.result({**portraits.at("SS", 2), **portraits.at("WD", 5)}).story.why
    fold = named(page, QPushButton, "Why this sentence?")
    assert not any(line in words_on(page) for line in why)

    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert all(line in words_on(page) for line in why)

    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert not any(line in words_on(page) for line in why)


def test_the_answers_a_sentence_rests_on_unfold_behind_the_rule(page: OverviewPage, qtbot: QtBot) -> None:
    answers = portraits.result({**portraits.at("SS", 2), **portraits.at("WD", 5)}).story.rests_on
    assert answers
    qtbot.keyClick(named(page, QPushButton, "Why this sentence?"), Qt.Key.Key_Space)
    assert not any(line in words_on(page) for line in answers)

    qtbot.keyClick(named(page, QPushButton, f"The {len(answers)} questions it rests on"), Qt.Key.Key_Space)

    assert all(line in words_on(page) for line in answers)


def test_a_theme_is_said_with_band_and_margin(page: OverviewPage) -> None:
    assert (
        named(page, DotRow, "Safe to speak")
        .accessibleName()
        .startswith("Safe to speak: 25 of 100, Rare to Patchy, give or take 20.")
    )


def test_every_theme_is_a_row_that_leads_to_it_by_key(page: OverviewPage, qtbot: QtBot) -> None:
    rows = page.findChildren(DotRow)
    assert [row.accessibleName().split(":")[0] for row in rows] == [each.name for each in portraits.shipped().themes]

    with qtbot.waitSignal(page.theme_asked) as heard:
        qtbot.keyClick(named(page, DotRow, "Safe to speak"), Qt.Key.Key_Space)

    assert heard.args == ["SS"]


def test_enter_on_a_row_leads_on_as_well(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.theme_asked) as heard:
        qtbot.keyClick(named(page, DotRow, "Words and deeds"), Qt.Key.Key_Return)

    assert heard.args == ["WD"]


def test_a_pillar_is_said_with_its_margin_and_the_overall_number_is_not_here(page: OverviewPage) -> None:
    result = portraits.result({**portraits.at("SS", 2), **portraits.at("WD", 5)})
    charts = [each.accessibleName() for each in page.findChildren(PillarCard)]

    assert charts[0] == "Trust in your people: 50 of 100, Patchy, give or take 12."
    assert result.overall is not None
    assert "overall" not in (words_on(page) + " ".join(names_of(page, ChartView))).lower()


def test_the_charts_can_be_read_as_a_table(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, QPushButton, "Show as table"), Qt.MouseButton.LeftButton)

    table = named(page, ChartTable, "All scores as a table")
    cells = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert ["Safe to speak", "25", "5 to 45"] in cells
    assert len(cells) == 12

    qtbot.mouseClick(named(page, QPushButton, "Hide the table"), Qt.MouseButton.LeftButton)
    assert not table.isVisible()


def test_a_button_leads_to_the_report(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.report_asked):
        qtbot.mouseClick(named(page, QPushButton, "Make the report"), Qt.MouseButton.LeftButton)


def test_three_tiles_name_the_strongest_the_first_to_talk_about_and_the_first_step(
    page: OverviewPage, qtbot: QtBot
) -> None:
    assert named(page, Tile, "A strength").accessibleName() == "A strength: Words and deeds (100). Worth protecting."
    talked = named(page, Tile, "First theme to talk about").accessibleName()
    assert talked == "First theme to talk about: Safe to speak (25), Rare to Patchy."
    assert named(page, Tile, "Start here").accessibleName().startswith("Start here: Safe to speak:")

    with qtbot.waitSignal(page.suggestions_asked):
        qtbot.keyClick(named(page, Tile, "Start here"), Qt.Key.Key_Return)


def test_a_strength_that_is_only_the_highest_is_called_relatively_strongest(look: Look, qtbot: QtBot) -> None:
    page = OverviewPage(look)
    page.show_result(portraits.result(portraits.at("GI", 4)))
    shown(page, qtbot)

    with qtbot.waitSignal(page.theme_asked) as heard:
        qtbot.mouseClick(named(page, Tile, "Relatively strongest: Good intent"), Qt.MouseButton.LeftButton)

    assert heard.args == ["GI"]


def test_a_fact_that_disagrees_takes_the_second_tile(look: Look, qtbot: QtBot) -> None:
    page = OverviewPage(look)
    page.show_result(portraits.result(portraits.at("WD", 5), known={"K19": "no", "K20": "no"}))
    shown(page, qtbot)
    tile = named(page, Tile, "What stands against each other")
    assert tile.accessibleName().endswith(
        "Words and deeds (100): nearly always in your answers, not in place. And one more."
    )

    with qtbot.waitSignal(page.say_do_asked):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_pulse_shows_pillars_and_says_why_there_are_no_themes(look: Look, qtbot: QtBot) -> None:
    page = OverviewPage(look)
    page.show_result(portraits.pulse())
    shown(page, qtbot)

    assert page.findChildren(DotRow) == []
    assert "The short form asks too little of each theme for numbers of their own." in words_on(page)
    assert "give or take 20" in page.findChildren(PillarCard)[0].accessibleName()


def test_too_few_answers_get_a_sentence_and_no_number(look: Look, qtbot: QtBot) -> None:
    page = OverviewPage(look)
    page.show_result(portraits.hardly_answered())
    shown(page, qtbot)

    assert words_on(page).count("Too few answers for a number.") == 2
    assert named(page, DotRow, "Good intent").accessibleName() == "Good intent: too few answers for a number."
    assert names_of(page, Tile) == ["Nothing to suggest yet: There are too few answers to say where to begin."]


def test_everything_the_keyboard_reaches_has_a_name(page: OverviewPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.0), (1056, 1.5), (656, 1.5), (656, 2.0)])
def test_nothing_is_cut_off_with_names_of_any_length_and_script(
    look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    page = OverviewPage(look)
    page.show_result(portraits.foreign())
    shown(page, qtbot, width, 560)
    enlarge(look, scale)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_the_pillars_stack_where_the_window_is_narrow(page: OverviewPage, qtbot: QtBot) -> None:
    first, second = page.findChildren(PillarCard)
    assert first.geometry().top() == second.geometry().top()

    page.resize(656, 560)
    qtbot.waitUntil(lambda: second.geometry().top() >= first.geometry().bottom())


def test_showing_another_result_replaces_the_first(page: OverviewPage, qtbot: QtBot) -> None:
    page.show_result(portraits.pulse(4))

    qtbot.waitUntil(lambda: page.findChildren(DotRow) == [])
    qtbot.waitUntil(lambda: "Openness: 75 of 100, Patchy to Consistent, give or take 20." in names_of(page, PillarCard))

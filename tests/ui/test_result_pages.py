"""The result pages in the window as a person meets them: nothing of the overview is cut, and rows stand level."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.result_window import ResultWindow, all_results
from tests.ui.finding import named, words_on
from trustcheck.domain.checks.round import RoundState
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.pressable import Tile
from trustcheck.ui.results.group_pillar_card import GroupThemeRow
from trustcheck.ui.results.list_page import ListPage
from trustcheck.ui.results.overview_page import DotRow
from trustcheck.ui.results.own_drill_page import OwnDrillPage
from trustcheck.ui.results.theme_chooser import ThemeChooser
from trustcheck.ui.shell.places import Place


@pytest.fixture(scope="module")
def results(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[ResultWindow]:
    with all_results(tmp_path_factory.mktemp("results"), qapp, request) as window:
        yield window


def overview(results: ResultWindow, check: str, text: int = 100, size: tuple[int, int] = (1280, 800)) -> Page:
    results.wear("light", text, size)
    results.take_up(check)
    page = results.go(Place.OVERVIEW)
    assert isinstance(page, Page)
    return page


def top_of(part: QWidget, page: Page) -> int:
    return part.mapTo(page.widget(), QPoint(0, 0)).y()


def cut_cards(page: Page) -> list[str]:
    """The cards and tiles that reach below what is seen of a page without scrolling."""
    cards = [each for kind in (Card, Tile) for each in page.findChildren(kind) if each.isVisible()]
    assert len(cards) >= 3
    below = [each for each in cards if top_of(each, page) + each.height() > page.viewport().height()]
    return [each.accessibleName() for each in below]


@pytest.mark.parametrize("check", ["alone", "pulse", "team", "teampulse"])
def test_the_whole_overview_is_seen_without_scrolling(results: ResultWindow, qtbot: QtBot, check: str) -> None:
    page = overview(results, check)

    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    assert cut_cards(page) == []


def test_no_card_is_cut_where_a_view_is_hidden_either(results: ResultWindow, qtbot: QtBot) -> None:
    page = overview(results, "hidden")

    qtbot.waitUntil(lambda: cut_cards(page) == [])


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize(("check", "kind"), [("alone", DotRow), ("team", GroupThemeRow), ("hidden", GroupThemeRow)])
def test_the_rows_of_both_pillars_stand_level(
    results: ResultWindow, qtbot: QtBot, check: str, kind: type[DotRow | GroupThemeRow], text: int
) -> None:
    page = overview(results, check, text, (1440, 900))
    rows = page.findChildren(kind)
    left, right = rows[:5], rows[5:]

    qtbot.waitUntil(lambda: [places(page, each) for each in left] == [places(page, each) for each in right])
    assert [each.accessibleName() for each in left] != [each.accessibleName() for each in right]
    assert all(
        one.mapTo(page, QPoint()).x() < two.mapTo(page, QPoint()).x() for one, two in zip(left, right, strict=True)
    )


def places(page: Page, row: QWidget) -> tuple[int, int]:
    return top_of(row, page), row.height()


def test_one_below_the_other_no_card_keeps_room_for_its_neighbour(results: ResultWindow, qtbot: QtBot) -> None:
    page = overview(results, "alone", size=(720, 560))
    rows = page.findChildren(DotRow)

    # Of these the first has no mark below its name, the first of the other pillar has one.
    qtbot.waitUntil(lambda: rows[5].height() > rows[0].height())


def list_of(results: ResultWindow, page: ListPage) -> QWidget:
    """What the themes are chosen with just now: the list, or one button."""
    chooser = page.findChild(ThemeChooser)
    assert chooser is not None
    return chooser.button if chooser.button.isVisible() else chooser.items[page.theme_id]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (100, (1280, 800)),
        pytest.param(150, (1280, 800), marks=pytest.mark.long),
        pytest.param(100, (720, 560), marks=pytest.mark.long),
        (150, (720, 560)),
    ],
)
@pytest.mark.parametrize("check", ["alone", "team"])
def test_the_list_of_themes_stays_in_sight_while_one_reads(
    results: ResultWindow, qtbot: QtBot, check: str, text: int, size: tuple[int, int]
) -> None:
    results.wear("light", text, size)
    results.take_up(check)
    page = results.go(Place.THEMES)
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 100)
    stood = list_of(results, page).mapTo(page, QPoint())

    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    choice = list_of(results, page)
    assert choice.mapTo(page, QPoint()) == stood
    assert not choice.visibleRegion().isEmpty()
    assert page.rect().contains(choice.mapTo(page, choice.rect().bottomRight()))


@pytest.mark.parametrize(("text", "size"), [(100, (1280, 800)), (150, (720, 560))])
def test_nothing_the_keyboard_reaches_lies_behind_the_list(
    results: ResultWindow, qtbot: QtBot, text: int, size: tuple[int, int]
) -> None:
    results.wear("light", text, size)
    results.take_up("team")
    page = results.go(Place.THEMES)
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 100)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    for _step in range(12):
        qtbot.keyClick(QApplication.focusWidget() or results.window, Qt.Key.Key_Backtab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if page.widget().isAncestorOf(focus):
            assert page.viewport().rect().contains(focus.mapTo(page.viewport(), focus.rect().topLeft()))


def test_a_list_longer_than_the_window_scrolls_to_the_theme_on_show(results: ResultWindow, qtbot: QtBot) -> None:
    results.wear("light", 200, (2200, 700))
    results.take_up("team")
    page = results.go(Place.THEMES)
    assert isinstance(page, ListPage)
    last = list(page.findChild(ThemeChooser).items.values())[-1]
    qtbot.waitUntil(last.isVisible)
    qtbot.keyClick(last, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())


def test_the_short_form_of_several_people_says_why_it_ends_and_leads_to_a_new_check(
    results: ResultWindow, qtbot: QtBot
) -> None:
    results.wear("light", 100, (1280, 800))
    results.take_up("teampulse")
    page = results.go(Place.SUGGESTIONS)
    qtbot.waitUntil(lambda: "no sheet carries a name" in words_on(page))

    qtbot.mouseClick(named(page, QPushButton, "Prepare a new check"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: results.window.place is Place.NEW_CHECK)
    assert results.navigator.flow is not None
    assert results.navigator.flow.group.at is None


def test_what_somebody_alone_picks_is_in_the_file_and_in_their_report_and_their_check_stays_closed(
    results: ResultWindow, qtbot: QtBot
) -> None:
    results.wear("light", 100, (1280, 800))
    results.take_up("alone")
    page = results.go(Place.DRILL)
    assert isinstance(page, OwnDrillPage)
    flow = results.navigator.flow
    assert flow is not None
    assert flow.reading is not None

    QTest.keyClick(page.groups["D1"].cards[4], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not flow.file.queue.waiting)

    kept = flow.file.store.rounds.round(flow.reading.round_id)
    assert kept.response.beside.drill == {"D1": 4}
    assert kept.summary.state is RoundState.CLOSED
    assert flow.reading.result.cards[0].rung == 4

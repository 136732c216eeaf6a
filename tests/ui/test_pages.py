"""A page is declared once, and everything that leads to it follows from that."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMetaMethod, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.result_window import PAGES, ResultWindow, all_results
from tests.sample_checks import ALONE, TOGETHER
from trustcheck import assets
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.commands import Commands, menus
from trustcheck.ui.shell.pages import PageSpec, When, entries_when, pages
from trustcheck.ui.shell.places import Place

MADE = [(each, when) for each in pages() if each.make is not None for when in each.when]


def called(made: tuple[PageSpec, When]) -> str:
    return f"{made[0].place.value}, {made[1]}"


def unanswered(page: QWidget) -> list[str]:
    """The signals that our own classes give a page, and nobody listens to."""
    ours = (each for each in type(page).__mro__ if each.__module__.startswith("trustcheck."))
    said = {name for each in ours for name, value in vars(each).items() if isinstance(value, Signal)}
    return sorted(each for each in said if not page.isSignalConnected(QMetaMethod.fromSignal(getattr(page, each))))


@pytest.fixture(scope="module")
def results(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[ResultWindow]:
    with all_results(tmp_path_factory.mktemp("results"), qapp, request) as window:
        yield window


@pytest.mark.parametrize("declared", MADE, ids=called)
def test_every_page_can_be_made_with_nothing_but_the_look(
    declared: tuple[PageSpec, When], look: Look, qtbot: QtBot
) -> None:
    spec, when = declared
    assert spec.make is not None
    page = spec.make(look, when)
    qtbot.addWidget(page)

    assert isinstance(page, QWidget)


@pytest.mark.parametrize("check", [ALONE[0], TOGETHER[0]])
def test_whatever_a_page_of_a_result_says_is_answered(results: ResultWindow, check: str) -> None:
    results.take_up(check)
    pages = {place: results.window.page(place) for place in PAGES[check] if place is not Place.REPORT}

    assert {place: names for place, page in pages.items() if (names := unanswered(page))} == {}


def test_no_page_is_loaded_before_it_is_made() -> None:
    script = (
        "import sys, trustcheck.ui.navigation.run; print(*(name for name in sys.modules if name.endswith('_page')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300)
    loaded = set(done.stdout.split())

    assert loaded.isdisjoint({"trustcheck.ui.results.overview_page", "trustcheck.ui.results.gaps_page"})


def test_every_line_of_the_sidebar_has_its_picture() -> None:
    lines = [each for when in ("alone", "together", "collecting", "always") for each in entries_when(when)]

    assert lines
    assert [each.words for each in lines if not assets.path("icons", f"{each.icon}.svg").is_file()] == []


def test_every_key_leads_to_one_page(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    asked: list[str] = []
    commands = Commands(window, asked.append)
    for each in pages():
        if each.menu_words:
            action = commands.action(each.place.value)
            action.trigger()
            assert action.text() == each.menu_words
            assert action.shortcut().toString() == each.key
    keys = [key for menu in menus() for each in menu.commands if each is not None for key in each.keys]

    assert asked == [each.place.value for each in pages() if each.menu_words]
    counted = Counter(map(str, keys))
    # Of forms and reports only one can be printed at a time (tests/journeys/test_editions.py).
    assert {key for key, count in counted.items() if count > 1} == {"Ctrl+P"}
    assert counted["Ctrl+P"] == 2

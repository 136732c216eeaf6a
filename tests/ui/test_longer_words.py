"""In a language with longer words nothing is cut: every page of a result, in the smallest window with large letters."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.catalogues import lengthened, spoken, write_longer_catalogue
from tests.painted import nothing_is_cut
from tests.result_window import PAGES, ResultWindow, all_results
from trustcheck.ui.shell.places import Place

OWN_PAGES = (Place.HOME, Place.SETTINGS, Place.HELP, Place.ABOUT)


@pytest.fixture(scope="module")
def results(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[ResultWindow]:
    folder = tmp_path_factory.mktemp("longer")
    write_longer_catalogue(folder / "locales", "qx")
    with spoken(folder / "locales", "qx"), all_results(folder, qapp, request) as window:
        window.wear("light", 150, (720, 560))
        yield window


@pytest.mark.parametrize("check", ["alone", "team"])
def test_no_page_of_a_result_cuts_a_longer_word(results: ResultWindow, qtbot: QtBot, check: str) -> None:
    results.take_up(check)
    for place in (*PAGES[check], *OWN_PAGES):
        page = results.go(place)

        qtbot.waitUntil(partial(nothing_is_cut, page))
    qtbot.waitUntil(partial(nothing_is_cut, results.window.sidebar))


def test_a_usual_window_names_every_page_whole(results: ResultWindow, qtbot: QtBot) -> None:
    results.wear("light", 100, (1280, 800))
    for check in ("alone", "team"):
        results.take_up(check)

        qtbot.waitUntil(partial(nothing_is_cut, results.window.sidebar))


def test_the_invented_language_is_longer_and_keeps_what_the_program_reads() -> None:
    assert lengthened("Begin a {kind} check") == "Bëgïgïñ a {kind} çhëçëçk"
    assert lengthened("&Open") == "&Öpëpëñ"

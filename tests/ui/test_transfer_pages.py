"""Exporting and importing: what leaves is said before it does, and what would come in is seen before it is taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.carrying.importing import Arrival
from trustcheck.app.ports import Refused
from trustcheck.exchange.exports.formats import format_called, formats
from trustcheck.ui.datafile.export_page import ExportPage
from trustcheck.ui.datafile.import_page import ImportPage
from trustcheck.ui.datafile.transfer_words import ExportView, ExportWanted
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.choices import ChoiceCard
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segment

FOUND = (
    Arrival("Bellwater Council (2)", "Bellwater Council", personal=0, groups=3, without_answers=2, prepared=1),
    Arrival("Ferngate Libraries", "Ferngate Libraries", personal=1, groups=0, without_answers=0, prepared=0),
    Arrival("Hollow Lane School", "Hollow Lane School", personal=0, groups=0, without_answers=0, prepared=0),
)


@pytest.fixture
def leaving(look: Look, qtbot: QtBot) -> ExportPage:
    page = ExportPage(look, formats())
    page.show_export(ExportView("Ferngate Libraries", 3))
    shown(page, qtbot)
    return page


@pytest.fixture
def arriving(look: Look, qtbot: QtBot) -> ImportPage:
    page = ImportPage(look)
    shown(page, qtbot)
    return page


def press(page: ExportPage | ImportPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(named(page, Button, name), Qt.MouseButton.LeftButton)


# -- leaving


def test_the_organisation_at_hand_leaves_alone_unless_everything_is_wanted(leaving: ExportPage, qtbot: QtBot) -> None:
    assert leaving.wanted == ExportWanted("Ferngate Libraries", format_called("xlsx"))

    qtbot.mouseClick(named(leaving, Segment, "Everything in this data file"), Qt.MouseButton.LeftButton)

    assert leaving.wanted.organisation == ""


@pytest.mark.parametrize("view", [ExportView("", 3), ExportView("Ferngate Libraries", 1)])
def test_where_there_is_nothing_to_choose_nothing_is_asked(look: Look, qtbot: QtBot, view: ExportView) -> None:
    page = ExportPage(look, formats())
    page.show_export(view)
    shown(page, qtbot)

    assert names_of(page, Segment) == []
    assert "Everything in this data file leaves." in words_on(page)
    assert page.wanted.organisation == ""


def test_a_format_is_chosen_by_keyboard_and_what_leaves_is_said_for_it(leaving: ExportPage, qtbot: QtBot) -> None:
    assert "Notes for the facilitator, half-filled sheets, sheets that wait" in words_on(leaving)
    leaving.first_focus().setFocus()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget(), key)

    assert leaving.wanted.as_what == format_called("ics")
    assert "No answer and no result leaves." in words_on(leaving)
    assert "Notes for the facilitator" not in words_on(leaving)


def test_the_one_button_asks_for_what_was_chosen(leaving: ExportPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(leaving, ChoiceCard, "For TrustCheck (JSON)"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(leaving.export_asked) as asked:
        press(leaving, qtbot, "Save the export…")

    assert asked.args == [ExportWanted("Ferngate Libraries", format_called("json"))]


def test_while_it_is_made_it_can_be_stopped_and_then_be_made_again(leaving: ExportPage, qtbot: QtBot) -> None:
    leaving.show_making(1, 3)
    assert not leaving.export_button.isEnabled()

    with qtbot.waitSignal(leaving.cancel_asked):
        press(leaving, qtbot, "Cancel")
    assert "Stopped. Nothing was written." in words_on(leaving)
    with qtbot.waitSignal(leaving.export_asked):
        press(leaving, qtbot, "Export again")


def test_where_it_is_stands_there_once_it_was_read_back(leaving: ExportPage, qtbot: QtBot) -> None:
    leaving.show_making()
    leaving.show_made("/home/ada/Ferngate Libraries.xlsx")

    assert "Written and read back: /home/ada/Ferngate Libraries.xlsx" in words_on(leaving)
    assert "Show in folder" in names_of(leaving, Button)
    assert leaving.export_button.isEnabled()

    leaving.show_refused("The disk is full.")
    assert "The disk is full." in words_on(leaving)


# -- arriving


def test_what_would_come_in_is_seen_before_it_is_taken(arriving: ImportPage, qtbot: QtBot) -> None:
    arriving.show_found(FOUND)
    words = words_on(arriving)

    assert "Three organisations would come in." in words
    assert "There is one called Bellwater Council already, so this one gets a number." in words
    assert "Two checks come with their results; their answers stay where they were given." in words
    assert "One check comes as it was set up, to be opened here." in words
    with qtbot.waitSignal(arriving.take_asked):
        press(arriving, qtbot, "Take in three organisations")


def test_an_empty_export_offers_nothing_to_take(arriving: ImportPage) -> None:
    arriving.show_found(())

    assert "There is nothing in this export." in words_on(arriving)
    assert "take it in" not in words_on(arriving)
    assert names_of(arriving, Button) == ["Choose a file…", "Back"]


def test_what_is_refused_says_so_and_another_file_can_be_chosen(arriving: ImportPage) -> None:
    arriving.show_reading()
    arriving.show_refused(Refused("letter.json does not hold what an export holds.", "Nothing was taken in."))

    assert "letter.json does not hold what an export holds. Nothing was taken in." in words_on(arriving)
    assert names_of(arriving, Button) == ["Choose a file…", "Back"]


def test_stopping_goes_back_to_what_was_found(arriving: ImportPage, qtbot: QtBot) -> None:
    arriving.show_found(FOUND)
    arriving.show_taking(1, 3)
    assert "stopping leaves the data file as it was" in words_on(arriving)
    with qtbot.waitSignal(arriving.cancel_asked):
        press(arriving, qtbot, "Cancel")

    arriving.show_stopped()

    assert "Three organisations would come in." in words_on(arriving)


def test_once_it_is_in_it_can_be_seen(arriving: ImportPage, qtbot: QtBot) -> None:
    arriving.show_taken(("Bellwater Council (2)",))

    assert "In this data file: Bellwater Council (2)." in words_on(arriving)
    with qtbot.waitSignal(arriving.home_asked):
        press(arriving, qtbot, "See what came in")


@pytest.mark.parametrize(("width", "height", "scale"), [(560, 560, 1.5), (560, 560, 1.0), (1056, 800, 1.0)])
def test_every_word_has_its_place_at_any_size(look: Look, qtbot: QtBot, width: int, height: int, scale: float) -> None:
    enlarge(look, scale)
    leaving, arriving = ExportPage(look, formats()), ImportPage(look)
    leaving.show_export(ExportView("Donaudampfschifffahrtsgesellschaft of the Lower Valley", 3))
    leaving.show_made("/home/ada/a rather long folder/Ferngate Libraries.xlsx")
    arriving.show_found(FOUND)
    for page in (leaving, arriving):
        shown(page, qtbot, width, height)
        qtbot.waitUntil(lambda page=page: cut_off(page) == [])
        assert nameless(page) == []

"""The screen is hidden: what lies above it and below it is gone from sight, and from all that a reader finds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget

from tests.person.locked import NOTE, PLACE, check_in, settled
from tests.person.program import SYSTEM_DIALOG, Program
from tests.reader import found_by_a_reader
from trustcheck.ui.shell.places import Place

Key = Qt.Key
QUESTION = "do A1."
ANSWER = "Often"
HIDDEN = "Still you?"


@pytest.fixture
def answering(program: Callable[[], Program], tmp_path: Path) -> Program:
    """At a question with an answer and a note."""
    running = program()
    person = running.start(str(check_in(tmp_path / "mine.trustcheck", "")))
    person.arrives_at(Place.HOME)
    person.choose("Go on")
    person.sees(NOTE)
    return running


def others_shown(running: Program) -> list[str]:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [type(each).__name__ for each in shown if each is not running.window]


def tab_order(running: Program) -> list[QWidget]:
    order = []
    for _step in range(30):
        running.person.press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus)
    return order


def test_a_reader_finds_neither_question_nor_answer_nor_note_and_finds_them_again(answering: Program) -> None:
    person = answering.person
    before = found_by_a_reader()
    for each in (QUESTION, ANSWER, NOTE):
        assert each in before, "the search sees what is there"
    keyboard = QApplication.focusWidget()

    person.press(Key.Key_F9)

    found = found_by_a_reader()
    assert HIDDEN in found
    for each in (QUESTION, ANSWER, NOTE, PLACE, "Leave for now", "mine.trustcheck"):
        assert each not in found
    person.press(Key.Key_Space)
    settled()
    assert found_by_a_reader() == before
    assert QApplication.focusWidget() is keyboard


def test_the_keyboard_goes_the_same_way_afterwards(answering: Program) -> None:
    begins = QApplication.focusWidget()
    assert begins is not None
    order = tab_order(answering)
    begins.setFocus()
    answering.person.press(Key.Key_F9)
    answering.person.press(Key.Key_Space)

    assert tab_order(answering) == order
    assert len(set(order)) > 5


def test_a_dialog_that_asks_for_a_file_goes_with_it(answering: Program, tmp_path: Path) -> None:
    """The minute without a touch passes while it is open; no key of the window would reach it."""
    (tmp_path / "Northgate Housing.trustcheck").touch()
    answered: list[str] = []

    def ask_the_system() -> None:
        dialog = QFileDialog(answering.window, "Open a data file", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setObjectName(SYSTEM_DIALOG)
        QTimer.singleShot(0, dialog, answering.navigator.idle.reached.emit)
        dialog.exec()
        answered.extend(dialog.selectedFiles() if dialog.result() else ["nothing"])
        dialog.deleteLater()

    QTimer.singleShot(0, answering.window, ask_the_system)
    answering.person.waits_for(lambda: bool(answered))
    settled()

    assert answered == ["nothing"]
    assert answering.window.is_covered
    assert others_shown(answering) == []
    assert "Northgate" not in found_by_a_reader()
    answering.window.activateWindow()
    answering.person.waits_for(lambda: QApplication.focusWidget() is not None)
    answering.person.press(Key.Key_Space)
    answering.person.sees(NOTE)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_a_menu_that_is_open_goes_too(answering: Program) -> None:
    menu = QMenu(answering.window)
    menu.setObjectName(SYSTEM_DIALOG)
    menu.addAction(NOTE)
    menu.popup(answering.window.geometry().center())
    assert others_shown(answering) == ["QMenu"]

    answering.window.cover()

    assert others_shown(answering) == []
    assert NOTE not in found_by_a_reader()


def test_what_arrives_meanwhile_is_found_once_the_screen_is_back(answering: Program) -> None:
    answering.window.cover()
    answering.window.add_page(Place.OVERVIEW, QLabel("what arrived"))
    answering.window.go_to(Place.OVERVIEW)
    assert "what arrived" not in found_by_a_reader()
    assert not answering.window.menuBar().isVisible()
    answering.person.press(Key.Key_Alt)
    assert not answering.window.menuBar().isVisible()

    answering.window.uncover()

    assert "what arrived" in found_by_a_reader()
    assert answering.window.menuBar().isVisible()


def test_a_window_that_changes_its_size_meanwhile_shows_the_page_in_the_new_one(answering: Program) -> None:
    answering.window.cover()
    answering.window.resize(900, 640)
    answering.window.uncover()

    middle = answering.window.centralWidget()
    answering.person.waits_for(lambda: middle.width() == 900)
    assert any(each.isVisible() and QUESTION in each.text() for each in middle.findChildren(QLabel))


def test_a_hidden_window_closes_like_any_other(answering: Program) -> None:
    answering.window.cover()

    answering.close()

    assert not answering.window.isVisible()

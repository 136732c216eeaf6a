"""A thousand notes to one question: the first come at once, all can be reached, and nobody waits for any."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results import group_themes_page
from trustcheck.ui.results.group_themes_page import AT_ONCE, NoteList

QUESTION = "People here say so when they disagree with a leader."
MANY = tuple(f"In the kitchen we do, number {at}." for at in range(3 * AT_ONCE + 5))


class Below(QWidget):
    """Notes with the next thing on the page below them."""

    def __init__(self, look: Look, notes: tuple[str, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.notes, self.next = NoteList(look, notes, QUESTION), Button(look, "The next question")
        column.addWidget(self.notes)
        column.addWidget(self.next)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Below:
    made = Below(look, MANY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def read(notes: NoteList) -> list[str]:
    return [each.text() for each in notes.shown if each.isVisible()]


def test_a_few_notes_are_there_at_once_and_nothing_is_left_to_ask_for(qtbot: QtBot, look: Look) -> None:
    page = Below(look, MANY[:3])
    qtbot.addWidget(page)
    page.show()

    assert read(page.notes) == list(MANY[:3])
    assert page.notes.more.isHidden()


def test_of_many_the_first_come_by_themselves_and_the_rest_are_counted(page: Below, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: read(page.notes) == list(MANY[:AT_ONCE]))

    assert page.notes.is_complete
    assert page.notes.more.accessibleName() == "Show more, 45 to come"
    assert page.notes.more.accessibleDescription() == QUESTION
    assert page.notes.shown[-1].accessibleName() == f"A note: {MANY[AT_ONCE - 1]}"


def test_the_page_waits_for_three_of_them_only(look: Look, qtbot: QtBot) -> None:
    notes = NoteList(look, MANY, QUESTION)
    qtbot.addWidget(notes)

    assert [each.text() for each in notes.shown] == list(MANY[:3])


def test_every_note_is_reached_by_keyboard_in_its_order(page: Below, qtbot: QtBot) -> None:
    notes = page.notes
    for shown in (AT_ONCE, 2 * AT_ONCE, 3 * AT_ONCE, len(MANY)):
        qtbot.waitUntil(lambda shown=shown: len(read(notes)) == shown)
        if notes.more.isVisible():
            notes.more.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(notes.more, Qt.Key.Key_Space)
            assert QApplication.focusWidget() is notes.shown[shown]

    assert read(notes) == list(MANY)
    assert notes.more.isHidden()
    QTest.keyClick(notes.shown[3 * AT_ONCE], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.next


def test_from_a_note_that_has_just_come_tab_leads_to_those_still_to_come(page: Below, qtbot: QtBot) -> None:
    notes = page.notes
    notes.more.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(notes.more, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(read(notes)) == 2 * AT_ONCE)

    QTest.keyClick(notes.shown[AT_ONCE], Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is notes.more


def test_while_nobody_looks_no_note_is_made_and_whoever_comes_back_finds_them(look: Look, qtbot: QtBot) -> None:
    page = Below(look, MANY)
    qtbot.addWidget(page)
    page.show()
    page.hide()

    for _turn in range(50):
        QApplication.processEvents()
    assert len(page.notes.shown) == 3

    page.show()
    qtbot.waitUntil(lambda: read(page.notes) == list(MANY[:AT_ONCE]))


def test_notes_of_a_page_that_is_gone_are_not_made_any_more(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    class Told(Text):
        def __init__(self, look: Look, words: str, role: str) -> None:
            super().__init__(look, words, role)
            made.append(words)

    monkeypatch.setattr(group_themes_page, "Text", Told)
    notes = NoteList(look, MANY, QUESTION)

    notes.deleteLater()
    QCoreApplication.sendPostedEvents(notes, QEvent.Type.DeferredDelete)
    for _turn in range(50):
        QApplication.processEvents()

    assert made == list(MANY[:3])

"""What a screen reader is told beside the focus."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit import text as aloud
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import announce, be_silent, take_back
from trustcheck.ui.shell.notice import Notice


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Every announcement, with whether it interrupts; for readers that hear them."""
    said: list[tuple[str, bool]] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        urgent = event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
        said.append((event.message(), urgent))

    monkeypatch.setattr(aloud, "HEARS_ANNOUNCEMENTS", True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_words_are_announced_politely(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "Question 11 of 40")

    assert heard == [("Question 11 of 40", False)]


def test_an_assertive_announcement_interrupts(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "Not saved yet", assertive=True)

    assert heard == [("Not saved yet", True)]


def test_nothing_to_say_is_not_announced(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    announce(widget, "")

    assert heard == []


# --- readers that hear no announcements ------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(aloud, "HEARS_ANNOUNCEMENTS", False)
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def buttons(qtbot: QtBot, window: QWidget) -> tuple[QPushButton, QPushButton]:
    """Two buttons in a window; the keyboard is on the first, which has a description of its own."""
    column = QVBoxLayout(window)
    first, second = QPushButton("Save"), QPushButton("Cancel")
    first.setAccessibleDescription("Into a new file")
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    return first, second


def test_what_has_the_keyboard_is_described_by_what_there_is_to_tell(
    buttons: tuple[QPushButton, QPushButton], qtbot: QtBot
) -> None:
    first, _second = buttons

    announce(first.window(), "Saved as report.pdf")

    qtbot.waitUntil(lambda: first.accessibleDescription() == "Saved as report.pdf")


def test_it_is_described_as_it_was_once_the_keyboard_has_gone_on(
    buttons: tuple[QPushButton, QPushButton], qtbot: QtBot
) -> None:
    first, second = buttons
    announce(first.window(), "Saved as report.pdf")
    qtbot.waitUntil(lambda: first.accessibleDescription() == "Saved as report.pdf")

    second.setFocus()

    assert first.accessibleDescription() == "Into a new file"
    assert second.accessibleDescription() == ""


def test_what_is_told_while_the_keyboard_moves_is_told_where_it_comes_to_rest(
    buttons: tuple[QPushButton, QPushButton], qtbot: QtBot
) -> None:
    first, second = buttons
    announce(first.window(), "Closing the check")
    second.setFocus()

    qtbot.waitUntil(lambda: second.accessibleDescription() == "Closing the check")
    assert first.accessibleDescription() == "Into a new file"


def test_what_was_hidden_meanwhile_is_told_to_nobody(buttons: tuple[QPushButton, QPushButton], qtbot: QtBot) -> None:
    first, second = buttons
    announce(second, "Ferngate Libraries is here now")
    second.setParent(None)
    qtbot.addWidget(second)
    announce(first, "The screen is hidden.")

    qtbot.waitUntil(lambda: first.accessibleDescription() == "The screen is hidden.")


def test_what_was_put_away_meanwhile_is_told_to_nobody(buttons: tuple[QPushButton, QPushButton], qtbot: QtBot) -> None:
    first, second = buttons
    announce(second, "There is another organisation called Ferngate Libraries")
    second.hide()
    announce(first, "Another client")

    qtbot.waitUntil(lambda: first.accessibleDescription() == "Another client")


def test_a_note_that_says_something_else_takes_back_what_it_said_before(
    look: Look, buttons: tuple[QPushButton, QPushButton], qtbot: QtBot
) -> None:
    first, _second = buttons
    note = Notice(look)
    first.parentWidget().layout().addWidget(note)
    note.say("There is another organisation called Ferngate Libraries")
    announce(note, "There is another organisation called Ferngate Libraries")
    note.put_away()
    note.say("Saved")
    announce(note, "Saved")

    qtbot.waitUntil(lambda: first.accessibleDescription() != "Into a new file")
    assert first.accessibleDescription() == "Saved"


def test_a_silent_window_tells_nothing(buttons: tuple[QPushButton, QPushButton], qtbot: QtBot) -> None:
    first, second = buttons
    be_silent(first.window(), silent=True)
    announce(first, "Ferngate Libraries is here now")
    be_silent(first.window(), silent=False)
    announce(second, "Here again")

    qtbot.waitUntil(lambda: first.accessibleDescription() == "Here again")


def test_what_was_told_of_one_client_describes_nothing_once_it_is_put_away(
    buttons: tuple[QPushButton, QPushButton], qtbot: QtBot
) -> None:
    """Also where the keyboard has stayed where it was, as on an entry of the sidebar."""
    first, _second = buttons
    announce(first, "Ferngate Libraries is here now")
    qtbot.waitUntil(lambda: first.accessibleDescription() == "Ferngate Libraries is here now")

    take_back(first)

    assert first.accessibleDescription() == "Into a new file"

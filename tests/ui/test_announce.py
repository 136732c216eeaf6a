"""What a screen reader is told beside the focus."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.text import announce


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Every announcement, with whether it interrupts."""
    said: list[tuple[str, bool]] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        urgent = event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
        said.append((event.message(), urgent))

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

"""A person at the keyboard: presses keys, reads the screen, and waits for what they see, never for time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

_LONGEST_WAY = 400


class Person:
    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    # -- doing

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._at(), key, modifiers)

    def write(self, words: str) -> None:
        QTest.keyClicks(self._at(), words)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the keyboard is on something with this accessible name."""
        seen: list[str] = []
        for _step in range(_LONGEST_WAY):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleName() == name and focus.isVisible():
                return focus
            seen.append(focus.accessibleName() if focus is not None else "-")
            self.press(Qt.Key.Key_Tab)
        message = f"Tab never reached {name!r}; on the way: {list(dict.fromkeys(seen))}"
        raise AssertionError(message)

    def choose(self, name: str) -> None:
        """Go to a button by Tab and press it with the space bar."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def _at(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    # -- seeing

    def waits_for(self, seen: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(seen)

    def arrives_at(self, place: Place) -> None:
        self.waits_for(lambda: self.window.place is place)

    def reads(self) -> str:
        """Everything that stands on the screen in words."""
        words = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible() and label.text()]
        words += [button.text() for button in self.window.findChildren(QAbstractButton) if button.isVisible()]
        words += [box.toPlainText() for box in self.window.findChildren(QPlainTextEdit) if box.isVisible()]
        return "\n".join(words)

    def sees(self, words: str) -> None:
        try:
            self.waits_for(lambda: words in self.reads())
        except WaitedTooLong as waited:
            message = f"never saw {words!r}; on {self.window.place}, the keyboard {self._where()}; {self.reads()!r}"
            raise AssertionError(message) from waited

    def _where(self) -> str:
        focus = QApplication.focusWidget()
        return f"on {type(focus).__name__} {focus.accessibleName()!r}" if focus is not None else "nowhere"

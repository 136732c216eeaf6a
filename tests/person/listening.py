"""A screen reader as far as every one goes: it says what the keyboard comes to, and hears no announcements.

Learnt from Orca 43.1, to which ``tests/by_ear`` listens: on the way to what has the keyboard it says the names of the
groups that it was not in before, then name, role, state and description; while the keyboard stays it says a description
or a name that has changed.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_GROUPS = (QAccessible.Role.Grouping, QAccessible.Role.Dialog)
_WORDS = {
    QAccessible.Role.Button: "button",
    QAccessible.Role.RadioButton: "radio button",
    QAccessible.Role.CheckBox: "check box",
    QAccessible.Role.EditableText: "text",
    QAccessible.Role.Table: "table",
}


class Listener:
    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._at: QWidget | None = None
        self._groups: list[QWidget] = []
        self._name = self._description = ""
        self._heard = 0
        self.said: list[str] = []
        """Everything so far, in order."""
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._listen)
        self._application = QApplication.instance()
        self._application.focusChanged.connect(self._moved)

    def leave(self) -> None:
        self._application.focusChanged.disconnect(self._moved)

    def _moved(self) -> None:
        """Where it only passes by on its way, nothing is said."""
        self._soon.start(0)

    def hears(self, words: str) -> str:
        """All that was said since what was waited for last, until ``words`` are among it."""
        begun = self._heard

        def heard() -> bool:
            self._listen()
            return any(words in each for each in self.said[begun:])

        try:
            self._qtbot.waitUntil(heard)
        except Exception as late:
            message = f"never heard {words!r}, but: {self.said[begun:]}"
            raise AssertionError(message) from late
        self._heard = next(at for at, each in enumerate(self.said) if at >= begun and words in each) + 1
        return " | ".join(self.said[begun : self._heard])

    def _listen(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not focus.isVisible():
            return
        spoken = QAccessible.queryAccessibleInterface(focus)
        description = spoken.text(QAccessible.Text.Description)
        if focus is not self._at:
            groups = groups_of(spoken)
            self.said += [name_of(each) for each in groups if not any(each is old for old in self._groups)]
            self.said.append(" ".join(filter(None, (name_of(focus), _role_and_state(spoken), description))))
            self._groups = groups
        else:
            before = (self._name, self._description)
            now = (name_of(focus), description)
            self.said += [new for new, old in zip(now, before, strict=True) if new and new != old]
        self._at, self._name, self._description = focus, name_of(focus), description


def groups_of(spoken: QAccessibleInterface) -> list[QWidget]:
    """The named groups around it, from the outermost inwards."""
    found: list[QWidget] = []
    above = spoken.parent()
    while above is not None and above.isValid():
        if above.role() in _GROUPS and above.text(QAccessible.Text.Name):
            found.append(above.object())
        above = above.parent()
    return found[::-1]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _role_and_state(spoken: QAccessibleInterface) -> str:
    words = _WORDS.get(spoken.role(), spoken.role().name)
    state = spoken.state()
    if state.checkable:
        return f"{words} {'chosen' if state.checked else 'not chosen'}"
    return words

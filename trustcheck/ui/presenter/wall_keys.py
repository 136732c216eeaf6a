"""The keys of a session: the same for the wall and for the page of whoever leads it, and those of a clicker."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.layout import read_key

Key = Qt.Key
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class WallCommand(StrEnum):
    FORWARD = "forward"
    BACK = "back"
    COVER = "cover"
    BLANK = "blank"
    LIGHT = "light"
    TIMER = "timer"
    PROMISES = "promises"
    FIRST = "first"
    LAST = "last"
    GO = "go"
    LEAVE = "leave"


_KEYS = {
    Key.Key_Space: WallCommand.FORWARD,
    Key.Key_Right: WallCommand.FORWARD,
    Key.Key_PageDown: WallCommand.FORWARD,
    Key.Key_Left: WallCommand.BACK,
    Key.Key_PageUp: WallCommand.BACK,
    Key.Key_Backspace: WallCommand.BACK,
    Key.Key_H: WallCommand.COVER,
    Key.Key_B: WallCommand.BLANK,
    # What many clickers send for a black wall.
    Key.Key_Period: WallCommand.BLANK,
    Key.Key_L: WallCommand.LIGHT,
    Key.Key_T: WallCommand.TIMER,
    Key.Key_P: WallCommand.PROMISES,
    Key.Key_Home: WallCommand.FIRST,
    Key.Key_End: WallCommand.LAST,
    Key.Key_Return: WallCommand.GO,
    Key.Key_Enter: WallCommand.GO,
    Key.Key_Escape: WallCommand.LEAVE,
}


class WallKeys:
    """What a key means; a number is gathered until Enter goes to the slide of that number."""

    def __init__(self) -> None:
        self._digits = ""

    def command(self, event: QKeyEvent, pressed_on: QWidget) -> WallCommand | None:
        """``None`` for keys that mean nothing on the widget, and for digits, which wait for Enter."""
        if event.modifiers() & _HELD:
            return None
        if event.text().isascii() and event.text().isdigit():
            self._digits = (self._digits + event.text())[-2:]
            return None
        command = _KEYS.get(read_key(pressed_on, event.key()))
        if command is not WallCommand.GO:
            self._digits = ""
        return command

    def number(self) -> int | None:
        """The slide that was typed, from 1; asked for once."""
        digits, self._digits = self._digits, ""
        return int(digits) if digits else None

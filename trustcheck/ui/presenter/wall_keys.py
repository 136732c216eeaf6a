"""The keys of a session: the same for the wall and for the page of whoever leads it, and those of a clicker."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class WallKey(StrEnum):
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
    Key.Key_Space: WallKey.FORWARD,
    Key.Key_Right: WallKey.FORWARD,
    Key.Key_PageDown: WallKey.FORWARD,
    Key.Key_Left: WallKey.BACK,
    Key.Key_PageUp: WallKey.BACK,
    Key.Key_Backspace: WallKey.BACK,
    Key.Key_H: WallKey.COVER,
    Key.Key_B: WallKey.BLANK,
    # What many clickers send for a black wall.
    Key.Key_Period: WallKey.BLANK,
    Key.Key_L: WallKey.LIGHT,
    Key.Key_T: WallKey.TIMER,
    Key.Key_P: WallKey.PROMISES,
    Key.Key_Home: WallKey.FIRST,
    Key.Key_End: WallKey.LAST,
    Key.Key_Return: WallKey.GO,
    Key.Key_Enter: WallKey.GO,
    Key.Key_Escape: WallKey.LEAVE,
}


class WallKeys:
    """What a key means; a number is gathered until Enter goes to the slide of that number."""

    def __init__(self) -> None:
        self._digits = ""

    def deed(self, event: QKeyEvent) -> WallKey | None:
        """``None`` for keys that mean nothing here, and for digits, which wait for Enter."""
        if event.modifiers() & _HELD:
            return None
        if event.text().isascii() and event.text().isdigit():
            self._digits = (self._digits + event.text())[-2:]
            return None
        deed = _KEYS.get(Key(event.key()))
        if deed is not WallKey.GO:
            self._digits = ""
        return deed

    def number(self) -> int | None:
        """The slide that was typed, from 1; asked for once."""
        digits, self._digits = self._digits, ""
        return int(digits) if digits else None

"""What a key means on the question page."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from trustcheck.domain.questionnaire.answers import Answer

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_HIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Act(Enum):
    """What a person wants by a key, other than giving an answer."""

    NEXT = auto()
    BACK = auto()
    SKIP = auto()
    NOTE = auto()
    FLAG = auto()
    ALOUD = auto()
    SHOWN = auto()
    JUMP = auto()
    CLEAR = auto()
    HIDE = auto()


_KEYS = {
    Qt.Key.Key_Return: Act.NEXT,
    Qt.Key.Key_Enter: Act.NEXT,
    Qt.Key.Key_Backspace: Act.BACK,
    Qt.Key.Key_Delete: Act.CLEAR,
}
_LETTERS = {"s": Act.SKIP, "e": Act.NOTE, "t": Act.FLAG, "a": Act.ALOUD, "w": Act.SHOWN, "g": Act.JUMP}
_DECLINES = {"0": Answer.DONT_KNOW, "n": Answer.NOT_APPLICABLE}


def act_of(event: QKeyEvent, *, writing: bool, single_keys: bool) -> Act | None:
    """What a key press asks for; ``None`` where it asks for nothing here. While ``writing`` only hiding works.

    A key that is held down asks once: nobody means to run through the questions.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if key == Qt.Key.Key_F9 or (key == Qt.Key.Key_H and modifiers & _HIDE == _HIDE):
        return Act.HIDE
    if writing or event.isAutoRepeat():
        return None
    if key == Qt.Key.Key_Left and modifiers & _MODIFIERS == Qt.KeyboardModifier.AltModifier:
        return Act.BACK
    if modifiers & _MODIFIERS:
        return None
    return _KEYS.get(key) or (_LETTERS.get(event.text().lower()) if single_keys else None)


def answer_of(event: QKeyEvent, points: int, *, writing: bool) -> Answer | None:
    """The answer a single key gives on a scale of ``points``; ``None`` for any other key."""
    if writing or event.isAutoRepeat() or event.modifiers() & _MODIFIERS:
        return None
    typed = event.text().lower()
    if typed in _DECLINES:
        return _DECLINES[typed]
    # ASCII alone: other digits of the world would be read by int() and surprise nobody less.
    return Answer(int(typed)) if typed in set("123456789"[:points]) else None

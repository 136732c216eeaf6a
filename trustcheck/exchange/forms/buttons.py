"""What a group of buttons says: its value and each button are read, and neither is believed alone.

ISO 32000-1, 12.7.4.2: a button's state is a name of its own; ``/Opt``, where there is one, says button by button what
the states stand for; the group's ``/V`` names the state of the button that is pressed. Programs also write ``/V`` as a
text, as a number of ``/Opt``, or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

_LONGEST_VALUE = 10_000
_NOTHING = ("", "Off")


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What stands in a field."""

    text: str
    pressed: tuple[str, ...] = ()
    """Of a group of buttons: what the pressed ones stand for, each once."""
    offered: bool = True
    """Whether a button of the group stands for ``text``."""
    shown: bool = True
    """Whether a button shows ``text``; not so where all of them are drawn empty."""

    def beside(self, other: "FieldValue") -> "FieldValue":
        """Both values of a field that stands in the file twice."""
        if self == other or not (other.text or other.pressed):
            return self
        if not (self.text or self.pressed):
            return other
        if self.pressed or other.pressed:
            both = (*self.pressed, *([other.text] if other.text else ()), *other.pressed)
            return FieldValue(self.text, tuple(dict.fromkeys(both)), self.offered)
        return FieldValue(f"{self.text}\n{other.text}")


def words_of(value: Any) -> str:
    """A name without its stroke, a text or bytes as text; empty for anything else."""
    value = value.get_object() if value is not None else None
    if isinstance(value, bytes):
        return value[:_LONGEST_VALUE].decode("latin-1")
    if isinstance(value, NameObject):
        return value[:_LONGEST_VALUE].removeprefix("/")
    return str(value)[:_LONGEST_VALUE] if isinstance(value, str) else ""


def list_of(value: Any) -> list[Any]:
    value = value.get_object() if value is not None else None
    return list(value) if isinstance(value, ArrayObject) else []


def group_value(field: DictionaryObject, kids: Sequence[Any]) -> FieldValue:
    """``kids`` are the buttons of the group; where there are none the field is its only button."""
    buttons = [kid for kid in kids if isinstance(kid, DictionaryObject)] or [field]
    states = [_state(button) for button in buttons]
    stands_for = _stands_for(field, buttons, states)
    pressed = tuple(
        dict.fromkeys(
            words
            for button, state, words in zip(buttons, states, stands_for, strict=True)
            if _is_pressed(button, state)
        )
    )
    said = _said(field, states, stands_for)
    if not said:
        return FieldValue("", pressed)
    # A text may be what a button stands for and the name of another one's state: the pressed button decides.
    text = next((each for each in said if each in pressed), said[0])
    others = () if text in pressed else tuple(each for each in said if each != text)
    shown = bool(pressed) or not any("/AS" in button for button in buttons)
    return FieldValue(text, (*pressed, *others), not any(states) or text in stands_for, shown)


def _state(button: DictionaryObject) -> str:
    """The name under which the button is drawn as pressed; empty where the file does not say."""
    drawn = button.get("/AP")
    drawn = drawn.get_object() if drawn is not None else None
    normal = drawn.get("/N") if isinstance(drawn, DictionaryObject) else None
    normal = normal.get_object() if normal is not None else None
    names = [words_of(NameObject(key)) for key in normal] if type(normal) is DictionaryObject else []
    return next((each for each in names if each not in _NOTHING), "")


def _is_pressed(button: DictionaryObject, state: str) -> bool:
    found = words_of(button.get("/AS"))
    return found not in _NOTHING and (not state or found == state)


def _stands_for(field: DictionaryObject, buttons: Sequence[DictionaryObject], states: Sequence[str]) -> list[str]:
    """What each button stands for: by ``/Opt`` where that names as many, else by its state."""
    options = list_of(field.get("/Opt"))
    if len(options) != len(states):
        return [state or words_of(button.get("/AS")) for button, state in zip(buttons, states, strict=True)]
    return [words_of((list_of(each) or [each])[0]) for each in options]


def _said(field: DictionaryObject, states: Sequence[str], stands_for: Sequence[str]) -> list[str]:
    """What the value of the group may mean; nothing where there is none."""
    value = field.get("/V")
    value = value.get_object() if value is not None else None
    if isinstance(value, NumberObject):
        is_place = "/Opt" in field and 0 <= value < len(stands_for)
        return [stands_for[value] if is_place else str(value)]
    # A name written as a text keeps its stroke.
    text = words_of(value).removeprefix("/")
    if text in _NOTHING:
        return []
    by_state = [words for state, words in zip(states, stands_for, strict=True) if state == text]
    if isinstance(value, NameObject):
        return by_state[:1] or [text]
    return list(dict.fromkeys([*([text] if text in stands_for else ()), *by_state[:1]])) or [text]

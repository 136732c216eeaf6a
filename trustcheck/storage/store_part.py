"""What every part of a store works on."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass

from trustcheck.storage.file import refusals
from trustcheck.storage.file.data_file import DataFile

Draw = Callable[[int], int]
"""Draws so many random bits (:func:`secrets.randbits`)."""

_ID_BITS = 63
_MANY = 1000


@dataclass(slots=True)
class CurrentFile:
    """The data file that all parts of one store work on; another one, once the store went on in another place."""

    file: DataFile


class StorePart:
    """A set of a store's methods, on the data file it shares with the others, with a generator of random ids."""

    def __init__(self, current: CurrentFile, draw: Draw) -> None:
        self._current = current
        self._draw = draw

    @property
    def _file(self) -> DataFile:
        return self._current.file

    def _new_id(self) -> int:
        """An id nobody can tell an order from."""
        return self._draw(_ID_BITS)

    def _new_ids(self, number: int) -> list[int]:
        """So many of them; many are drawn in one go, which costs as much as one."""
        if number < _MANY:
            return [self._new_id() for _id in range(number)]
        drawn = array("Q", self._draw(64 * number).to_bytes(8 * number, "little"))
        return [each >> (64 - _ID_BITS) for each in drawn]


def fitting(text: str, limit: int) -> str:
    """``text`` as it can be kept: half characters become question marks. Raises ``NotSaved`` above ``limit``."""
    if len(text) > limit:
        raise refusals.too_long(limit, len(text))
    return text.encode("utf-8", "replace").decode("utf-8")

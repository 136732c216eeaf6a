"""What every part of a store works on."""

from collections.abc import Callable

from trustcheck.storage import refusals
from trustcheck.storage.data_file import DataFile

Draw = Callable[[int], int]
"""Draws so many random bits (:func:`secrets.randbits`)."""

_ID_BITS = 63


class StorePart:
    """A set of a store's methods, on a data file, with a generator of random ids."""

    def __init__(self, file: DataFile, draw: Draw) -> None:
        self._file = file
        self._draw = draw

    def _new_id(self) -> int:
        """An id nobody can tell an order from."""
        return self._draw(_ID_BITS)


def fitting(text: str, limit: int) -> str:
    """``text`` as it can be kept: half characters become question marks. Raises ``NotSaved`` above ``limit``."""
    if len(text) > limit:
        raise refusals.too_long(limit, len(text))
    return text.encode("utf-8", "replace").decode("utf-8")

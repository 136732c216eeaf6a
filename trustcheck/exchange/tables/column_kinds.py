"""The different texts of one column, each kept once, and for every row which of them stands there."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from trustcheck.app.collecting.tables import ColumnCells
from trustcheck.exchange.tables.text_blocks import WORD, WORDS, CellBlock
from trustcheck.exchange.tables.text_tables import MOST_KINDS, PARTING

if TYPE_CHECKING:
    from numpy.typing import NDArray

ANOTHER = "\u2026"
"""Stands for every further text of a column that holds too many different ones."""
_NEW_AT_ONCE = 24
"""A block with more new texts in one column is no block of answers; its texts are looked up one by one."""
_NOT_MET = 0xFFFF
_A_BYTE = 256
_MOST_MET = 40
"""Texts of a column that are found again by their bytes; in a column of answers there are fewer."""


class ColumnKinds:
    """Fills one column, row by row or many rows at once."""

    def __init__(self) -> None:
        self._kinds = _Kinds()
        self._seen = _Seen()
        self._parts: list[array[int]] = []

    def add(self, cells: Iterable[object]) -> None:
        self._parts.append(array("H", map(self._kinds.__getitem__, _as_keys(cells))))

    def find(self, block: CellBlock, column: int) -> "NDArray[Any]":
        """For every row of a block which of the texts stands there; new ones are kept."""
        import numpy as np

        size, words = block.words(column)
        found = self._seen.find(size, words)
        new = np.flatnonzero(found == _NOT_MET)
        for _each in range(_NEW_AT_ONCE):
            if not len(new):
                return found
            first = int(new[0])
            kind = self._kinds[block.text(column, first)]
            alike = self._seen.learn(size, words, first, kind, new) if size[first] <= WORD * WORDS else new[:1]
            found[alike] = kind
            new = new[found[new] == _NOT_MET]
        for row in new.tolist():
            if self._kinds.is_full:
                # Nothing of ours: what was not met is not looked at.
                found[found == _NOT_MET] = MOST_KINDS
                break
            found[row] = self._kinds[block.text(column, row)]
        return found

    def add_found(self, found: "NDArray[Any]") -> None:
        """Add the rows of a block as they were found."""
        self._parts.append(array("H", found.tobytes()))

    def is_filled(self, found: "NDArray[Any]") -> "NDArray[Any]":
        """In which rows anything stands."""
        filled: NDArray[Any] = found != self._kinds.get("", -1)
        return filled

    def says_something(self, found: "NDArray[Any]") -> "NDArray[Any]":
        """In which rows more stands than signs that part cells."""
        says = self.is_filled(found)
        for each in self._kinds.signs:
            says &= found != each
        return says

    def cells(self) -> ColumnCells:
        """The column; a byte for each row where that is enough."""
        import numpy as np

        texts = tuple(self._kinds.texts)
        whole = array("H")
        for part in self._parts:
            whole.extend(part)
        at = np.frombuffer(whole, dtype=np.uint16).astype(np.uint8).tobytes() if len(texts) <= _A_BYTE else whole
        return ColumnCells(texts, at)


class _Seen:
    """The bytes of texts that were met, to find them again many at a time."""

    def __init__(self) -> None:
        self._met: list[tuple[int, list[int], int]] = []
        """How many bytes, the bytes eight at a time, and the kind."""

    def find(self, size: "NDArray[Any]", words: "Sequence[NDArray[Any]]") -> "NDArray[Any]":
        """The kind of every cell of a column; ``_NOT_MET`` where its text was not met before."""
        import numpy as np

        found = np.full(len(size), _NOT_MET, dtype="<u2")
        for length, exact, kind in self._met:
            if len(exact) <= len(words):
                np.putmask(found, _alike(size, words, length, exact), kind)
        return found

    def learn(
        self, size: "NDArray[Any]", words: "Sequence[NDArray[Any]]", row: int, kind: int, among: "NDArray[Any]"
    ) -> "NDArray[Any]":
        """Keep the bytes of a cell with its kind, and say which rows ``among`` some hold the very same."""
        length = int(size[row])
        exact = [int(each[row]) for each in words[: -(-length // WORD)]]
        if len(self._met) < _MOST_MET:
            self._met.append((length, exact, kind))
        alike: NDArray[Any] = among[_alike(size[among], [each[among] for each in words], length, exact)]
        return alike


def _alike(size: "NDArray[Any]", words: "Sequence[NDArray[Any]]", length: int, exact: Sequence[int]) -> "NDArray[Any]":
    """Which cells have the same bytes as one."""
    same: NDArray[Any] = size == length
    for held, wanted in zip(words, exact, strict=False):
        same &= held == wanted
    return same


class _Kinds(dict[object, int]):
    """Where each text of a column stands in ``texts``; one that is new is trimmed and put at the end.

    Beyond :data:`MOST_KINDS` all new texts are :data:`ANOTHER`: comments and names never pile up in memory.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.signs: list[int] = []
        """The kinds of texts that are nothing but signs that part cells."""

    @property
    def is_full(self) -> bool:
        return len(self.texts) > MOST_KINDS

    def __missing__(self, cell: object) -> int:
        trimmed = _shown(cell).strip()
        if trimmed != cell:
            place = self[trimmed]
        elif len(self.texts) < MOST_KINDS:
            place = len(self.texts)
            self.texts.append(trimmed)
            if not trimmed.strip(PARTING):
                self.signs.append(place)
        else:
            return self._another()
        if len(self) < 2 * MOST_KINDS:
            self[cell] = place
        return place

    def _another(self) -> int:
        if len(self.texts) == MOST_KINDS:
            self.texts.append(ANOTHER)
        return MOST_KINDS


def filled(cells: Sequence[object]) -> int:
    """How many cells there are up to the last that is not blank."""
    length = len(cells)
    while length and (cells[length - 1] == "" or not str(cells[length - 1]).strip()):
        length -= 1
    return length


def _as_keys(cells: Iterable[object]) -> Iterable[object]:
    """Cells by which a text can be looked up. To Python TRUE and 1 are the same; to a reader they are not."""
    kinds = {*map(type, cells)}
    return cells if kinds <= {str, float, int} else map(_shown, cells)


def _shown(cell: object) -> str:
    """A cell as a spreadsheet shows it: 4 and not 4.0."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)

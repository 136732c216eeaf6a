"""Rows of a text many at a time: where each cell begins and ends, without a string for any of them.

A reader that makes a string of every cell spends most of its time on strings it has seen a thousand times. Here a
cell is a place in the bytes of the file, and equal cells are found by comparing eight bytes at once. A block is made
only of rows that are written in the plainest way; for all others :func:`block_of` gives ``None``, and the reader of
rows takes them one by one.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD = 8
WORDS = 4
_FIRST_BYTES = range(0, WORD * WORDS, WORD)
"""Cells of up to 32 bytes are compared by their bytes; longer ones are looked up as text."""


@dataclass(frozen=True, slots=True, eq=False)
class CellBlock:
    """Rows of one width."""

    content: bytes
    """The bytes of the rows, and room for one word more."""
    lines: "NDArray[Any]"
    """(rows,): the line of the file on which each row begins, from 1."""
    bounds: "NDArray[Any]"
    """(columns and one more, rows): where each cell begins; it ends before the sign that stands before the next."""
    quoted: "NDArray[Any] | None"
    """(columns, rows): 1 for a cell in quotes, which stand around it."""
    masks: "NDArray[Any]"
    """(words, bytes of a cell): which bits of each word belong to it."""

    @property
    def rows(self) -> int:
        return int(self.bounds.shape[1])

    def _spans(self, column: int) -> "tuple[NDArray[Any], NDArray[Any]]":
        """Where each cell of a column begins, and how many bytes it has."""
        starts, size = self.bounds[column], self.bounds[column + 1] - self.bounds[column]
        size -= 1
        if self.quoted is None:
            return starts, size
        return starts + self.quoted[column], size - 2 * self.quoted[column]

    def words(self, column: int) -> "tuple[NDArray[Any], list[NDArray[Any]]]":
        """How many bytes each cell of a column has, and the bytes themselves, eight at a time."""
        import numpy as np

        starts, size = self._spans(column)
        longest = min(int(size.max(initial=0)), WORD * WORDS)
        # A number of eight bytes begins at every byte.
        at = np.ndarray((len(self.content) - WORD + 1,), dtype="<u8", buffer=self.content, strides=(1,))
        words = []
        for each, masks in zip(range(0, longest, WORD), self.masks, strict=False):
            # Beyond a cell nothing is read: of its last word only what belongs to it.
            words.append(at[each:][starts] & masks.take(size, mode="clip"))
        return size, words

    def text(self, column: int, row: int) -> str:
        """A cell as text, as it stands between its quotes."""
        marks = 0 if self.quoted is None else int(self.quoted[column, row])
        raw = self.content[self.bounds[column, row] + marks : self.bounds[column + 1, row] - 1 - marks]
        return raw.replace(b'""', b'"').decode()


def block_of(piece: bytes, separator: bytes, width: int, line: int) -> CellBlock | None:
    """The rows of a piece that begins at ``line`` and ends with a row; ``None`` where any is not written plainly."""
    import numpy as np

    piece = piece if piece.endswith(b"\n") else piece + b"\n"
    room = piece + bytes(WORD * WORDS)
    held = np.frombuffer(room, dtype=np.uint8)[: len(piece)]
    cuts = _cuts(piece, held, separator)
    if cuts is None:
        return None
    parts, newlines, lines_end = cuts
    if not len(newlines) or newlines[-1] != len(held) - 1:
        return None
    begins = np.concatenate((np.zeros(1, dtype=np.intp), newlines[:-1] + 1))
    ends = newlines - (held[np.maximum(newlines - 1, 0)] == _RETURN)
    filled = ends > begins
    begins, ends, lines = begins[filled], ends[filled], _lines_of(lines_end, newlines)[filled]
    if len(begins) == 0 or len(parts) != len(begins) * (width - 1):
        return None
    between = parts.reshape(len(begins), width - 1).T
    if width > 1 and ((between[0] < begins).any() or (between[-1] > ends).any()):
        return None
    # Column by column in memory, as they are read.
    bounds = np.empty((width + 1, len(begins)), dtype=np.intp)
    bounds[0], bounds[1:-1], bounds[-1] = begins, between, ends
    bounds[1:] += 1
    quoted = _quoted(held, bounds) if b'"' in piece else None
    if quoted is False:
        return None
    return CellBlock(room, lines + line, bounds, quoted, _masks())


_QUOTE, _NEWLINE, _RETURN = b'"\n\r'


def _cuts(piece: bytes, held: Any, separator: bytes) -> Any:
    """Where cells part and where rows end, outside of quotes; and where lines end, inside of them too."""
    import numpy as np

    if b"\r" in piece:
        returns = np.flatnonzero(held == _RETURN)
        if returns[-1] + 1 >= len(held) or (held[returns + 1] != _NEWLINE).any():
            return None
    parts = np.flatnonzero(held == separator[0])
    newlines = np.flatnonzero(held == _NEWLINE)
    if b'"' not in piece:
        return parts, newlines, newlines
    inside = np.cumsum(held == _QUOTE, dtype=np.uint8) & 1
    return parts[inside[parts] == 0], newlines[inside[newlines] == 0], newlines


def _lines_of(lines_end: Any, newlines: Any) -> Any:
    """For every row, how many lines begin before it."""
    import numpy as np

    before = np.arange(len(newlines)) if lines_end is newlines else np.searchsorted(lines_end, newlines)
    return np.concatenate((np.zeros(1, dtype=np.intp), before[:-1] + 1))


def _quoted(held: Any, bounds: Any) -> Any:
    """Which cells are written in quotes; ``False`` where a quote stands anywhere else."""
    import numpy as np

    starts, last_ones = bounds[:-1], bounds[1:] - 2
    quoted = (held[np.minimum(starts, len(held) - 1)] == _QUOTE) & (last_ones >= starts)
    first, last = starts[quoted], last_ones[quoted]
    if (last <= first).any() or (held[last] != _QUOTE).any():
        return False
    outer = np.zeros(len(held), dtype=bool)
    outer[first] = outer[last] = True
    inner = np.flatnonzero((held == _QUOTE) & ~outer)
    if len(inner):
        if len(inner) % 2 or (inner[1::2] - inner[::2] != 1).any():
            return False
        order = np.argsort(first)
        at = np.searchsorted(first[order], inner) - 1
        if (at < 0).any() or (inner > last[order][at]).any():
            return False
    return quoted.astype(np.intp)


@cache
def _masks() -> Any:
    import numpy as np

    bits = [[8 * min(max(size - first, 0), WORD) for size in range(WORD * WORDS + 1)] for first in _FIRST_BYTES]
    return np.array([[(1 << each) - 1 for each in row] for row in bits], dtype=np.uint64)

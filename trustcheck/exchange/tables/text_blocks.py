"""Rows of a text many at a time: where each cell begins and ends, without a string for any of them.

A reader that makes a string of every cell spends most of its time on strings it has seen a thousand times. Here a
cell is a place in the bytes of the file, and equal cells are found by comparing eight bytes at once. A block is made
only of rows that are written in the plainest way; for all others :func:`block_of` gives ``None``, and the reader of
rows takes them one by one.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD = 8
WORDS = 4
"""Cells of up to 32 bytes are compared by their bytes; longer ones are looked up as text."""


@dataclass(frozen=True, slots=True, eq=False)
class CellBlock:
    """Rows of one width. Arrays are (columns, rows)."""

    content: bytes
    """The bytes of the rows, and room for one word more."""
    lines: "NDArray[Any]"
    """(rows,): the line of the file on which each row begins, from 1."""
    starts: "NDArray[Any]"
    ends: "NDArray[Any]"

    @property
    def rows(self) -> int:
        return int(self.starts.shape[1])

    @property
    def width(self) -> int:
        return int(self.starts.shape[0])

    def words(self, column: int) -> "tuple[NDArray[Any], list[NDArray[Any]]]":
        """How many bytes each cell of a column has, and the bytes themselves, eight at a time."""
        import numpy as np

        starts = self.starts[column]
        size = self.ends[column] - starts
        longest = min(int(size.max(initial=0)), WORD * WORDS)
        # A number of eight bytes begins at every byte.
        at = np.ndarray((len(self.content) - WORD + 1,), dtype="<u8", buffer=self.content, strides=(1,))
        masks = np.array([(1 << (8 * each)) - 1 for each in range(WORD + 1)], dtype=np.uint64)
        words = []
        for each in range(0, longest, WORD):
            # Beyond a cell nothing is read: of its last word only what belongs to it.
            left = np.minimum(size - each, WORD) if each == 0 else np.clip(size - each, 0, WORD)
            words.append(at[starts + each] & masks.take(left))
        return size, words

    def text(self, column: int, row: int) -> str:
        """A cell as text, as it stands between its quotes."""
        raw = self.content[self.starts[column, row] : self.ends[column, row]]
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
    starts = np.vstack((begins, between + 1))
    stops = np.vstack((between, ends))
    if b'"' in piece and not _unquoted(held, starts, stops):
        return None
    return CellBlock(room, lines + line, starts, stops)


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


def _unquoted(held: Any, starts: Any, stops: Any) -> bool:
    """Take the quotes off cells that are written in quotes; false where a quote stands anywhere else."""
    import numpy as np

    quoted = (held[np.minimum(starts, len(held) - 1)] == _QUOTE) & (stops > starts)
    first, last = starts[quoted], stops[quoted] - 1
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
    starts[quoted] += 1
    stops[quoted] -= 1
    return True

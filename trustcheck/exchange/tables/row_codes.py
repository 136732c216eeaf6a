"""The cells of one column as codes, a byte a row, with those that are no answer noted."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from trustcheck.app.collecting.tables import RawTable
from trustcheck.exchange.tables.mapping_words import is_error, is_formula
from trustcheck.exchange.tables.untakables import TOLD, Untakables

UNREADABLE = 128
"""In a byte, no code of an answer."""
ERROR = 129
"""In a byte, an error of a spreadsheet where an answer belongs."""
UNWORKED = 130
"""In a byte, a formula without its value where an answer belongs."""
ASKED = 131
"""In a byte, a word of which somebody has to say what it stands for."""
WRONG_CODES = (UNREADABLE, ERROR, UNWORKED)

NoteCells = Callable[[int, int, Iterable[int]], None]
"""Takes note of cells of one column that are no answer: its place, how many, and the rows of the first."""


def code_of_cell(text: str, code: int | None, *, is_asked: bool) -> int:
    """A code as a byte holds it. What is asked about is no mistake; until it is answered nothing is taken."""
    if code is not None:
        return code % 256
    if is_error(text):
        return ERROR
    if is_formula(text):
        return UNWORKED
    return ASKED if is_asked else UNREADABLE


def read_codes(
    table: RawTable,
    place: int,
    begins: int,
    meaning: Callable[[str], int],
    nobody: Iterable[int],
    untakable: Untakables,
    unreadable: NoteCells | None = None,
) -> bytes:
    """The codes of one column with nothing in the rows that are nobody's. Cells that are no answer are noted, as
    ``unreadable`` says it where that is not as of a question.
    """
    found = _without(table.columns[place].read(begins, meaning), nobody)
    for code, note in (
        (UNREADABLE, unreadable or untakable.note_unreadable),
        (ERROR, untakable.note_errors),
        (UNWORKED, untakable.note_unworked),
    ):
        note(place, found.count(code), islice(rows_with(found, code), TOLD))
    return found


def joined(one: bytes, other: bytes, place: int, untakable: Untakables) -> bytes:
    """Two columns of one question as one: a tool that branches writes each question once for every branch."""
    both = [row for row, (first, second) in enumerate(zip(one, other, strict=True)) if first and second]
    untakable.note_both(place, len(both), both[:TOLD])
    return marked(bytes(first or second for first, second in zip(one, other, strict=True)), both)


def marked(codes: bytes, rows: Iterable[int]) -> bytes:
    """The same codes with what cannot be read in some rows."""
    made = bytearray(codes)
    for row in rows:
        made[row] = UNREADABLE
    return bytes(made)


def rows_with(codes: bytes, wanted: int) -> Iterator[int]:
    """The rows that have a code."""
    at = codes.find(wanted)
    while at >= 0:
        yield at
        at = codes.find(wanted, at + 1)


def _without(codes: bytes, rows: Iterable[int]) -> bytes:
    kept = bytearray(codes)
    for row in rows:
        kept[row] = 0
    return bytes(kept)

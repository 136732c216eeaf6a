"""Rows that a survey tool itself says are no person's finished sheet: previews, tests, spam, rejected, broken off."""

import re
from collections.abc import Callable, Sequence

from trustcheck.app.collecting.readings import STATES_IN_NUMBERS
from trustcheck.app.collecting.tables import Column, ColumnCells, Use
from trustcheck.exchange.tables.mapping_words import plain

UNFINISHED, _PREVIEW, _TEST, _SPAM = STATES_IN_NUMBERS
"""The first stands for the words of a state that a tool says by a number, a yes or no, or a blank."""

_STATES = frozenset(
    {
        "status", "state", "complete", "completed", "channel", "distributionchannel", "reviewstate",
        "validationstatus", "responsetype", "responsestatus", "surveystatus",
    }
)  # fmt: skip
_NOT_COUNTED = re.compile(
    r"\b(preview|test|spam|rejected|not approved|unfinished|incomplete|partial|disqualified|screened out)\b"
)
_NUMBERED = {
    "1": _PREVIEW, "2": _TEST, "8": _SPAM, "9": _SPAM, "12": _SPAM, "17": _PREVIEW, "40": _SPAM,
}  # fmt: skip
"""What Qualtrics calls the numbers it writes for a *Response Type* where numbers are asked for."""
_SUBMITTED = frozenset({"submitdate", "datesubmitted", "submitdateutc"})
_APART = re.compile(r" / |\. ")
"""Between the headings of one column that stand below or beside each other."""
_ALL = 100

Says = Callable[[str], str]
"""What a cell says of its row where that does not count; empty where it does."""


def uncounted_rows(columns: Sequence[Column], cells: Sequence[ColumnCells], begins: int) -> dict[str, frozenset[int]]:
    """By what is said of them, the rows below ``begins``; each row once, by the first column that says it."""
    marked: dict[str, set[int]] = {}
    taken: set[int] = set()
    for column, held in zip(columns, cells, strict=False):
        says = _says(column, held, begins) if column.use is Use.LEFT_OUT else None
        if says is None:
            continue
        below = held.at[begins:]
        said = {kind: told for kind in held.kinds(begins) if (told := says(held.texts[kind]))}
        for row, kind in enumerate(below):
            if kind in said and row not in taken:
                taken.add(row)
                marked.setdefault(said[kind], set()).add(row)
    return {said: frozenset(rows) for said, rows in marked.items()}


def _says(column: Column, held: ColumnCells, begins: int) -> Says | None:
    """How to read a column of states; ``None`` for any other."""
    said = _APART.split(column.heading)
    names = {plain(part).replace(" ", "") for part in said}
    found = {held.texts[kind] for kind in held.kinds(begins)}
    if "finished" in names:
        return lambda text: UNFINISHED if plain(text) in ("false", "0", "no") else ""
    if "progress" in names and all(each.isdecimal() for each in found):
        return lambda text: UNFINISHED if int(text) < _ALL else ""
    if names & _SUBMITTED and "" in found and len(found) > 1:
        return lambda text: "" if text else UNFINISHED
    if {"status", "responsetype"} <= names and all(each.isdecimal() for each in found):
        return lambda text: _NUMBERED.get(text, "")
    if any(each.endswith("complete") for each in names) and found <= {"0", "1", "2", ""}:
        return lambda text: "" if text == "2" else UNFINISHED
    if names & _STATES or any(plain(part).endswith(" complete") for part in said):
        return lambda text: text if _NOT_COUNTED.search(plain(text)) else ""
    return None

"""Answers as programs hand them on: JSON with an object for each person, or with a list for each column."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from trustcheck.app.ports import Refused
from trustcheck.exchange.tables.sheet_rows import NumberedRows, SheetRows
from trustcheck.exchange.tables.strict_reading import shortened, text_in
from trustcheck.exchange.tables.text_tables import MOST_CELLS, MOST_COLUMNS, too_many_cells, too_many_columns
from trustcheck.exchange.tables.untakables import printable
from trustcheck.words import gettext as _

_MOST_OBJECTS = 1_000_000
"""Objects and lists of a file; ten for each of a hundred thousand people."""
_DEEPEST = 6
"""Objects within objects that become headings of their own; what lies deeper stays one text."""
_LONGEST = 10_000
_ENDINGS = (".json", ".jsonl", ".ndjson")
_SEVERAL = 2
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a sign, which no text holds that is written out."""
_MADE = 0
"""The line of the headings: they are no entry of the file."""

Record = Mapping[str, Any]


def sheets_of_json(content: bytes, name: str) -> list[SheetRows] | None:
    """Every table in a file, each entry numbered from 1; ``None`` where the bytes are no JSON.

    Raises :class:`Refused` where there is no table in it, or more than a table can hold.
    """
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    if sum(map(content.count, (b"{", b"["))) > _MOST_OBJECTS or content.count(b",") > MOST_CELLS:
        raise too_many_cells(name)
    text = text_in(content, name)
    try:
        said = _parsed(text, name)
    except (ValueError, RecursionError) as problem:
        if name.lower().endswith(_ENDINGS):
            raise _unsound(name, getattr(problem, "lineno", 1)) from problem
        return None
    found = [(key, rows) for key, rows in _tables(said) if rows]
    if not found:
        raise Refused(
            _("{name} holds no list of answers.").format(name=name),
            _("Nothing was taken."),
            _("Save it with one entry for each person, or as CSV UTF-8, and try again."),
        )
    return [
        SheetRows(key if len(found) > 1 else "", _numbered(rows, name), len(rows), are_entries=True)
        for key, rows in found
    ]


def _unsound(name: str, line: int) -> Refused:
    return Refused(
        _("{name}, line {line}: this is no sound JSON.").format(name=name, line=line),
        _("Nothing was taken."),
        _("Write the file anew in the program it came from, and try again."),
    )


def _parsed(text: str, name: str) -> Any:
    kept: dict[str, str] = {}

    def number(said: str) -> str:
        return kept.setdefault(said, said)

    def once(pairs: list[tuple[str, Any]]) -> Record:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise _twice(name, pairs)
        return found

    decoder = json.JSONDecoder(object_pairs_hook=once, parse_int=number, parse_float=number, parse_constant=number)
    try:
        return decoder.decode(text)
    except json.JSONDecodeError:
        # One object a line, as some tools write it.
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < _SEVERAL or not all(line.startswith("{") and line.endswith("}") for line in lines):
            raise
        return [decoder.decode(line) for line in lines]


def _twice(name: str, pairs: Sequence[tuple[str, Any]]) -> Refused:
    keys = [key for key, _value in pairs]
    key = next(key for at, key in enumerate(keys) if key in keys[:at])
    return Refused(
        _("{name}: \u201c{key}\u201d stands twice in one entry.").format(name=name, key=printable(shortened(key))),
        _("Nothing was taken."),
        _("Write the file anew in the program it came from, and try again."),
    )


# Where the tables are, and how their entries are written.


def _tables(said: Any) -> Iterator[tuple[str, Sequence[Any]]]:
    """Each table as a list of entries: objects with a value for each heading, or lists of cells."""
    if isinstance(said, list):
        yield "", _entries(said)
    elif isinstance(said, dict) and (rows := _by_column(said)):
        yield "", rows
    elif isinstance(said, dict):
        inside = [(key, value) for key, value in said.items() if isinstance(value, list | dict)]
        lists = [(key, _entries(value)) for key, value in inside if isinstance(value, list)]
        if any(rows for _key, rows in lists):
            yield from lists
        elif len(inside) == len(said):
            # One object for each person, under a name of its own.
            yield "", _entries([value for _key, value in inside])


def _entries(said: Sequence[Any]) -> Sequence[Any]:
    """The entries of a list of objects or of lists; nothing where it is a list of something else."""
    if said and all(isinstance(each, dict) for each in said):
        alone = [next(iter(each.values())) for each in said if len(each) == 1]
        # One tool wraps each person into an object whose only name is the person's number.
        names = {key for each in said for key in each}
        is_wrapped = len(alone) == len(said) == len(names) and all(isinstance(each, dict) for each in alone)
        return alone if is_wrapped and (len(said) > 1 or next(iter(names)).isdecimal()) else said
    return said if said and all(isinstance(each, list) for each in said) else []


def _by_column(said: Record) -> Sequence[Any]:
    """The rows of a table kept column by column: lists, or objects with the number of each row."""
    columns, data = said.get("columns"), said.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(each, list) for each in data):
        return [[_text(each) for each in columns], *data]
    values = list(said.values())
    if values and all(isinstance(each, list) and not any(isinstance(cell, dict) for cell in each) for each in values):
        longest = max(map(len, values))
        return [{key: cells[at] for key, cells in said.items() if at < len(cells)} for at in range(longest)]
    if values and all(isinstance(each, dict) and each and all(map(str.isdecimal, each)) for each in values):
        rows = dict.fromkeys(row for each in values for row in each)
        return [{key: cells[row] for key, cells in said.items() if row in cells} for row in rows]
    return []


# Entries as rows of cells.


def _numbered(entries: Sequence[Any], name: str) -> NumberedRows:
    if isinstance(entries[0], list):
        rows = enumerate(([_text(cell) for cell in each] for each in entries if isinstance(each, list)), start=1)
        yield from _filled(rows, name)
        return
    headings: dict[str, None] = {}
    for each in entries:
        headings.update(dict.fromkeys(heading for heading, _value in _flat(each)))
        if len(headings) > MOST_COLUMNS:
            raise too_many_columns(name)
    yield _MADE, list(headings)
    cells = (_once(each, name) for each in entries)
    yield from _filled(enumerate(([each.get(one, "") for one in headings] for each in cells), start=1), name)


def _once(entry: Any, name: str) -> dict[str, str]:
    """The texts of an entry by their headings, of which none may stand there twice."""
    pairs = list(_flat(entry))
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _twice(name, pairs)
    return found


def _filled(rows: Iterable[tuple[int, list[str]]], name: str) -> NumberedRows:
    for number, cells in rows:
        if len(cells) > MOST_COLUMNS:
            raise too_many_columns(name)
        if any(map(str.strip, cells)):
            yield number, cells


def _flat(entry: Any, above: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Each heading of an entry with its text; what stands within another object is headed by both."""
    if not isinstance(entry, dict):
        return
    for key, value in entry.items():
        heading = f"{above}/{key}" if above else key
        if isinstance(value, dict) and value and depth < _DEEPEST:
            yield from _flat(value, heading, depth + 1)
        else:
            yield _sound(heading[:_LONGEST]), _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return ", ".join(map(_text, value))
    return _sound(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)[:_LONGEST])


def _sound(text: str) -> str:
    return text if text.isascii() else _HALVES.sub("\ufffd", text)

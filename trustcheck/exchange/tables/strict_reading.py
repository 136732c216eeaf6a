"""Reads a table from a text file strictly: every mistake is collected with its line, and told at once."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from trustcheck.app.ports import Refused
from trustcheck.exchange.files.data_files import is_of_a_data_file
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a hundred thousand sheets of forty answers take a seventh of it."""
_MISTAKES_TOLD = 50
_LONGEST_QUOTE = 60
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of cells, trimmed, with the line of the file on which it begins (from 1)."""

    line: int
    cells: tuple[str, ...]


@dataclass
class Mistakes:
    """Collects what is wrong with one file, so that all of it can be put right in one go."""

    name: str
    _told: list[str] = field(default_factory=list)
    _more: int = 0

    def add(self, sentence: str, *, line: int, column: str = "") -> None:
        """Note one mistake at a line, and a column by its name. Control characters never reach a terminal."""
        if len(self._told) == _MISTAKES_TOLD:
            self._more += 1
            return
        place = _("line {line}, column {column}") if column else _("line {line}")
        told = f"{place.format(line=line, column=shortened(column))}: {sentence}"
        self._told.append("".join(each if each.isprintable() else "\ufffd" for each in told))

    def __bool__(self) -> bool:
        return bool(self._told)

    def refuse_if_any(self) -> None:
        """Raise :class:`Refused` with every mistake, one a line, where there is one."""
        if not self._told:
            return
        number = len(self._told) + self._more
        opening = ngettext(
            "{name} was not read, because of {number} mistake:",
            "{name} was not read, because of {number} mistakes:",
            number,
        )
        lines = [opening.format(name=self.name, number=number), *self._told]
        if self._more:
            lines.append(_("and {number} more.").format(number=self._more))
        raise Refused("\n".join(lines), _("\nNothing was scored or changed."))


def shortened(cell: str) -> str:
    """A cell as a sentence can quote it."""
    return cell if len(cell) <= _LONGEST_QUOTE else cell[:_LONGEST_QUOTE] + "\u2026"


def text_of(path: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark. Raises :class:`Refused`."""
    return text_in(content_of(path), Path(path).name)


def content_of(path: str) -> bytes:
    """The bytes of a file that is not larger than a table can be. Raises :class:`Refused`."""
    file = Path(path)
    try:
        kind = file.stat().st_mode
        if not S_ISREG(kind) and not S_ISDIR(kind):
            # A pipe would wait for ever, a device may never end.
            raise Refused(_("{path} could not be read: {reason}.").format(path=path, reason=_("it is no file")))
        if is_of_a_data_file(file):
            raise Refused(_("{path} could not be read: {reason}.").format(path=path, reason=_("it is a data file")))
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or _("it is out of reach")
        raise Refused(_("{path} could not be read: {reason}.").format(path=path, reason=reason)) from problem
    if len(content) > LARGEST_FILE:
        raise Refused(
            _("{path} holds more than {limit} MiB and was not read.").format(path=path, limit=LARGEST_FILE // 1024**2)
        )
    return content


def text_in(content: bytes, name: str) -> str:
    """Bytes as text. Raises :class:`Refused` naming the line on which they stop being UTF-8."""
    try:
        return content.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise Refused(
            _("{name}, line {line}: this is not UTF-8 text.").format(name=name, line=line),
            todo=_("Save the file as CSV UTF-8 and try again."),
        ) from problem


def rows_of(text: str, mistakes: Mistakes) -> list[TableRow]:
    """The rows of a comma or semicolon table without blank lines; broken quoting is noted as a mistake."""
    first = next((line for line in _lines(text) if line.strip()), "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    rows: list[TableRow] = []
    begins = 1
    try:
        for cells in reader:
            if len(cells) > 1 or any(cell.strip() for cell in cells):
                rows.append(TableRow(begins, tuple(cell.strip() for cell in cells)))
            begins = reader.line_num + 1  # a quoted cell may run over several lines
    except csv.Error as problem:
        mistakes.add(
            _("the quoting or the text breaks off here ({reason}).").format(reason=problem), line=reader.line_num
        )
    return rows


def _lines(text: str) -> Iterator[str]:
    """Line after line with its end; a file in memory would hold four bytes for every letter."""
    return (each[0] for each in _LINE.finditer(text))


def check_columns(header: TableRow, known: Sequence[str], mistakes: Mistakes) -> None:
    """Note every column that is unknown, empty or there twice."""
    seen: set[str] = set()
    for place, column in enumerate(header.cells, start=1):
        if not column:
            mistakes.add(_("column {place} has no name.").format(place=place), line=header.line)
        elif column in seen:
            mistakes.add(_("this column stands here twice."), line=header.line, column=column)
        elif column not in known:
            mistakes.add(_("this column is not known."), line=header.line, column=column)
        seen.add(column)


def check_width(row: TableRow, header: TableRow, mistakes: Mistakes) -> bool:
    """Whether a row has as many cells as the header; a mistake is noted where it has not."""
    if len(row.cells) == len(header.cells):
        return True
    sentence = _("{cells} cells where the header has {columns}.")
    mistakes.add(sentence.format(cells=len(row.cells), columns=len(header.cells)), line=row.line)
    return False

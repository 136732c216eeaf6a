"""Facts from text files, read strictly: every mistake is collected with its line, and told at once."""

import csv
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.answers import EvidenceGrade, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.files.data_files import enough_memory, is_of_a_data_file
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a hundred thousand sheets of forty answers take a seventh of it."""
_STEP = 1024 * 1024
_MISTAKES_TOLD = 50
_LONGEST_QUOTE = 60
_BYTE_ORDER_MARK = "\ufeff"
_DELIMITERS = (",", ";", "\t")
_SAID_SEPARATOR = re.compile(r"sep=([,;\t])[ ]*(?:\r\n?|\n)", re.IGNORECASE)
"""A first line with which some programs tell a spreadsheet what parts the cells."""
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

    def add(self, sentence: str, *, line: int, column: str = "", is_entry: bool = False) -> None:
        """Note one mistake at a line, and a column by its name. Control characters never reach a terminal."""
        if len(self._told) == _MISTAKES_TOLD:
            self._more += 1
            return
        if is_entry and line:
            place = _("entry {line}, column {column}") if column else _("entry {line}")
        else:
            place = _("line {line}, column {column}") if column else _("line {line}")
        told = f"{place.format(line=line, column=shortened(column))}: {sentence}"
        self._told.append("".join(each if each.isprintable() else "\ufffd" for each in told))

    def __bool__(self) -> bool:
        return bool(self._told)

    def add_more(self, number: int) -> None:
        """Count further mistakes that nobody has words for."""
        self._more += number

    def refuse_if_any(self, todo: str = "") -> None:
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
        raise Refused("\n".join(lines), _("\nNothing was scored or changed."), todo)


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


def check_text(content: bytes, name: str) -> None:
    """Raise :class:`Refused` where bytes are not UTF-8, without a copy of them as text."""
    if content.isascii():
        return
    decoder = getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(content), _STEP):
            decoder.decode(content[at : at + _STEP], final=at + _STEP >= len(content))
    except UnicodeDecodeError:
        text_in(content, name)


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
    """The rows of a table in which anything stands; broken quoting is noted as a mistake.

    Comma, semicolon or tab, whichever parts the header most often, or the sign that a first line ``sep=`` names.
    """
    said = _SAID_SEPARATOR.match(text)
    first = next((line for line in _lines(text) if line.strip()), "")
    delimiter = said.group(1) if said else max(_DELIMITERS, key=first.count)
    lines = _lines(text)
    if said:
        next(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[TableRow] = []
    above = 1 if said else 0
    begins = above + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(TableRow(begins, tuple(cell.strip() for cell in cells)))
            begins = above + reader.line_num + 1  # a quoted cell may run over several lines
    except csv.Error as problem:
        line = above + reader.line_num
        mistakes.add(_("the quoting or the text breaks off here ({reason}).").format(reason=problem), line=line)
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


def fitted(row: TableRow, header: TableRow, mistakes: Mistakes) -> TableRow | None:
    """A row with as many cells as the header: missing ones at its end are blank, and blank ones beyond are nothing.

    Where anything stands beyond the header that is noted as a mistake, and there is no row.
    """
    width = len(header.cells)
    if any(row.cells[width:]):
        sentence = _("{cells} cells where the header has {columns}.")
        mistakes.add(sentence.format(cells=len(row.cells), columns=width), line=row.line)
        return None
    return TableRow(row.line, (*row.cells[:width], *("",) * (width - len(row.cells))))


# Reads the facts of an organisation from a CSV file with the columns id, answer and evidence.


ID, ANSWER, EVIDENCE, GRADE = "id", "answer", "evidence", "grade"
LONGEST_EVIDENCE = 4000

_FACTS = {each.value: each for each in Fact}
_GRADES = {each.value: each for each in EvidenceGrade}


def read_facts(path: str, questionnaire: Questionnaire) -> dict[str, PracticeAnswer]:
    """Read a file of facts, by fact id. Raises :class:`~trustcheck.app.ports.Refused` with every mistake at once."""
    name = Path(path).name
    with enough_memory(name):
        return facts_in(text_of(path), questionnaire, name)


def facts_in(text: str, questionnaire: Questionnaire, name: str) -> dict[str, PracticeAnswer]:
    """Facts from the text of a file. Evidence and grade may be missing; a fact without an answer is left out."""
    mistakes = Mistakes(name)
    rows = rows_of(text, mistakes)
    if not rows:
        mistakes.add(_("there is no header with the columns id, answer and evidence."), line=1)
        mistakes.refuse_if_any()
    header = rows[0]
    check_columns(header, (ID, ANSWER, EVIDENCE, GRADE), mistakes)
    for column in (ID, ANSWER):
        if column not in header.cells:
            mistakes.add(_("this column is missing."), line=header.line, column=column)
    mistakes.refuse_if_any()
    facts: dict[str, PracticeAnswer] = {}
    for row in rows[1:]:
        if (whole := fitted(row, header, mistakes)) is not None:
            _take(whole, header, facts, questionnaire, mistakes)
    mistakes.refuse_if_any()
    return {fact_id: given for fact_id, given in facts.items() if given is not _UNANSWERED}


_UNANSWERED = PracticeAnswer("", Fact.DONT_KNOW)
"""Stands for a fact whose answer cell is empty: it is named, so that a second row for it is noticed."""


def _take(
    row: TableRow, header: TableRow, facts: dict[str, PracticeAnswer], questionnaire: Questionnaire, mistakes: Mistakes
) -> None:
    cells = dict(zip(header.cells, row.cells, strict=True))
    fact_id, answer, evidence = cells[ID], cells[ANSWER].lower(), cells.get(EVIDENCE, "")
    if fact_id not in questionnaire.practice_by_id:
        mistakes.add(
            _("\u201c{fact}\u201d is not a fact of this questionnaire.").format(fact=shortened(fact_id)),
            line=row.line,
            column=ID,
        )
    if fact_id in facts:
        mistakes.add(
            _("\u201c{fact}\u201d stands here twice.").format(fact=shortened(fact_id)), line=row.line, column=ID
        )
    if answer and answer not in _FACTS:
        told = _("\u201c{answer}\u201d is not an answer; write yes, partly, no, dk or na.").format(
            answer=shortened(cells[ANSWER])
        )
        mistakes.add(told, line=row.line, column=ANSWER)
    if len(evidence) > LONGEST_EVIDENCE:
        told = _("the evidence is longer than {limit} characters.").format(limit=LONGEST_EVIDENCE)
        mistakes.add(told, line=row.line, column=EVIDENCE)
    given = cells.get(GRADE, "").lower()
    if given and given not in _GRADES:
        told = _("\u201c{grade}\u201d does not say how well it is shown; write {grades}.").format(
            grade=shortened(cells[GRADE]), grades=", ".join(_GRADES)
        )
        mistakes.add(told, line=row.line, column=GRADE)
    whole = PracticeAnswer(fact_id, _FACTS[answer], evidence, _GRADES.get(given)) if answer in _FACTS else _UNANSWERED
    facts[fact_id] = whole

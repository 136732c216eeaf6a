"""Answers and facts from text files, read strictly: every mistake is collected with its line, and told at once."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.exchange.files.data_files import enough_memory, is_of_a_data_file
from trustcheck.exchange.tables.mapping_words import whole_number
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a hundred thousand sheets of forty answers take a seventh of it."""
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


ID, ANSWER, EVIDENCE = "id", "answer", "evidence"
LONGEST_EVIDENCE = 4000

_FACTS = {each.value: each for each in Fact}


def read_facts(path: str, questionnaire: Questionnaire) -> dict[str, PracticeAnswer]:
    """Read a file of facts, by fact id. Raises :class:`~trustcheck.app.ports.Refused` with every mistake at once."""
    name = Path(path).name
    with enough_memory(name):
        return facts_in(text_of(path), questionnaire, name)


def facts_in(text: str, questionnaire: Questionnaire, name: str) -> dict[str, PracticeAnswer]:
    """Facts from the text of a file. The evidence column may be missing; a fact without an answer is left out."""
    mistakes = Mistakes(name)
    rows = rows_of(text, mistakes)
    if not rows:
        mistakes.add(_("there is no header with the columns id, answer and evidence."), line=1)
        mistakes.refuse_if_any()
    header = rows[0]
    check_columns(header, (ID, ANSWER, EVIDENCE), mistakes)
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
    facts[fact_id] = PracticeAnswer(fact_id, _FACTS[answer], evidence) if answer in _FACTS else _UNANSWERED


# Reads answers from a CSV file: a header of item ids, a row per person (contract, section 2).


PERSPECTIVE = "perspective"
ALL = "all"
"""The view everybody belongs to where the file names none."""

_PERSPECTIVES = {each.value: each for each in Perspective}


@dataclass(frozen=True, slots=True)
class AnswerSheets:
    """What a file holds: one response per data row, and beside it the view it belongs to."""

    form: Form
    responses: tuple[Response, ...]
    perspectives: tuple[str, ...]
    """``leader`` or ``staff`` per row, or ``all`` throughout."""
    without_answers: int = 0
    """Rows in which no question is answered: they are nobody's sheet."""


def read_answers(path: str, questionnaire: Questionnaire) -> AnswerSheets:
    """Read a file of answers. Raises :class:`~trustcheck.app.ports.Refused` with every mistake in it at once."""
    name = Path(path).name
    with enough_memory(name):
        return answers_in(text_of(path), questionnaire, name)


def answers_in(text: str, questionnaire: Questionnaire, name: str) -> AnswerSheets:
    """Answers from the text of a file; ``name`` stands in the sentences about mistakes."""
    mistakes = Mistakes(name)
    rows = rows_of(text, mistakes)
    if not rows:
        mistakes.add(_("there is no header of question ids."), line=1)
        mistakes.refuse_if_any()
    header, people = _with_known_names(rows[0], questionnaire), rows[1:]
    _check_header(header, people, questionnaire, mistakes)
    columns = [each if each in (PERSPECTIVE, *questionnaire.item_by_id) else "" for each in header.cells]
    cells = _cells_allowed(questionnaire)
    whole = (fitted(row, header, mistakes) for row in people)
    read = [_sheet(row, columns, cells, mistakes) for row in whole if row is not None]
    sheets = [(view, answers) for view, answers in read if any(map(_says_something, answers.values()))]
    if read and not sheets and not mistakes:
        mistakes.add(_("no question is answered in any row."), line=header.line)
    mistakes.refuse_if_any()
    form = _form(header, questionnaire)
    return AnswerSheets(
        form,
        tuple(Response(_PERSPECTIVES.get(view, Perspective.STAFF), form, answers) for view, answers in sheets),
        tuple(view for view, _answers in sheets),
        len(read) - len(sheets),
    )


def _says_something(answer: Answer) -> bool:
    return answer != Answer.NOT_APPLICABLE


def _with_known_names(header: TableRow, questionnaire: Questionnaire) -> TableRow:
    """The header with each name as the questionnaire writes it, whatever its capitals."""
    known = {name.casefold(): name for name in (PERSPECTIVE, *questionnaire.item_by_id)}
    names = [known.get(name.casefold(), name) for name in header.cells]
    while names and not names[-1]:
        names.pop()
    return TableRow(header.line, tuple(names))


def _check_header(
    header: TableRow, people: Sequence[TableRow], questionnaire: Questionnaire, mistakes: Mistakes
) -> None:
    known = [PERSPECTIVE, *questionnaire.item_by_id]
    check_columns(header, known, mistakes)
    if not any(column in questionnaire.item_by_id for column in header.cells):
        mistakes.add(_("no column is a question of this questionnaire."), line=header.line)
    if not people and not mistakes:
        mistakes.add(_("the header stands alone; there is no row of answers."), line=header.line)


def _cells_allowed(questionnaire: Questionnaire) -> dict[str, Answer | None]:
    points = {str(point): Answer(point) for point in range(questionnaire.low, questionnaire.high + 1)}
    return {**points, "dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE, "": None}


def _sheet(
    row: TableRow, columns: Sequence[str], cells: Mapping[str, Answer | None], mistakes: Mistakes
) -> tuple[str, dict[str, Answer]]:
    """The view and the answers of one row; a cell that cannot be read is noted, an unknown column passed over."""
    view, answers = ALL, {}
    for column, cell in zip(columns, row.cells, strict=True):
        found = whole_number(cell.lower())
        if column == PERSPECTIVE:
            view = found
            if found not in _PERSPECTIVES:
                mistakes.add(_said_perspective(cell), line=row.line, column=column)
        elif column and found not in cells:
            mistakes.add(_said_cell(cell, cells), line=row.line, column=column)
        elif column and (answer := cells[found]) is not None:
            answers[column] = answer
    return view, answers


def _said_perspective(cell: str) -> str:
    if not cell:
        return _("the perspective is missing; write leader or staff.")
    return _("\u201c{cell}\u201d is not a perspective; write leader or staff.").format(cell=shortened(cell))


def _said_cell(cell: str, cells: Mapping[str, Answer | None]) -> str:
    high = sum(answer is not None and answer.is_point for answer in cells.values())
    return _("\u201c{cell}\u201d is not an answer; write a whole number from 1 to {high}, dk, na, or nothing.").format(
        cell=shortened(cell), high=high
    )


def _form(header: TableRow, questionnaire: Questionnaire) -> Form:
    """A file whose question columns are exactly the short form is one; a pulse of all items is the full form."""
    asked = set(header.cells) - {PERSPECTIVE}
    is_pulse = asked == set(questionnaire.pulse) and len(asked) < len(questionnaire.items)
    return Form.PULSE if is_pulse else Form.FULL

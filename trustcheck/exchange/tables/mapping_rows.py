"""Reads a table as planned: every cell that is no answer is found before a single sheet is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice

from trustcheck.app.collecting.tables import ColumnCells, Listed, LookedThrough, Plan, Preview, RawTable, Untaken, Use
from trustcheck.app.ports import Progress
from trustcheck.domain.checks.coded_sheets import CodedSheets
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.exchange.tables.mapping import answer_code, answer_codes, first_row, perspectives, plain
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.words import gettext as _

# Collects what cannot be taken from a table: each with its line and column, the first hundred in words.


TOLD = 100
"""How many mistakes are told in words; of the rest, the number."""


class Untakables:
    """The mistakes of one table. Rows are counted from the first row of answers."""

    def __init__(self, table: RawTable, plan: Plan, begins: int) -> None:
        self._table, self._plan, self._begins = table, plan, begins
        self._mistakes: list[tuple[int, int, Untaken]] = []
        self._number = 0
        self.without_answers = Listed()

    @property
    def mistakes(self) -> Listed:
        """In the order of the file."""
        first = nsmallest(TOLD, self._mistakes, key=lambda each: each[:2])
        return Listed(tuple(told for _line, _place, told in first), self._number)

    def note_unreadable(self, place: int, number: int, rows: Iterable[int]) -> None:
        """Cells of one column that are no answer: how many, and the rows of the first."""
        self._note(number, rows, _("\u201c{cell}\u201d is not an answer of this check."), place)

    def note_missing_view(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("It does not say whether this is a leader or staff."), place)

    def note_unknown_view(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("\u201c{cell}\u201d is neither leader nor staff."), place)

    def note_view_not_asked(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("\u201c{cell}\u201d: this check does not ask them."), place)

    def note_twice(self, place: int) -> None:
        """A column that stands for what another column stands for already."""
        told = _("Another column stands for the same. Leave one of them out, or give it to another question.")
        self._note_whole(Untaken(told, column=self._heading(place)), place)

    def note_no_question(self) -> None:
        self._note_whole(Untaken(_("No column is a question of this check.")), 0)

    def note_ragged(self) -> None:
        """Rows that have more or fewer cells than there are headings."""
        width = len(self._plan.columns)
        lengths = enumerate(self._table.lengths[self._begins :])
        ragged = [(row, length) for row, length in lengths if length != width]
        self._number += len(ragged)
        for row, length in ragged[:TOLD]:
            sentence = _("{cells} cells where the headings have {columns}.")
            self._add(sentence.format(cells=length, columns=width), row)

    def note_blank(self, number: int, rows: Iterable[int]) -> None:
        """Rows in which no question is answered."""
        sentence = _("No question is answered here.")
        first = tuple(Untaken(sentence, self._line(row)) for row in rows)
        self.without_answers = Listed(first, number)

    def _note(self, number: int, rows: Iterable[int], sentence: str, place: int) -> None:
        """``number`` rows have the same wrong with their cells in one column; the first of them are told."""
        self._number += number
        for row in rows:
            self._add(sentence.format(cell=self._cell(place, row)), row, place)

    def _add(self, sentence: str, row: int, place: int = -1) -> None:
        column = self._heading(place) if place >= 0 else ""
        self._mistakes.append((self._line(row), place, Untaken(_printable(sentence), self._line(row), column)))

    def _note_whole(self, mistake: Untaken, place: int) -> None:
        self._number += 1
        self._mistakes.append((0, place, mistake))

    def _cell(self, place: int, row: int) -> str:
        return shortened(self._table.columns[place].text(self._begins + row))

    def _heading(self, place: int) -> str:
        return _printable(shortened(self._plan.columns[place].heading))

    def _line(self, row: int) -> int:
        return self._table.lines[self._begins + row]


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else "\ufffd" for each in text)


Shuffle = Callable[[list[int]], None]
"""Puts a list into an order that means nothing."""

VIEWS = tuple(Perspective)

_UNREADABLE = 128
"""In a byte, no code of an answer."""
_MISSING, _UNKNOWN, _NOT_ASKED = 253, 254, 255


@dataclass(frozen=True, slots=True)
class Subject:
    """One table with one plan for one check."""

    table: RawTable
    plan: Plan
    setup: GroupSetup
    questionnaire: Questionnaire

    @property
    def begins(self) -> int:
        """The row on which the answers begin."""
        return first_row(self.table, self.plan.heading_row)

    def places(self, use: Use) -> list[int]:
        return [place for place, column in enumerate(self.plan.columns) if column.use is use]

    @property
    def asked(self) -> tuple[str, ...]:
        return self.questionnaire.asked(self.setup.form)


def look_through(subject: Subject, shuffle: Shuffle, progress: Progress | None = None) -> LookedThrough:
    """The preview, and the sheets if all of it can be taken. ``progress`` is told (columns read, columns)."""
    untakable = Untakables(subject.table, subject.plan, subject.begins)
    codes = _codes(subject, untakable, progress)
    answered = _answered(subject, codes)
    views = _views(subject, untakable, answered)
    _note_the_rest(subject, untakable, answered)
    rows = [row for row in range(len(answered)) if answered[row] and views[row] < len(VIEWS)]
    preview = _preview(subject, untakable, bytes(views[row] for row in rows), answered.count(1))
    if not preview.can_be_taken:
        return LookedThrough(preview, ())
    shuffle(rows)
    return LookedThrough(preview, _sheets(subject, codes, views, rows))


def _sheets(subject: Subject, codes: Mapping[str, bytes], views: bytes, rows: Sequence[int]) -> CodedSheets:
    from trustcheck.domain.questionnaire.coded_responses import from_columns

    in_order = {item_id: codes[item_id] for item_id in subject.asked if item_id in codes}
    return CodedSheets(from_columns(subject.setup.form, in_order, views, rows))


def _codes(subject: Subject, untakable: Untakables, progress: Progress | None) -> dict[str, bytes]:
    """The answers of every question that has a column, a byte a row. Cells that are no answer are noted."""
    known, codes = answer_codes(subject.questionnaire), {}
    places = subject.places(Use.QUESTION)
    for done, place in enumerate(places, start=1):
        item_id = subject.plan.columns[place].item_id
        if item_id in codes:
            untakable.note_twice(place)
            continue
        found = _read(subject, place, lambda text: _as_byte(answer_code(text, known)))
        codes[item_id] = found
        untakable.note_unreadable(place, found.count(_UNREADABLE), _rows_with(found, _UNREADABLE))
        if progress is not None:
            progress(done, len(places))
    return codes


def _read(subject: Subject, place: int, meaning: Callable[[str], int]) -> bytes:
    """What each cell of a column means. Each different text is looked up once, and only if a row of answers has it."""
    cells: ColumnCells = subject.table.columns[place]
    below = cells.at[subject.begins :]
    meanings = {kind: meaning(cells.texts[kind]) for kind in set(below)}
    return bytes(map(meanings.__getitem__, below))


def _as_byte(code: int | None) -> int:
    return _UNREADABLE if code is None else code % 256


def _rows_with(codes: bytes, wanted: int) -> Iterator[int]:
    """The first rows that have a code."""
    return islice(_all_with(codes, wanted), TOLD)


def _all_with(codes: bytes, wanted: int) -> Iterator[int]:
    at = codes.find(wanted)
    while at >= 0:
        yield at
        at = codes.find(wanted, at + 1)


def _answered(subject: Subject, codes: Mapping[str, bytes]) -> bytes:
    """For every row, 1 where any question is answered."""
    rows = subject.table.rows - subject.begins
    return bytes(map(any, zip(*codes.values(), strict=True))) if codes else bytes(rows)


def _views(subject: Subject, untakable: Untakables, answered: bytes) -> bytes:
    """For every row, which of the perspectives it belongs to. Rows with answers and without one are noted."""
    places = subject.places(Use.PERSPECTIVE)
    if not places:
        everybody = subject.plan.everybody
        return bytes([_MISSING if everybody is None else VIEWS.index(everybody)]) * len(answered)
    for place in places[1:]:
        untakable.note_twice(place)
    views = _read(subject, places[0], _meaning_of_views(subject.setup))
    for view, note in (
        (_MISSING, untakable.note_missing_view),
        (_UNKNOWN, untakable.note_unknown_view),
        (_NOT_ASKED, untakable.note_view_not_asked),
    ):
        rows = [row for row in _all_with(views, view) if answered[row]]
        note(places[0], len(rows), rows[:TOLD])
    return views


def _meaning_of_views(setup: GroupSetup) -> Callable[[str], int]:
    known = perspectives()

    def meaning(text: str) -> int:
        found = known.get(plain(text))
        if found is None:
            return _UNKNOWN if text else _MISSING
        return VIEWS.index(found) if found in setup.perspectives else _NOT_ASKED

    return meaning


def _note_the_rest(subject: Subject, untakable: Untakables, answered: bytes) -> None:
    if not subject.places(Use.QUESTION):
        untakable.note_no_question()
    untakable.note_ragged()
    untakable.note_blank(answered.count(0), _rows_with(answered, 0))


def _preview(subject: Subject, untakable: Untakables, views: bytes, with_answers: int) -> Preview:
    plan, asked = subject.plan, subject.setup.perspectives
    answered = {column.item_id for column in plan.columns}
    return Preview(
        taken={each: views.count(VIEWS.index(each)) for each in asked},
        with_answers=with_answers,
        mistakes=untakable.mistakes,
        without_answers=untakable.without_answers,
        left_out=plan.headings(Use.LEFT_OUT),
        undecided=plan.headings(Use.UNDECIDED),
        without_column=tuple(item_id for item_id in subject.asked if item_id not in answered),
        asks_perspective=not plan.says_perspective and plan.everybody is None,
    )

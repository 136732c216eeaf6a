"""Collects what cannot be taken from a table: each with its line and column, the first hundred in words."""

from collections.abc import Iterable
from heapq import nsmallest

from trustcheck.app.collecting.tables import Listed, Plan, RawTable, Untaken
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.words import gettext as _

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
        """ColumnCells of one column that are no answer: how many, and the rows of the first."""
        self._note(number, rows, _("\u201c{cell}\u201d is not an answer of this check."), place)

    def note_no_pick(self, place: int, number: int, rows: Iterable[int]) -> None:
        """ColumnCells of a scenario card that are none of what it offers."""
        self._note(number, rows, _("\u201c{cell}\u201d is nothing that this scenario card offers."), place)

    def note_guess_of_staff(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("Leaders guess what staff will answer, and this row is staff's."), place)

    def note_errors(self, place: int, number: int, rows: Iterable[int]) -> None:
        """ColumnCells in which a spreadsheet says that it could work nothing out."""
        self._note(number, rows, _("\u201c{cell}\u201d is an error of the spreadsheet, and no answer."), place)

    def note_unworked(self, place: int, number: int, rows: Iterable[int]) -> None:
        """ColumnCells with a formula whose value was never worked out."""
        sentence = _(
            "\u201c{cell}\u201d is a formula, and its value is not in the file. Open the file in a spreadsheet program"
            " and save it there."
        )
        self._note(number, rows, sentence, place)

    def note_missing_view(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("It does not say whether this is a leader or staff."), place)

    def note_unknown_view(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("\u201c{cell}\u201d is neither leader nor staff."), place)

    def note_view_not_asked(self, place: int, number: int, rows: Iterable[int]) -> None:
        self._note(number, rows, _("\u201c{cell}\u201d: this check does not ask them."), place)

    def note_both(self, place: int, number: int, rows: Iterable[int]) -> None:
        """Rows that answer one question in two columns."""
        self._note(number, rows, _("Two columns answer this question here."), place)

    def note_above(self, at: int) -> None:
        """A row above the headings with answers in it; ``at`` counts from the first row of the table."""
        self._number += 1
        sentence = _("This row stands above the headings and holds answers. Choose other headings, or move it.")
        self._mistakes.append((at, -1, self._told(sentence, at)))

    def note_no_question(self) -> None:
        self._note_whole(Untaken(_("No column is a question of this check.")), 0)

    def note_ragged(self) -> None:
        """Rows in which something stands beyond the headings. Blank cells there, or missing ones, are nothing."""
        width = len(self._plan.columns)
        lengths = enumerate(self._table.lengths[self._begins :])
        ragged = [(row, length) for row, length in lengths if length > width]
        self._number += len(ragged)
        for row, length in ragged[:TOLD]:
            sentence = _("Something stands in column {place}, and the headings end at {columns}.")
            self._add(sentence.format(place=length, columns=width), row)

    def note_blank(self, number: int, rows: Iterable[int]) -> None:
        """Rows in which no question is answered."""
        sentence = _("No question is answered here.")
        first = tuple(self._told(sentence, self._begins + row) for row in rows)
        self.without_answers = Listed(first, number)

    def _note(self, number: int, rows: Iterable[int], sentence: str, place: int) -> None:
        """``number`` rows have the same wrong with their cells in one column; the first of them are told."""
        self._number += number
        for row in rows:
            self._add(sentence.format(cell=self._cell(place, row)), row, place)

    def _add(self, sentence: str, row: int, place: int = -1) -> None:
        column = self._heading(place) if place >= 0 else ""
        told = self._told(printable(sentence), self._begins + row, column)
        self._mistakes.append((self._begins + row, place, told))

    def _note_whole(self, mistake: Untaken, place: int) -> None:
        self._number += 1
        self._mistakes.append((-1, place, mistake))

    def _cell(self, place: int, row: int) -> str:
        return shortened(self._table.columns[place].text(self._begins + row))

    def _heading(self, place: int) -> str:
        return printable(shortened(self._plan.columns[place].heading))

    def _told(self, sentence: str, at: int, column: str = "") -> Untaken:
        """One thing with its place; ``at`` counts from the first row of the table."""
        sheet = printable(shortened(self._table.origin(at)))
        return Untaken(sentence, self._table.lines[at], column, sheet, self._table.are_entries)


def printable(text: str) -> str:
    return "".join(each if each.isprintable() else "\ufffd" for each in text)

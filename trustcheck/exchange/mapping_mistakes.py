"""Collects what cannot be taken from a table: each with its line and column, the first hundred in words."""

from collections.abc import Iterable
from heapq import nsmallest

from trustcheck.app.taking_in import Listed, Plan, Table, Untaken
from trustcheck.exchange.table_reading import shortened
from trustcheck.words import gettext as _

TOLD = 100
"""How many mistakes are told in words; of the rest, the number."""


class Untakables:
    """The mistakes of one table. Rows are counted from the first row of answers."""

    def __init__(self, table: Table, plan: Plan, begins: int) -> None:
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

"""Several sheets of one workbook as one table: columns with one heading or one question are one column."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from trustcheck.app.collecting.tables import Column, ColumnCells, Plan, RawTable, Use
from trustcheck.exchange.tables.mapping_words import plain
from trustcheck.exchange.tables.text_tables import MOST_CELLS, MOST_COLUMNS, too_many_cells, too_many_columns
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class SheetToJoin:
    """One of the sheets, with its plan."""

    table: RawTable
    plan: Plan
    answers_above: bool
    """Rows above its headings hold answers: they come along, so that somebody sees them."""


def joined(parts: Sequence[SheetToJoin]) -> RawTable:
    """The rows of all sheets one below the other, and before them the name of the sheet each comes from.

    The headings are those of the first; those of the others, and titles above them, are no rows of the whole. Raises
    :class:`~trustcheck.app.ports.Refused` where it would be larger than a table can be.
    """
    first, plan = parts[0].table, parts[0].plan
    taken = [_Taken(first, 0, 0), *map(_taken, parts[1:])]
    headings, places = _columns([each.plan for each in parts])
    if len(headings) >= MOST_COLUMNS:
        raise too_many_columns(first.name)
    if sum(each.rows for each in taken) * (len(headings) + 1) > MOST_CELLS:
        raise too_many_cells(first.name)
    cells = (
        _stacked(taken, [place.get(at) for place in places], heading, plan.heading_row)
        for at, heading in enumerate(headings)
    )
    return replace(
        first,
        lines=_together(each.of_its(each.table.lines) for each in taken),
        lengths=_together(each.lengths(len(headings) + 1) for each in taken),
        columns=(_names(taken, plan), *cells),
        hidden=frozenset(begin + row for begin, each in _beginnings(taken) for row in each.hidden()),
        sheet="",
        origins=tuple((begin, each.table.sheet) for begin, each in _beginnings(taken)),
        headings_apart=sum(each.plan.begins - each.plan.heading_first for each in parts[1:]),
        above_apart=sum(0 if each.answers_above else each.plan.heading_first for each in parts[1:]),
        workbook=(),
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """The rows of one sheet that are taken: the first ``above``, and those from where its answers begin."""

    table: RawTable
    above: int
    begins: int

    @property
    def rows(self) -> int:
        return self.table.rows - (self.begins - self.above)

    def of_its(self, each_row: "bytes | array[int]") -> Iterator[int]:
        return chain(each_row[: self.above], each_row[self.begins :])

    def lengths(self, width: int) -> Iterable[int]:
        """What stands beyond the headings of its own sheet stands beyond those of the whole."""
        own = len(self.table.columns)
        return (width + max(0, length - own) for length in self.of_its(self.table.lengths))

    def hidden(self) -> Iterable[int]:
        gone = self.begins - self.above
        return (
            row if row < self.above else row - gone
            for row in self.table.hidden
            if row < self.above or row >= self.begins
        )


def _taken(part: SheetToJoin) -> _Taken:
    return _Taken(part.table, part.plan.heading_first if part.answers_above else 0, part.plan.begins)


def _beginnings(taken: Sequence[_Taken]) -> Iterator[tuple[int, _Taken]]:
    row = 0
    for each in taken:
        yield row, each
        row += each.rows


def _columns(plans: Iterable[Plan]) -> tuple[list[str], list[dict[int, int]]]:
    """The headings of the whole, and for every sheet which of its columns stands at which place."""
    headings: list[str] = []
    keys: dict[tuple[str, str, int], int] = {}
    places: list[dict[int, int]] = []
    for plan in plans:
        found: dict[int, int] = {}
        for own, (column, key) in enumerate(zip(plan.columns, _keys(plan.columns), strict=True)):
            if key not in keys:
                keys[key] = len(headings)
                headings.append(column.heading)
            found[keys[key]] = own
        places.append(found)
    return headings, places


def _keys(columns: Iterable[Column]) -> Iterator[tuple[str, str, int]]:
    """What makes two columns one: the question, or else the heading, and how often it stood there before."""
    seen: dict[tuple[str, str], int] = {}
    for column in columns:
        is_question = column.use is Use.QUESTION
        key = ("item", column.item_id) if is_question else ("heading", plain(column.heading))
        seen[key] = seen.get(key, -1) + 1
        yield *key, seen[key]


def _stacked(taken: Sequence[_Taken], places: Sequence[int | None], heading: str, heading_row: int) -> ColumnCells:
    """One column of every sheet below the other; blank where a sheet has none."""
    kinds: dict[str, int] = {"": 0}
    at = array("I")
    for each, place in zip(taken, places, strict=True):
        if place is None:
            at.extend([0] * each.rows)
            continue
        cells = each.table.columns[place]
        own = [kinds.setdefault(text, len(kinds)) for text in cells.texts]
        at.extend(own[kind] for kind in each.of_its(cells.at))
    if places[0] is None:
        at[heading_row] = kinds.setdefault(heading, len(kinds))
    return ColumnCells(tuple(kinds), at)


def _names(taken: Sequence[_Taken], plan: Plan) -> ColumnCells:
    """The name of the sheet beside every row; nothing beside what stands above the first answers."""
    at = array("I", (sheet for sheet, each in enumerate(taken, start=2) for _row in range(each.rows)))
    at[: plan.begins] = array("I", [0] * plan.begins)
    at[plan.heading_row] = 1
    return ColumnCells(("", _("Worksheet"), *(each.table.sheet for each in taken)), at)


def _together(parts: Iterable[Iterable[int]]) -> "array[int]":
    return array("I", chain.from_iterable(parts))

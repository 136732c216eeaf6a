"""Everything about tables behind one door, as the window is handed it."""

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from trustcheck.app.collecting.tables import LookedThrough, Plan, RawTable
from trustcheck.app.ports import Progress, Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.files.data_files import enough_memory
from trustcheck.exchange.tables.column_kinds import ColumnKinds, filled
from trustcheck.exchange.tables.file_kinds import sheets_of
from trustcheck.exchange.tables.mapping_rows import Shuffle, look_through
from trustcheck.exchange.tables.planning import plan_of, subject_of
from trustcheck.exchange.tables.sheet_rows import NumberedRows, SheetRows
from trustcheck.exchange.tables.strict_reading import content_of
from trustcheck.exchange.tables.text_blocks import CellBlock
from trustcheck.exchange.tables.text_tables import (
    MOST_CELLS,
    MOST_ROWS,
    TOP,
    RowBatch,
    too_many_cells,
    too_many_rows,
)
from trustcheck.words import gettext as _

_STEP = 1_000


def read_table(path: str, progress: Progress | None = None) -> RawTable:
    """Read a file, known by what is in it and not by its name. Raises :class:`Refused` in one sentence.

    ``progress`` is told (rows read, rows there may be) and may stop the work by raising ``Cancelled``.
    """
    with enough_memory(Path(path).name):
        return table_of(content_of(path), Path(path).name, progress)


def table_of(content: bytes, name: str, progress: Progress | None = None) -> RawTable:
    """The table in the bytes of a file."""
    digest = hashlib.sha256(content).hexdigest()
    sheets: list[RawTable] = []
    for each in sheets_of(content, name, progress or _say_nothing):
        named = replace(each, name=_unlike(each.name, {sheet.sheet for sheet in sheets}))
        if (gathered := _gathered(named, name, digest, sheets, progress)) is not None:
            sheets.append(gathered)
    if not sheets:
        raise Refused(_("{name} is empty.").format(name=name), _("Nothing was taken."))
    shown = next((each for each in sheets if not each.is_hidden), sheets[0])
    return replace(shown, workbook=tuple(sheets)) if len(sheets) > 1 else shown


def _unlike(name: str, others: set[str]) -> str:
    """The name of a sheet, with a number where another has it already."""
    numbered = (f"{name} ({number})" for number in count(2))
    return name if name not in others else next(each for each in numbered if each not in others)


def _gathered(
    sheet: SheetRows, name: str, digest: str, before: Sequence[RawTable], progress: Progress | None
) -> RawTable | None:
    """``None`` where nothing stands on a sheet."""
    gathering = _Gathering(name, before)
    for batch in sheet.batches if sheet.batches is not None else _batches(sheet.rows):
        gathering.add(batch)
        if progress is not None:
            progress(min(gathering.count, sheet.expected), sheet.expected)
    if not gathering.count:
        return None
    table = gathering.table(digest)
    hidden = frozenset(row for row, line in enumerate(table.lines) if line in sheet.hidden) if sheet.hidden else ()
    told = replace(table, sheet=sheet.name, is_hidden=sheet.is_hidden, are_entries=sheet.are_entries)
    return replace(told, hidden=frozenset(hidden))


def _say_nothing(_done: int, _of: int) -> None:
    """Stands in where nobody wants to know."""


def _batches(rows: NumberedRows) -> Iterator[RowBatch]:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == _STEP:
            yield batch
            batch = []
    if batch:
        yield batch


class _Gathering:
    """Puts rows into columns, a batch at a time. The sheets ``before`` it count towards how large a table may be."""

    def __init__(self, name: str, before: Sequence[RawTable] = ()) -> None:
        self._name = name
        self._rows_before = sum(each.rows for each in before)
        self._cells_before = sum(each.rows * len(each.columns) for each in before)
        self._lines, self._lengths = array("I"), array("I")
        self._columns: list[ColumnKinds] = []

    @property
    def count(self) -> int:
        return len(self._lines)

    def add(self, batch: RowBatch | CellBlock) -> None:
        if isinstance(batch, CellBlock):
            self._add_block(batch)
            return
        if not self._columns:
            self._columns = [ColumnKinds() for _each in range(max(len(cells) for _line, cells in batch[:TOP]))]
        self._check_size(len(batch))
        rows = [self._fitted(cells) for _line, cells in batch]
        self._lines.extend(line for line, _cells in batch)
        self._lengths.extend(filled(cells) for _line, cells in batch)
        for column, cells in zip(self._columns, zip(*rows, strict=True), strict=True):
            column.add(cells)

    def _add_block(self, block: CellBlock) -> None:
        import numpy as np

        self._check_size(block.rows)
        found = [column.find(block, place) for place, column in enumerate(self._columns)]
        says = np.zeros(block.rows, dtype=bool)
        lengths = np.zeros(block.rows, dtype="<u4")
        # From the end: where something stands in the last column of every row, that is all there is to know.
        for place in range(len(found), 0, -1):
            column, kinds = self._columns[place - 1], found[place - 1]
            np.putmask(lengths, column.is_filled(kinds) & (lengths == 0), place)
            says |= column.says_something(kinds)
            if says.all():
                break
        self._lines.frombytes(block.lines[says].astype("<u4").tobytes())
        self._lengths.frombytes(lengths[says].tobytes())
        are_all = bool(says.all())
        for column, kinds in zip(self._columns, found, strict=True):
            column.add_found(kinds if are_all else kinds[says])

    def _check_size(self, rows: int) -> None:
        if self._rows_before + self.count + rows > MOST_ROWS:
            raise too_many_rows(self._name)
        if self._cells_before + (self.count + rows) * len(self._columns) > MOST_CELLS:
            raise too_many_cells(self._name)

    def _fitted(self, cells: Sequence[object]) -> Sequence[object]:
        width = len(self._columns)
        return cells if len(cells) == width else [*cells[:width], *[""] * (width - len(cells))]

    def table(self, digest: str) -> RawTable:
        columns = tuple(each.cells() for each in self._columns)
        return RawTable(self._name, self._lines, self._lengths, columns, digest)


@dataclass(frozen=True, slots=True)
class Tables:
    """Reads tables of answers (``TakesTables``). ``shuffle`` is its one chance."""

    shuffle: Shuffle

    def read(self, path: str, progress: Progress | None = None) -> RawTable:
        return read_table(path, progress)

    def plan(
        self, table: RawTable, setup: GroupSetup, questionnaire: Questionnaire, before: Plan | None = None
    ) -> Plan:
        return plan_of(table, setup, questionnaire, before)

    def look_through(
        self,
        table: RawTable,
        plan: Plan,
        setup: GroupSetup,
        questionnaire: Questionnaire,
        progress: Progress | None = None,
    ) -> LookedThrough:
        return look_through(subject_of(table, plan, setup, questionnaire), self.shuffle, progress)

    def to_fill_in(self, setup: GroupSetup, questionnaire: Questionnaire, ending: str) -> bytes:
        from trustcheck.exchange.tables.table_to_fill_in import table_to_fill_in

        return table_to_fill_in(setup, questionnaire, ending)

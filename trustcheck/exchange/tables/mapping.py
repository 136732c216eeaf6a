"""What the columns of a table seem to be: questions by id or by their words, the perspective, or nothing of ours."""

from trustcheck.app.collecting.tables import Column, ColumnCells, Plan, RawTable, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.tables.mapping_words import (
    answer_code,
    answer_codes,
    heading_keys,
    is_personal,
    is_technical,
    item_keys,
    may_name_perspective,
    names_perspective,
    perspectives,
    plain,
)
from trustcheck.words import gettext as _

TOP = 5
"""Rows at the top among which the headings are looked for."""
_IMPORT_ROW = '{"ImportId"'
"""One survey tool writes a row of its own below the headings."""
_MOST_KINDS = 200
"""More different texts than this are no answers."""


def plan_of(table: RawTable, setup: GroupSetup, questionnaire: Questionnaire) -> Plan:
    """How to read a table. Raises :class:`Refused` where no row of answers stands below the headings."""
    items = item_keys(questionnaire)
    heading_row = _heading_row(table, items)
    if first_row(table, heading_row) >= table.rows:
        raise Refused(
            _("{name} holds headings, and no row of answers.").format(name=table.name),
            _("Nothing was taken."),
            _("Choose the file with the answers."),
        )
    asked = set(questionnaire.asked(setup.form))
    recognising = _Recognising(items, asked, answer_codes(questionnaire), first_row(table, heading_row))
    headings = _named(table.row(heading_row))
    columns = tuple(recognising.column(heading, cells) for heading, cells in zip(headings, table.columns, strict=False))
    everybody = setup.perspectives[0] if len(setup.perspectives) == 1 else None
    return Plan(heading_row, columns, everybody)


def first_row(table: RawTable, heading_row: int) -> int:
    """The row on which the answers begin."""
    below = heading_row + 1
    if below < table.rows and any(text.startswith(_IMPORT_ROW) for text in table.row(below)):
        below += 1
    return below


def _heading_row(table: RawTable, items: dict[str, str]) -> int:
    """The row with most headings that are known; of several, the last. The first row where none is known."""
    known = [_known(table.row(at), items) for at in range(min(TOP, table.rows))]
    return max(range(len(known)), key=lambda at: (known[at], at)) if any(known) else 0


def _known(row: tuple[str, ...], items: dict[str, str]) -> int:
    return sum(any(key in items for key in heading_keys(cell)) for cell in row if cell)


def _named(headings: tuple[str, ...]) -> list[str]:
    unnamed = _("Column {place}, without a heading")
    return [heading or unnamed.format(place=place) for place, heading in enumerate(headings, start=1)]


class _Recognising:
    """Knows what a heading and the cells below it can mean."""

    def __init__(self, items: dict[str, str], asked: set[str], codes: dict[str, int], begins: int) -> None:
        self._items, self._asked, self._codes, self._begins = items, asked, codes, begins
        self._views = perspectives()

    def column(self, heading: str, cells: ColumnCells) -> Column:
        item_id = next((self._items[key] for key in heading_keys(heading) if key in self._items), "")
        if item_id:
            asked = item_id in self._asked
            return Column(heading, Use.QUESTION if asked else Use.LEFT_OUT, item_id if asked else "")
        if names_perspective(heading) or (may_name_perspective(heading) and self._holds_perspectives(cells)):
            return Column(heading, Use.PERSPECTIVE)
        if is_personal(heading):
            return Column(heading, Use.LEFT_OUT, personal=True)
        if not is_technical(heading) and self._holds_answers(cells):
            return Column(heading, Use.UNDECIDED)
        return Column(heading, Use.LEFT_OUT)

    def _holds_perspectives(self, cells: ColumnCells) -> bool:
        found = self._below(cells)
        return bool(found) and all(plain(text) in self._views for text in found)

    def _holds_answers(self, cells: ColumnCells) -> bool:
        found = self._below(cells)
        return bool(found) and all(answer_code(text, self._codes) is not None for text in found)

    def _below(self, cells: ColumnCells) -> set[str]:
        """The texts below the heading; none where there are too many kinds to be anything of ours."""
        kinds = set(cells.at[self._begins :])
        return {cells.texts[kind] for kind in kinds} - {""} if len(kinds) <= _MOST_KINDS else set()

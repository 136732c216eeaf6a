"""Tables of questions: read from a workbook or a text file within its limits, and an empty one to fill in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from trustcheck.app.authoring.item_table import COLUMNS, REQUIRED, ItemRow, ItemTable
from trustcheck.app.authoring.translating import Sentence, TranslationTable
from trustcheck.app.collecting.tables import RawTable
from trustcheck.domain.questionnaire.fitting import MOST_ITEMS
from trustcheck.exchange.tables.named_columns import as_csv, as_xlsx, wrong_columns
from trustcheck.exchange.tables.taking import read_table
from trustcheck.exchange.tables.translation_tables import translations_in, words_table
from trustcheck.words import gettext as _

_WIDTHS = {"theme": 24, "question": 70, "reverse": 10, "example": 70}


class ItemTableFiles:
    """Fits :class:`~trustcheck.app.authoring.author.ItemTables`."""

    def read(self, path: str) -> ItemTable:
        return items_in(read_table(path))

    def template(self, kind: str) -> bytes:
        """The same bytes each time."""
        return as_csv(COLUMNS) if kind == "csv" else as_xlsx(_("Questions"), _WIDTHS, also=_with_choices)

    def read_words(self, path: str) -> TranslationTable:
        return translations_in(read_table(path))

    def words_table(self, kind: str, sentences: Sequence[Sentence]) -> bytes:
        return words_table(kind, sentences)


def items_in(table: RawTable) -> ItemTable:
    """The rows below the head, whose columns may stand in any order. A head that is not understood is a mistake."""
    name = Path(table.name).name
    head = [each.strip().casefold() for each in table.row(0)] if table.rows else []
    mistakes = tuple(wrong_columns(head, COLUMNS, REQUIRED))
    if not mistakes and table.rows - 1 > MOST_ITEMS:
        mistakes = (_("A questionnaire has at most {most} questions, and here are more.").format(most=MOST_ITEMS),)
    if mistakes:
        return ItemTable(name, (), mistakes)
    rows = (_row(table, at, head) for at in range(1, table.rows))
    return ItemTable(name, tuple(each for each in rows if any((each.theme, each.question, each.example))))


def _row(table: RawTable, at: int, head: list[str]) -> ItemRow:
    cells = dict(zip(head, (" ".join(each.split()) for each in table.row(at)), strict=False))
    return ItemRow(table.lines[at], *(cells.get(name, "") for name in COLUMNS))


def _with_choices(sheet: Any) -> None:
    sheet.data_validation(1, 2, MOST_ITEMS, 2, {"validate": "list", "source": ["yes", "no"]})

"""Tables of translations: each sentence beside its original, written out and read back within limits."""

from collections.abc import Sequence
from pathlib import Path

from trustcheck.app.authoring.translating import COLUMNS, Sentence, TranslationRow, TranslationTable
from trustcheck.app.collecting.tables import RawTable
from trustcheck.exchange.files.safe_cells import safe_cell
from trustcheck.exchange.tables.named_columns import as_csv, as_xlsx, wrong_columns
from trustcheck.words import gettext as _

_REQUIRED = ("key", "translation")
_WIDTHS = {"key": 28, "original": 70, "translation": 70}
MOST_SENTENCES = 10_000


def translations_in(table: RawTable) -> TranslationTable:
    """The rows below the head, whose columns may stand in any order. A head that is not understood is a mistake."""
    name = Path(table.name).name
    head = [each.strip().casefold() for each in table.row(0)] if table.rows else []
    mistakes = tuple(wrong_columns(head, COLUMNS, _REQUIRED))
    if not mistakes and table.rows - 1 > MOST_SENTENCES:
        mistakes = (_("There are more rows in it than a questionnaire has sentences."),)
    if mistakes:
        return TranslationTable(name, (), mistakes)
    rows = (_row(table, at, head) for at in range(1, table.rows))
    return TranslationTable(name, tuple(each for each in rows if each.key or each.translation))


def words_table(kind: str, sentences: Sequence[Sentence]) -> bytes:
    """As "xlsx" or "csv"."""
    rows = [(each.key, each.original, each.translated) for each in sentences]
    return as_csv(COLUMNS, rows) if kind == "csv" else as_xlsx(_("Translation"), _WIDTHS, rows)


def _row(table: RawTable, at: int, head: list[str]) -> TranslationRow:
    cells = dict(zip(head, (_as_written(" ".join(each.split())) for each in table.row(at)), strict=False))
    return TranslationRow(table.lines[at], *(cells.get(name, "") for name in COLUMNS))


def _as_written(cell: str) -> str:
    """Without the mark that keeps a spreadsheet program from taking words for a formula."""
    return cell[1:] if cell[:1] and cell != cell[1:] and safe_cell(cell[1:]) == cell else cell

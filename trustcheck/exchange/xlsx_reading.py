"""The rows of a workbook: its first sheet with anything in it."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from trustcheck.app.ports import Cancelled, Refused
from trustcheck.exchange.xlsx_archive import clean_copy, damaged
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def rows_of_workbook(
    content: bytes, name: str, still_wanted: Callable[[], None]
) -> tuple[Iterator[tuple[int, Sequence[object]]], int]:
    """Every row that is not blank with its number in the sheet, and how many rows the sheet has.

    ``still_wanted`` is called now and then while the file is unpacked, and may raise ``Cancelled``. Raises
    :class:`Refused` where the file is damaged, or larger than a table can be.
    """
    sheet = _first_sheet(clean_copy(content, name, still_wanted), name)
    return _rows(sheet, name), max(sheet.total_height, 1)


def _first_sheet(clean: BytesIO, name: str) -> "CalamineSheet":
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(clean)
        sheets = (workbook.get_sheet_by_index(at) for at in range(len(workbook.sheet_names)))
        found = next((sheet for sheet in sheets if sheet.start is not None), None)
    except BaseException as problem:
        raise _damage(problem, name) from problem
    if found is None:
        raise Refused(_("{name} is empty.").format(name=name), _("Nothing was taken."))
    return found


def _rows(sheet: "CalamineSheet", name: str) -> Iterator[tuple[int, Sequence[object]]]:
    try:
        for line, cells in enumerate(sheet.iter_rows(), start=1):
            if cells.count("") < len(cells):
                yield line, cells
    except Cancelled:
        raise
    except BaseException as problem:
        raise _damage(problem, name) from problem


def _damage(problem: BaseException, name: str) -> BaseException:
    """What a failure of the reader means. One that it did not foresee is no ordinary exception to Python."""
    ordinary = isinstance(problem, Exception) or type(problem).__name__ == "PanicException"
    return damaged(name) if ordinary and not isinstance(problem, (Refused, Cancelled, MemoryError)) else problem

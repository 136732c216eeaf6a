"""One sheet of a file as it is read, whatever kind of file it is: its rows one by one, and what is told of them."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trustcheck.exchange.tables.text_blocks import CellBlock
    from trustcheck.exchange.tables.text_tables import RowBatch

NumberedRows = Iterator[tuple[int, Sequence[object]]]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet as it is read."""

    name: str
    """Empty where a file has no sheets, as text has none."""
    rows: NumberedRows
    """Every row that is not blank, with its number in the sheet, from 1."""
    expected: int
    """About how many rows there are."""
    are_entries: bool = False
    """Its rows are entries of a file that is kept in no lines; headings made of their names have the number 0."""
    is_hidden: bool = False
    hidden: AbstractSet[int] = field(default=frozenset())
    """The numbers of the rows nobody sees; complete once all rows were read."""
    batches: "Iterator[RowBatch | CellBlock] | None" = None
    """The same rows many at a time, where they are read so; then there is nothing in ``rows``."""

"""A quiet table to read: words in columns with hairlines between, as high as its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trustcheck.charts.scene import Table
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text

_HEADING = 1
_LINES = 2
"""Grid rows for each row of the table: its hairline, then its words."""


class Listing(Card):
    """Nothing to press. ``shares`` are the columns' parts of the width; the first column is set stronger.

    Each row is read aloud as one line, with the columns' headings where there are any.
    """

    def __init__(self, look: Look, name: str, table: Table, shares: tuple[int, ...] = ()) -> None:
        super().__init__(look, padding=(20, 10), gap=0)
        self.setAccessibleName(name)
        self._grid_held = QWidget()
        self._grid = QGridLayout(self._grid_held)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, share in enumerate(shares or (1,) * len(table.columns)):
            self._grid.setColumnStretch(column, share)
        self._head(table)
        for row, cells in enumerate(table.rows):
            self._row(row, cells, table)
        self.column.addWidget(self._grid_held)
        look.changed.connect(self._space)
        self._space()

    def _head(self, table: Table) -> None:
        if any(table.columns):
            for column, words in enumerate(table.columns):
                self._grid.addWidget(Text(self._look, words, "caption", "ink3"), 0, column)

    def _row(self, row: int, cells: tuple[str, ...], table: Table) -> None:
        at = _HEADING + _LINES * row
        if row or any(table.columns):
            self._grid.addWidget(Rule(self._look), at, 0, 1, len(cells))
        for column, words in enumerate(cells):
            text = Text(self._look, words, "small_strong" if column == 0 else "small", "ink" if column == 0 else "ink2")
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, at + 1, column)
        said = (f"{head}: {words}" if head else words for head, words in zip(table.columns, cells, strict=True))
        first = self._grid.itemAtPosition(at + 1, 0)
        assert first is not None
        first.widget().setAccessibleName(", ".join(said))

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self._look.px(20))
        self._grid.setVerticalSpacing(self._look.px(8))

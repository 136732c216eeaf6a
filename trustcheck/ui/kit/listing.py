"""A quiet table to read: words in columns with hairlines between; one cell below the other where it is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trustcheck.charts.scene import ChartCells
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.text import Text

_PADDING = (20, 10)
_LINES = 2
"""Grid rows for each row of the table: its hairline, then its words."""


class Listing(Card):
    """Nothing to press. ``shares`` are the columns' parts of the width; the first column is set stronger.

    A row is read aloud as one line, with the columns' headings where there are any.
    """

    def __init__(self, look: Look, name: str, table: ChartCells, shares: tuple[int, ...] = ()) -> None:
        super().__init__(look, padding=_PADDING, gap=0)
        self.setAccessibleName(name)
        self._table = table
        self._wide, self._narrow = QWidget(), QWidget()
        self._grid = QGridLayout(self._wide)
        self._stack = QVBoxLayout(self._narrow)
        for layout in (self._grid, self._stack):
            layout.setContentsMargins(0, 0, 0, 0)
        for column, share in enumerate(shares or (1,) * len(table.columns)):
            self._grid.setColumnStretch(column, share)
        self._fill_wide()
        self._fill_narrow()
        for held in (self._wide, self._narrow):
            self.column.addWidget(held)
        self._narrow.hide()
        look.changed.connect(self._space)
        self._space()

    @property
    def _has_heads(self) -> bool:
        return any(self._table.columns)

    def _fill_wide(self) -> None:
        if self._has_heads:
            for column, words in enumerate(self._table.columns):
                self._grid.addWidget(Text(self._look, words, "caption", "ink3"), 0, column)
        for row, cells in enumerate(self._table.rows):
            at = 1 + _LINES * row
            if row or self._has_heads:
                self._grid.addWidget(Rule(self._look), at, 0, 1, len(cells))
            for column, words in enumerate(cells):
                text = self._cell(words, first=column == 0)
                if column == 0:
                    text.setAccessibleName(", ".join(self._said(cells)))
                self._grid.addWidget(text, at + 1, column)

    def _fill_narrow(self) -> None:
        for row, cells in enumerate(self._table.rows):
            if row:
                self._stack.addWidget(Rule(self._look))
            for column, words in enumerate(self._said(cells)):
                self._stack.addWidget(self._cell(words, first=column == 0))

    def _cell(self, words: str, *, first: bool) -> Text:
        text = Text(self._look, words, "small_strong" if first else "small", "ink" if first else "ink2")
        text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return text

    def _said(self, cells: tuple[str, ...]) -> list[str]:
        """Each cell with its column's heading, if it has one."""
        return [f"{head}: {words}" if head else words for head, words in zip(self._table.columns, cells, strict=True)]

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self._look.px(20))
        self._grid.setVerticalSpacing(self._look.px(8))
        self._stack.setSpacing(self._look.px(6))
        self._arrange()

    def _arrange(self) -> None:
        needed = self._grid.minimumSize().width() + 2 * self._look.px(_PADDING[0])
        stacked = self.width() < needed
        if stacked is self._narrow.isHidden():
            self._wide.setVisible(not stacked)
            self._narrow.setVisible(stacked)
            self.column.activate()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest cell, for then it stacks."""
        narrowest = self._stack.minimumSize().width() + 2 * self._look.px(_PADDING[0])
        return QSize(narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

"""The same as a chart says, in cells: for those who read rather than look, and for those who cannot look."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from trustcheck.charts.scene import ChartCells
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.soft_breaks import broken_to_fit

_EDGE = 6
_BESIDE = 20
"""What a cell keeps free beside its words."""


_LONGEST_WORD = 210
"""From this width on a word breaks within, so that a table stays as wide as one can read."""


class _Cells(QStyledItemDelegate):
    """Breaks a word that is wider than its column, for the eye only: what is read out or copied stays whole."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = broken_to_fit(option.text, QFontMetricsF(option.font), option.rect.width() - 2 * _EDGE)


class ChartTable(QTableWidget):
    """Read-only cells with headings. Arrow keys walk through them; Tab leaves."""

    corner = 9

    def __init__(self, look: Look, name: str, table: ChartCells, parent: QWidget | None = None) -> None:
        super().__init__(len(table.rows), len(table.columns), parent)
        self._look = look
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.setHorizontalHeaderLabels(list(table.columns))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._table = table
        self.setItemDelegate(_Cells(self))
        for row, cells in enumerate(table.rows):
            for column, words in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(words))
        if table.rows:
            self.setCurrentCell(0, 0)
        self._is_stale = False
        look.changed.connect(self._wear)
        self._restyle()

    def _wear(self) -> None:
        """Folded away, it measures its cells when it is asked for."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._restyle()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._is_stale = False
            self._restyle()
        super().showEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._look.font("small"))
        self.horizontalHeader().setFont(self._look.font("small_strong"))
        self._fit()

    def _share_width(self) -> None:
        """Every column has room for its longest word at least; where that is more than there is, one scrolls along."""
        room, rows = self.viewport().width(), [self._table.columns, *self._table.rows]
        columns = list(zip(*rows, strict=True))
        whole = [max(map(self._needs, cells)) for cells in columns]
        least = [max(self._needs(cells[0]), self._longest_word(cells[1:])) for cells in columns]
        spare = room - sum(whole)
        if spare >= 0:
            widths = [each + spare // len(whole) for each in whole]
        else:
            more, wanted = max(room - sum(least), 0), max(sum(whole) - sum(least), 1)
            widths = [low + (high - low) * more // wanted for low, high in zip(least, whole, strict=True)]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _longest_word(self, cells: Sequence[str]) -> int:
        longest = max((self._needs(word) for cell in cells for word in cell.split()), default=0)
        return min(longest, self._look.px(_LONGEST_WORD))

    def _needs(self, words: str) -> int:
        return self._look.width_of(words, "small_strong") + self._look.px(_BESIDE)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, the table does not."""
        if self._table.columns:
            self._share_width()
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row), self._look.px(36)))
        inside = sum(self.rowHeight(row) for row in range(self.rowCount()))
        columns = sum(self.columnWidth(column) for column in range(self.columnCount()))
        below = self.horizontalScrollBar().sizeHint().height() if columns > self.viewport().width() else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + inside + below + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

"""Questions with their answers, one below the other on a card."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from trustcheck.app.review import ReviewLine
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.review_row import ReviewRow
from trustcheck.ui.widgets.rule import Rule


class ReviewList(Card):
    """Signals: ``asked`` with the id of the item somebody wants to answer or change."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(20, 12), gap=9)
        self.rows: tuple[ReviewRow, ...] = ()

    def show_lines(self, lines: Sequence[ReviewLine]) -> None:
        while (entry := self.column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        rows: list[ReviewRow] = []
        for line in lines:
            if rows:
                self.column.addWidget(Rule(self._look))
            row = ReviewRow(self._look, line)
            row.asked.connect(self.asked)
            self.column.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)

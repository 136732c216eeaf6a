"""What the overview of one person's result and of a group's share: the head, the pillars, the ways on from there."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.personal_findings import Finding
from trustcheck.charts.scene import ChartCells
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.kit.layout import Columns, FlowLayout, LevelColumn, level
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.pressable import Tile
from trustcheck.ui.kit.text import LineText
from trustcheck.words import gettext as _

WayOn = tuple[str, Finding, Callable[[], object]]
"""A mark, what is found, and where it leads."""


class Overview(Page):
    """Signals say where the person wants to go: ``theme_asked`` with a theme id, the others without a word."""

    theme_asked = Signal(str)
    report_asked = Signal()
    suggestions_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Overview")

    def _fit(self) -> None:
        """Closer together than other pages: in a usual window most of the answer is seen without scrolling."""
        super()._fit()
        edge = self.column.contentsMargins()
        self.column.setContentsMargins(edge.left(), self.look.px(12), edge.right(), self.look.px(12))
        self.column.setSpacing(self.look.px(8))

    def _add_head(self, on: date, about: QWidget) -> Button:
        """The day of the check, who answered it, and the button that makes the report."""
        words = QWidget()
        line = FlowLayout(self.look, words, gap=10)
        line.addWidget(LineText(self.look, day_in_words(on), "small_strong"))
        line.addWidget(about)
        report = Button(self.look, _("Make the report"), "primary", icon="file-text", height=40)
        report.clicked.connect(self.report_asked)
        self._add_apart(words, report)
        return report

    def _add_side_by_side(self, cards: Sequence[QWidget], parts: Sequence[Sequence[LevelColumn]]) -> None:
        """One card for each pillar; ``parts`` of each stand level with those of the others."""
        side_by_side = Columns(self.look, *cards, narrow=720)
        level(parts, lambda: not side_by_side.is_stacked)
        self.column.addWidget(side_by_side)

    def _add_ways_on(self, ways: Iterable[WayOn]) -> None:
        tiles = Columns(self.look, narrow=660, gap=14)
        for icon, found, lead_on in ways:
            tile = Tile(self.look, icon, found.heading, found.short)
            tile.asked.connect(lead_on)
            tiles.add(tile)
        self.column.addWidget(tiles)

    def _add_numbers(self, beside: QWidget, name: str, cells: ChartCells) -> Button:
        """All numbers as a table, behind a fold; the button that stands by it says how they are worked out."""
        table = ChartTable(self.look, name, cells)
        how = Button(self.look, _("How is this worked out?"), "quiet", height=32)
        asked = QWidget()
        buttons = FlowLayout(self.look, asked)
        buttons.addWidget(Fold(self.look, _("Show as table"), table, _("Hide the table")))
        buttons.addWidget(how)
        self._add_apart(beside, asked)
        self.column.addWidget(table)
        return how

    def _add_apart(self, first: QWidget, last: QWidget) -> None:
        """In one line as long as there is room, the one at its beginning and the other at its end."""
        held = QWidget()
        row = FlowLayout(self.look, held, gap=12)
        row.spread()
        row.addWidget(first)
        row.addWidget(last)
        self.column.addWidget(held)

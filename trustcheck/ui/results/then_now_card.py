"""Scores then and now on one card: what the two marks are, the rows, and the same as a table."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from trustcheck.charts.scene import Dot
from trustcheck.charts.then_now import ThenNowRow, months_apart, then_now
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart, LegendEntry
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_TYPE = 16.0


class ThenNowCard(Card):
    """``days`` are those of the two checks, the older first."""

    def __init__(self, look: Look, title: str, days: tuple[date, date]) -> None:
        super().__init__(look, gap=8)
        self._look, self._title = look, title
        self.column.addWidget(Text(look, title, "section"))
        marks = QWidget()
        legend = FlowLayout(look, marks, gap=16)
        then, now = months_apart(*days)
        legend.addWidget(LegendEntry(look, Dot(8, 10, 6, "last", ring=True), 16, then))
        legend.addWidget(LegendEntry(look, Dot(8, 10, 6.5, "now"), 16, now))
        self.column.addWidget(marks)

    def add_rows(self, rows: Sequence[ThenNowRow], words: str = "") -> None:
        """``words`` stand above the rows where the card has several parts."""
        if words:
            self.column.addWidget(Text(self._look, words, "small_strong", "ink2"))
        chart = FittedChart(self._look, partial(then_now, rows, size=_TYPE))
        self.column.addWidget(chart)
        assert chart.scene is not None
        table = ChartTable(self._look, words or self._title, chart.scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        self.column.addWidget(fold)
        self.column.addWidget(table)

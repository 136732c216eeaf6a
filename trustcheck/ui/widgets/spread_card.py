"""Where people of one view differ: three classes as bars from ten people on, below that the spread in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustcheck.app.group_result import GroupResult, Shown
from trustcheck.app.presenting.group_rows import classes_row
from trustcheck.app.presenting.group_spread import spread_lines, widest_first
from trustcheck.charts.distribution import ClassesRow, distribution, legend_of
from trustcheck.charts.scene import Scene
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people_first
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class SpreadCard(Card):
    """``how`` asks how the spread is worked out, of the theme ``widest``; both are ``None`` where nothing is shown."""

    def __init__(self, look: Look, result: GroupResult, perspective: Perspective) -> None:
        super().__init__(look, gap=8)
        themes = widest_first(result, perspective)
        rows = [classes_row(each.theme.name, each.views[perspective]) for each in themes]
        self.column.addWidget(Text(look, people_first(perspective), "card_strong"))
        if any(row.classes for row in rows):
            self._add_bars(rows)
        else:
            self._add_words(spread_lines(result, perspective))
        self.widest = next((each.theme.id for each in themes if isinstance(each.views[perspective], Shown)), "")
        self.how = Button(look, _("How is the spread worked out?"), "quiet", height=32)
        self.how.stand_flush()
        self.column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_bars(self, rows: Sequence[ClassesRow]) -> None:
        def draw(width: float) -> Scene:
            return distribution(rows, width, size=15.5)

        self._add_legend(rows)
        chart = FittedChart(self._look, draw)
        self.column.addWidget(chart)
        assert chart.scene is not None
        table = ChartTable(self._look, _("Where opinions differ, as a table"), chart.scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        self.column.addWidget(fold)
        self.column.addWidget(table)

    def _add_legend(self, rows: Sequence[ClassesRow]) -> None:
        held = QWidget()
        line = Flow(self._look, held, gap=14)
        for box, said in legend_of([each.classes for each in rows]):
            line.addWidget(LegendEntry(self._look, box, 14, said))
        self.column.addWidget(held)

    def _add_words(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.column.addWidget(Text(self._look, line, "body"))
        few = _("Three classes are shown from ten people on.")
        self.column.addWidget(Text(self._look, few, "caption", "ink2"))

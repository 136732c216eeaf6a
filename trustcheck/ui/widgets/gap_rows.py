"""Leaders and staff as dumbbells, widest first, and beside every row how far apart it is, to be asked about."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.group_result import GroupResult
from trustcheck.app.presenting.explanations import Figure, Key
from trustcheck.app.presenting.group_gaps import Compared, compared, gap_row
from trustcheck.charts.dumbbell import (
    DumbbellRow,
    apart_in_words,
    dumbbell_axis,
    dumbbell_row,
    dumbbell_sentence,
    dumbbells,
)
from trustcheck.charts.group_profile import mark
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_SIZE = 16.0
_BESIDE = 150
_NARROW = 420
"""Below this width (at 100 % text size) how far apart two views are stands below their marks."""
_LEAST = 50.0
_TABLE_WIDTH = 600.0


class GapRows(Card):
    """Sorted by size. ``figures`` are the differences with their keys: the page answers for them."""

    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__(look, gap=0)
        found = compared(result)
        rows = [gap_row(each.name, each.views, each.gap) for each in found]
        self.figures: list[tuple[FigureButton, Key]] = []
        self._add_head()
        for each, row in zip(found, rows, strict=True):
            self._add_row(each, row)
        axis = FittedChart(look, partial(dumbbell_axis, size=_SIZE))
        self._add_line(axis, None)
        scene = dumbbells(rows, _TABLE_WIDTH)
        table = ChartTable(look, _("Leaders and staff as a table"), scene.table)
        fold = Fold(look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        self.column.addSpacing(look.px(6))
        self.column.addWidget(fold)
        self.column.addWidget(table)

    def _add_head(self) -> None:
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 0, 0, self._look.px(6))
        line.addWidget(Text(self._look, _("Leaders and staff"), "section"), 1)
        marks = QWidget()
        legend = Flow(self._look, marks, gap=16)
        for each in (Perspective.LEADER, Perspective.STAFF):
            legend.addWidget(LegendEntry(self._look, mark(each, 8, 10, 6.5), 16, people(each)))
        line.addWidget(marks)
        self.column.addWidget(held)

    def _add_row(self, of: Compared, row: DumbbellRow) -> None:
        chart = FittedChart(self._look, partial(dumbbell_row, row, size=_SIZE, least=_LEAST))
        chart.setAccessibleName(dumbbell_sentence(row))
        if of.shown is None:
            self._add_line(chart, None)
            return
        name = _("{sentence} How is this worked out?").format(sentence=dumbbell_sentence(row))
        button = FigureButton(
            self._look, apart_in_words(row.apart), row.kind, name, role="row_strong" if row.strong else "row"
        )
        self.figures.append((button, Key(Figure.GAP, of.id)))
        self._add_line(chart, button)

    def _add_line(self, chart: FittedChart, button: FigureButton | None) -> None:
        """Beside each other, or one below the other where the chart would have no room."""
        chart.pass_by()
        beside = button or QWidget()
        beside.setFixedWidth(self._look.px(_BESIDE))
        line = Columns(self._look, chart, beside, narrow=_NARROW, gap=0)
        line.box.setStretch(1, 0)
        line.box.setAlignment(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(line)

"""What leaders expected of staff: three marks on one line for each theme, the widest difference first."""

from functools import partial

from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.predictions import about_predictions, prediction_rows
from trustcheck.app.results.group import GroupResult
from trustcheck.charts.group_profile import mark
from trustcheck.charts.predictions import guess_mark, predictions
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart, LegendEntry
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_SIZE = 16.0
_TABLE_WIDTH = 600.0


class PredictionsCard(Card):
    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__(look, gap=8)
        rows = prediction_rows(result)
        self.column.addWidget(self._legend(look))
        self.column.addWidget(FittedChart(look, partial(predictions, rows, size=_SIZE)))
        table = ChartTable(look, _("What leaders expected as a table"), predictions(rows, _TABLE_WIDTH).table)
        fold = Fold(look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        self.column.addWidget(fold)
        self.column.addWidget(table)
        self.column.addWidget(Text(look, about_predictions(), "caption", "ink3"))

    @staticmethod
    def _legend(look: Look) -> QWidget:
        held = QWidget()
        line = FlowLayout(look, held, gap=18)
        for shape, words in (
            (mark(Perspective.LEADER, 8, 10, 6.5), _("leaders believe")),
            (guess_mark(8, 10, 5.5), _("leaders expected of staff")),
            (mark(Perspective.STAFF, 8, 10, 6.5), _("staff say")),
        ):
            line.addWidget(LegendEntry(look, shape, 16, words))
        return held

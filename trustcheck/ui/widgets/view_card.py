"""One view of one theme: everything that says how sure its number is, and how people lie."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.group_result import GroupResult, Shown, ThemeView
from trustcheck.app.presenting.explanations import Figure, Key
from trustcheck.app.presenting.group_precision import classes_told, figures_of
from trustcheck.app.presenting.group_rows import classes_row
from trustcheck.app.presenting.group_words import shown_words
from trustcheck.charts.distribution import distribution, legend_of
from trustcheck.charts.group_profile import ink_of
from trustcheck.charts.scene import Scene
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people_first
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ViewCard(Card):
    """``figures`` are its numbers with their keys: the page answers for them."""

    def __init__(self, look: Look, result: GroupResult, theme: ThemeView, perspective: Perspective) -> None:
        super().__init__(look, padding=(12, 10), gap=4)
        self._result, self._theme, self._perspective = result, theme, perspective
        self.figures: list[tuple[FigureButton, Key]] = []
        value = theme.views[perspective]
        self.setAccessibleName(shown_words(theme.theme.name, value, perspective))
        self._add_margin(Text(look, people_first(perspective), "small_strong", ink_of(perspective)))
        if isinstance(value, Shown):
            self._add_value(value)
        self.column.addStretch(1)

    def _add_value(self, value: Shown) -> None:
        held = QWidget()
        line = Flow(self._look, held, gap=4)
        for figure, words, what in figures_of(value, self._result.questionnaire.scale):
            button = FigureButton(self._look, words, what, _("{what}: {words}").format(what=what, words=words))
            self._remember(button, figure)
            line.addWidget(button)
        self.column.addWidget(held)
        if value.people_in is not None:
            self._add_classes()

    def _remember(self, button: FigureButton, figure: Figure) -> None:
        self.figures.append((button, Key(figure, self._theme.theme.id, self._perspective)))

    def _bar(self, width: float) -> Scene:
        value = self._theme.views[self._perspective]
        row = classes_row(people_first(self._perspective), value)
        return distribution((row,), width, size=15.5, names=False)

    def _add_classes(self) -> None:
        chart = FittedChart(self._look, self._bar)
        self.column.addSpacing(self._look.px(4))
        self._add_margin(chart)
        value = self._theme.views[self._perspective]
        assert isinstance(value, Shown)
        assert value.people_in is not None
        held = QWidget()
        line = Flow(self._look, held, gap=14)
        for box, said in legend_of((value.people_in,)):
            line.addWidget(LegendEntry(self._look, box, 14, said))
        self._add_margin(held)
        assert chart.scene is not None
        table = ChartTable(self._look, _("Three classes as a table"), chart.scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        told = classes_told(value)
        button = FigureButton(self._look, told, "", told)
        self._remember(button, Figure.CLASSES)
        below = QWidget()
        row = Flow(self._look, below, gap=10)
        row.addWidget(button)
        row.addWidget(fold)
        self.column.addWidget(below)
        self.column.addWidget(table)

    def _add_margin(self, widget: QWidget) -> None:
        """In line with the values above, whose plates reach further."""
        line = QHBoxLayout()
        line.setContentsMargins(self._look.px(8), 0, self._look.px(8), 0)
        line.addWidget(widget)
        self.column.addLayout(line)

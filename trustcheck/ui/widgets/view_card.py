"""One view of one theme: everything that says how sure its number is, and how people lie."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.explanations import Figure, Key
from trustcheck.app.group_result import GroupResult, Shown, ThemeView
from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.presenting.group_rows import classes_row
from trustcheck.app.presenting.group_words import shown_words, solidity_name, spread_words
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
        for figure, words, what in self._figures(value):
            button = FigureButton(self._look, words, what, _("{what}: {words}").format(what=what, words=words))
            self._remember(button, figure)
            line.addWidget(button)
        self.column.addWidget(held)
        if value.people_in is not None:
            self._add_classes()

    def _remember(self, button: FigureButton, figure: Figure) -> None:
        self.figures.append((button, Key(figure, self._theme.theme.id, self._perspective)))

    def _figures(self, value: Shown) -> list[tuple[Figure, str, str]]:
        found: list[tuple[Figure, str, str]] = []
        if value.band:
            found.append((Figure.BAND, value.band, _("band")))
        if value.interval:
            ends = _("{low} to {high}").format(low=value.interval.low, high=value.interval.high)
            found.append((Figure.INTERVAL, ends, _("where the mean may lie, 95 %")))
        if value.guaranteed:
            ends = _("{low} to {high}").format(low=value.guaranteed.low, high=value.guaranteed.high)
            caption = _("whatever the missing people think")
            if value.guaranteed.low == value.guaranteed.high == value.mean:
                ends, caption = _("Everybody"), _("who was invited has answered")
            found.append((Figure.GUARANTEED, ends, caption))
        if value.spread:
            found.append((Figure.SPREAD, capitalised(spread_words(value.spread)), _("how far answers lie apart")))
        if value.favourable is not None:
            share = _("{count} of {n}").format(count=value.favourable, n=value.n)
            found.append((Figure.FAVOURABLE, share, _("often or more")))
        found.append((Figure.DONT_KNOW, f"{value.dont_know} %", _("I don\u2019t know")))
        if value.solidity:
            found.append((Figure.SOLIDITY, solidity_name(value.solidity), _("would one person change it?")))
        return found

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
        told = capitalised(_("{n} people in three classes").format(n=in_words(value.n)))
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

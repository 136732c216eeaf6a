"""One theme of a group in a card: each view's number, both on one axis, one sentence; the rest for the curious."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.presenting.explanations import FigureKey, FigureKind
from trustcheck.app.presenting.group_gaps import gap_number
from trustcheck.app.presenting.group_seen import headline, hidden_view, is_seen, why_hidden
from trustcheck.app.presenting.group_spread import classes_told, figures_of
from trustcheck.app.presenting.group_themes import classes_row, last_time_line, marks, reading
from trustcheck.app.presenting.group_words import counted, kind_words, shown_words, solidity_words
from trustcheck.app.results.group import GapShown, GroupResult, Shown, ThemeView
from trustcheck.charts.distribution import distribution, legend_of
from trustcheck.charts.group_profile import GroupRow, group_profile, ink_of
from trustcheck.charts.scene import Scene
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart, LegendEntry
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

# One view of one theme: everything that says how sure its number is, and how people lie.


class ViewCard(Card):
    """``figures`` are its numbers with their keys: the page answers for them."""

    def __init__(self, look: Look, result: GroupResult, theme: ThemeView, perspective: Perspective) -> None:
        super().__init__(look, padding=(12, 10), gap=4)
        self._result, self._theme, self._perspective = result, theme, perspective
        self.figures: list[tuple[FigureButton, FigureKey]] = []
        value = theme.views[perspective]
        self.setAccessibleName(shown_words(theme.theme.name, value, perspective))
        self._add_margin(Text(look, people_first(perspective), "small_strong", ink_of(perspective)))
        if isinstance(value, Shown):
            self._add_value(value)
        self.column.addStretch(1)

    def _add_value(self, value: Shown) -> None:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=4)
        for figure, words, what in figures_of(value, self._result.questionnaire.scale):
            button = FigureButton(self._look, words, what, _("{what}: {words}").format(what=what, words=words))
            self._remember(button, figure)
            line.addWidget(button)
        self.column.addWidget(held)
        if value.people_in is not None:
            self._add_classes()

    def _remember(self, button: FigureButton, figure: FigureKind) -> None:
        self.figures.append((button, FigureKey(figure, self._theme.theme.id, self._perspective)))

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
        line = FlowLayout(self._look, held, gap=14)
        for box, said in legend_of((value.people_in,)):
            line.addWidget(LegendEntry(self._look, box, 14, said))
        self._add_margin(held)
        assert chart.scene is not None
        table = ChartTable(self._look, _("Three classes as a table"), chart.scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        told = classes_told(value)
        button = FigureButton(self._look, told, "", told)
        self._remember(button, FigureKind.CLASSES)
        below = QWidget()
        row = FlowLayout(self._look, below, gap=10)
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


SIDE = 8
"""What the plate of a number reaches beyond it at either side."""


class GroupThemeChart(Card):
    """``figures`` are its numbers with their keys: the page answers for them."""

    def __init__(self, look: Look, result: GroupResult, theme: ThemeView) -> None:
        super().__init__(look, padding=(24 - SIDE, 14), gap=6)
        self._result, self._theme = result, theme
        self.figures: list[tuple[FigureButton, FigureKey]] = []
        self._folds: list[tuple[str, QWidget, str]] = []
        self._seen = [each for each in result.perspectives if is_seen(result, each)]
        self._add_numbers()
        if any(isinstance(theme.views[each], Shown) for each in self._seen):
            self._add_axis()
        self._add_sentence()
        for perspective in result.perspectives:
            if perspective not in self._seen:
                self._add(Text(look, hidden_view(result, perspective), "small", "ink2"))
        self._add_for_the_curious()
        self._add_folds()

    def _add(self, widget: QWidget) -> None:
        """In line with the numbers, whose plates reach further."""
        line = QHBoxLayout()
        side = self._look.px(SIDE)
        line.setContentsMargins(side, 0, side, 0)
        line.addWidget(widget)
        self.column.addLayout(line)

    def _add_numbers(self) -> None:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=24)
        for perspective in self._seen:
            value = self._theme.views[perspective]
            if isinstance(value, Shown):
                line.addWidget(self._number(perspective, value))
            else:
                who = _("{people}. {why}").format(
                    people=people_first(perspective), why=why_hidden(self._result.setup.threshold)
                )
                self._add(Text(self._look, who, "small", "ink2"))
        self.column.addWidget(held)

    def _number(self, perspective: Perspective, value: Shown) -> FigureButton:
        who = capitalised(counted(value.n, perspective))
        caption = f"{who}\n{value.band}" if value.band else who
        name = shown_words(self._theme.theme.name, value, perspective)
        button = FigureButton(
            self._look, str(value.mean), caption, name, role="title", perspective=perspective, beside=True
        )
        self.figures.append((button, FigureKey(FigureKind.MEAN, self._theme.theme.id, perspective)))
        return button

    def _add_axis(self) -> None:
        chart = FittedChart(self._look, self._axis)
        self._add(chart)
        assert chart.scene is not None
        table = ChartTable(self._look, self._theme.theme.name, chart.scene.table)
        self._folds.append((_("Show as table"), table, _("Hide the table")))

        if said := last_time_line(self._row()):
            self._add(Text(self._look, said, "caption", "ink2"))

    def _axis(self, width: float) -> Scene:
        return group_profile((self._row(),), width, size=16.0, numbers=False, names=False)

    def _row(self) -> GroupRow:
        seen = {each: self._theme.views[each] for each in self._seen if isinstance(self._theme.views[each], Shown)}
        return GroupRow(self._theme.theme.name, marks(self._result, self._theme.theme.id, seen))

    def _add_sentence(self) -> None:
        if isinstance(self._theme.gap, GapShown):
            self._add_gap(self._theme.gap)
        elif said := reading(self._result, self._theme):
            self._add(Text(self._look, said, "body"))

    def _add_gap(self, gap: GapShown) -> None:
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(14))
        name = _("Leaders and staff: {points} points, {kind}").format(points=gap.apart, kind=kind_words(gap.kind))
        value, caption = gap_number(gap, self._theme.views)
        role = "row_strong" if gap.about_the_same else "card_title"
        button = FigureButton(self._look, value, caption, name, role=role)
        self.figures.append((button, FigureKey(FigureKind.GAP, self._theme.theme.id)))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Text(self._look, gap.sentence, "body"), 1)
        self.column.addWidget(held)

    def _add_for_the_curious(self) -> None:
        """How sure each number is, and how people lie: there for those who ask."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, self._look.px(4), 0, 0)
        column.setSpacing(self._look.px(10))
        if self._theme.sentence:
            column.addWidget(Text(self._look, self._theme.sentence, "small"))
        cards = [ViewCard(self._look, self._result, self._theme, each) for each in self._seen]
        cards = [card for card in cards if card.figures]
        self.figures += [figure for card in cards for figure in card.figures]
        if cards:
            column.addWidget(Columns(self._look, *cards, narrow=560, gap=12))
        first = headline(self._result, self._theme.views)
        if first is not None and first.solidity is not None:
            column.addWidget(Text(self._look, solidity_words(first.solidity), "caption", "ink2"))
        if column.count():
            self._folds.append((_("For the curious"), held, ""))

    def _add_folds(self) -> None:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=16)
        self._add(held)
        for words, body, words_open in self._folds:
            fold = Fold(self._look, words, body, words_open)
            fold.stand_flush()
            line.addWidget(fold)
            self._add(body)

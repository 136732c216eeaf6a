"""Where views lie apart: leaders and staff, saying and doing, and people of one view among themselves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.presenting.explanations import FigureKey, FigureKind
from trustcheck.app.presenting.facts import finding
from trustcheck.app.presenting.group_gaps import (
    Compared,
    about_lines,
    compared,
    compares,
    gap_row,
    sides_headline,
    sides_question,
)
from trustcheck.app.presenting.group_sayings import who_answered
from trustcheck.app.presenting.group_seen import is_seen, why_hidden
from trustcheck.app.presenting.group_spread import spread_lines, widest_first
from trustcheck.app.presenting.group_themes import classes_row
from trustcheck.app.presenting.predictions import (
    awaits_staff,
    predictions_question,
    predictions_title,
    predicts,
    unforeseen_sentence,
)
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.charts.distribution import ClassesRow, distribution, legend_of
from trustcheck.charts.dumbbell import (
    DumbbellRow,
    apart_in_words,
    dumbbell_axis,
    dumbbell_row,
    dumbbell_sentence,
    dumbbells,
)
from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import Scene
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import whole
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart, LegendEntry
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.practice_card import ContradictionCard, PracticeCard
from trustcheck.ui.results.predictions_card import PredictionsCard
from trustcheck.ui.results.room_question import RoomQuestion
from trustcheck.ui.results.say_do_view import group_view
from trustcheck.words import gettext as _

# Leaders and staff as dumbbells, widest first, and beside every row how far apart it is, to be asked about.


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
        self.figures: list[tuple[FigureButton, FigureKey]] = []
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
        legend = FlowLayout(self._look, marks, gap=16)
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
        self.figures.append((button, FigureKey(FigureKind.GAP, of.id)))
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


# Where people of one view differ: three classes as bars from ten people on, below that the spread in words.


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
        line = FlowLayout(self._look, held, gap=14)
        for box, said in legend_of([each.classes for each in rows]):
            line.addWidget(LegendEntry(self._look, box, 14, said))
        self.column.addWidget(held)

    def _add_words(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.column.addWidget(Text(self._look, line, "body"))
        few = _("Three classes are shown from ten people on.")
        self.column.addWidget(Text(self._look, few, "caption", "ink2"))


class GapsPage(GroupPage):
    """Signals: ``say_do_asked`` to enter facts."""

    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Gaps")
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """Show the three parts from the top."""
        self.sums.forget()
        self.clear()
        self.result = result
        self._headline = sides_headline(result)
        self.title(self._headline)
        self.column.addWidget(Text(self.look, _lead(result), "lead", "ink2"))
        self.say_banners(result)
        self._add_sides(result)
        self._add_expected(result)
        self._add_say_do(result)
        self._add_spread(result)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_sides(self, result: GroupResult) -> None:
        if not result.setup.compares:
            words = _("You chose not to compare leaders and staff. Saying and doing are below.")
            self.column.addWidget(Text(self.look, words, "body", "ink2"))
            return
        if not compares(result):
            self.column.addWidget(Text(self.look, _("Leaders and staff"), "section"))
            self.column.addWidget(Text(self.look, why_hidden(result.setup.threshold), "body", "ink2"))
            return
        rows = GapRows(self.look, result)
        for button, key in rows.figures:
            self.sums.answers(button, self.answer_of(key))
        self.column.addWidget(rows)
        self.column.addWidget(RoomQuestion(self.look, sides_question(result)))

    def _add_expected(self, result: GroupResult) -> None:
        """What leaders thought staff would say, where they were asked."""
        waits = awaits_staff(result)
        if not (waits or result.predictions):
            return
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, predictions_title(), "section"))
        if not predicts(result):
            words = waits or why_hidden(result.setup.threshold)
            self.column.addWidget(Text(self.look, words, "body", "ink2"))
            return
        self.column.addWidget(Text(self.look, unforeseen_sentence(result), "body"))
        self.column.addWidget(PredictionsCard(self.look, result))
        self.column.addWidget(RoomQuestion(self.look, predictions_question()))

    def _add_say_do(self, result: GroupResult) -> None:
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, _("What is said, and what is in place"), "section"))
        against = [fact for fact in result.facts if fact.contradiction]
        if not against:
            told = _("{finding}.").format(finding=finding(result.facts, has_themes=group_view(result).has_themes))
            self.column.addWidget(Text(self.look, told, "body", "ink2"))
        for fact in against:
            self.column.addWidget(ContradictionCard(self.look, fact))
        beside = PracticeCard(self.look)
        # Laid out before it is shown: shown on its own it would be a window for a moment, and take the keyboard.
        self.column.addWidget(beside)
        beside.show_rows(group_view(result).rows)
        self._add_practice_numbers(result)
        enter = Button(self.look, _("Go to the facts"), "outline", icon="list-checks", height=40)
        enter.clicked.connect(self.say_do_asked)
        self.column.addWidget(enter, 0, Qt.AlignmentFlag.AlignLeft)
        enter.setVisible(bool(result.facts))

    def _add_practice_numbers(self, result: GroupResult) -> None:
        held = QWidget()
        line = FlowLayout(self.look, held, gap=6)
        for each in result.practice:
            if each.index is not None:
                name = result.questionnaire.pillar_by_id[each.pillar_id].address
                words = _("{pillar}: facts {index} of 100. How is this worked out?").format(
                    pillar=name, index=whole(each.index)
                )
                button = FigureButton(
                    self.look, str(whole(each.index)), _("facts, {pillar}").format(pillar=name), words
                )
                self.sums.answers(button, partial(self.explain, FigureKey(FigureKind.PRACTICE, each.pillar_id)))
                line.addWidget(button)
        if line.count():
            self.column.addWidget(held)

    def _add_spread(self, result: GroupResult) -> None:
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, _("Where opinions differ"), "section"))
        shown = [each for each in result.perspectives if is_seen(result, each)]
        if not shown or not any(isinstance(theme.views[each], Shown) for each in shown for theme in result.themes):
            words = _("Nothing of this may be shown.") if not shown else _("The short form has no spread by theme.")
            self.column.addWidget(Text(self.look, words, "body", "ink2"))
            return
        for perspective in shown:
            card = SpreadCard(self.look, result, perspective)
            self.sums.answers(card.how, partial(self.explain, FigureKey(FigureKind.SPREAD, card.widest, perspective)))
            self.column.addWidget(card)


def _lead(result: GroupResult) -> str:
    told = _("{who}.").format(who=who_answered(result))
    if not result.setup.compares or not compares(result):
        return told
    return told + " " + about_lines(result)

"""A group's overview: the sentence first, then both views of two pillars and ten themes, and where to go from here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.explanations import OVERALL, Figure, Key, explained
from trustcheck.app.group_result import GroupResult, Shown
from trustcheck.app.presenting.group_rows import pillar_row, theme_row
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.app.presenting.group_words import shown_words, who_answered
from trustcheck.charts.group_profile import GroupRow, group_table, mark
from trustcheck.charts.scene import Box, Table
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.domain.view_names import people, people_first
from trustcheck.ui.dates import day_in_words
from trustcheck.ui.look import Look
from trustcheck.ui.pages.group_page import GroupPage
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.group_pillar_card import GroupPillarCard
from trustcheck.ui.widgets.group_tiles import GroupTiles
from trustcheck.ui.widgets.hurried_lines import HurriedLines
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.line_text import LineText
from trustcheck.ui.widgets.story_words import StoryWords
from trustcheck.ui.widgets.worked_out import Part
from trustcheck.words import gettext as _


class GroupOverviewPage(GroupPage):
    """Signals say where the person wants to go (``theme_asked`` with a theme id), and ``own_words_changed``."""

    theme_asked = Signal(str)
    report_asked = Signal()
    suggestions_asked = Signal()
    strengths_asked = Signal()
    gaps_asked = Signal()
    how_asked = Signal()
    own_words_changed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Overview")
        self._report: Button | None = None

    def _fit(self) -> None:
        """Closer together than other pages: in a usual window most of the answer is seen without scrolling."""
        super()._fit()
        edge = self.column.contentsMargins()
        self.column.setContentsMargins(edge.left(), self.look.px(16), edge.right(), self.look.px(16))
        self.column.setSpacing(self.look.px(9))

    def first_focus(self) -> QWidget | None:
        """What somebody most likely came for."""
        return self._report or super().first_focus()

    def announcement(self) -> str:
        return self.name if self.result is None else f"{self.name}. {self.result.sentence}"

    def show_result(self, result: GroupResult) -> None:
        """Show a group's result from the top."""
        self.forget_asker()
        self.clear()
        self.result = result
        self._add_head(result)
        self.story = StoryWords(self.look, result)
        self.story.own_words_changed.connect(self.own_words_changed)
        self.column.addWidget(self.story)
        self.say_banners(result)
        self._add_pillars(result)
        self._add_legend(result)
        self._add_tiles(result)
        self._add_overall(result)
        self._add_without_hurried(result)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def show_sentence(self, result: GroupResult) -> None:
        """Show the sentence as it now is; the keyboard goes back to the pencil."""
        self.result = result
        self.story.show_sentence(result)
        self.story.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self, result: GroupResult) -> None:
        on = result.summary.closed_on or result.summary.started_on
        words = QWidget()
        line = Flow(self.look, words, gap=10)
        line.addWidget(LineText(self.look, day_in_words(on), "small_strong"))
        told = who_answered(result.took)
        self._answered = FigureButton(self.look, told, "", told, role="small")
        self.answers(self._answered, self._explain_answered)
        line.addWidget(self._answered)
        self._report = Button(self.look, _("Make the report"), "primary", icon="file-text", height=40)
        self._report.clicked.connect(self.report_asked)
        head = QWidget()
        row = Flow(self.look, head, gap=12)
        row.spread()
        row.addWidget(words)
        row.addWidget(self._report)
        self.column.addWidget(head)

    def _explain_answered(self) -> None:
        assert self.result is not None
        parts = [
            Part(people_first(each), explained(self.result, Key(Figure.ANSWERED, OVERALL, each)))
            for each in self.result.perspectives
        ]
        self.answer(_("Who answered"), parts)

    def _add_pillars(self, result: GroupResult) -> None:
        cards = [GroupPillarCard(self.look, result, pillar) for pillar in result.pillars]
        for card in cards:
            card.theme_asked.connect(self.theme_asked)
            for button, of, perspective in card.numbers:
                self.answers(button, self._answer_for(of, perspective))
        self.column.addWidget(Columns(self.look, *cards, narrow=720))

    def _answer_for(self, of: str, perspective: Perspective | None) -> Callable[[], None]:
        if perspective is None:
            return partial(self.explain_views, of)
        return partial(self.explain_value, of, perspective)

    def _add_legend(self, result: GroupResult) -> None:
        table = ChartTable(self.look, _("All numbers as a table"), self._table(result))
        shown = Fold(self.look, _("Show as table"), table, _("Hide the table"))
        how = Button(self.look, _("How is this worked out?"), "quiet", height=32)
        how.clicked.connect(self.how_asked)
        marks = QWidget()
        meaning = Flow(self.look, marks, gap=20)
        for perspective in result.perspectives:
            if is_seen(result, perspective):
                meaning.addWidget(LegendEntry(self.look, mark(perspective, 8, 10, 6.5), 16, people(perspective)))
        if _has_bands(result):
            interval = _("where the mean may lie, 95 %")
            meaning.addWidget(LegendEntry(self.look, Box(0, 5, 26, 10, "band", round=5), 26, interval))
        asked = QWidget()
        buttons = Flow(self.look, asked)
        buttons.addWidget(shown)
        buttons.addWidget(how)
        line = QWidget()
        row = Flow(self.look, line, gap=12)
        row.spread()
        row.addWidget(marks)
        row.addWidget(asked)
        self.column.addWidget(line)
        self.column.addWidget(table)

    @staticmethod
    def _table(result: GroupResult) -> Table:
        rows: list[GroupRow] = []
        for pillar in result.pillars:
            rows.append(pillar_row(result, pillar))
            rows += [theme_row(result, theme) for theme in pillar.themes if result.summary.form is Form.FULL]
        return group_table(rows)

    def _add_tiles(self, result: GroupResult) -> None:
        tiles = GroupTiles(self.look, result)
        tiles.strengths_asked.connect(self.strengths_asked)
        tiles.gaps_asked.connect(self.gaps_asked)
        tiles.suggestions_asked.connect(self.suggestions_asked)
        self.column.addWidget(tiles)

    def _add_overall(self, result: GroupResult) -> None:
        """Small and last: the number that says the least."""
        held = QWidget()
        line = Flow(self.look, held, gap=6)
        shown = [(each, value) for each, value in result.overall.items() if isinstance(value, Shown)]
        if not shown:
            return
        line.addWidget(LineText(self.look, _("Everything together, which says the least:"), "caption", "ink2"))
        for perspective, value in shown:
            words = f"{people(perspective)} {value.mean}"
            button = FigureButton(self.look, "", words, shown_words(_("Everything together"), value, perspective))
            self.answers(button, partial(self.explain, Key(Figure.MEAN, OVERALL, perspective)))
            line.addWidget(button)
        self.column.addWidget(held)

    def _add_without_hurried(self, result: GroupResult) -> None:
        """What a few minutes too few may have changed; folded, since it changes nothing that stands above."""
        if result.without_hurried:
            lines = HurriedLines(self.look, result.without_hurried)
            fold = Fold(self.look, _("With and without hurried sheets"), lines)
            self.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addWidget(lines)


def _has_bands(result: GroupResult) -> bool:
    """Whether any interval is drawn: below five people, and with the short form, there is none."""
    values = [value for theme in result.themes for value in theme.views.values()]
    return any(isinstance(value, Shown) and value.interval is not None for value in values)

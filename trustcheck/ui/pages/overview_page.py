"""The overview: the sentence first, the two numbers second, the themes third, and where to go from here."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.finding import Finding
from trustcheck.app.presenting.personal import score_rows
from trustcheck.app.presenting.personal_bands import margin_words
from trustcheck.app.presenting.personal_findings import stands_out, start, strength
from trustcheck.app.presenting.personal_sums import pillar_sum, score_sums
from trustcheck.app.results import PersonalResult
from trustcheck.charts.profile import profile_table
from trustcheck.charts.scene import Box, Dot
from trustcheck.ui.dates import day_in_words
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.calculations import Answer, Calculations
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.level_column import level
from trustcheck.ui.widgets.line_text import LineText
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.pillar_card import PillarCard
from trustcheck.ui.widgets.rests_on import rests_on
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.tile import Tile
from trustcheck.words import gettext as _


class OverviewPage(Page):
    """Signals say where the person wants to go: ``theme_asked`` with a theme id, the others without a word."""

    theme_asked = Signal(str)
    report_asked = Signal()
    suggestions_asked = Signal()
    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Overview")
        self._sentence = ""
        self.sums = Calculations(look, self)

    def _fit(self) -> None:
        """Closer together than other pages: in a usual window the whole answer is seen without scrolling."""
        super()._fit()
        edge = self.column.contentsMargins()
        self.column.setContentsMargins(edge.left(), self.look.px(12), edge.right(), self.look.px(12))
        self.column.setSpacing(self.look.px(8))

    def announcement(self) -> str:
        return f"{self.name}. {self._sentence}"

    def show_result(self, result: PersonalResult) -> None:
        """Show one person's result from the top."""
        self.sums.forget()
        self.clear()
        self._sentence = result.story.sentence
        self._add_head(result)
        self._add_story(result)
        self._add_pillars(result)
        self._add_legend(result)
        self._add_tiles(result)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_head(self, result: PersonalResult) -> None:
        on = result.round.summary.closed_on or result.round.summary.started_on
        words = QWidget()
        line = Flow(self.look, words, gap=10)
        line.addWidget(LineText(self.look, day_in_words(on), "small_strong"))
        line.addWidget(LineText(self.look, _("One person\u2019s view. It is still worth having."), "small", "ink2"))
        report = Button(self.look, _("Make the report"), "primary", icon="file-text", height=40)
        report.clicked.connect(self.report_asked)
        head = QWidget()
        row = Flow(self.look, head, gap=12)
        row.spread()
        row.addWidget(words)
        row.addWidget(report)
        self.column.addWidget(head)

    def _add_story(self, result: PersonalResult) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Text(self.look, result.story.sentence, "title"))
        why = QWidget()
        lines = QVBoxLayout(why)
        lines.setContentsMargins(0, 0, 0, self.look.px(8))
        lines.setSpacing(self.look.px(4))
        for sentence in result.story.why:
            lines.addWidget(Text(self.look, sentence, "small", "ink2"))
        rests_on(self.look, result.story.rests_on, lines)
        fold = Fold(self.look, _("Why this sentence?"), why)
        fold.stand_flush()
        told.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(why)
        self.column.addLayout(told)
        if result.hasty:
            self.column.addWidget(Text(self.look, result.hasty, "small", "ink2"))

    def _add_pillars(self, result: PersonalResult) -> None:
        cards = [PillarCard(self.look, pillar, result.form) for pillar in result.pillars]
        for card in cards:
            card.theme_asked.connect(self.theme_asked)
            if card.track is not None:
                self.sums.answers(card.track, partial(_of_pillar, result, card.pillar_id))
        side_by_side = Columns(self.look, *cards, narrow=720)
        level([card.parts for card in cards], lambda: not side_by_side.is_stacked)
        self.column.addWidget(side_by_side)

    def _add_legend(self, result: PersonalResult) -> None:
        table = ChartTable(self.look, _("All scores as a table"), profile_table(score_rows(result)))
        shown = Fold(self.look, _("Show as table"), table, _("Hide the table"))
        how = Button(self.look, _("How is this worked out?"), "quiet", height=32)
        self.sums.answers(how, lambda: (_("Every number here"), score_sums(result)))
        marks = QWidget()
        meaning = Flow(self.look, marks, gap=20)
        meaning.addWidget(LegendEntry(self.look, Dot(7, 10, 7, "now"), 14, _("your answers")))
        meaning.addWidget(LegendEntry(self.look, Box(0, 4, 26, 12, "band", round=6), 26, margin_words()))
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

    def _add_tiles(self, result: PersonalResult) -> None:
        tiles = [self._tile(each) for each in self._ways_on(result)]
        self.column.addWidget(Columns(self.look, *tiles, narrow=660, gap=14))

    def _ways_on(self, result: PersonalResult) -> Iterator[tuple[str, Finding, Callable[[], None]]]:
        """A mark, what is found, and where it leads."""
        if (best := strength(result)) is not None:
            yield "hand-heart", best, partial(self.theme_asked.emit, best.theme_id)
        found = stands_out(result)
        if found is not None and found.theme_id:
            yield "message-square-plus", found, partial(self.theme_asked.emit, found.theme_id)
        elif found is not None:
            yield "list-checks", found, self.say_do_asked.emit
        yield "lightbulb", start(result), self.suggestions_asked.emit

    def _tile(self, way: tuple[str, Finding, Callable[[], None]]) -> Tile:
        icon, found, lead_on = way
        tile = Tile(self.look, icon, found.heading, found.short)
        tile.asked.connect(lead_on)
        return tile


def _of_pillar(result: PersonalResult, pillar_id: str) -> Answer:
    told = pillar_sum(result, pillar_id)
    return told.heading, (told,)

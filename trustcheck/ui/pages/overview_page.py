"""The overview: the sentence first, the two numbers second, the themes third, and where to go from here."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.number_words import in_words
from trustcheck.app.presenting.personal import score_rows
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.profile import profile_table
from trustcheck.charts.scene import Box, Dot
from trustcheck.domain.points import whole
from trustcheck.domain.practice import ContradictionKind
from trustcheck.domain.questionnaire import Form
from trustcheck.domain.story_levels import how_often
from trustcheck.ui.dates import day_in_words
from trustcheck.ui.look import Look
from trustcheck.ui.result_words import lowest_theme
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.line_text import LineText
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.pillar_card import PillarCard
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.tile import Tile
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class OverviewPage(Page):
    """Signals say where the person wants to go: ``theme_asked`` with a theme id, the others without a word."""

    theme_asked = Signal(str)
    report_asked = Signal()
    suggestions_asked = Signal()
    say_do_asked = Signal()
    how_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Overview")
        self._sentence = ""

    def _fit(self) -> None:
        """Closer together than other pages: in a usual window the whole answer is seen without scrolling."""
        super()._fit()
        edge = self.column.contentsMargins()
        self.column.setContentsMargins(edge.left(), self.look.px(16), edge.right(), self.look.px(16))
        self.column.setSpacing(self.look.px(9))

    def announcement(self) -> str:
        return f"{self.name}. {self._sentence}"

    def show_result(self, result: PersonalResult) -> None:
        """Show one person's result from the top."""
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
        self.column.addWidget(Columns(self.look, *cards, narrow=720))

    def _add_legend(self, result: PersonalResult) -> None:
        table = ChartTable(self.look, _("All scores as a table"), profile_table(score_rows(result)))
        shown = Fold(self.look, _("Show as table"), table, _("Hide the table"))
        how = Button(self.look, _("How is this worked out?"), "quiet", height=32)
        how.clicked.connect(self.how_asked)
        marks = QWidget()
        meaning = Flow(self.look, marks, gap=20)
        meaning.addWidget(LegendEntry(self.look, Dot(7, 10, 7, "now"), 14, _("your answers")))
        drift = _("how far one person\u2019s score can drift")
        meaning.addWidget(LegendEntry(self.look, Box(0, 4, 26, 12, "band", round=6), 26, drift))
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
        tiles = [each for each in (self._strength(result), self._against(result), self._first_step(result)) if each]
        self.column.addWidget(Columns(self.look, *tiles, narrow=660, gap=14))

    def _strength(self, result: PersonalResult) -> Tile | None:
        if not result.strengths:
            return None
        best = result.strengths[0]
        name = result.theme(best.theme_id).theme.name
        heading = _("Relatively strongest") if best.relative else _("A strength")
        sentence = _("{theme}, at {score}. Worth protecting.").format(theme=name, score=whole(best.score))
        return self._tile("hand-heart", heading, sentence, partial(self.theme_asked.emit, best.theme_id))

    def _against(self, result: PersonalResult) -> Tile | None:
        """A fact that speaks against the answers, or else the theme to talk about first."""
        against = [fact for fact in result.facts if fact.contradiction]
        if against:
            heading = _("What stands against each other")
            sentence = _against_in_words(against, result.questionnaire.cuts)
            return self._tile("list-checks", heading, sentence, self.say_do_asked.emit)
        lowest = lowest_theme(result)
        if lowest is None or lowest.score is None:
            return None
        sentence = _("{theme}, at {score}: {meaning}").format(
            theme=lowest.theme.name, score=whole(lowest.score), meaning=lowest.theme.meaning
        )
        ask = partial(self.theme_asked.emit, lowest.theme.id)
        return self._tile("message-square-plus", _("The first theme to talk about"), sentence, ask)

    def _first_step(self, result: PersonalResult) -> Tile:
        offered = [proposal for proposal in result.proposals if proposal.suggestions]
        heading, sentence = _("Start here"), result.no_proposals
        if offered:
            sentence = f"{result.theme(offered[0].theme_id).theme.name}: {offered[0].suggestions[0].title}."
        elif result.form is Form.FULL and any(theme.score is not None for theme in result.themes):
            heading = _("Nothing urgent")
        return self._tile("lightbulb", heading, sentence, self.suggestions_asked.emit)

    def _tile(self, icon: str, heading: str, sentence: str, lead_on: Callable[[], None]) -> Tile:
        tile = Tile(self.look, icon, heading, sentence)
        tile.asked.connect(lead_on)
        return tile


def _against_in_words(against: Sequence[FactResult], cuts: Sequence[float]) -> str:
    """The first contradiction in a few words, and how many more there are."""
    first, more, seldom = against[0], len(against) - 1, ""
    told = _("{theme}: often in your answers, not in place.")
    if first.contradiction and first.contradiction.kind is ContradictionKind.WRITTEN_NOT_LIVED:
        seldom = how_often(first.contradiction.score, cuts)
        told = _("{theme}: in place, {seldom} in your answers.")
    told = told.format(theme=first.theme.name, seldom=seldom)
    if more:
        told += " " + ngettext("And {number} more.", "And {number} more.", more).format(number=in_words(more))
    return told

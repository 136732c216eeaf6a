"""The overview: the sentence first, the two numbers second, the themes third, and where to go from here."""

from collections.abc import Iterator
from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.aloud import aloud_sentence
from trustcheck.app.presenting.last_time import still_proposed
from trustcheck.app.presenting.personal import (
    high_looks_like,
    margin_words,
    pillar_row,
    pillar_sentence,
    score_rows,
    theme_row,
    theme_sentence,
)
from trustcheck.app.presenting.personal_findings import stands_out, start, strength
from trustcheck.app.presenting.personal_sums import pillar_sum, score_sums
from trustcheck.app.results.personal import PersonalResult, PillarResult
from trustcheck.charts.profile import ProfileRow, profile_axis, profile_row, profile_table
from trustcheck.charts.scene import Box, Dot, Line, Scene
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.charts import FittedChart, LegendEntry, paint_scene
from trustcheck.ui.kit.layout import FlowLayout, LevelColumn, ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.pressable import Pressable
from trustcheck.ui.kit.text import LineText, Text
from trustcheck.ui.results.calculations import Calculation, Calculations, of_sums
from trustcheck.ui.results.figure_button import TrackButton
from trustcheck.ui.results.overview import Overview, WayOn
from trustcheck.ui.results.room_question import rests_on
from trustcheck.words import gettext as _

# One theme of the profile as something to press: name, margin, dot, number. It leads to the theme.


SIDE = 8
"""What the plate reaches beyond the row at either side."""
SIZE = 16.0
_LEAST = 36.0


class DotRow(Pressable):
    usual_width = 240
    least = QSize(200, int(_LEAST))

    def __init__(self, look: Look, row: ProfileRow, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        # A layout asks for the height at a few widths, many times over.
        self._drawn = lru_cache(maxsize=8)(partial(profile_row, row, size=SIZE))
        self.setToolTip(sentence)
        self.stretch_down()

    def _scene(self, width: int, least: float = _LEAST) -> Scene:
        points = max(width - 2 * self._look.px(SIDE), self._look.px(160)) / self._look.scale
        return self._drawn(points, least=least)

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._scene(width).height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.translate(QPointF(self._look.px(SIDE), 0))
        painter.scale(self._look.scale, self._look.scale)
        scene = self._scene(self.width(), self.height() / self._look.scale)
        paint_scene(painter, scene, self._look)
        painter.end()


# One pillar on the overview: its number on a track, and its themes as rows that lead on.


_TRACK = 15.5
"""The size of the type on a track."""


class PillarCard(Card):
    """Signals: ``theme_asked`` with the id of the theme whose row was pressed. ``parts`` are from top to bottom what
    stands level with the parts of the cards beside it; ``track`` is the number, which answers when pressed.
    """

    theme_asked = Signal(str)

    def __init__(self, look: Look, pillar: PillarResult, form: Form) -> None:
        super().__init__(look, padding=(24 - SIDE, 14), gap=0)
        self._pillar = pillar
        self.track: TrackButton | None = None
        self.setAccessibleName(pillar_sentence(pillar))
        self.parts: list[LevelColumn] = []
        self._indented: list[LevelColumn] = []
        self._add_head()
        self._add_number(form)
        if form is not Form.PULSE:
            self._add_rows()
        self.column.addStretch(1)
        look.changed.connect(self._indent)
        self._indent()

    @property
    def pillar_id(self) -> str:
        return self._pillar.pillar.id

    def _part(self, *, indented: bool = True) -> LevelColumn:
        part = LevelColumn()
        self.parts.append(part)
        self.column.addLayout(part)
        if indented:
            self._indented.append(part)
        return part

    def _indent(self) -> None:
        """The head stands in line with the names below, whose plates reach further."""
        side = self._look.px(SIDE)
        for part in self._indented:
            part.setContentsMargins(side, 0, side, 0)

    def _add_head(self) -> None:
        head = self._part()
        head.setSpacing(self._look.px(2))
        head.addWidget(Text(self._look, self._pillar.pillar.address, "card_strong"))
        if ideal := high_looks_like(self._pillar.pillar.meaning):
            head.addWidget(Text(self._look, ideal, "caption", "ink2"))
        head.addStretch(1)

    def _add_number(self, form: Form) -> None:
        held = self._part()
        if self._pillar.score is None:
            held.addSpacing(self._look.px(12))
            held.addWidget(Text(self._look, self._pillar.missing, "lead", "ink2"))
        else:
            row, said = pillar_row(self._pillar), pillar_sentence(self._pillar)
            self.track = TrackButton(self._look, row, said, _TRACK)
            held.addWidget(self.track)
        if form is Form.PULSE:
            words = _("The short form asks too little of each theme for numbers of their own.")
            held.addSpacing(self._look.px(6))
            held.addWidget(Text(self._look, words, "caption", "ink2"))
        held.addStretch(1)

    def _add_rows(self) -> None:
        self.column.addSpacing(self._look.px(4))
        for theme in self._pillar.themes:
            row = DotRow(self._look, theme_row(theme), theme_sentence(theme))
            row.asked.connect(partial(self.theme_asked.emit, theme.theme.id))
            self._part(indented=False).addWidget(row)
        axis = FittedChart(self._look, partial(profile_axis, size=SIZE))
        axis.pass_by()
        self._part().addWidget(axis)


class OverviewPage(Overview):
    """Signals: also ``say_do_asked``."""

    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._sentence = ""
        self.sums = Calculations(look, self)

    def announcement(self) -> str:
        return f"{self.name}. {self._sentence}"

    def show_result(self, result: PersonalResult) -> None:
        """Show one person's result from the top."""
        self.sums.forget()
        self.clear()
        self._sentence = result.story.sentence
        on = result.round.summary.closed_on or result.round.summary.started_on
        about = LineText(self.look, _("One person\u2019s view. It is still worth having."), "small", "ink2")
        self._add_head(on, about)
        self._add_story(result)
        self._add_pillars(result)
        self._add_legend(result)
        self._add_ways_on(self._ways_on(result))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

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
        if open_ones := still_proposed(result):
            self.column.addWidget(Text(self.look, open_ones, "small", "ink2"))
        if said := aloud_sentence(result.round.marks, result.questionnaire.asked(result.form)):
            self.column.addWidget(Text(self.look, said, "small", "ink2"))

    def _add_pillars(self, result: PersonalResult) -> None:
        cards = [PillarCard(self.look, pillar, result.form) for pillar in result.pillars]
        for card in cards:
            card.theme_asked.connect(self.theme_asked)
            if card.track is not None:
                self.sums.answers(card.track, partial(_of_pillar, result, card.pillar_id))
        self._add_side_by_side(cards, [card.parts for card in cards])

    def _add_legend(self, result: PersonalResult) -> None:
        marks = QWidget()
        meaning = FlowLayout(self.look, marks, gap=20)
        meaning.addWidget(LegendEntry(self.look, Dot(7, 10, 7, "now"), 14, _("your answers")))
        meaning.addWidget(LegendEntry(self.look, Box(0, 4, 26, 12, "band", round=6), 26, margin_words()))
        if result.round.targets and result.round.summary.form is Form.FULL:
            aim = _("the target, set before any score")
            meaning.addWidget(LegendEntry(self.look, Line(8, 1, 8, 19, "accent", 1.6, dashed=True), 16, aim))
        how = self._add_numbers(marks, _("All scores as a table"), profile_table(score_rows(result)))
        self.sums.answers(how, lambda: of_sums(_("Every number here"), score_sums(result)))

    def _ways_on(self, result: PersonalResult) -> Iterator[WayOn]:
        if (best := strength(result)) is not None:
            yield "hand-heart", best, partial(self.theme_asked.emit, best.theme_id)
        found = stands_out(result)
        if found is not None and found.theme_id:
            yield "message-square-plus", found, partial(self.theme_asked.emit, found.theme_id)
        elif found is not None:
            yield "list-checks", found, self.say_do_asked.emit
        yield "lightbulb", start(result), self.suggestions_asked.emit


def _of_pillar(result: PersonalResult, pillar_id: str) -> Calculation:
    told = pillar_sum(result, pillar_id)
    return of_sums(told.heading, (told,))

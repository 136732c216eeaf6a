"""One pillar on the overview: its number on a track, and its themes as rows that lead on."""

from functools import partial

from PySide6.QtCore import Signal

from trustcheck.app.presenting.ideals import high_looks_like
from trustcheck.app.presenting.personal import pillar_row, pillar_sentence, theme_row, theme_sentence
from trustcheck.app.results import PillarResult
from trustcheck.charts.profile_row import profile_axis
from trustcheck.domain.questionnaire import Form
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.dot_row import SIDE, SIZE, DotRow
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.level_column import LevelColumn
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.track_button import TrackButton
from trustcheck.words import gettext as _

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

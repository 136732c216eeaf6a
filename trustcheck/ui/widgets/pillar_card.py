"""One pillar on the overview: its number on a track, and its themes as rows that lead on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.presenting.personal import pillar_row, pillar_sentence, theme_row, theme_sentence
from trustcheck.app.results import PillarResult
from trustcheck.charts.profile import pillar_track
from trustcheck.charts.profile_row import profile_axis
from trustcheck.charts.scene import Scene
from trustcheck.domain.questionnaire import Form
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.dot_row import SIDE, SIZE, DotRow
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class PillarCard(Card):
    """Signals: ``theme_asked`` with the id of the theme whose row was pressed."""

    theme_asked = Signal(str)

    def __init__(self, look: Look, pillar: PillarResult, form: Form) -> None:
        super().__init__(look, padding=(24 - SIDE, 14), gap=0)
        self._pillar = pillar
        self.setAccessibleName(pillar_sentence(pillar))
        self._head = QVBoxLayout()
        self._head.setSpacing(look.px(2))
        self._head.addWidget(Text(look, pillar.pillar.address, "card_strong"))
        if pillar.pillar.meaning:
            self._head.addWidget(Text(look, pillar.pillar.meaning, "caption", "ink2"))
        self.column.addLayout(self._head)
        self._add_number()
        self._add_rows(form)
        self.column.addStretch(1)
        look.changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        """The head stands in line with the names below, whose plates reach further."""
        side = self._look.px(SIDE)
        self._head.setContentsMargins(side, 0, side, 0)

    def _add_number(self) -> None:
        if self._pillar.score is None:
            self._head.addSpacing(self._look.px(12))
            self._head.addWidget(Text(self._look, self._pillar.missing, "lead", "ink2"))
            return
        chart = FittedChart(self._look, self._track)
        chart.setAccessibleName(pillar_sentence(self._pillar))
        self._head.addWidget(chart)

    def _track(self, width: float) -> Scene:
        return pillar_track(pillar_row(self._pillar), width, size=15.5)

    def _add_rows(self, form: Form) -> None:
        if form is Form.PULSE:
            words = _("The short form asks too little of each theme for numbers of their own.")
            self._head.addSpacing(self._look.px(4))
            self._head.addWidget(Text(self._look, words, "caption", "ink2"))
            return
        self.column.addSpacing(self._look.px(4))
        for theme in self._pillar.themes:
            row = DotRow(self._look, theme_row(theme), theme_sentence(theme))
            row.asked.connect(partial(self.theme_asked.emit, theme.theme.id))
            self.column.addWidget(row)
        axis = FittedChart(self._look, partial(profile_axis, size=SIZE))
        axis.pass_by()
        below = QVBoxLayout()
        side = self._look.px(SIDE)
        below.setContentsMargins(side, 0, side, 0)
        below.addWidget(axis)
        self.column.addLayout(below)

"""One pillar on a group's overview: each view's number beside its mark, and its themes as rows that lead on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.group_result import GroupResult, PillarView, Shown, ThemeView
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_rows import pillar_row, row_words, theme_row
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.app.presenting.group_words import shown_words
from trustcheck.app.presenting.ideals import high_looks_like
from trustcheck.charts.group_profile import group_axis
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.domain.view_names import people, people_first
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.group_theme_row import NUMBERS, SIDE, SIZE, GroupThemeRow, RowNumbers
from trustcheck.ui.widgets.level_column import LevelColumn
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.widgets.pressable import Pressable


class GroupPillarCard(Card):
    """Signals: ``theme_asked`` with a theme's id. ``numbers`` are its buttons with what each is of, ``parts`` from top
    to bottom what stands level with the parts of the cards beside it.
    """

    theme_asked = Signal(str)

    def __init__(self, look: Look, result: GroupResult, pillar: PillarView) -> None:
        super().__init__(look, padding=(24 - SIDE, 12), gap=0)
        self._result, self._pillar = result, pillar
        self.numbers: list[tuple[Pressable, str, Perspective | None]] = []
        self.parts: list[LevelColumn] = []
        self.setAccessibleName(pillar.pillar.address)
        self._head, self._numbers, self._instead = self._part(), self._part(), self._part()
        self._add_head()
        self._add_numbers()
        self._add_rows()
        self.column.addStretch(1)
        look.changed.connect(self._indent)
        self._indent()

    def _part(self) -> LevelColumn:
        part = LevelColumn()
        self.parts.append(part)
        self.column.addLayout(part)
        return part

    def _indent(self) -> None:
        """The words stand in line with the names below, whose plates reach further."""
        side = self._look.px(SIDE)
        for words in (self._head, self._instead):
            words.setContentsMargins(side, 0, side, 0)

    def _add_head(self) -> None:
        self._head.setSpacing(self._look.px(2))
        self._head.addWidget(Text(self._look, self._pillar.pillar.address, "card_strong"))
        if ideal := high_looks_like(self._pillar.pillar.meaning):
            self._head.addWidget(Text(self._look, ideal, "caption", "ink2"))
        self._head.addStretch(1)

    def _add_numbers(self) -> None:
        held = QWidget()
        line = Flow(self._look, held, gap=14)
        for perspective in self._result.perspectives:
            value = self._pillar.views[perspective]
            if isinstance(value, Shown):
                line.addWidget(self._number(perspective, value))
            elif is_seen(self._result, perspective):
                why = f"{people_first(perspective)}. {not_shown(value)}"
                line.addWidget(Text(self._look, why, "small", "ink2"))
        self._numbers.addWidget(held)
        self._numbers.addStretch(1)

    def _number(self, perspective: Perspective, value: Shown) -> FigureButton:
        """The number and its mark, and beside them whose it is."""
        caption = people(perspective) if not value.band else f"{people(perspective)}\n{value.band}"
        name = shown_words(self._pillar.pillar.address, value, perspective)
        button = FigureButton(
            self._look, str(value.mean), caption, name, role="title", perspective=perspective, beside=True
        )
        self.numbers.append((button, self._pillar.pillar.id, perspective))
        return button

    def _add_rows(self) -> None:
        if self._result.summary.form is Form.PULSE:
            words = _("The short form asks too little of each theme for numbers of their own.")
            self._instead.addWidget(Text(self._look, words, "caption", "ink2"))
            return
        if not pillar_row(self._result, self._pillar).marks:
            self._instead.addWidget(Text(self._look, _("Nothing of this may be shown."), "small", "ink2"))
            return
        for theme in self._pillar.themes:
            self._part().addLayout(self._row(theme))
        axis = FittedChart(self._look, partial(group_axis, size=SIZE))
        axis.pass_by()
        below = QHBoxLayout()
        side = self._look.px(SIDE)
        below.setContentsMargins(side, 0, side + self._look.px(NUMBERS), 0)
        below.addWidget(axis)
        self._part().addLayout(below)

    def _row(self, theme: ThemeView) -> QHBoxLayout:
        shown, words = theme_row(self._result, theme), row_words(self._result, theme)
        row = GroupThemeRow(self._look, shown, words)
        row.asked.connect(partial(self.theme_asked.emit, theme.theme.id))
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(row, 1)
        if any(each.mean is not None for each in shown.marks):
            numbers = RowNumbers(self._look, shown, _("How is this worked out? {words}").format(words=words))
            numbers.setFixedWidth(self._look.px(NUMBERS))
            self.numbers.append((numbers, theme.theme.id, None))
            line.addWidget(numbers)
        else:
            line.addSpacing(self._look.px(NUMBERS))
        return line

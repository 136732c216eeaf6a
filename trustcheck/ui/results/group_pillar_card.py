"""One pillar on a group's overview: each view's number beside its mark, and its themes as rows that lead on."""

from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.presenting.group_seen import is_seen, not_shown
from trustcheck.app.presenting.group_themes import pillar_row, row_words, theme_row
from trustcheck.app.presenting.group_words import shown_words
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.results.group import GroupResult, PillarView, Shown, ThemeView
from trustcheck.charts.group_profile import LANE, GroupRow, group_axis, group_row, group_row_height, ink_of
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit.charts import FittedChart, paint_scene
from trustcheck.ui.kit.layout import FlowLayout, LevelColumn, ReadingPainter, sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.pressable import Pressable
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.words import gettext as _

# One theme of a group's profile: a row that leads to the theme, and beside it the numbers that can be asked.


SIDE = 8
"""What the plate reaches beyond the row at either side."""
SIZE = 16.0
NUMBERS = 46
_LEAST = 34.0


class GroupThemeRow(Pressable):
    usual_width = 240
    least = QSize(180, int(_LEAST))

    def __init__(self, look: Look, row: GroupRow, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        # A layout asks for the height at a few widths, many times over.
        self._drawn = lru_cache(maxsize=8)(partial(group_row, row, size=SIZE))
        self._tall = lru_cache(maxsize=8)(partial(group_row_height, row, size=SIZE, least=_LEAST))
        self.setToolTip(sentence)
        self.stretch_down()

    def _points(self, width: int) -> float:
        return max(width - 2 * self._look.px(SIDE), self._look.px(140)) / self._look.scale

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._tall(self._points(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.translate(QPointF(self._look.px(SIDE), 0))
        painter.scale(self._look.scale, self._look.scale)
        scene = self._drawn(self._points(self.width()), least=self.height() / self._look.scale)
        paint_scene(painter, scene, self._look)
        painter.end()


class RowNumbers(Pressable):
    """The numbers of one row below each other, each in its view's ink: together one button."""

    least = QSize(NUMBERS, int(_LEAST))

    def __init__(self, look: Look, row: GroupRow, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.stretch_down()
        self._numbers = [(str(each.mean), ink_of(each.perspective)) for each in row.marks if each.mean is not None]

    def heightForWidth(self, width: int) -> int:
        return self._look.px(max(_LEAST, len(self._numbers) * LANE * SIZE + 0.4 * SIZE))

    def sizeHint(self) -> QSize:
        width = self._look.px(NUMBERS)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.setFont(self._look.font("row_strong"))
        lane = LANE * SIZE * self._look.scale
        top = (self.height() - lane * len(self._numbers)) / 2
        right = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        for at, (number, ink) in enumerate(self._numbers):
            painter.setPen(self._look.ink(ink))
            painter.drawText(QRectF(0, top + at * lane, self.width() - self._look.px(SIDE), lane), right, number)
        painter.end()


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
        line = FlowLayout(self._look, held, gap=14)
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
        below.setContentsMargins(*sided(self, side, 0, side + self._look.px(NUMBERS), 0))
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

"""Where we are in the questions: the bars, which part this is, and which question."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.walkthrough import PartProgress
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

# How far the answering has come: one bar for each part, filled as questions are answered or passed.


@dataclass(frozen=True, slots=True)
class PartBar:
    """One part: its number of questions, how many are behind us, and whether any of those was left open."""

    questions: int
    passed: int
    has_open: bool = False


class PartsBar(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._parts: tuple[PartBar, ...] = (PartBar(1, 0),)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_parts(self, parts: tuple[PartBar, ...]) -> None:
        self._parts = parts
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(8))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, height = self._look.px(6), float(self._look.px(6))
        total = sum(part.questions for part in self._parts)
        room = self.width() - gap * (len(self._parts) - 1)
        left = 0.0
        for part in self._parts:
            width = room * part.questions / total
            self._paint_part(painter, part, QRectF(left, 1, width, height))
            left += width + gap
        painter.end()

    def _paint_part(self, painter: QPainter, part: PartBar, bar: QRectF) -> None:
        corner = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("line"))
        painter.drawRoundedRect(bar, corner, corner)
        if not part.passed:
            return
        filled = QRectF(bar.left(), bar.top(), bar.width() * part.passed / part.questions, bar.height())
        if part.has_open and part.passed == part.questions:
            painter.setBrush(self._look.ink("canvas"))
            painter.setPen(QPen(self._look.ink("accent"), 1.5))
            filled = filled.adjusted(0.75, 0.75, -0.75, -0.75)
        else:
            painter.setBrush(self._look.ink("accent"))
        painter.drawRoundedRect(filled, corner, corner)


class PartLine(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.bar = PartsBar(look)
        self.part = Text(look, "", "small_strong", "accent", wrap=False)
        self.question = Text(look, "", "small", "ink2", wrap=False)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.part)
        self._row.addStretch(1)
        self._row.addWidget(self.question)
        self._column.addWidget(self.bar)
        self._column.addLayout(self._row)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, parts: Sequence[PartProgress], part: int, number: int, of: int) -> None:
        """Which question this is. ``part`` and ``number`` count from 1."""
        self.bar.show_parts(_as_bars(parts))
        for label in (self.part, self.question):
            label.show()
        self.part.setText(_("Part {part} of {parts}").format(part=part, parts=len(parts)))
        self.question.setText(_("Question {number} of {of}").format(number=number, of=of))

    def show_parts(self, parts: Sequence[PartProgress]) -> None:
        """The bars alone, with nothing said under them."""
        self.bar.show_parts(_as_bars(parts))
        for label in (self.part, self.question):
            label.hide()

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(10))


def _as_bars(parts: Sequence[PartProgress]) -> tuple[PartBar, ...]:
    return tuple(PartBar(each.questions, each.passed, each.has_open) for each in parts)

"""How far the answering has come, as bars: one for each part."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustcheck.app.answering.walkthrough import PartProgress
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look


@dataclass(frozen=True, slots=True)
class PartBar:
    """One part, filled as questions are answered or passed: its number of questions, how many are behind us, and
    whether any of those was left open."""

    questions: int
    passed: int
    has_open: bool = False


def bars_within(room: QRectF, parts: Sequence[PartBar], gap: float) -> list[QRectF]:
    """Where each part lies, as wide as it has questions."""
    total, wide = sum(part.questions for part in parts), room.width() - gap * (len(parts) - 1)
    bars, left = [], room.left()
    for part in parts:
        width = wide * part.questions / total
        bars.append(QRectF(left, room.top(), width, room.height()))
        left += width + gap
    return bars


def paint_bars(painter: QPainter, look: Look, parts: Sequence[PartBar], bars: Sequence[QRectF]) -> None:
    for part, bar in zip(parts, bars, strict=True):
        _paint_part(painter, look, part, bar)


def _paint_part(painter: QPainter, look: Look, part: PartBar, bar: QRectF) -> None:
    corner = bar.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ink("line"))
    painter.drawRoundedRect(bar, corner, corner)
    if not part.passed:
        return
    filled = QRectF(bar.left(), bar.top(), bar.width() * part.passed / part.questions, bar.height())
    if part.has_open and part.passed == part.questions:
        painter.setBrush(look.ink("canvas"))
        painter.setPen(QPen(look.ink("accent"), 1.5))
        filled = filled.adjusted(0.75, 0.75, -0.75, -0.75)
    else:
        painter.setBrush(look.ink("accent"))
    painter.drawRoundedRect(filled, corner, corner)


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
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, 1, self.width(), self._look.px(6))
        paint_bars(painter, self._look, self._parts, bars_within(room, self._parts, self._look.px(6)))
        painter.end()


def as_bars(parts: Sequence[PartProgress]) -> tuple[PartBar, ...]:
    """The parts as they are painted."""
    return tuple(PartBar(each.questions, each.passed, each.has_open) for each in parts)

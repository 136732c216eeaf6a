"""The bars of the parts as a way to any question: a pointer picks one, or the arrow keys and Enter."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from trustcheck.ui.answering.parts_bar import PartBar, bars_within, paint_bars
from trustcheck.ui.kit.layout import ReadingPainter, from_start
from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _

_TALL = 16
"""What a pointer can hit; the bars themselves are thin."""
_BAR = 6


class JumpBar(QSlider):
    """Signals: ``pointed`` with the number of the question that is pointed at, from 1, or 0 when none is any more;
    ``jumped`` with the number of the one to go to; ``let_be`` when somebody stays where they are.

    It is a slider of questions, and so told to whoever listens; it stands at the question on screen.
    """

    corner = 8
    pointed = Signal(int)
    jumped = Signal(int)
    let_be = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._here = look, 1
        self._parts: tuple[PartBar, ...] = (PartBar(1, 0),)
        self._hovered = 0
        self.setAccessibleName(_("Go to a question"))
        self.setAccessibleDescription(_("The arrow keys choose one, Enter goes there"))
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._point)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, parts: tuple[PartBar, ...], number: int) -> None:
        """``number`` is the question on screen, from 1."""
        self._parts, self._here = parts, number
        self.blockSignals(True)
        self.setRange(1, sum(each.questions for each in parts))
        self.setPageStep(max(each.questions for each in parts))
        self.setValue(number)
        self.blockSignals(False)
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(_TALL))
        self.update()

    def _point(self, number: int) -> None:
        self.pointed.emit(number if number != self._here else 0)

    def _go(self, number: int) -> None:
        if number != self._here:
            self.jumped.emit(number)
        else:
            self.let_be.emit()

    def _bars(self) -> list[QRectF]:
        top = (self.height() - self._look.px(_BAR)) / 2
        return bars_within(QRectF(0, top, self.width(), self._look.px(_BAR)), self._parts, self._look.px(_BAR))

    def _question_at(self, x: float) -> int:
        """The number of the question that lies there; between two parts the nearer one."""
        first, found = 1, 1
        for bar, part in zip(self._bars(), self._parts, strict=True):
            if x >= bar.left():
                within = int((x - bar.left()) / max(bar.width(), 1) * part.questions)
                found = first + min(within, part.questions - 1)
            first += part.questions
        return found

    def _middle_of(self, number: int) -> QPointF:
        first = 1
        for bar, part in zip(self._bars(), self._parts, strict=True):
            if number < first + part.questions:
                return QPointF(bar.left() + bar.width() * (number - first + 0.5) / part.questions, bar.center().y())
            first += part.questions
        return QPointF(self.width(), self.height() / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bars(painter, self._look, self._parts, self._bars())
        wanted = self._hovered or self.value()
        if wanted != self._here:
            painter.setBrush(self._look.ink("surface"))
            painter.setPen(QPen(self._look.ink("accent"), 2))
            radius = self._look.px(6)
            painter.drawEllipse(self._middle_of(wanted), radius, radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.value())
        elif event.key() == Qt.Key.Key_Escape:
            self.setValue(self._here)
            self.let_be.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setValue(self._here)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._hover(0)
            self._go(self._question_at(from_start(self, event.position().x())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._question_at(from_start(self, event.position().x())))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover(self._question_at(from_start(self, event.position().x())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls the page means the page."""
        event.ignore()

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self._point(number or self._here)
            self.update()

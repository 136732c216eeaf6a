"""A radio button that looks like a card: the answers of a scale, and the choices of a start page."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from trustcheck.ui.look import Look

_SIDE = 16
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class Face:
    """What a radio card shows: its words, the key that chooses it, and a line of explanation."""

    words: str
    key: str = ""
    detail: str = ""


class RadioCard(QRadioButton):
    """One choice. Signals: ``chosen`` when a person chooses it, ``moved`` (-1 or 1) when an arrow key leaves it.

    Arrow keys move the focus and choose nothing; Space and a click choose. Choosing it again changes nothing.
    """

    chosen = Signal()
    moved = Signal(int)
    corner = 12
    always_ringed = True

    def __init__(self, look: Look, face: Face, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.face, self._tall, self._row = look, face, True, 56
        self.setText(face.words)
        self.setAccessibleName(face.words)
        self.setAccessibleDescription(face.detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.chosen)
        look.changed.connect(self._relayout)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show it as chosen or not. Of buttons that exclude each other Qt would insist that one is."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def stand(self, *, tall: bool, row: int = 56) -> None:
        """Tall: a card among cards in a row. Otherwise a row of its own, ``row`` high at 100 % text size."""
        self._tall, self._row = tall, row
        self._relayout()

    def lines_in(self, width: int) -> int:
        """How many lines the words take in a card (or row) of this width; 0 where a single word would not fit."""
        font = self._look.font("strong")
        room = self._room(width)
        if max(self._look.width_of(word, "strong") for word in self.text().split() or [""]) > room:
            return 0
        metrics = QFontMetricsF(font)
        return round(metrics.boundingRect(QRectF(0, 0, room, 10_000), WRAP, self.text()).height() / metrics.height())

    def _room(self, width: int) -> int:
        """The pixels a line of words has; a row keeps its key before them and its mark behind them."""
        taken = _SIDE * 2 if self._tall else _SIDE * 2 + 34 + (40 if self.face.key else 0)
        return max(width - self._look.px(taken), 1)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self.lines_in(width) * QFontMetricsF(self._look.font("strong")).height()
        around, least = (62, 118) if self._tall else (min(20, self._row - 26), self._row)
        return max(self._look.px(least), int(words) + self._look.px(around))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(140 if self._tall else 280), self._look.px(118 if self._tall else self._row))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80 if self._tall else 160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # Alt+Left is the page's; Qt would move the focus
        else:
            self.moved.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        self._paint_inside(painter)
        painter.end()

    def _paint_inside(self, painter: QPainter) -> None:
        inset = self._look.px(_SIDE)
        line = self._look.px(26) if self._tall else self.height() / 2
        key_width = self._paint_key(painter, QPointF(inset, line)) if self.face.key else 0
        self._paint_mark(painter, QPointF(self.width() - inset - self._look.px(11), line))
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.ink(self._text_ink()))
        left = inset if self._tall else inset + key_width + self._look.px(18 if key_width else 0)
        words = QRectF(left, 0, self._room(self.width()), self.height() - (self._look.px(14) if self._tall else 0))
        along = Qt.AlignmentFlag.AlignBottom if self._tall else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(along) | WRAP, self.text())

    def _text_ink(self) -> str:
        return "on_accent" if self.isChecked() else "ink"

    def _paint_plate(self, painter: QPainter) -> None:
        lit = self.underMouse() and not self.isChecked()
        fill = "accent" if self.isChecked() else "accent_soft" if lit else "surface"
        painter.setBrush(self._look.ink(fill))
        painter.setPen(QPen(self._look.ink("accent" if self.isChecked() else "line_strong"), 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)

    def _paint_key(self, painter: QPainter, at: QPointF) -> float:
        side = self._look.px(22)
        cap = QRectF(at.x(), at.y() - side / 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("on_accent" if self.isChecked() else "line_strong"), 1))
        painter.drawRoundedRect(cap, self._look.px(5), self._look.px(5))
        painter.setPen(self._look.ink("on_accent" if self.isChecked() else "ink2"))
        painter.setFont(self._look.font("key"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.face.key)
        return side

    def _paint_mark(self, painter: QPainter, middle: QPointF) -> None:
        radius = float(self._look.px(10.5))
        if not self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.ink("line_strong"), 1.5))
            painter.drawEllipse(middle, radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        disc, tick = self._mark_inks()
        painter.setBrush(self._look.ink(disc))
        painter.drawEllipse(middle, radius, radius)
        pen = QPen(self._look.ink(tick), radius * 0.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((-0.45, 0.02), (-0.12, 0.36), (0.48, -0.32))
        painter.drawPolyline(QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in corners]))

    def _mark_inks(self) -> tuple[str, str]:
        """The inks of the disc and of the tick in it, once chosen."""
        return "on_accent", "accent"

"""How many have answered: a row of dots, one for each person invited, ticked for each who has. Never who."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.ui.kit.layout import ReadingPainter, upright
from trustcheck.ui.kit.look import Look

_STEP, _RADIUS, _HEIGHT = 34, 9.0, 24
MOST = 24
"""More dots than this are no longer counted by anybody; words say it then."""


class AnsweredDots(QWidget):
    """``words`` say the same to a screen reader. Without room for the usual distance the dots stand closer."""

    def __init__(self, look: Look, *, centred: bool = False) -> None:
        super().__init__()
        self._look, self._centred = look, centred
        self._answered = self._invited = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def show_count(self, answered: int, invited: int, words: str) -> None:
        self._answered, self._invited = answered, max(answered, invited)
        self.setAccessibleName(words)
        self.setVisible(0 < self._invited <= MOST)
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(max(self._invited - 1, 0) * _STEP + 2 * _RADIUS + 4), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, last = self._look.px, max(self._invited - 1, 1)
        step = min(px(_STEP), (self.width() - 2 * px(_RADIUS) - 4) / last)
        radius = min(px(_RADIUS), step * 0.42)
        long = step * (self._invited - 1)
        left = (self.width() - long) / 2 if self._centred else radius + 2
        places = [QPointF(left + step * at, self.height() / 2) for at in range(self._invited)]
        painter.setPen(QPen(self._look.ink("line"), px(2)))
        painter.drawLine(places[0], places[-1])
        for at, place in enumerate(places):
            self._paint_dot(painter, place, radius, answered=at < self._answered)
        painter.end()

    def _paint_dot(self, painter: QPainter, place: QPointF, radius: float, *, answered: bool) -> None:
        if not answered:
            painter.setBrush(self._look.ink("canvas"))
            painter.setPen(QPen(self._look.ink("line_strong"), 1.5))
            painter.drawEllipse(place, radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("accent"))
        painter.drawEllipse(place, radius, radius)
        pen = QPen(self._look.ink("on_accent"), radius * 0.22)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((-0.42, 0.02), (-0.12, 0.34), (0.45, -0.32))
        painter.drawPolyline(upright(painter, place, radius, corners))

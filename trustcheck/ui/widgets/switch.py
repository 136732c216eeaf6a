"""Something that is on or off, in a row with its words. A real check box that paints itself."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from trustcheck.ui.look import Look


class Switch(QCheckBox):
    corner = 9

    def __init__(self, look: Look, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._detail = look, detail
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        widest = max(self._look.width_of(self.text(), "body"), self._look.width_of(self._detail, "caption"))
        return QSize(widest + self._look.px(64), self._look.px(58 if self._detail else 40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, line = self.isChecked(), self._look.px(20)
        track = QRectF(2, line - self._look.px(11), self._look.px(40), self._look.px(22))
        painter.setBrush(self._look.ink("accent" if on else "surface"))
        painter.setPen(QPen(self._look.ink("accent" if on else "line_strong"), 1.25))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("on_accent" if on else "line_strong"))
        knob = track.right() - track.height() / 2 if on else track.left() + track.height() / 2
        painter.drawEllipse(QPointF(knob, line), self._look.px(7), self._look.px(7))
        self._paint_words(painter, self._look.px(56))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("body"))
        words = QRectF(left, 0, self.width() - left, self._look.px(40))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._detail:
            painter.setPen(self._look.ink("ink3"))
            painter.setFont(self._look.font("caption"))
            below = QRectF(left, self._look.px(32), self.width() - left, self._look.px(24))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._detail)

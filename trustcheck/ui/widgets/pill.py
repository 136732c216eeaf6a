"""A few words on a rounded plate: effort, state, what is next."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trustcheck.ui.look import Look


class Pill(QLabel):
    def __init__(self, look: Look, words: str, ink: str = "ink2", plate: str = "sunk", parent: QWidget | None = None):
        super().__init__(words, parent)
        self._look, self._ink, self._plate = look, ink, plate
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)

    def say(self, words: str, ink: str = "ink2", plate: str = "sunk") -> None:
        self._ink, self._plate = ink, plate
        self.setText(words)
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.width_of(self.text(), "pill") + self._look.px(22), self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink(self._plate))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setFont(self._look.font("pill"))
        painter.setPen(self._look.ink(self._ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

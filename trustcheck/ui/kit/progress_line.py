"""How far a long piece of work is: a thin line that fills."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from trustcheck.ui.kit.look import Look

_HEIGHT = 6


class ProgressLine(QProgressBar):
    """A real progress bar that paints itself."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_step(self, done: int, of: int) -> None:
        self.setRange(0, max(of, 1))
        self.setValue(min(done, of))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self.height()
        painter.setBrush(self._look.ink("line"))
        painter.drawRoundedRect(QRectF(self.rect()), high / 2, high / 2)
        share = max(self.value(), 0) / max(self.maximum(), 1)
        painter.setBrush(self._look.ink("accent"))
        painter.drawRoundedRect(QRectF(0, 0, max(share * self.width(), high), high), high / 2, high / 2)
        painter.end()

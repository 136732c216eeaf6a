"""A quiet line over the preview: what is being made, how far it is, and a way to stop it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

# How far a long piece of work is: a thin line that fills.


_LINE_HEIGHT = 6


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
        return QSize(self._look.px(160), self._look.px(_LINE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(_LINE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self.height()
        painter.setBrush(self._look.ink("line"))
        painter.drawRoundedRect(QRectF(self.rect()), high / 2, high / 2)
        share = max(self.value(), 0) / max(self.maximum(), 1)
        painter.setBrush(self._look.ink("accent"))
        painter.drawRoundedRect(QRectF(0, 0, max(share * self.width(), high), high), high / 2, high / 2)
        painter.end()


_HEIGHT = 44
_BAR = 220


class MakingLine(QWidget):
    """Always as high as one button, so that nothing jumps. Signals: ``cancelled``, ``again``."""

    cancelled = Signal()
    again = Signal()

    def __init__(self, look: Look, doing: str = "", again: str = "") -> None:
        """``doing`` says what is being done, ``again`` what the button does once it was stopped."""
        super().__init__()
        self._look, self._doing = look, doing or _("Making the report")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(14))
        self._words = Text(look, "", "small", "ink2")
        self.bar = ProgressLine(look, self._doing)
        self.cancel_button = Button(look, _("Cancel"), height=36)
        self.cancel_button.clicked.connect(self.cancelled)
        self.again_button = Button(look, again or _("Make it again"), height=36)
        self.again_button.clicked.connect(self.again)
        row.addWidget(self._words, 1)
        for part in (self.bar, self.cancel_button, self.again_button):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._restyle)
        self._restyle()
        self.show_done("")

    @property
    def words(self) -> str:
        return self._words.text()

    def show_step(self, done: int, of: int, doing: str = "") -> None:
        """``done`` of ``of`` steps are behind us; ``doing`` says it otherwise from now on."""
        self._doing = doing or self._doing
        self.bar.setAccessibleName(self._doing)
        self.bar.show_step(done, of)
        self._stand(self._doing, making=True)

    def show_done(self, words: str) -> None:
        self._stand(words)

    def show_stopped(self, words: str) -> None:
        self._stand(words, stopped=True)

    def _stand(self, words: str, *, making: bool = False, stopped: bool = False) -> None:
        self._words.setText(words)
        self.bar.setVisible(making)
        self.cancel_button.setVisible(making)
        self.again_button.setVisible(stopped)

    def _restyle(self) -> None:
        self.setMinimumHeight(self._look.px(_HEIGHT))
        self.bar.setMaximumWidth(self._look.px(_BAR))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_HEIGHT))

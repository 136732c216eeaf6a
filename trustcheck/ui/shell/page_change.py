"""From page to page: the old one fades and moves a little in reading direction. Nothing loops, nothing waits for it."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStackedWidget, QWidget

from trustcheck.ui.kit.look import Look

_MILLISECONDS = 160
_WAY = 8


class PageChange(QWidget):
    """A picture of the page that is left, lying over the one that comes, until it has faded."""

    def __init__(self, look: Look, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._look, self._stack, self.picture = look, stack, QPixmap()
        self._backwards = False
        self._way = QVariantAnimation(self)
        self._way.setDuration(_MILLISECONDS)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self.update)
        self._way.finished.connect(self.forget)
        self.hide()

    def leave(self, *, backwards: bool) -> None:
        """Begin to fade the page that is shown now; to be called just before the next one is shown."""
        page = self._stack.currentWidget()
        if page is None or self._look.taste.less_motion or not self._stack.isVisible():
            return
        self._backwards, self.picture = backwards, page.grab()
        self.setGeometry(self._stack.rect())
        self.show()
        self.raise_()
        self._way.stop()
        self._way.start()

    def forget(self) -> None:
        """Let go of the picture at once: what it shows may be nobody else's to see."""
        self._way.stop()
        self.picture = QPixmap()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        done = float(self._way.currentValue() or 0.0)
        painter = QPainter(self)
        painter.setOpacity(1.0 - done)
        painter.drawPixmap(round(_WAY * done) * (1 if self._backwards else -1), 0, self.picture)
        painter.end()

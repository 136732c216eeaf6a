"""One entry of the sidebar: an icon and a word, or only the icon when the window is narrow."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.look import Look


class NavItem(QPushButton):
    """Signals: ``reached`` when the keyboard comes to it, so that it can be scrolled into view."""

    reached = Signal()
    corner = 9

    def __init__(self, look: Look, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._icon, self._narrow = look, icon, False
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)

    def nextCheckState(self) -> None:
        """The page decides what is selected; a click only asks."""

    def stand_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def sizeHint(self) -> QSize:
        width = 48 if self._narrow else 192
        return QSize(self._look.px(width), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, corner = self.isChecked(), self._look.px(self.corner)
        if selected or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("accent_soft" if selected else "line"))
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        size = self._look.px(20)
        left = (self.width() - size) // 2 if self._narrow else self._look.px(12)
        ink = "accent" if selected else "ink2"
        picture = self._look.icon(self._icon, ink, 20, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        if not self._narrow:
            painter.setFont(self._look.font("small_strong" if selected else "nav"))
            painter.setPen(self._look.ink("ink" if selected else "ink2"))
            words = QRectF(self._look.px(44), 0, self.width() - self._look.px(48), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

"""The ring around whatever has the keyboard: two pixels, drawn outside, with a gap."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from trustcheck.ui.look import Look

_REACH = 5
_BY_KEYBOARD = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_BY_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class FocusRing(QWidget):
    """A sibling of the focused widget, so that it scrolls with it and never eats a click.

    Shown while the person uses the keyboard, and always on widgets that say ``always_ringed``.
    """

    def __init__(self, look: Look, application: QApplication) -> None:
        super().__init__()
        self._look, self._keyboard = look, True
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus ring")
        self.hide()
        application.installEventFilter(self)
        application.focusChanged.connect(self._follow)
        look.changed.connect(self.update)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._around = now if now is not None and hasattr(now, "corner") else None
        self._place()

    def _place(self) -> None:
        around = self._around
        if around is None or around.parentWidget() is None or not around.isVisible():
            self.hide()
            return
        if not (self._keyboard or getattr(around, "always_ringed", False)):
            self.hide()
            return
        if self.parentWidget() is not around.parentWidget():
            self.setParent(around.parentWidget())
        self.setGeometry(around.geometry().adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()

    def let_go(self) -> None:
        """Leave the page that is about to go, so that the ring does not go with it."""
        self._around = None
        self.hide()
        self.setParent(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _BY_KEYBOARD and not self._keyboard:
            self._keyboard = True
            self._place()
        elif kind in _BY_POINTER and self._keyboard:
            self._keyboard = False
            self._place()
        elif watched is self._around and kind in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.ink("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = self._look.px(getattr(self._around, "corner", 8)) + 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        painter.end()

"""The ring around whatever has the keyboard: two pixels, drawn outside, with a gap."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from trustcheck.ui.look import Look

_REACH = 5
_BY_KEYBOARD = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_BY_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class FocusRing(QWidget):
    """Lies beside the focused widget, so that it scrolls with it, as far out as it needs to be seen whole.

    Shown while the person uses the keyboard, and always on widgets that say ``always_ringed``.
    """

    def __init__(self, look: Look, application: QApplication) -> None:
        super().__init__()
        self._look, self._keyboard = look, True
        self._around: QWidget | None = None
        self._between: tuple[QWidget, ...] = ()
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
        shown = around is not None and around.parentWidget() is not None and around.isVisible()
        if around is None or not shown or not (self._keyboard or getattr(around, "always_ringed", False)):
            self._stand_aside()
            return
        self._between = _between(around)
        home = self._between[-1]
        if self.parentWidget() is not home:
            self.setParent(home)
        self.setGeometry(_outer(around, home))
        self.raise_()
        self.show()

    def _stand_aside(self) -> None:
        """Belong to nobody: a page that is filled anew deletes what it held."""
        self.hide()
        if self.parentWidget() is not None:
            self.setParent(None)
        self._between = ()

    def let_go(self) -> None:
        """Leave the page that is about to go, so that the ring does not go with it."""
        self._around = None
        self._stand_aside()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _BY_KEYBOARD and not self._keyboard:
            self._keyboard = True
            self._place()
        elif kind in _BY_POINTER and self._keyboard:
            self._keyboard = False
            self._place()
        elif kind in _FOLLOWED and (watched is self._around or watched in self._between):
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


def _outer(around: QWidget, home: QWidget) -> QRect:
    """The ring's rectangle, in the coordinates of one of the widgets around."""
    return QRect(around.mapTo(home, QPoint(0, 0)), around.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _between(around: QWidget) -> tuple[QWidget, ...]:
    """The widgets out to the first in which the ring is seen whole; never beyond what scrolls, or the window."""
    found: list[QWidget] = []
    each = around.parentWidget()
    while each is not None:
        found.append(each)
        outside = each.parentWidget()
        scrolls = isinstance(outside, QWidget) and isinstance(outside.parentWidget(), QAbstractScrollArea)
        if each.rect().contains(_outer(around, each)) or each.isWindow() or scrolls:
            break
        each = outside
    return tuple(found)

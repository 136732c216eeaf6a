"""The ring around whatever has the keyboard: two pixels, drawn outside, with a gap."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look

_REACH = (5, 5)
"""How far out it lies, across and down. A widget says ``reach`` where others stand closer, or its own words do."""
_BY_KEYBOARD = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_BY_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class Ring(QWidget):
    """What is seen of it. It belongs to the page it lies on, and may go with it."""

    def __init__(self, look: Look, home: QWidget, around: QWidget) -> None:
        super().__init__(home)
        self._look, self._around = look, around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus ring")
        self.setGeometry(_outer(around, home))
        look.changed.connect(self.update)
        self.raise_()
        self.show()

    def is_around(self, widget: QWidget) -> bool:
        return self._around is widget

    def lie(self) -> None:
        """Follow a widget that moved or grew."""
        home = self.parentWidget()
        if home is not None:
            self.setGeometry(_outer(self._around, home))
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.ink("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = self._look.px(getattr(self._around, "corner", 8)) + 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        painter.end()


class FocusRing(QObject):
    """Draws the ring beside the focused widget, so that it scrolls with it, as far out as it needs to be seen whole.

    Shown while the person uses the keyboard, and always on widgets that say ``always_ringed``. It follows a breath
    later: the focus also moves while Qt walks through the children of a page it hides, and these must stay the same.
    It is told of what happens to what has the keyboard, to what lies around that, and to their window, and of nothing
    else: whoever listens to the whole application is asked about every event there is, and has PySide make every
    enumeration of Qt for the objects it keeps to itself.
    """

    def __init__(self, look: Look, application: QApplication, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._look, self._keyboard = look, True
        self._around: QWidget | None = None
        self._between: tuple[QWidget, ...] = ()
        self.ring: Ring | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._place)
        application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and isValid(old) and old not in self._between:
            old.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)
            handle = now.window().windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        self._around = now if now is not None and hasattr(now, "corner") else None
        self._soon.start()

    def _place(self) -> None:
        around = self._around
        if around is None or not isValid(around) or not self._wanted(around):
            self._stand_aside()
            return
        between = _between(around)
        home = between[-1]
        ring = self.ring
        if ring is not None and isValid(ring) and ring.parentWidget() is home and ring.is_around(around):
            ring.lie()
        else:
            self._stand_aside()
            self.ring = Ring(self._look, home, around)
        self._listen_to(between)

    def _wanted(self, around: QWidget) -> bool:
        seen = around.parentWidget() is not None and around.isVisible()
        return seen and (self._keyboard or getattr(around, "always_ringed", False))

    def _stand_aside(self) -> None:
        if self.ring is not None and isValid(self.ring):
            self.ring.hide()
            self.ring.deleteLater()
        self.ring = None
        self._listen_to(())

    def _listen_to(self, between: tuple[QWidget, ...]) -> None:
        """What the ring moves with, and no longer what it moved with before."""
        has_the_keyboard = QApplication.focusWidget()
        for each in self._between:
            if each not in between and isValid(each) and each is not has_the_keyboard:
                each.removeEventFilter(self)
        for each in between:
            each.installEventFilter(self)
        self._between = between

    def let_go(self, page: QWidget | None = None) -> None:
        """Leave a page that is about to go, or whatever it is around."""
        around = self._around
        if page is not None and around is not None and isValid(around) and not page.isAncestorOf(around):
            return
        self._around = None
        self._stand_aside()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _BY_KEYBOARD and not self._keyboard:
            self._keyboard = True
            self._soon.start()
        elif kind in _BY_POINTER and self._keyboard:
            self._keyboard = False
            self._soon.start()
        elif kind in _FOLLOWED and (watched is self._around or watched in self._between):
            self._soon.start()
        return False


def _outer(around: QWidget, home: QWidget) -> QRect:
    """The ring's rectangle, in the coordinates of one of the widgets around."""
    across, down = getattr(around, "reach", _REACH)
    return QRect(around.mapTo(home, QPoint(0, 0)), around.size()).adjusted(-across, -down, across, down)


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

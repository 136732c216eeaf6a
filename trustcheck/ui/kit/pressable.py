"""What rows, tiles and list entries share: a button that paints itself, as high as its words need at its width."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.kit.layout import ReadingPainter, read_key
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.soft_breaks import broken_to_fit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Pressable(QPushButton):
    """Override :meth:`heightForWidth` and ``paintEvent``. Signals: ``asked`` on a click, Space or Enter."""

    asked = Signal()
    corner = 8
    usual_width = 220
    least = QSize(180, 34)
    """At 100 % text size."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.asked)
        look.changed.connect(self._relayout)

    def stretch_down(self) -> None:
        """Be as high as what stands beside it."""
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def paint_plate(self, painter: QPainter) -> None:
        """What lies under it while the mouse does, or while it is pressed."""
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("sunk"))
            corner = self._look.px(self.corner)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        usual = self._look.px(self.usual_width)
        return QSize(usual, self.heightForWidth(max(self.width(), usual)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(self.least.width()), self._look.px(self.least.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & _WITH_CONTROL:
            self.click()
        else:
            super().keyPressEvent(event)


# A tile: a heading with its icon, a sentence, and an arrow that says it leads on.


_PADDING = 16
_ICON = 18
_HEAD = 26
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class Tile(Pressable):
    """A real button whose name is heading and sentence together."""

    corner = 14
    least = QSize(180, 64)

    def __init__(self, look: Look, icon: str, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, f"{heading}: {sentence}", parent)
        self._icon, self._heading, self._sentence = icon, heading, sentence
        self.stretch_down()

    def _words_height(self, text: str, role: str, width: int) -> float:
        room, metrics = QRectF(0, 0, max(width, 1), 10_000), QFontMetricsF(self._look.font(role))
        return float(metrics.boundingRect(room, _WRAP, broken_to_fit(text, metrics, width)).height())

    def _head(self, width: int) -> tuple[int, int, float]:
        """Left edge, width and height of the heading's words."""
        left = self._look.px(_PADDING + _ICON + 8)
        room = width - left - self._look.px(_PADDING + _ICON + 4)
        return left, room, max(self._words_height(self._heading, "small_strong", room), self._look.px(_HEAD))

    def heightForWidth(self, width: int) -> int:
        inside = width - 2 * self._look.px(_PADDING)
        words = self._words_height(self._sentence, "small", inside)
        return int(self._head(width)[2] + words) + self._look.px(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner, padding, top = self._look.px(self.corner), self._look.px(_PADDING), self._look.px(11)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(self._look.ink("accent_soft" if lit else "surface"))
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        height = self._paint_head(painter, padding, top)
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("small"))
        words = QRect(padding, int(top + height), self.width() - 2 * padding, self.height())
        painter.drawText(words, _WRAP, broken_to_fit(self._sentence, QFontMetricsF(painter.font()), words.width()))
        painter.end()

    def _paint_head(self, painter: QPainter, padding: int, top: int) -> float:
        left, room, height = self._head(self.width())
        icon, ratio = self._look.px(_ICON), self.devicePixelRatioF()
        along = top + (self._look.px(_HEAD) - icon) // 2
        painter.drawPixmap(padding, along, self._look.icon(self._icon, "accent", _ICON, ratio))
        arrow = self._look.icon("chevron-right", "ink2", _ICON, ratio)
        painter.drawPixmap(self.width() - padding - icon + self._look.px(4), along, arrow)
        painter.setPen(self._look.ink("accent"))
        painter.setFont(self._look.font("small_strong"))
        painter.drawText(QRect(left, top + self._look.px(1), room, int(height)), _WRAP, self._heading)
        return height


# A row of a list that opens what it stands for wherever it is pressed; its buttons stay what they are.


_CORNER = 8


class OpeningRow(QWidget):
    """For the mouse alone: who uses the keyboard or a screen reader has the row's button. Signals: ``opened``."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._opens, self._is_pressed = look, False, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def open_by_press(self, *, can_be: bool) -> None:
        """Whether pressing the row opens it: not while it asks something."""
        self._opens = can_be
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_be else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = self._opens and event.button() is Qt.MouseButton.LeftButton
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Moving off the row before letting go is a change of mind."""
        was_pressed, self._is_pressed = self._is_pressed, False
        if was_pressed and self._opens and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._opens and self.underMouse()):
            return
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("sunk"))
        painter.drawRoundedRect(QRectF(self.rect()), self._look.px(_CORNER), self._look.px(_CORNER))
        painter.end()


# One of many small things to choose from in a grid: the arrow keys walk, Space or Enter chooses.


_CELL_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WALKING = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


class Cell(QPushButton):
    """Override ``paintEvent``. Signals: ``walked`` with a key of :data:`WALKING`, ``given_up`` on Esc."""

    walked = Signal(int)
    given_up = Signal()
    corner = 8
    side = 36
    least = 28
    """At 100 % text size."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.let_tab_in(False)
        look.changed.connect(self._relayout)

    def let_tab_in(self, on: bool) -> None:
        """Tab leads to one of the grid."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self.side), self._look.px(self.side))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(self.least), self._look.px(self.least))

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in WALKING:
            self.walked.emit(int(read_key(self, event.key())))
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _CELL_ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

"""One of a few, side by side: real radio buttons that look like what they choose between."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from trustcheck.ui.kit.choices import Grouping
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter, read_key, upright
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.soft_breaks import broken_to_fit

_HEIGHT = 40
_SIDE = 16
_TICK = 22
_LEAST = 84
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class Segment(QRadioButton):
    """One of the choices. The chosen one has a tick, a plate and strong words: never colour alone."""

    corner = 9
    stepped = Signal(int)
    """Left (-1) or Right (1) was pressed: the one before or after, also where the line breaks between the two."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look = look
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not fixed: that would hold it to the height of one line where its words need two.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def say(self, words: str) -> None:
        """Change the words, and the name a screen reader says."""
        self.setText(words)
        self.setAccessibleName(words)
        self._relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = read_key(self, event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        width = self._look.width_of(self.text(), "small_strong") + self._look.px(2 * _SIDE + _TICK)
        return QSize(width, self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_LEAST), self._look.px(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or as many as very large words need in a very narrow window."""
        room = QRectF(0, 0, self._room(width), 10_000)
        words = QFontMetricsF(self._look.font("small_strong")).boundingRect(room, _WRAP, self.fitting(width))
        return max(self._look.px(_HEIGHT), int(words.height()) + self._look.px(16))

    def fitting(self, width: int) -> str:
        """The words with breaks where one alone is wider than the segment."""
        return broken_to_fit(self.text(), QFontMetricsF(self._look.font("small_strong")), self._room(width))

    def _room(self, width: int) -> int:
        return max(width - self._look.px(_SIDE + _TICK + 8), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, lit = self.isChecked(), self.underMouse()
        painter.setBrush(self._look.ink("accent_soft" if on or lit else "surface"))
        painter.setPen(QPen(self._look.ink("accent" if on else "line_strong"), 1.75 if on else 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        self._paint_mark(painter, QPointF(self._look.px(_SIDE + 5), self.height() / 2))
        painter.setFont(self._look.font("small_strong" if on else "small"))
        painter.setPen(self._look.ink("ink"))
        left = self._look.px(_SIDE + _TICK)
        words = QRectF(left, 0, self._room(self.width()), self.height())
        painter.drawText(words, _WRAP, self.fitting(self.width()))
        painter.end()

    def _paint_mark(self, painter: QPainter, middle: QPointF) -> None:
        radius = self._look.px(6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self.isChecked():
            painter.setPen(QPen(self._look.ink("line_strong"), 1.25))
            painter.drawEllipse(middle, radius, radius)
            return
        pen = QPen(self._look.ink("accent"), max(1.8, radius * 0.34))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = ((-0.9, 0.05), (-0.25, 0.7), (0.95, -0.65))
        painter.drawPolyline(upright(painter, middle, radius, corners))


class Segmented(Grouping):
    """Signals: ``chosen`` with the index of what a person chose; showing a choice tells nothing."""

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._flow = FlowLayout(look, self)
        self.segments = [Segment(look, each, self) for each in words]
        for index, segment in enumerate(self.segments):
            self._flow.addWidget(segment)
            segment.toggled.connect(lambda on, at=index: self._on_toggled(at, on=on))
            segment.stepped.connect(lambda step, at=index: self._step(at + step))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._let_tab_in()

    @property
    def choice(self) -> int | None:
        """The index of the chosen one; ``None`` while none of them is."""
        return next((at for at, segment in enumerate(self.segments) if segment.isChecked()), None)

    def show_choice(self, index: int | None) -> None:
        """Show one as chosen, or none of them."""
        self.blockSignals(True)
        for at, segment in enumerate(self.segments):
            segment.setAutoExclusive(False)
            segment.setChecked(at == index)
        for segment in self.segments:
            segment.setAutoExclusive(True)
        self.blockSignals(False)
        self._let_tab_in()

    def _let_tab_in(self) -> None:
        """Tab leads to the chosen one, or to the first while none is; the arrow keys lead to the others."""
        way_in = self.choice or 0
        for at, segment in enumerate(self.segments):
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == way_in else Qt.FocusPolicy.ClickFocus)

    def _step(self, index: int) -> None:
        if 0 <= index < len(self.segments):
            self.segments[index].setFocus(Qt.FocusReason.TabFocusReason)
            self.segments[index].setChecked(True)

    def _on_toggled(self, index: int, *, on: bool) -> None:
        if on:
            self._let_tab_in()
            self.chosen.emit(index)


# Something that is on or off, in a row with its words. A real check box that paints itself.


_SWITCH_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_LEFT = 56


class Switch(QCheckBox):
    """Words and a line of explanation beside it; both wrap where there is little room."""

    corner = 9

    def __init__(self, look: Look, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._detail = look, detail
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not Fixed: it would never be taller than with its words in one line each, and the second line is cut off.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def say(self, words: str, detail: str) -> None:
        """Other words, and other names for a screen reader."""
        self._detail = detail
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self._relayout()

    def _relayout(self) -> None:
        self.setMinimumHeight(0)
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout that knows of no height for a width must not squeeze the second line away."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        widest = max(self._look.width_of(self.text(), "body"), self._look.width_of(self._detail, "caption"))
        width = widest + self._look.px(64)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line each, or as many as the words need in a narrow place."""
        around = self._top() + self._look.px(8)
        words = self._height(self.text(), "body", width) + self._height(self._detail, "caption", width)
        return max(int(words) + around, self._look.px(58 if self._detail else 40))

    def _top(self) -> int:
        return self._look.px(20) - int(QFontMetricsF(self._look.font("body")).height() / 2)

    def _height(self, words: str, role: str, width: int) -> float:
        room = QRectF(0, 0, max(width - self._look.px(_LEFT), 1), 10_000)
        metrics = QFontMetricsF(self._look.font(role))
        said = broken_to_fit(words, metrics, room.width())
        return metrics.boundingRect(room, _SWITCH_WRAP, said).height() if words else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
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
        self._paint_words(painter, self._look.px(_LEFT))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("body"))
        room, top = self.width() - left, self._top()
        words = broken_to_fit(self.text(), QFontMetricsF(painter.font()), room)
        painter.drawText(QRectF(left, top, room, self.height()), _SWITCH_WRAP, words)
        if self._detail:
            painter.setPen(self._look.ink("ink3"))
            painter.setFont(self._look.font("caption"))
            below = top + self._height(self.text(), "body", self.width())
            detail = broken_to_fit(self._detail, QFontMetricsF(painter.font()), room)
            painter.drawText(QRectF(left, below, room, self.height()), _SWITCH_WRAP, detail)

"""A question with a few choices, each a card: a named radio group under its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.layout import Columns, ReadingPainter, read_key, upright
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text

# A radio button that looks like a card: the answers of a scale, and the choices of a start page.


_SIDE = 16
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a radio card shows: its words, the key that chooses it, and a line of explanation."""

    words: str
    key: str = ""
    detail: str = ""


class RadioCard(QRadioButton):
    """One choice. Signals: ``chosen`` when a person chooses it, ``moved`` (-1 or 1) when an arrow key leaves it.

    Arrow keys move the focus and choose nothing; Space and a click choose. Choosing it again changes nothing.
    """

    chosen = Signal()
    moved = Signal(int)
    corner = 12
    always_ringed = True

    def __init__(self, look: Look, face: CardFace, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.face, self._tall, self._row = look, face, True, 56
        # Layouts ask for the same few widths over and over again.
        self._lines: dict[int, int] = {}
        self.setText(face.words)
        self.setAccessibleName(face.words)
        self.setAccessibleDescription(face.detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.chosen)
        look.changed.connect(self._relayout)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show it as chosen or not. Of buttons that exclude each other Qt would insist that one is."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def stand(self, *, tall: bool, row: int = 56) -> None:
        """Tall: a card among cards in a row. Otherwise a row of its own, ``row`` high at 100 % text size."""
        self._tall, self._row = tall, row
        self._relayout()

    def lines_in(self, width: int) -> int:
        """How many lines the words take in a card (or row) of this width; 0 where a single word would not fit."""
        lines = self._lines.get(width)
        if lines is None:
            lines = self._lines[width] = self._counted_lines(self._room(width))
        return lines

    def _counted_lines(self, room: int) -> int:
        if max(self._look.width_of(word, "strong") for word in self.text().split() or [""]) > room:
            return 0
        metrics = QFontMetricsF(self._look.font("strong"))
        return round(metrics.boundingRect(QRectF(0, 0, room, 10_000), WRAP, self.text()).height() / metrics.height())

    def _room(self, width: int) -> int:
        """The pixels a line of words has; a row keeps its key before them and its mark behind them."""
        taken = _SIDE * 2 if self._tall else _SIDE * 2 + 34 + (40 if self.face.key else 0)
        return max(width - self._look.px(taken), 1)

    def _relayout(self) -> None:
        self._lines.clear()
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self.lines_in(width) * QFontMetricsF(self._look.font("strong")).height()
        around, least = (62, 118) if self._tall else (min(20, self._row - 26), self._row)
        return max(self._look.px(least), int(words) + self._look.px(around))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(140 if self._tall else 280), self._look.px(118 if self._tall else self._row))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80 if self._tall else 160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(read_key(self, event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # Alt+Left is the page's; Qt would move the focus
        else:
            self.moved.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        self._paint_inside(painter)
        painter.end()

    def _paint_inside(self, painter: QPainter) -> None:
        inset = self._look.px(_SIDE)
        line = self._look.px(26) if self._tall else self.height() / 2
        key_width = self._paint_key(painter, QPointF(inset, line)) if self.face.key else 0
        self._paint_mark(painter, QPointF(self.width() - inset - self._look.px(11), line))
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.ink(self._text_ink()))
        left = inset if self._tall else inset + key_width + self._look.px(18 if key_width else 0)
        words = QRectF(left, 0, self._room(self.width()), self.height() - (self._look.px(14) if self._tall else 0))
        along = Qt.AlignmentFlag.AlignBottom if self._tall else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(along) | WRAP, self.text())

    def _text_ink(self) -> str:
        return "on_accent" if self.isChecked() else "ink"

    def _paint_plate(self, painter: QPainter) -> None:
        lit = self.underMouse() and not self.isChecked()
        fill = "accent" if self.isChecked() else "accent_soft" if lit else "surface"
        painter.setBrush(self._look.ink(fill))
        painter.setPen(QPen(self._look.ink("accent" if self.isChecked() else "line_strong"), 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)

    def _paint_key(self, painter: QPainter, at: QPointF) -> float:
        side = self._look.px(22)
        cap = QRectF(at.x(), at.y() - side / 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("on_accent" if self.isChecked() else "line_strong"), 1))
        painter.drawRoundedRect(cap, self._look.px(5), self._look.px(5))
        painter.setPen(self._look.ink("on_accent" if self.isChecked() else "ink2"))
        painter.setFont(self._look.font("key"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.face.key)
        return side

    def _paint_mark(self, painter: QPainter, middle: QPointF) -> None:
        radius = float(self._look.px(10.5))
        if not self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.ink("line_strong"), 1.5))
            painter.drawEllipse(middle, radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        disc, tick = self._mark_inks()
        painter.setBrush(self._look.ink(disc))
        painter.drawEllipse(middle, radius, radius)
        pen = QPen(self._look.ink(tick), radius * 0.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((-0.45, 0.02), (-0.12, 0.36), (0.48, -0.32))
        painter.drawPolyline(upright(painter, middle, radius, corners))

    def _mark_inks(self) -> tuple[str, str]:
        """The inks of the disc and of the tick in it, once chosen."""
        return "on_accent", "accent"


# A named group of choices: nothing to see, and a role and a name for those who listen.


class Grouping(QGroupBox):
    """Holds radio buttons that belong to one question. It paints nothing of its own."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the group has no frame and no title on screen."""


# One of a few choices before the first question: a radio button with a line that says what it means.


_CARD_SIDE, _MARK = 18, 34


class ChoiceCard(RadioCard):
    """The chosen one has a tinted plate, an accent edge and a tick."""

    always_ringed = False
    indent = 0
    """Pixels at 100 % text size that stay free before the words."""

    def __init__(self, look: Look, face: CardFace, *, parent: QWidget | None = None) -> None:
        super().__init__(look, face, parent=parent)
        self.setAccessibleDescription(face.detail)

    def explain(self, detail: str) -> None:
        """Change the line that says what the choice means."""
        self.face = replace(self.face, detail=detail)
        self.setAccessibleDescription(detail)
        self._relayout()

    def heightForWidth(self, width: int) -> int:
        room = self._words_room(width)
        words = self._height(self.text(), "strong", room) + self._height(self.face.detail, "small", room)
        return int(words) + self._look.px(32)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(60))

    def _words_room(self, width: int) -> float:
        return max(width - self._look.px(2 * _CARD_SIDE + _MARK + self.indent), 1)

    def _height(self, words: str, role: str, room: float) -> float:
        return QFontMetricsF(self._look.font(role)).boundingRect(QRectF(0, 0, room, 10_000), WRAP, words).height()

    def _paint_plate(self, painter: QPainter) -> None:
        on = self.isChecked()
        painter.setBrush(self._look.ink("accent_soft" if on or self.underMouse() else "surface"))
        painter.setPen(QPen(self._look.ink("accent" if on else "line_strong"), 2 if on else 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _paint_inside(self, painter: QPainter) -> None:
        side, top = self._look.px(_CARD_SIDE), self._look.px(15)
        room = self._words_room(self.width())
        left = side + self._look.px(self.indent)
        head = self._height(self.text(), "strong", room)
        self._paint_mark(painter, QPointF(self.width() - side - self._look.px(9), top + self._look.px(11)))
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.ink("ink"))
        painter.drawText(QRectF(left, top, room, head), WRAP, self.text())
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.ink("ink2"))
        below = top + head + self._look.px(2)
        painter.drawText(QRectF(left, below, room, self.height() - below), WRAP, self.face.detail)

    def _mark_inks(self) -> tuple[str, str]:
        return "accent", "on_accent"


class ChoiceGroup(Grouping):
    """One Tab stop: arrows move the focus alone, Space and a click choose. Signals: ``chosen`` with the index."""

    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        question: str,
        faces: Sequence[CardFace],
        *,
        narrow: int = 460,
        in_a_row: int = 0,
        titled: bool = True,
    ) -> None:
        """``in_a_row`` cards stand side by side, all of them by default; ``titled`` whether the question is seen."""
        super().__init__(question)
        self._look = look
        self.cards = [self._card(face) for face in faces]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6 if titled else 12))
        if titled:
            column.addWidget(Text(look, question, "small_strong"))
        row = in_a_row or len(self.cards)
        for at in range(0, len(self.cards), row):
            column.addWidget(Columns(look, *self.cards[at : at + row], narrow=narrow, gap=12))
        for index, card in enumerate(self.cards):
            card.chosen.connect(lambda at=index: self._choose(at))
            card.moved.connect(lambda step, at=index: self._move(at, step))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_choice(0)

    def _card(self, face: CardFace) -> ChoiceCard:
        return ChoiceCard(self._look, face)

    @property
    def choice(self) -> int:
        return next(at for at, card in enumerate(self.cards) if card.isChecked())

    def show_choice(self, index: int) -> None:
        for at, card in enumerate(self.cards):
            card.show_chosen(chosen=at == index)
        self._rove(index)

    def _choose(self, index: int) -> None:
        self.show_choice(index)
        self.cards[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(index)

    def _move(self, index: int, step: int) -> None:
        there = (index + step) % len(self.cards)
        self._rove(there)
        self.cards[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rove(self, stop: int) -> None:
        for at, card in enumerate(self.cards):
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == stop else Qt.FocusPolicy.ClickFocus)

"""A few choices on one line: real radio buttons that look like one strip, the declining ones set apart."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from trustcheck.ui.kit.choices import Grouping
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter, read_key
from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class RowChoice:
    """``keys`` are the letters that choose it while the row has the keyboard; ``apart`` sets it beside the strip."""

    id: str
    words: str
    keys: str = ""
    apart: bool = False


class ChoiceSegment(QRadioButton):
    """One choice. Signals: ``chosen`` when a person chooses it; choosing it again changes nothing.

    It stays *auto-exclusive*, without which Qt tells a screen reader of a check box.
    """

    chosen = Signal()
    entered = Signal()
    corner = 9

    def __init__(self, look: Look, choice: RowChoice, ends: tuple[bool, bool]) -> None:
        super().__init__(choice.words)
        self._look, self.choice, self._ends = look, choice, ends
        # Its words never change, and layouts ask for its size again and again.
        self._size = QSize()
        self.setAccessibleName(choice.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self._size = QSize()
        self.updateGeometry()
        self.update()

    def show_chosen(self, *, chosen: bool) -> None:
        """Show the choice, or that there is none: Qt lets the last of a group go only while it stands alone."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; everything else is the row's to decide, arrows above all."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        if not self._size.isValid():
            width = self._look.width_of(self.choice.words, "small_strong") + self._look.px(28)
            self._size = QSize(width, self._look.px(36))
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        lit = self.underMouse() and not chosen
        painter.setBrush(self._look.ink("accent" if chosen else "accent_soft" if lit else "surface"))
        painter.setPen(QPen(self._look.ink("accent" if chosen else "line_strong"), 1.25))
        painter.drawPath(self._plate())
        painter.setFont(self._look.font("small_strong" if chosen else "small"))
        painter.setPen(self._look.ink("on_accent" if chosen else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _plate(self) -> QPainterPath:
        """Round at the ends of the strip, straight where the next choice begins; neighbours share their edge."""
        left, right = self._ends
        plate = QRectF(self.rect()).adjusted(0.75 if left else -0.25, 0.75, -0.75 if right else 0.25, -0.75)
        corner = self._look.px(self.corner)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(plate, corner, corner)
        if not left:
            path.addRect(QRectF(plate.left(), plate.top(), 2 * corner, plate.height()))
        if not right:
            path.addRect(QRectF(plate.right() - 2 * corner, plate.top(), 2 * corner, plate.height()))
        return path.simplified()


class ChoiceRow(Grouping):
    """Arrow keys move the focus, Space and letters choose, Delete takes the choice back. One stop for Tab.

    Signals: ``chosen`` with a choice's id, ``cleared`` when the person takes the choice back.
    """

    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, look: Look, name: str, choices: tuple[RowChoice, ...]) -> None:
        super().__init__(name)
        self._look = look
        self.segments: dict[str, ChoiceSegment] = {}
        line = FlowLayout(look, self, gap=10)
        together = [choice for choice in choices if not choice.apart]
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, choice in enumerate(together):
            row.addWidget(self._segment(choice, (place == 0, place == len(together) - 1)))
        line.addWidget(strip)
        for choice in choices:
            if choice.apart:
                line.addWidget(self._segment(choice, (True, True)))
        self._add_clearing()
        self._mind_tab()

    @property
    def choice(self) -> str:
        """The id of the choice, empty without one."""
        return next((each for each, segment in self.segments.items() if segment.isChecked()), "")

    def show_choice(self, choice_id: str) -> None:
        for each, segment in self.segments.items():
            segment.show_chosen(chosen=each == choice_id)
        self._clear.setEnabled(bool(choice_id))
        self._mind_tab()

    def _segment(self, choice: RowChoice, ends: tuple[bool, bool]) -> ChoiceSegment:
        segment = ChoiceSegment(self._look, choice, ends)
        segment.entered.connect(self._mind_tab)
        segment.chosen.connect(lambda: self._choose(choice.id))
        self.segments[choice.id] = segment
        return segment

    def _add_clearing(self) -> None:
        self._clear = QAction(_("Take this answer back"), self)
        self._clear.triggered.connect(self._take_back)
        for segment in self.segments.values():
            segment.addAction(self._clear)
            segment.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _choose(self, choice_id: str) -> None:
        self.show_choice(choice_id)
        self.chosen.emit(choice_id)

    def _take_back(self) -> None:
        if self.choice:
            self.show_choice("")
            self.cleared.emit()

    def _mind_tab(self) -> None:
        """Tab stops once in the group: at the choice, or at the first."""
        stop = self.choice or next(iter(self.segments), "")
        for each, segment in self.segments.items():
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == stop else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a segment left unused arrive here."""
        step = _STEPS.get(read_key(self, event.key()))
        found = self._named(event)
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif step is not None:
            self._move(step)
        elif event.key() in _CLEARING:
            self._take_back()
        elif found:
            self.segments[found].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._choose(found)
        else:
            super().keyPressEvent(event)

    def _named(self, event: QKeyEvent) -> str:
        letter = event.text().lower()
        named = (each for each, segment in self.segments.items() if letter and letter in segment.choice.keys)
        return next(named, "")

    def _move(self, step: int) -> None:
        segments = list(self.segments.values())
        at = next((place for place, segment in enumerate(segments) if segment.hasFocus()), 0)
        segments[(at + step) % len(segments)].setFocus(Qt.FocusReason.OtherFocusReason)

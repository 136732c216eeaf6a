"""The part of a paper form that is being typed in: its questions, the caret, and how much of each part is in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.collecting.form_identity import CODE_LENGTH
from trustcheck.app.collecting.paper_entry import FormSection, PaperEntry
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.choices import Grouping
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter, empty, read_key
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card, Pill
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# One question of a paper form that is being typed in: its number, its words, and the key for its answer.


_CAP_WIDE, _CAP_HIGH, _BAR = 44, 34, 4


class MarkBox(QWidget):
    """The key that was typed, in a box like the one on paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._mark, self._here, self._differs = look, "", False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def mark(self) -> str:
        return self._mark

    def show_mark(self, mark: str, *, here: bool, differs: bool) -> None:
        self._mark, self._here, self._differs = mark, here, differs
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_CAP_WIDE), self._look.px(_CAP_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "warn" if self._differs else "accent" if self._here else "line_strong"
        painter.setBrush(self._look.ink("warn_soft" if self._differs else "surface"))
        painter.setPen(QPen(self._look.ink(edge), 2 if self._here or self._differs else 1.25))
        painter.drawRoundedRect(box, self._look.px(5), self._look.px(5))
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._mark.upper())
        if self._here and not self._mark:
            middle, half = box.center(), QPointF(0, self._look.px(9))
            painter.setPen(QPen(self._look.ink("accent"), 2))
            painter.drawLine(middle - half, middle + half)
        painter.end()


class EntryRow(QWidget):
    def __init__(self, look: Look, number: int, words: str) -> None:
        super().__init__()
        self._look, self._here = look, False
        self._row = QHBoxLayout(self)
        self._number = Text(look, str(number), "row_strong", "ink2", wrap=False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words = Text(look, words, "row")
        self.box = MarkBox(look)
        self._row.addWidget(self._number)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.box)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_mark(self, mark: str, *, here: bool, differs: bool) -> None:
        self._here = here
        self.box.show_mark(mark, here=here, differs=differs)
        self.update()

    def _restyle(self) -> None:
        self._number.setFixedWidth(self._look.px(30))
        self._row.setContentsMargins(self._look.px(8), self._look.px(3), self._look.px(8), self._look.px(3))
        self._row.setSpacing(self._look.px(12))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._here:
            return
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("accent_soft"))
        corner = self._look.px(7)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setBrush(self._look.ink("accent"))
        bar = QRectF(0, self._look.px(6), self._look.px(_BAR), self.height() - 2 * self._look.px(6))
        painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        painter.end()


_WITH_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Up)


class EntryBoard(Grouping):
    """Has the keyboard while a form is typed in. Signals: ``typed`` with one sign, ``went_back``, ``read_asked`` on
    Enter, ``left`` on Escape, ``stands_at`` with the caret's place on the board.
    """

    typed = Signal(str)
    went_back = Signal()
    read_asked = Signal()
    left = Signal()
    stands_at = Signal(QRect)
    corner = 14

    def __init__(self, look: Look) -> None:
        super().__init__(_("The answers on the form"))
        self._look = look
        self._rows: list[EntryRow] = []
        self._shown: tuple[int, str] = (0, "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self._totals = QWidget()
        self._totals.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._parts = FlowLayout(look, self._totals, gap=10)
        self._card = Card(look, padding=(10, 10), gap=1)
        column.addWidget(self._totals)
        column.addWidget(self._card)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """Those of the part that is shown."""
        return tuple(self._rows)

    def show_entry(self, entry: PaperEntry) -> None:
        """The part the caret stands in, with what was typed so far."""
        section = entry.section
        if self._shown != (section.number, entry.code) or not self._rows:
            self._fill(entry, section)
        different = {each.number - 1 for each in entry.differences()}
        for at, row in enumerate(self._rows, section.start):
            row.show_mark(entry.marks[at], here=at == entry.at, differs=at in different)
        self._show_totals(entry)
        if section.start <= entry.at < section.start + section.length:
            self._tell(entry)

    def _tell(self, entry: PaperEntry) -> None:
        row = self._rows[entry.at - entry.section.start]
        self.setAccessibleDescription(row.words.text())
        announce(self, _("Question {number}").format(number=entry.at + 1))
        self.stands_at.emit(QRect(row.mapTo(self, row.rect().topLeft()), row.size()))

    def clear(self) -> None:
        """Forget the form that was shown."""
        for row in self._rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows, self._shown = [], (0, "")
        self.setAccessibleDescription("")

    def _fill(self, entry: PaperEntry, section: FormSection) -> None:
        before = self._shown
        self.clear()
        if before == (section.number - 1, entry.code):
            announce(self, _total(entry.sections[section.number - 2]))
        places = range(section.start, section.start + section.length)
        self._rows = [EntryRow(self._look, at + 1, entry.wording(at)) for at in places]
        for row in self._rows:
            self._card.column.addWidget(row)
        self._shown = (section.number, entry.code)

    def _show_totals(self, entry: PaperEntry) -> None:
        empty(self._parts)
        for section in entry.sections:
            at_hand = section.number == entry.section.number
            kind = "small_strong" if at_hand else "small"
            self._parts.addWidget(
                Pill(self._look, _total(section), "accent", "accent_soft")
                if section.is_whole
                else Text(self._look, _total(section), kind, "ink" if at_hand else "ink3", wrap=False)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything a person may press here; keys with Ctrl or Alt belong to the window."""
        if event.modifiers() & _WITH_CONTROL:
            super().keyPressEvent(event)
        elif read_key(self, event.key()) in _BACK:
            self.went_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() and event.text().isprintable():
            # A key that is held down answers one question, not ten.
            if not event.isAutoRepeat():
                self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _total(section: FormSection) -> str:
    words = _("Part {part}: {typed} of {length}")
    return words.format(part=section.number, typed=section.typed, length=section.length)


# Before a paper form is typed in: which sheet it is, and its code.


@dataclass(frozen=True, slots=True)
class FormStart:
    """What was said of a form before its answers. The code is as it was typed."""

    code: str
    perspective: Perspective
    again: bool
    """It is in already, and is read a second time."""


class EntryStart(QWidget):
    """Signals: ``begun`` with a :class:`FormStart`, ``left``."""

    begun = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._perspectives: tuple[Perspective, ...] = (Perspective.STAFF,)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self.mode = Segmented(look, _("What do you want to do?"), [_("Type in a form"), _("Check a form again")])
        self.mode.show_choice(0)
        self.sheet = Segmented(look, _("Which sheet is it?"), [_("For leaders"), _("For staff")])
        self._sheet_words = Text(look, _("Which sheet is it? Its name stands under the title."), "small_strong")
        hint = _("Three signs, at the top of the form and at the foot of every page.")
        self.code = Field(look, _("Code on the form"), hint=hint, limit=CODE_LENGTH)
        self.code.setMaximumWidth(look.px(420))
        self.code.line.returnPressed.connect(self._begin)
        self.code.changed.connect(lambda _words: self.code.complain(""))
        which = QVBoxLayout()
        which.setSpacing(look.px(6))
        which.addWidget(self._sheet_words)
        which.addWidget(self.sheet)
        column.addWidget(self.mode)
        column.addLayout(which)
        column.addWidget(self.code)
        column.addWidget(self._buttons())

    def first_focus(self) -> QWidget:
        return self.code.line

    def show_start(self, perspectives: Sequence[Perspective]) -> None:
        """Ready for the next form; the sheet stays the one that was typed in last."""
        both = len(perspectives) > 1
        self._perspectives = tuple(perspectives)
        if self.sheet.choice is None or not both:
            self.sheet.show_choice(1)
        for part in (self._sheet_words, self.sheet):
            part.setVisible(both)
        self.mode.show_choice(0)
        self.code.show_words("")
        self.code.complain("")

    def complain(self, words: str) -> None:
        """Say what is wrong with the code, and stand in it."""
        self.code.complain(words)
        self.code.line.selectAll()
        self.code.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)

    def _buttons(self) -> QWidget:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(self._look, held, gap=12)
        begin = Button(self._look, _("Begin"), "primary", trailing="arrow-right")
        begin.clicked.connect(self._begin)
        leave = Button(self._look, _("Back to collecting"), "quiet")
        leave.clicked.connect(self.left)
        flow.addWidget(begin)
        flow.addWidget(leave)
        return held

    def _begin(self) -> None:
        if not self.code.words:
            self.complain(_("Type the code first."))
            return
        one = self._perspectives[0]
        chosen = Perspective.LEADER if self.sheet.choice == 0 else Perspective.STAFF
        perspective = chosen if len(self._perspectives) > 1 else one
        self.begun.emit(FormStart(self.code.words, perspective, self.mode.choice == 1))

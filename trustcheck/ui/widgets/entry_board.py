"""The part of a paper form that is being typed in: its questions, the caret, and how much of each part is in."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.paper_entry import PaperEntry, Section
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.entry_row import EntryRow
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.grouping import Grouping
from trustcheck.ui.widgets.pill import Pill
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

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
        self._parts = Flow(look, self._totals, gap=10)
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

    def _fill(self, entry: PaperEntry, section: Section) -> None:
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
        while (old := self._parts.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
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
        elif event.key() in _BACK:
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


def _total(section: Section) -> str:
    words = _("Part {part}: {typed} of {length}")
    return words.format(part=section.number, typed=section.typed, length=section.length)

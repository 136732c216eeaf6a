"""Typing in forms from paper, with the keyboard alone: the code, one key an answer, everything read back, saved."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.paper_entry import PaperEntry
from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.asking_card import AskingCard
from trustcheck.ui.widgets.entry_board import EntryBoard
from trustcheck.ui.widgets.entry_read_back import EntryReadBack
from trustcheck.ui.widgets.entry_start import EntryStart
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class PaperEntryPage(Page):
    """Signals: ``begun`` with a :class:`FormStart`, ``typed`` with one sign, ``went_back``, ``read_asked`` to read
    everything back, ``save_asked``, ``note_written`` with a question's number and the words, ``form_left`` when a
    form is laid aside unsaved, ``left`` to go back to collecting.
    """

    begun = Signal(object)
    typed = Signal(str)
    went_back = Signal()
    read_asked = Signal()
    save_asked = Signal()
    note_written = Signal(int, str)
    form_left = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=880)
        self.name = _("Type in paper forms")
        self.where = Text(look, "", "small_strong", "ink2")
        self.column.addWidget(self.where)
        self.heading = self.title(self.name)
        self.said = Text(look, "", "body", "ok")
        self.leaving = AskingCard(look, _("Go on typing"), _("Lay the form aside"))
        self.start, self.board, self.read_back = EntryStart(look), EntryBoard(look), EntryReadBack(look)
        self._typing = _held(Text(look, _keys(), "small", "ink2"), self.board)
        for part in (self.said, self.leaving, self.start, self._typing, self.read_back):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.show_only(self.start)
        self._connect()

    def first_focus(self) -> QWidget:
        if self.read_back.isVisibleTo(self):
            return self.read_back.save_button
        return self.board if self._typing.isVisibleTo(self) else self.start.first_focus()

    def show_start(self, organisation: str, perspectives: Sequence[Perspective], forms: int, said: str = "") -> None:
        """Ready for the next form. ``forms`` are in already; ``said`` tells what just happened."""
        self.where.setText(organisation)
        self.heading.setText(self.name)
        count = ngettext("One paper form is in.", "{forms} paper forms are in.", forms).format(forms=forms)
        self._say(" ".join(part for part in (said, count if forms else "") if part))
        self.start.show_start(perspectives)
        self.board.clear()
        self.read_back.clear()
        self.show_only(self.start)

    def show_entry(self, entry: PaperEntry) -> None:
        """The form as far as it is typed in."""
        self._head(entry)
        self.board.show_entry(entry)
        self.show_only(self._typing)

    def show_read_back(self, entry: PaperEntry, *, takes_notes: bool) -> None:
        """All of it, before it is saved."""
        self._head(entry)
        self.read_back.show_entry(entry, takes_notes=takes_notes)
        self.show_only(self.read_back)

    def show_refused(self, words: str) -> None:
        """What could not be done; what was typed is still here."""
        if self.start.isVisibleTo(self):
            self.start.complain(words)
        else:
            self._say(words, "danger")
            announce(self, words, assertive=True)

    def show_only(self, stage: QWidget) -> None:
        moved = not stage.isVisibleTo(self)
        for each in (self.start, self._typing, self.read_back):
            each.setVisible(each is stage)
        if moved:
            self.leaving.hide()
            self.verticalScrollBar().setValue(0)
        if moved and self.isVisible():
            focus = self.first_focus()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.start.begun.connect(self.begun)
        self.start.left.connect(self.left)
        self.board.typed.connect(self.typed)
        self.board.went_back.connect(self.went_back)
        self.board.read_asked.connect(self.read_asked)
        self.board.left.connect(self._ask)
        self.board.stands_at.connect(self._follow)
        self.read_back.save_asked.connect(self.save_asked)
        self.read_back.back_asked.connect(self.went_back)
        self.read_back.note_written.connect(self.note_written)
        self.leaving.agreed.connect(lambda _choice: self.form_left.emit())
        self.leaving.kept.connect(lambda: self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason))

    def _head(self, entry: PaperEntry) -> None:
        leads = entry.perspective is Perspective.LEADER
        words = _("Form {code}, for leaders") if leads else _("Form {code}, for staff")
        self.heading.setText(words.format(code=entry.code))
        self._say(_("You are reading this form a second time.") if entry.before is not None else "", "ink2")

    def _say(self, words: str, ink: str = "ok") -> None:
        self.said.setText(words)
        self.said.use_ink(ink)
        self.said.setVisible(bool(words))
        if words and ink == "ok":
            announce(self, words)

    def _ask(self) -> None:
        self.leaving.ask(_("Lay this form aside? What was typed of it is not kept."))

    def _follow(self, row: QRect) -> None:
        """Keep the caret's row in sight."""
        sheet = self.widget()
        assert sheet is not None
        place = self.board.mapTo(sheet, row.center())
        self.ensureVisible(place.x(), place.y(), 0, row.height() + self.look.px(70))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and self.read_back.isVisibleTo(self):
            self.went_back.emit()
        else:
            super().keyPressEvent(event)


def _held(*parts: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return held


def _keys() -> str:
    return _(
        "One key for each answer, from the left: 1, 2, 3 and so on. 0 is I don't know, N is Doesn't apply here,"
        " ? or the space bar is unclear or left out. Backspace goes back."
    )

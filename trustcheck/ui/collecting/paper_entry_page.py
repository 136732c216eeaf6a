"""Typing in forms from paper, with the keyboard alone: the code, one key an answer, everything read back, saved."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.collecting.paper_entry import GROUP, UNCLEAR, PaperEntry
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.collecting.asking_card import AskingCard
from trustcheck.ui.collecting.entry_board import EntryBoard, EntryStart
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import NumberField
from trustcheck.ui.kit.layout import FlowLayout, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# Typing in a note from a paper form: the question's number, and the words.


class EntryNote(QWidget):
    """Folded to one button until it is wanted. Signals: ``written`` with a question's number (from 1) and the words."""

    written = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._asked, self._code = 0, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.open_button = Button(look, _("Type in a note"), "outline", icon="message-square-plus", height=40)
        self.open_button.clicked.connect(self._open)
        self._card = card = Card(look, gap=10)
        self.number = NumberField(look, _("To question"), digits=3, width=90)
        self.number.changed.connect(lambda _words: self.number.complain(""))
        self.box = TextBox(look, _("The note, as it stands on the paper"))
        self.box.done.connect(self._keep)
        keep = Button(look, _("Keep this note"), height=40)
        keep.clicked.connect(self._keep)
        card.column.addWidget(self.number)
        card.column.addWidget(Text(look, _("The note, as it stands on the paper"), "small_strong"))
        card.column.addWidget(self.box)
        card.column.addWidget(keep)
        card.hide()
        column.addWidget(self.open_button)
        column.addWidget(card)

    def show_for(self, asked: int, code: str) -> None:
        """Ready for a note to one of ``asked`` questions; folded again with another form."""
        self._asked = asked
        if code != self._code:
            self._code = code
            self._fold()

    def _open(self) -> None:
        self.open_button.hide()
        self._card.show()
        self.number.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self.number.show_number(None)
        self.number.complain("")
        self.box.show_words("")
        self._card.hide()
        self.open_button.show()

    def _keep(self) -> None:
        number = self.number.number
        if number is None or not 1 <= number <= self._asked:
            words = _("A number from 1 to {last}, as it stands beside the question.")
            self.number.complain(words.format(last=self._asked))
            self.number.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = self.box.words
        self._fold()
        self.written.emit(number, words)


# All answers of a form once more, in groups of four, before it is kept.


class EntryReadBack(QWidget):
    """Signals: ``save_asked``, ``back_asked`` (to the last question), ``note_written`` with a question's number
    (from 1) and the words, ``agreed`` with whether the box for dots is ticked.
    """

    save_asked = Signal()
    agreed = Signal(bool)
    back_asked = Signal()
    note_written = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        self.words = Text(look, "", "lead")
        self._held, self._groups = _flowing(look, 10)
        self.found = Text(look, "", "body", "warn")
        self.notes = Text(look, "", "small", "ink2")
        self.dots = Switch(
            look,
            _("The box \u201cI agree to dots\u201d is ticked"),
            _("On the first page of the form. Where neither box is ticked, or both are, nobody agreed."),
        )
        self.dots.clicked.connect(self.agreed)
        self.note = EntryNote(look)
        self.note.written.connect(self.note_written)
        self.save_button = Button(look, _("Save this form"), "primary", icon="check")
        self.save_button.clicked.connect(self.save_asked)
        back = Button(look, _("Back to the answers"), "quiet", icon="arrow-left")
        back.clicked.connect(self.back_asked)
        buttons, flow = _flowing(look, 12)
        flow.addWidget(self.save_button)
        flow.addWidget(back)
        for part in (self.words, self._held, self.found, self.dots, self.notes, self.note, buttons):
            column.addWidget(part)

    def show_entry(self, entry: PaperEntry, *, takes_notes: bool, asks_dots: bool = False) -> None:
        """Everything typed, with what reads otherwise than the first time."""
        skipped = sum(mark == UNCLEAR for mark in entry.marks)
        self.words.setText(_read_this(len(entry.marks), skipped))
        self._show_groups(entry)
        self.found.setText(_differences(entry))
        self.found.setVisible(entry.before is not None)
        self.found.use_ink("warn" if entry.differences() else "ok")
        self.notes.setText(_noted(entry.notes, entry.asked))
        self.notes.setVisible(bool(entry.notes))
        self.note.show_for(len(entry.asked), entry.code)
        self.note.setVisible(takes_notes)
        self.dots.setVisible(asks_dots)
        self.dots.setChecked(entry.agreed)
        again = entry.before is not None
        self.save_button.say(_("Save what stands here now") if again else _("Save this form"))

    def clear(self) -> None:
        """Forget the form that was shown."""
        for part in (self.words, self.found, self.notes):
            part.setText("")
        self._clear_groups()
        self.note.show_for(0, "")

    def _clear_groups(self) -> None:
        empty(self._groups, orphan=True)

    def _show_groups(self, entry: PaperEntry) -> None:
        self._clear_groups()
        for at, group in enumerate(entry.read_back()):
            first, last = at * GROUP + 1, at * GROUP + len(group)
            card = Card(self._look, padding=(14, 8), gap=0)
            card.column.addWidget(Text(self._look, f"{first}–{last}", "axis", "ink3", wrap=False))
            card.column.addWidget(Text(self._look, " ".join(group.upper()), "card_strong", wrap=False))
            self._groups.addWidget(card)


def _flowing(look: Look, gap: int) -> tuple[QWidget, FlowLayout]:
    held = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held, FlowLayout(look, held, gap=gap)


def _read_this(asked: int, skipped: int) -> str:
    words = _("All {asked} answers are in. Read them once against the paper; Enter saves the form.").format(asked=asked)
    if not skipped:
        return words
    unclear = ngettext(
        "One is unclear and counts as skipped.", "{skipped} are unclear and count as skipped.", skipped
    ).format(skipped=skipped)
    return f"{words} {unclear}"


def _differences(entry: PaperEntry) -> str:
    found = entry.differences()
    if not found:
        return _("Both readings are the same.")
    each = _("question {number}: {before} before, {now} now")
    listed = "; ".join(each.format(number=one.number, before=one.before.upper(), now=one.now.upper()) for one in found)
    head = ngettext("One answer reads otherwise now", "{count} answers read otherwise now", len(found))
    return _("{head}: {listed}.").format(head=head.format(count=len(found)), listed=listed)


def _noted(notes: Mapping[str, str], asked: tuple[str, ...]) -> str:
    numbered = sorted((asked.index(item_id) + 1, text) for item_id, text in notes.items() if item_id in asked)
    return "\n".join(_("Note to {number}: {text}").format(number=number, text=text) for number, text in numbered)


class PaperEntryPage(Page):
    """``start``, ``board`` and ``read_back`` are its three stages and say themselves what is done on them.

    Signals: ``went_back`` on the second or the third, ``form_left`` when a form is laid aside unsaved.
    """

    went_back = Signal()
    form_left = Signal()

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

    def show_read_back(self, entry: PaperEntry, *, takes_notes: bool, asks_dots: bool = False) -> None:
        """All of it, before it is saved."""
        self._head(entry)
        self.read_back.show_entry(entry, takes_notes=takes_notes, asks_dots=asks_dots)
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
        self.board.went_back.connect(self.went_back)
        self.board.left.connect(self._ask)
        self.board.stands_at.connect(self._follow)
        self.read_back.back_asked.connect(self.went_back)
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
        "One key for each answer, from the left or the top: 1, 2, 3 and so on. 0 is I don't know, N is Doesn't apply"
        " here, ? or the space bar is unclear or left out. Backspace goes back."
    )

"""All answers of a form once more, in groups of four, before it is kept."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.paper_entry import GROUP, UNCLEAR, PaperEntry
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.entry_note import EntryNote
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class EntryReadBack(QWidget):
    """Signals: ``save_asked``, ``back_asked`` (to the last question), ``note_written`` with a question's number
    (from 1) and the words.
    """

    save_asked = Signal()
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
        self.note = EntryNote(look)
        self.note.written.connect(self.note_written)
        self.save_button = Button(look, _("Save this form"), "primary", icon="check")
        self.save_button.clicked.connect(self.save_asked)
        back = Button(look, _("Back to the answers"), "quiet", icon="arrow-left")
        back.clicked.connect(self.back_asked)
        buttons, flow = _flowing(look, 12)
        flow.addWidget(self.save_button)
        flow.addWidget(back)
        for part in (self.words, self._held, self.found, self.notes, self.note, buttons):
            column.addWidget(part)

    def show_entry(self, entry: PaperEntry, *, takes_notes: bool) -> None:
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
        again = entry.before is not None
        self.save_button.say(_("Save what stands here now") if again else _("Save this form"))

    def clear(self) -> None:
        """Forget the form that was shown."""
        for part in (self.words, self.found, self.notes):
            part.setText("")
        self._clear_groups()
        self.note.show_for(0, "")

    def _clear_groups(self) -> None:
        while (old := self._groups.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _show_groups(self, entry: PaperEntry) -> None:
        self._clear_groups()
        for at, group in enumerate(entry.read_back()):
            first, last = at * GROUP + 1, at * GROUP + len(group)
            card = Card(self._look, padding=(14, 8), gap=0)
            card.column.addWidget(Text(self._look, f"{first}–{last}", "axis", "ink3", wrap=False))
            card.column.addWidget(Text(self._look, " ".join(group.upper()), "card_strong", wrap=False))
            self._groups.addWidget(card)


def _flowing(look: Look, gap: int) -> tuple[QWidget, Flow]:
    held = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held, Flow(look, held, gap=gap)


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

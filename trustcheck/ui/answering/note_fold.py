"""A short example, if there is one: one quiet button until it is used, then a box on a card."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.sheet import may_name_somebody
from trustcheck.app.collecting.promises_read import readers_of_notes
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.ui.kit.buttons import KeyButton
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.words import gettext as _

_SIDE = 12
"""The words of the button and the edge of the card stand on one line."""


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What is said of notes: who reads them, and why to leave out names."""

    readers: str
    names: str


def own_notes() -> NoteWords:
    """For somebody who answers alone."""
    return NoteWords(
        _("Leave out names. Only you can read notes."), _("Is that a name? A report you hand on can show this note.")
    )


def note_words(use: NotesUse) -> NoteWords:
    """For one of several people."""
    if use is NotesUse.GROUP:
        return NoteWords(readers_of_notes(use), _("Is that a name? Others may read this note."))
    return NoteWords(readers_of_notes(NotesUse.FACILITATOR), _("Is that a name? The facilitator may read this note."))


class NoteFold(QWidget):
    """Signals: ``changed`` with the words after each change, ``left`` on Escape, ``done`` on Ctrl+Enter, ``opened``,
    ``turned`` when it was unfolded or folded.
    """

    changed = Signal(str)
    left = Signal()
    done = Signal()
    opened = Signal()
    turned = Signal()

    def __init__(self, look: Look, words: NoteWords | None = None) -> None:
        super().__init__()
        self._look, self._said = look, words or own_notes()
        self.button = KeyButton(look, _("Add a short example"), "E", icon="notebook-pen")
        self.button.clicked.connect(self.open)
        self._card = Card(look, padding=(18, 12), gap=4)
        self._text = TextBox(look, _("A short example, if you have one"))
        self.box = self._text.box
        self.box.setObjectName("bare")
        self.box.document().setDocumentMargin(0)
        self.box.setAccessibleDescription(_("Optional. {readers}").format(readers=self._said.readers))
        self._hint = Text(look, self._said.names, "caption", "warn")
        self._inset = QVBoxLayout()
        self._fill()
        self._text.changed.connect(self._on_words)
        self._text.left.connect(self._leave)
        self._text.done.connect(self.done)
        self.show_note("", folded=True)

    def _fill(self) -> None:
        head = QWidget()
        line = FlowLayout(self._look, head, gap=8)
        line.spread()
        line.addWidget(self._in_line("notebook-pen", "ink2", _("A short example, if you have one"), _("optional")))
        line.addWidget(self._in_line("lock", "ink3", "", self._said.readers))
        for part in (head, self._text, self._hint):
            self._card.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._inset)
        self._inset.addWidget(self._card)
        self._look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        side = self._look.px(_SIDE)
        self._inset.setContentsMargins(side, 0, side, 0)

    def _in_line(self, icon: str, ink: str, strong: str, quiet: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(self._look, icon, ink, 18))
        if strong:
            row.addWidget(Text(self._look, strong, "small_strong", wrap=False))
        row.addWidget(Text(self._look, quiet, "caption", "ink3", wrap=False))
        return holder

    @property
    def words(self) -> str:
        return self._text.words

    @property
    def is_open(self) -> bool:
        return not self._card.isHidden()

    @property
    def hint(self) -> str:
        """The gentle line about names, where there is reason for it."""
        return "" if self._hint.isHidden() else self._hint.text()

    def show_note(self, words: str, *, folded: bool) -> None:
        """The note of a question that has just come on the screen."""
        self._text.show_words(words)
        self._hint.setVisible(may_name_somebody(words))
        self._name_button(words)
        self._stand(is_open=bool(words) and not folded)

    def fold(self, *, folded: bool) -> None:
        """Fold it where room is scarce, or show again what is written; never while somebody writes."""
        if not self.box.hasFocus():
            self._stand(is_open=bool(self.words) and not folded)

    def open(self) -> None:
        """Unfold it and let the person write."""
        self._stand(is_open=True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _stand(self, *, is_open: bool) -> None:
        turned = is_open != self.is_open
        self._card.setVisible(is_open)
        self.button.setVisible(not is_open)
        if turned:
            self.turned.emit()

    def _leave(self) -> None:
        self.left.emit()
        if not self.words.strip():
            self._stand(is_open=False)

    def _on_words(self, words: str) -> None:
        self._hint.setVisible(may_name_somebody(words))
        self._name_button(words)
        self.changed.emit(words)

    def _name_button(self, words: str) -> None:
        self.button.say(_("Your example") if words else _("Add a short example"))

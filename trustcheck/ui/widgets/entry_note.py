"""Typing in a note from a paper form: the question's number, and the words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.number_field import NumberField
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.text_box import TextBox
from trustcheck.words import gettext as _


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

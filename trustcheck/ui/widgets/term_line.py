"""The words that must mean the same to everybody, one quiet button each; what is meant stands where it is asked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.questionnaire import Definition
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.definition_lines import in_words
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.steady_text import SteadyText
from trustcheck.ui.widgets.term_button import TermButton
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class TermLine(QWidget):
    """One meaning is open at a time, in a place that is kept for it: to ask moves nothing on the page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: tuple[TermButton, ...] = ()
        self._definitions: tuple[Definition, ...] = ()
        self._asking = Text(look, _("What is meant by"), "caption", "ink3", wrap=False)
        self.meaning = SteadyText(look, "caption", "ink2")
        self._line = Flow(look, gap=2)
        self._line.addWidget(self._asking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(self.meaning)

    def show_terms(self, definitions: Sequence[Definition]) -> None:
        """The terms of the question that has just come on the screen; none of them open."""
        if tuple(definitions) != self._definitions:
            self._definitions = tuple(definitions)
            self._make_buttons()
            self.meaning.keep_room_for([in_words(each) for each in definitions])
            self.setVisible(bool(definitions))
        self._open(None)

    def _make_buttons(self) -> None:
        for button in self.buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = tuple(TermButton(self._look, each.word) for each in self._definitions)
        for button, definition in zip(self.buttons, self._definitions, strict=True):
            button.clicked.connect(partial(self._turn, definition))
            self._line.addWidget(button)

    def _turn(self, definition: Definition) -> None:
        was_open = self.meaning.text() == in_words(definition)
        self._open(None if was_open else definition)
        announce(self, self.meaning.text())

    def _open(self, asked: Definition | None) -> None:
        self.meaning.setText(in_words(asked) if asked is not None else "")
        for button, definition in zip(self.buttons, self._definitions, strict=True):
            button.show_open(is_open=definition is asked)

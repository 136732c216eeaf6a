"""The words that must mean the same to everybody: a few quiet lines, each with the word it defines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.questionnaire import Definition
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class DefinitionLines(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lines: tuple[Text, ...] = ()
        self._shown: tuple[Definition, ...] = ()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> tuple[str, ...]:
        """The lines as they stand on the screen."""
        return tuple(line.text() for line in self._lines)

    def show_definitions(self, definitions: Sequence[Definition]) -> None:
        if tuple(definitions) == self._shown:
            return
        self._shown = tuple(definitions)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = tuple(Text(self._look, in_words(each), "caption", "ink3") for each in definitions)
        for line in self._lines:
            self._column.addWidget(line)

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(2))


def in_words(definition: Definition) -> str:
    return _("{word}: {text}").format(word=definition.word, text=definition.text)

"""What helps to read a question: the frame, the words that are defined, and an example on demand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.questionnaire import Definition
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.definition_lines import DefinitionLines
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.term_line import TermLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class QuestionHelp:
    """Three widgets the page places: ``inline`` under the question, ``button``, and ``unfolded`` which it opens."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.inline = QWidget()
        self.unfolded = Card(look, fill="sunk", edge="", padding=(18, 14), gap=6)
        self._frame, self.terms = Text(look, "", "lead", "ink2"), TermLine(look)
        self._frame_below, self._lines_below = Text(look, "", "body", "ink2"), DefinitionLines(look)
        self._example = Text(look, "", "body")
        self._fill()
        self.button = Fold(look, _("What does this mean?"), self.unfolded)

    def _fill(self) -> None:
        column = QVBoxLayout(self.inline)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        column.addWidget(self._frame)
        column.addWidget(self.terms)
        for part in (self._example, self._frame_below, self._lines_below):
            self.unfolded.column.addWidget(part)

    @property
    def example(self) -> str:
        """The example on the screen; empty while it is folded."""
        return "" if self.unfolded.isHidden() else self._example.text()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches under the question."""
        return self.terms.buttons

    def show_help(self, frame: str, definitions: Sequence[Definition], meaning: str) -> None:
        """What belongs to the question that has just come on the screen; folded."""
        for text in (self._frame, self._frame_below):
            text.setText(frame)
        self.terms.show_terms(definitions)
        self._lines_below.show_definitions(definitions)
        self._example.setText(_("For example: {example}").format(example=meaning) if meaning else "")
        self._example.setVisible(bool(meaning))
        self.button.show_open(is_open=False)

    def stand_inline(self, *, inline: bool) -> None:
        """Frame and terms stand under the question, or move behind the button where they would take the answers'
        place.
        """
        self.inline.setVisible(inline)
        for part in (self._frame_below, self._lines_below):
            part.setVisible(not inline)
        self.button.setVisible(not inline or not self._example.isHidden())

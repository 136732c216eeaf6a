"""What helps to read a question: the frame, the words that are defined, and an example on demand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.questionnaire.model import Definition
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import SteadyText, Text, announce
from trustcheck.words import gettext as _

# A term one may ask about: quiet words with a dotted line under them, as a dictionary would mark them.


_PADDING = 8
_FACE = "caption"


class TermButton(Button):
    """``show_open`` tells eyes and ears whether what is meant by the term stands on the screen."""

    corner = 7

    def __init__(self, look: Look, word: str) -> None:
        super().__init__(look, word, "quiet", height=32)
        self._is_open = False
        self.setText(word.replace("&", "&&"))
        self._word = word
        self.setAccessibleName(_("What is meant by \u201c{word}\u201d?").format(word=word))
        self.show_open(is_open=False)

    @property
    def indent(self) -> int:
        return self._look.px(_PADDING)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def show_open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self.setAccessibleDescription(_("unfolded") if is_open else _("folded"))
        self.update()

    def sizeHint(self) -> QSize:
        words = self._look.width_of(self._word, _FACE)
        return QSize(words + 2 * self._look.px(_PADDING), self._look.px(32))

    def _paint_words(self, painter: QPainter) -> None:
        px = self._look.px
        words = self._look.width_of(self._word, _FACE)
        painter.setFont(self._look.font(_FACE))
        painter.setPen(self._look.ink("ink" if self._is_open else "ink2"))
        painter.drawText(QRectF(px(_PADDING), 0, words + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, self._word)
        way = Qt.PenStyle.SolidLine if self._is_open else Qt.PenStyle.DotLine
        painter.setPen(
            QPen(self._look.ink("accent" if self._is_open else "ink3"), max(1.0, 1.25 * self._look.scale), way)
        )
        below = self.height() / 2 + px(10)
        painter.drawLine(QLineF(px(_PADDING), below, px(_PADDING) + words, below))


# The words that must mean the same to everybody: a few quiet lines, each with the word it defines.


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


# The words that must mean the same to everybody, one quiet button each; what is meant stands where it is asked.


class TermLine(QWidget):
    """One meaning is open at a time, in a place that is kept for it: to ask moves nothing on the page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: tuple[TermButton, ...] = ()
        self._definitions: tuple[Definition, ...] = ()
        self._asking = Text(look, _("What is meant by"), "caption", "ink3", wrap=False)
        self.meaning = SteadyText(look, "caption", "ink2")
        self._line = FlowLayout(look, gap=2)
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

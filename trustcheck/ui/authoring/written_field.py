"""A field in which a part of a questionnaire is written, with hints and mistakes below it."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.authoring.places import Where
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

LONGEST_TEXT, LONGEST_NAME = 2000, 120
"""Characters that a file of the contract may hold in a text and in a name."""


class WrittenField(QWidget):
    """Signals: ``changed`` with the words on one line after each change by a person, ``rested`` when the keyboard
    leaves, ``undo_asked`` and ``redo_asked``: steps back belong to the page, not to one field.
    """

    changed = Signal(str)
    rested = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(
        self, look: Look, where: Where, label: str, words: str, *, about: str = "", name: bool = False
    ) -> None:
        """``about`` is said to who listens, beside the label: which question it belongs to."""
        super().__init__()
        self.where, self._look = where, look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.text_box = TextBox(look, label, limit=LONGEST_NAME if name else LONGEST_TEXT, lines=1 if name else 2)
        self.text_box.box.setUndoRedoEnabled(False)
        self.text_box.box.installEventFilter(self)
        self._about = about
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(look.px(2))
        self._hints: tuple[str, ...] = ()
        self._mistakes: tuple[str, ...] = ()
        column.addWidget(Text(look, label, "caption", "ink2"))
        column.addWidget(self.text_box)
        column.addLayout(self._below)
        self.text_box.show_words(words)
        self.text_box.changed.connect(lambda said: self.changed.emit(" ".join(said.split())))
        self._describe()

    @property
    def hints(self) -> tuple[str, ...]:
        return self._hints

    @property
    def mistakes(self) -> tuple[str, ...]:
        return self._mistakes

    def show_words(self, words: str) -> None:
        """What stands there now; who is writing in it keeps the place."""
        if " ".join(self.text_box.words.split()) != words:
            self.text_box.show_words(words)

    def say(self, hints: Sequence[str], mistakes: Sequence[str]) -> None:
        """What to look at twice, and what stands in the way."""
        if (tuple(hints), tuple(mistakes)) == (self._hints, self._mistakes):
            return
        self._hints, self._mistakes = tuple(hints), tuple(mistakes)
        while (entry := self._below.takeAt(0)) is not None:
            if (line := entry.widget()) is not None:
                line.hide()
                line.setParent(None)
                line.deleteLater()
        for words in self._mistakes:
            self._below.addWidget(Text(self._look, words, "caption", "warn"))
        for words in self._hints:
            self._below.addWidget(Text(self._look, _("Hint: {words}").format(words=words), "caption", "ink2"))
        self._describe()

    def focus(self) -> None:
        self.text_box.box.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.rested.emit()
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._steps_back(event)
        return False

    def _steps_back(self, event: QKeyEvent) -> bool:
        for key, said in (
            (QKeySequence.StandardKey.Undo, self.undo_asked),
            (QKeySequence.StandardKey.Redo, self.redo_asked),
        ):
            if event.matches(key):
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    said.emit()
                return True
        return False

    def _describe(self) -> None:
        self.text_box.box.setAccessibleDescription(" ".join((self._about, *self._mistakes, *self._hints)).strip())


class CutField(WrittenField):
    """A number from 0 to 100. Signals: ``told`` with it, after each change that leaves one there."""

    told = Signal(float)

    def __init__(self, look: Look, where: Where, label: str, number: float) -> None:
        super().__init__(look, where, label, decimal(number), name=True)
        self._number = number
        self.changed.connect(self._tell)
        self.rested.connect(self._settle)

    def show_words(self, words: str) -> None:
        """What is being typed stays, be it "62." on the way to 62.5 or nothing at all."""
        self._number = float(words)
        typed = number_in(self.text_box.words)
        if typed != self._number and not (typed is None and self.text_box.box.hasFocus()):
            self.text_box.show_words(decimal(self._number))

    def _tell(self, words: str) -> None:
        number = number_in(words)
        if number is None:
            self.say((), (_("A number from 0 to 100 is needed here."),))
        else:
            self.told.emit(number)

    def _settle(self) -> None:
        """Left without a number: the one before stands again."""
        if number_in(self.text_box.words) is None:
            self.say((), ())
            self.text_box.show_words(decimal(self._number))


def number_in(words: str) -> float | None:
    """The number that somebody wrote, with a point or a comma; ``None`` where it is none."""
    found = re.fullmatch(r"\s*([0-9]{1,3})(?:[.,]([0-9]{0,2}))?\s*", words, re.ASCII)
    return float(f"{found[1]}.{found[2] or 0}") if found else None

"""One part of a questionnaire on the page where it is written: its fields by place, its switches and its deeds."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.authoring.author import FoundMistake
from trustcheck.app.authoring.hints import HintWords, question_hints
from trustcheck.app.authoring.places import Where, at, key_of, with_
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.authoring.written_field import WrittenField
from trustcheck.ui.kit.buttons import Button, ButtonRow, Fold
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text

NewId = Callable[[str], str]
"""The next free id that begins with this."""
EditDeed = Callable[[Questionnaire, NewId], Questionnaire]
"""What a button does to a questionnaire."""


_AT = {"bands": "bands.1"}
"""Where a mistake of a whole list is told."""


class Unfolded(QWidget):
    """What is made only once it is unfolded: most of a questionnaire is not looked at today."""

    def __init__(self, make: Callable[["Unfolded"], None]) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._make: Callable[[Unfolded], None] | None = make

    def showEvent(self, event: QShowEvent) -> None:
        self.fill()
        super().showEvent(event)

    def fill(self) -> None:
        if self._make is not None:
            make, self._make = self._make, None
            make(self)


class PartView(QWidget):
    """Signals: ``written`` with a place and the value there now, ``rested``, ``deed_asked`` with a :data:`EditDeed`,
    ``undo_asked`` and ``redo_asked``.

    Override :meth:`refresh` where more than fields shows the questionnaire.
    """

    written = Signal(object, object)
    rested = Signal()
    deed_asked = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__()
        self.look, self.asked, self._words = look, asked, words
        self.fields: dict[Where, WrittenField] = {}
        self._folds: list[tuple[str, Fold, Unfolded]] = []
        self._mistakes: Sequence[FoundMistake] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(12))

    def refresh(self, asked: Questionnaire) -> None:
        """The same part after something was written in it."""
        self.asked = asked
        self._say_all()

    def show_mistakes(self, mistakes: Sequence[FoundMistake]) -> None:
        self._mistakes = mistakes
        self._say_all()

    def field_at(self, key: str) -> WrittenField | None:
        """The field whose place, or whose entry, a mistake names; what hides it is unfolded."""
        for begins, fold, details in self._folds:
            if key.startswith(begins) and not fold.is_open and key not in map(key_of, self.fields):
                details.fill()
        exact = next((each for where, each in self.fields.items() if key_of(where) == key), None)
        near = next((each for where, each in self.fields.items() if key_of(where).startswith(f"{key}.")), None)
        found = exact or near
        for _begins, fold, details in self._folds:
            if found is not None and details.isAncestorOf(found) and not fold.is_open:
                fold.show_open(is_open=True)
        return found

    def unfolded(self) -> tuple[str, ...]:
        """What stands unfolded, by its place."""
        return tuple(begins for begins, fold, _details in self._folds if fold.is_open)

    def unfold(self, places: Collection[str]) -> None:
        for begins, fold, details in self._folds:
            if begins in places:
                details.fill()
                fold.show_open(is_open=True)

    def heading(self, words: str) -> None:
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, words, "section"))

    def about(self, words: str) -> None:
        self.column.addWidget(Text(self.look, words, "body", "ink2"))

    def card(self, name: str) -> QVBoxLayout:
        """A plate for one entry."""
        card = Card(self.look, padding=(20, 14), gap=10)
        card.setAccessibleName(name)
        self.column.addWidget(card)
        return card.column

    def field(
        self, column: QVBoxLayout, where: Where, label: str, *, about: str = "", name: bool = False
    ) -> WrittenField:
        made = WrittenField(self.look, where, label, str(at(self.asked, where)), about=about, name=name)
        made.changed.connect(lambda words: self.written.emit(where, words))
        self.add_field(column, made)
        return made

    def add_field(self, column: QVBoxLayout, made: WrittenField) -> None:
        """One that says by itself what was written."""
        self.fields[made.where] = made
        made.rested.connect(self.rested)
        made.undo_asked.connect(self.undo_asked)
        made.redo_asked.connect(self.redo_asked)
        self._say(made)
        column.addWidget(made)

    def switch(self, column: QVBoxLayout, where: Where, words: str, detail: str = "") -> Switch:
        made = Switch(self.look, words, detail)
        made.setChecked(bool(at(self.asked, where)))
        made.toggled.connect(lambda on: self.deed_asked.emit(lambda asked, _new: _set(asked, where, on)))
        column.addWidget(made)
        return made

    def choice(
        self, column: QVBoxLayout, where: Where, name: str, words: Sequence[str], values: Sequence[object]
    ) -> None:
        made = Segmented(self.look, name, words)
        known = at(self.asked, where)
        made.show_choice(list(values).index(known) if known in values else None)
        made.chosen.connect(lambda place: self.deed_asked.emit(lambda asked, _new: _set(asked, where, values[place])))
        column.addWidget(Text(self.look, name, "caption", "ink2"))
        column.addWidget(made)

    def button(self, words: str, deed: EditDeed, *, about: str = "", kind: str = "quiet", icon: str = "") -> Button:
        made = Button(self.look, words, kind, icon=icon, height=36)
        made.setAccessibleDescription(about)
        made.clicked.connect(lambda: self.deed_asked.emit(deed))
        return made

    def buttons(self, column: QVBoxLayout, *buttons: QWidget) -> None:
        column.addWidget(ButtonRow(self.look, *buttons, gap=16))

    def fold(
        self, column: QVBoxLayout, where: Where, words: str, make: Callable[[Unfolded], None], about: str = ""
    ) -> None:
        details = Unfolded(make)
        details.column.setSpacing(self.look.px(10))
        fold = Fold(self.look, words, details)
        fold.stand_flush()
        fold.setAccessibleDescription(about)
        self._folds.append((key_of(where), fold, details))
        column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(details)
        details.hide()

    def _say_all(self) -> None:
        for field in self.fields.values():
            self._say(field)

    def _say(self, field: WrittenField) -> None:
        key = key_of(field.where)
        words = str(at(self.asked, field.where))
        field.show_words(words)
        mistakes = [each.sentence for each in self._mistakes if _AT.get(each.key, each.key) == key]
        field.say(self.hints_at(field.where, words), mistakes)

    def hints_at(self, where: Where, words: str) -> Sequence[str]:
        """What to look at twice in what stands at a place."""
        if where[0] == "items" and where[-1] == "text":
            return question_hints(self.asked, words, self._words)
        return ()


def _set(asked: Questionnaire, where: Where, value: object) -> Questionnaire:
    return with_(asked, where, value)

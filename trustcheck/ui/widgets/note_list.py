"""What people wrote to one question: the first of many notes, and the rest when somebody asks for them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.in_pieces import InPieces
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.more_button import MoreButton
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

AT_ONCE = 20
"""Notes that are shown together: more would only push the next question out of sight."""
_IN_FIRST_FRAME = 3


class NoteList(QWidget):
    """The first three are there at once. Others are made between two frames, and only while somebody looks."""

    def __init__(self, look: Look, notes: tuple[str, ...], about: str) -> None:
        """``about`` is the question, for whoever hears the button without seeing where it stands."""
        super().__init__()
        self._look, self._notes = look, notes
        self.shown: list[Text] = []
        """The words of the notes that are made."""
        self._wanted = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self.more = MoreButton(look)
        self.more.setAccessibleDescription(about)
        self.more.clicked.connect(self._show_more)
        self._pieces = InPieces(self)
        for words in notes[:_IN_FIRST_FRAME]:
            self._add(words)
        # Below the first ones, so that Tab comes to it after them and before the next question.
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._want(AT_ONCE)

    @property
    def is_complete(self) -> bool:
        """Whether everything that was asked for is there."""
        return len(self.shown) == self._wanted

    def _want(self, number: int) -> None:
        self._wanted = min(number, len(self._notes))
        self.more.show_left(len(self._notes) - self._wanted)
        if not self.is_complete:
            self._pieces.do(self._made())

    def _made(self) -> Iterator[None]:
        while not self.is_complete:
            self._add(self._notes[len(self.shown)])
            yield

    def _show_more(self) -> None:
        had_keyboard, first = self.more.hasFocus(), len(self.shown)
        self._add(self._notes[first])
        self._want(self._wanted + AT_ONCE)
        if had_keyboard:
            self.shown[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str) -> None:
        note = Card(self._look, fill="sunk", edge="", padding=(14, 8))
        row = QHBoxLayout()
        row.setSpacing(self._look.px(10))
        said = Text(self._look, words, "small").can_be_copied()
        said.setAccessibleName(_("A note: {note}").format(note=words))
        row.addWidget(Icon(self._look, "notebook-pen", "ink3", 18))
        row.addWidget(said, 1)
        note.column.addLayout(row)
        self._column.insertWidget(len(self.shown), note)
        if self.shown:
            QWidget.setTabOrder(self.shown[-1], said)
        self.shown.append(said)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pieces.rest()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_complete:
            self._pieces.go_on()

"""A labelled line to write on."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trustcheck.domain.round import NAME_LIMIT
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.worn import wear

# What turns the writing of a line around, or has no width. It would do so to the words beside it on every page; marks
# with which letters are joined or kept apart stay.
_UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060, 0xFEFF])


_QUOTED = frozenset(
    {
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
        Qt.InputMethodQuery.ImCurrentSelection,
    }
)


class LineEdit(QLineEdit):
    corner = 9

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:  # noqa: N802 - Qt's name
        """What is sensitive is quoted to nobody: an input method is another program, and Qt would tell it."""
        if query in _QUOTED and self.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
            return ""
        return super().inputMethodQuery(query)


class Field(QWidget):
    """A label above one line of text, or ``beside`` it. Signals: ``changed`` with the new words after each key."""

    changed = Signal(str)

    def __init__(
        self, look: Look, label: str, *, hint: str = "", limit: int = NAME_LIMIT, beside: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        caption = Text(look, label, "caption", "ink2", wrap=False) if beside else Text(look, label, "small_strong")
        self.line = LineEdit()
        self.line.setMaxLength(limit)
        self.line.setAccessibleName(label)
        self.line.setAccessibleDescription(hint)
        caption.setBuddy(self.line)
        self._together = QHBoxLayout() if beside else QVBoxLayout()
        self._together.addWidget(caption)
        self._together.addWidget(self.line)
        self._column.addLayout(self._together)
        if hint:
            self._column.addWidget(Text(look, hint, "caption", "ink3"))
        self._hint = hint
        self._complaint = Text(look, "", "caption", "warn")
        self._complaint.hide()
        self._column.addWidget(self._complaint)
        self.line.textEdited.connect(self.changed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What stands there, without what nobody sees."""
        return self.line.text().translate(_UNSEEN).strip()

    def show_words(self, words: str) -> None:
        if words != self.line.text():
            self.line.setText(words)

    @property
    def complaint(self) -> str:
        """What is still wrong with the words; empty when nothing is."""
        return self._complaint.text()

    def complain(self, words: str) -> None:
        """Say under the line what is wrong with it; an empty text takes that back."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        self.line.setAccessibleDescription(words or self._hint)

    def _restyle(self) -> None:
        for layout in (self._column, self._together):
            layout.setSpacing(self._look.px(6))
        wear(self.line, self._look, "body")
        self.line.setMinimumHeight(self._look.px(44))

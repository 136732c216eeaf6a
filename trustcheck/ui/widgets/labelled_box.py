"""A label above a box for a few sentences, and what is still wrong with them below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.round import NOTE_LIMIT
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.text_box import TextBox


class LabelledBox(QWidget):
    """Signals: ``changed`` with the words after each change by a person."""

    changed = Signal(str)

    def __init__(self, look: Look, label: str, *, hint: str = "", limit: int = NOTE_LIMIT) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._hint = hint
        self.text_box = TextBox(look, label, limit=limit)
        self.text_box.box.setAccessibleDescription(hint)
        self._complaint = Text(look, "", "caption", "warn")
        self._complaint.hide()
        column.addWidget(Text(look, label, "small_strong"))
        column.addWidget(self.text_box)
        if hint:
            column.addWidget(Text(look, hint, "caption", "ink3"))
        column.addWidget(self._complaint)
        self.text_box.changed.connect(self.changed)

    @property
    def words(self) -> str:
        return self.text_box.words.strip()

    @property
    def complaint(self) -> str:
        """What is still wrong with the words; empty when nothing is."""
        return self._complaint.text()

    def show_words(self, words: str) -> None:
        self.text_box.show_words(words)

    def complain(self, words: str) -> None:
        """Say below the box what is wrong with it; an empty text takes that back."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        self.text_box.box.setAccessibleDescription(words or self._hint)

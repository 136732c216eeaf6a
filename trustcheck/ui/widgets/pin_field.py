"""A line for something that nobody else should read while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.field import Field


class PinField(Field):
    """Shows dots for what is typed, and lets nothing be copied out. Signals: ``entered`` on Enter."""

    entered = Signal()

    def __init__(self, look: Look, label: str, limit: int) -> None:
        super().__init__(look, label, limit=limit)
        hide_what_is_typed(self.line)
        self.line.returnPressed.connect(self.entered)


def hide_what_is_typed(line: QLineEdit) -> None:
    """Dots for letters, and nothing that the system would learn or propose."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint
    line.setInputMethodHints(
        hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase | hints.ImhHiddenText
    )

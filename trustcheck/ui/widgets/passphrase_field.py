"""A line for a passphrase: dots unless it is to be seen, taken as it is typed or pasted, and emptied for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from trustcheck.app.passphrases import LONGEST
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.pin_field import hide_what_is_typed


class PassphraseField(Field):
    """Signals: ``entered`` on Enter."""

    entered = Signal()

    def __init__(self, look: Look, label: str) -> None:
        super().__init__(look, label, limit=LONGEST)
        hide_what_is_typed(self.line)
        self.line.returnPressed.connect(self.entered)

    @property
    def words(self) -> str:
        """What was typed, blanks at its ends included: they belong to it."""
        return self.line.text()

    def let_see(self, seen: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)

    def forget(self) -> None:
        """Empty the line and what could be undone in it."""
        self.line.setText("")

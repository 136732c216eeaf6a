"""A line for a passphrase: dots unless it is to be seen, taken as it is typed or pasted, and emptied for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from trustcheck.app.passphrases import LONGEST
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.pin_field import hide_what_is_typed
from trustcheck.ui.widgets.switch import Switch
from trustcheck.words import gettext as _


class PassphraseField(Field):
    """Signals: ``entered`` on Enter."""

    entered = Signal()

    def __init__(self, look: Look, label: str, *, alone: bool = True) -> None:
        """A line that stands ``alone`` has the switch that shows what is typed; others share one."""
        super().__init__(look, label, limit=LONGEST)
        hide_what_is_typed(self.line)
        self._see = see_switch(look) if alone else None
        if self._see is not None:
            self._column.addWidget(self._see)
            self._see.toggled.connect(self.let_see)
        self.line.returnPressed.connect(self.entered)

    @property
    def words(self) -> str:
        """What was typed, blanks at its ends included: they belong to it."""
        return self.line.text()

    def let_see(self, seen: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)

    def forget(self) -> None:
        """Empty the line and what could be undone in it, and show dots again."""
        self.line.setText("")
        if self._see is not None:
            self._see.setChecked(False)


def see_switch(look: Look) -> Switch:
    return Switch(look, _("Show what is typed"))

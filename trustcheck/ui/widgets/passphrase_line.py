"""A line for the passphrase of copies, there only where one is needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.passphrase_field import PassphraseField
from trustcheck.words import gettext as _

_LABEL = 26


class _Line(Columns):
    """The button beside the line, and not beside its label; right below it where there is little room."""

    def __init__(self, look: Look, field: QWidget, button: QWidget) -> None:
        held = QWidget()
        self._beside = QVBoxLayout(held)
        self._beside.addWidget(button)
        self._beside.addStretch(1)
        super().__init__(look, field, held, narrow=420)
        self.box.setStretch(1, 0)

    def _arrange(self) -> None:
        super()._arrange()
        self._beside.setContentsMargins(0, 0 if self.is_stacked else self._look.px(_LABEL), 0, 0)


class PassphraseLine(Card):
    """Signals: ``given`` with what was typed."""

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(20, 14))
        self.field = PassphraseField(look, _("Passphrase"))
        self.open = Button(look, _("Look into it"), "outline")
        self.field.entered.connect(self._give)
        self.open.clicked.connect(self._give)
        self.column.addWidget(_Line(look, self.field, self.open))
        self.hide()

    @property
    def typed(self) -> str:
        """As it was typed, with every space."""
        return self.field.words

    def ask(self, why: str, *, wrong: bool) -> None:
        """Ask for it, and put the keyboard there; ``wrong`` where one was given and did not open it."""
        self.field.complain(why if wrong else "")
        self.show()
        self.field.line.selectAll()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.typed:
            self.given.emit(self.typed)

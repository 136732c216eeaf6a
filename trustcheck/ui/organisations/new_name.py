"""A line for a name, opened when one is wanted: for a new organisation, or for another name of an old one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustcheck.app.organisations import checked_name
from trustcheck.app.ports import Refused
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _


class NewName(Card):
    """Signals: ``named`` with a name that may be kept, ``put_away`` when the person changed their mind."""

    named = Signal(str)
    put_away = Signal()

    def __init__(self, look: Look, label: str = "", words: str = "") -> None:
        super().__init__(look, padding=(24, 18), gap=12)
        label = label or _("What is the organisation called?")
        self.field = Field(look, label)
        self.keep = Button(look, words or _("Add the organisation"), "primary")
        self.cancel = Button(look, _("Cancel"), "outline")
        self._said = Text(look, "", "caption", "danger")
        self._said.hide()
        held = QWidget()
        line = FlowLayout(look, held, gap=10)
        line.addWidget(self.keep)
        line.addWidget(self.cancel)
        for part in (self.field, self._said, held):
            self.column.addWidget(part)
        self.field.line.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.close_up)
        self.hide()

    def open(self, name: str = "") -> None:
        """Show the line with a name to change, or with none, and put the keyboard in it."""
        self.field.show_words(name)
        self._said.hide()
        self.show()
        self.field.line.selectAll()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        self.hide()
        self.put_away.emit()

    @property
    def said(self) -> str:
        """What is wrong with the name; empty when nothing is."""
        return "" if self._said.isHidden() else self._said.text()

    def _keep(self) -> None:
        try:
            name = checked_name(self.field.words)
        except Refused as refused:
            self._said.setText(str(refused))
            self._said.show()
            announce(self, str(refused), assertive=True)
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.named.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

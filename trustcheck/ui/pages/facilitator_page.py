"""The way back for the facilitator: the PIN of this round, as often as it takes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.pages.pin_page import MOST
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.pin_field import PinField
from trustcheck.ui.widgets.quiet_frame import QuietFrame
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_WIDE = 320


class FacilitatorPage(QuietFrame):
    """Signals: ``tried`` with the PIN that was typed, ``back`` to handing over."""

    tried = Signal(str)
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("The facilitator\u2019s PIN")
        self.pin = PinField(look, self.name, MOST)
        self.trouble = Text(look, "", "small_strong", "warn", centred=True)
        self.go_back = Button(look, _("Back to handing over"), "outline", icon="arrow-left")
        self.open = Button(look, _("Open"), "primary", icon="lock")
        self.put_block(Text(look, _("Back to the facilitator"), "title", centred=True))
        self.put_block(
            Text(look, _("The PIN that was chosen when the laptop began to go round."), "lead", "ink2", centred=True), 8
        )
        self.put_block(self.pin, 24, widest=_WIDE)
        self.put_block(self.trouble, 10)
        self.put_buttons(self.go_back, self.open, gap=14)
        self.go_back.clicked.connect(self.back)
        self.open.clicked.connect(self._try)
        self.pin.entered.connect(self._try)

    def first_focus(self) -> QWidget:
        return self.pin.line

    def wait(self, *, waiting: bool) -> None:
        """While a PIN is tried."""
        self.pin.setEnabled(not waiting)
        self.open.setEnabled(not waiting)

    def tell_wrong(self) -> None:
        words = _("That did not open it. Take your time. There is no limit.")
        self.wait(waiting=False)
        self.trouble.setText(words)
        self.pin.line.clear()
        self.pin.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _try(self) -> None:
        if self.pin.words:
            self.trouble.setText("")
            self.tried.emit(self.pin.words)

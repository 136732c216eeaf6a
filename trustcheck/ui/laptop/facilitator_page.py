"""The way back for the facilitator: the PIN of this round, or the file's passphrase where the PIN is lost."""

from PySide6.QtCore import Signal

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PassphraseField, PinField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop.pin_page import MOST
from trustcheck.ui.laptop.trying_page import TryingPage
from trustcheck.words import gettext as _


class FacilitatorPage(TryingPage):
    """Signals: ``tried`` with the PIN that was typed, ``back`` to handing over, ``lost`` where the PIN is not known any
    more. ``has_passphrase``: whether there is another way then.
    """

    lost = Signal()

    def __init__(self, look: Look, *, has_passphrase: bool) -> None:
        self.name = _("The facilitator\u2019s PIN")
        lead = _("The PIN that was chosen when the laptop began to go round.")
        super().__init__(look, _("Back to the facilitator"), lead, PinField(look, self.name, MOST), wide=320)
        self.lost_it = Button(look, _("The PIN is lost"), "quiet")
        self.lost_it.clicked.connect(self.lost)
        self.lost_it.setVisible(has_passphrase)
        self.put(self.lost_it, 14)

    def tell_wrong(self, words: str = "") -> None:
        super().tell_wrong(words or _("That is not the PIN of this round."))


class LostPinPage(TryingPage):
    """Signals: ``tried`` with the passphrase that was typed, ``back`` to handing over."""

    def __init__(self, look: Look) -> None:
        self.name = _("If the PIN is lost")
        lead = _("The passphrase of this data file takes the PIN off. Sheets and half-filled sheets stay as they are.")
        super().__init__(look, self.name, lead, PassphraseField(look, _("Passphrase of the data file")), wide=440)
        self.open.say(_("Take the PIN off"))

    def tell_wrong(self, words: str = "") -> None:
        super().tell_wrong(words or _("That did not open it. Check Caps Lock, then the keyboard language."))

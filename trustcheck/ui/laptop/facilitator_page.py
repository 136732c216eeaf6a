"""The way back for the facilitator: the PIN of this round, or the file's passphrase where the PIN is lost."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PassphraseField, PinField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.laptop.pin_page import MOST
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# A line on which something secret is tried, and what is said when it was not that; it can be made to wait.


_A_SECOND = 1000


class TryingPage(QuietFrame):
    """Signals: ``tried`` with what was typed, ``back`` to where one came from."""

    tried = Signal(str)
    back = Signal()

    def __init__(self, look: Look, title: str, lead: str, field: PinField | PassphraseField, wide: int) -> None:
        super().__init__(look)
        self.field = field
        self._seconds_left: Callable[[], int] = lambda: 0
        self._clock = QTimer(self)
        self._clock.setInterval(_A_SECOND)
        self._clock.timeout.connect(self._go_on_waiting)
        self.trouble = Text(look, "", "small_strong", "warn", centred=True)
        self.go_back = Button(look, _("Back to handing over"), "outline", icon="arrow-left")
        self.open = Button(look, _("Open"), "primary", icon="lock")
        self.put_block(Text(look, title, "title", centred=True))
        self.put_block(Text(look, lead, "lead", "ink2", centred=True), 8)
        self.put_block(field, 24, widest=wide)
        self.put_block(self.trouble, 10)
        self.put_buttons(self.go_back, self.open, gap=14)
        self.go_back.clicked.connect(self.back)
        self.open.clicked.connect(self._try)
        field.entered.connect(self._try)

    def first_focus(self) -> QWidget:
        return self.field.line if self.field.isEnabled() else self.go_back

    def wait(self, *, waiting: bool) -> None:
        """While something is tried."""
        self.field.setEnabled(not waiting)
        self.open.setEnabled(not waiting)

    def tell_wrong(self, words: str) -> None:
        """It was something else: the line is empty and waits."""
        self.wait(waiting=False)
        self.field.line.clear()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(words)

    def take_nothing_for(self, seconds_left: Callable[[], int]) -> None:
        """Nothing can be tried until ``seconds_left`` says 0; how long that is stands here, and going back is free."""
        self._seconds_left = seconds_left
        self.field.line.clear()
        self.wait(waiting=True)
        self.go_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(_how_long(seconds_left()))
        self._clock.start()

    def _go_on_waiting(self) -> None:
        left = self._seconds_left()
        if left:
            self.trouble.setText(_how_long(left))
            return
        self._clock.stop()
        self.trouble.setText("")
        self.wait(waiting=False)
        if self.isVisible():
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        announce(self, words)

    def _try(self) -> None:
        typed = self.field.words
        if typed and self.field.isEnabled():
            self.trouble.setText("")
            self.tried.emit(typed)


def _how_long(seconds: int) -> str:
    minutes = -(-seconds // 60)
    time = (
        ngettext("{number} second", "{number} seconds", seconds).format(number=seconds)
        if seconds <= 60
        else ngettext("{number} minute", "{number} minutes", minutes).format(number=minutes)
    )
    return _("After several wrong ones this page waits. It takes the next one in {time}.").format(time=time)


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

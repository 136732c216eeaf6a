"""Before a data file that has a passphrase: its name, one line to type it on, and all the time there is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PassphraseField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

_WIDE = 440
_PATIENT_FROM = 3


class LockPage(QuietFrame):
    """Signals: ``tried`` with the passphrase that was typed, ``another_asked`` for another data file."""

    tried = Signal(str)
    another_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, crowned=True)
        self.name = _("This data file is locked")
        self._tries = 0
        self.file = Text(look, "", "title", centred=True)
        self.passphrase = PassphraseField(look, _("Passphrase"))
        self.another = Button(look, _("Open another file\u2026"), "quiet")
        self.open = Button(look, _("Open the file"), "primary", icon="lock")
        self._fill_middle()
        self.open.clicked.connect(self._try)
        self.passphrase.entered.connect(self._try)
        self.another.clicked.connect(self.another_asked)

    def _fill_middle(self) -> None:
        self.put_block(self.file, 20)
        lead = _("This data file opens with its passphrase.")
        self.put_block(Text(self.look, lead, "lead", "ink2", centred=True), 8)
        self.put_block(self.passphrase, 24, widest=_WIDE)
        self.put_buttons(self.another, self.open, gap=20)

    def show_file(self, name: str) -> None:
        """The name alone: the folders above it are nobody's business who walks past."""
        self.file.setText(name)

    def arrange(self) -> None:
        """A long name stands smaller before it is broken."""
        fits = self.look.width_of(self.file.text(), "title") <= 0.95 * self.room
        self.file.use_role("title" if fits else "card_title")

    def first_focus(self) -> QWidget:
        return self.passphrase.line

    def announcement(self) -> str:
        return f"{self.name}: {self.file.text()}"

    def tell_wrong(self) -> None:
        """It was another passphrase; the line is empty and waits."""
        self._tries += 1
        first = _("That did not open it. Check Caps Lock, then the keyboard language.")
        later = _("That did not open it. Take your time. There is no limit.")
        words = later if self._tries >= _PATIENT_FROM else first
        self.passphrase.complain(words)
        self.wait(waiting=False)
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)

    def wait(self, *, waiting: bool) -> None:
        """While the key is made and the file opened; another one can be asked for all the time."""
        for part in (self.passphrase, self.open):
            part.setEnabled(not waiting)

    def _try(self) -> None:
        typed = self.passphrase.words
        if not typed:
            return
        self.passphrase.forget()
        self.passphrase.complain("")
        self.wait(waiting=True)
        self.tried.emit(typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits in the line for whoever comes back."""
        self.passphrase.forget()
        super().hideEvent(event)

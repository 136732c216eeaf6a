"""The passphrase of the open data file: setting one, changing it, or taking it off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PassphraseField
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.passphrase_form import PassphraseForm
from trustcheck.ui.kit.protection_row import ProtectionChange
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _


class ProtectingPage(FocusFrame):
    """Signals: ``chosen`` with the present passphrase and the new one, either of which may be empty; ``cancelled``."""

    chosen = Signal(str, str)
    cancelled = Signal()

    def __init__(self, look: Look, what: ProtectionChange) -> None:
        super().__init__(look, widest=760)
        self._what = what
        self.name = _titles()[what]
        self.file = Text(look, "", "small_strong", "ink2")
        self.present = PassphraseField(look, _("Present passphrase"), alone=what is ProtectionChange.REMOVE)
        self.form = PassphraseForm(look)
        self.trouble = Text(look, "", "small_strong", "warn")
        self.cancel = Button(look, _("Not now"), "outline")
        self.go_on = Button(look, _buttons()[what][0], "primary", icon="lock")
        self._fill()
        self.present.setVisible(what is not ProtectionChange.SET)
        self.form.setVisible(what is not ProtectionChange.REMOVE)
        self._connect()

    def _connect(self) -> None:
        self.form.seen.connect(self.present.let_see)
        self.form.entered.connect(self._choose)
        self.form.missed.connect(lambda: self.bring_into_view(self.form.trouble))
        self.present.changed.connect(lambda: self.present.complain(""))
        self.present.entered.connect(self._on_present)
        self.go_on.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.cancelled)

    def show_file(self, name: str) -> None:
        self.file.setText(name)

    def first_focus(self) -> QWidget:
        return self.form.first.line if self._what is ProtectionChange.SET else self.present.line

    def wait(self, *, waiting: bool) -> None:
        """While the passphrase is looked at. Until the file is written anew, one can still leave it as it is."""
        for part in (self.present, self.form, self.go_on):
            part.setEnabled(not waiting)
        self.tell("")

    def tell(self, words: str) -> None:
        self.trouble.setText(words)
        announce(self, words)
        if words:
            self.bring_into_view(self.trouble)

    def tell_wrong(self) -> None:
        """The present passphrase was another one; nothing was touched."""
        self.present.forget()
        self.wait(waiting=False)
        self._ask_present(_("That is not the present one. Check Caps Lock, then the keyboard language."))

    def _ask_present(self, words: str) -> None:
        self.present.complain(words)
        self.present.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)
        self.bring_into_view(self.present)

    def _fill(self) -> None:
        look = self.look
        self.add(self.file)
        self.add(Text(look, self.name, "title"))
        self.add(self.present)
        self.add(self.form)
        self.add(self.trouble)
        self.add(Text(look, _("Worth knowing"), "section"))
        for icon, words in _lines(self._what):
            self.add(IconLine(look, icon, words))
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.go_on)
        self.footer.addLayout(row)

    def arrange(self) -> None:
        self.column.setSpacing(self.look.px(14))
        room = self.room - self.cancel.sizeHint().width() - self.look.px(12)
        self.go_on.say_what_fits(room, *_buttons()[self._what])

    def _on_present(self) -> None:
        if self._what is ProtectionChange.CHANGE:
            self.form.first.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._choose()

    def _choose(self) -> None:
        present = self.present.words
        if self._what is not ProtectionChange.SET and not present:
            self._ask_present(_("Type the present passphrase first."))
            return
        new = "" if self._what is ProtectionChange.REMOVE else self.form.chosen()
        if new or self._what is ProtectionChange.REMOVE:
            self.chosen.emit(present, new)

    def hideEvent(self, event: QHideEvent) -> None:
        self.present.forget()
        self.form.forget()
        super().hideEvent(event)


def _titles() -> dict[ProtectionChange, str]:
    return {
        ProtectionChange.SET: _("Protect the data file with a passphrase"),
        ProtectionChange.CHANGE: _("Change the passphrase"),
        ProtectionChange.REMOVE: _("Remove the passphrase"),
    }


def _buttons() -> dict[ProtectionChange, tuple[str, str]]:
    """What stands on the button, and the same in short."""
    return {
        ProtectionChange.SET: (_("Protect the file"), _("Protect it")),
        ProtectionChange.CHANGE: (_("Change the passphrase"), _("Change it")),
        ProtectionChange.REMOVE: (_("Remove the passphrase"), _("Remove it")),
    }


def _lines(what: ProtectionChange) -> tuple[tuple[str, str], ...]:
    if what is ProtectionChange.REMOVE:
        open_to = _("Afterwards whoever can use your account, or gets a copy, can read everything in it.")
        return (("eye", open_to), ("file-text", _("The copies beside the file lose the passphrase with it.")))
    copies = _("The copies beside the file get the passphrase with it.")
    elsewhere = _("Backups, exports and reports you made elsewhere stay as they are; they are yours to find.")
    return (("file-text", f"{copies} {elsewhere}"), ("shield-check", _limits()))


def _limits() -> str:
    return _(
        "It protects the file while it is closed. While it is open, whoever sits at this computer sees what you see:"
        " Ctrl+L locks it."
    )

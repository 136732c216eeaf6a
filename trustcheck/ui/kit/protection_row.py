"""Whether the open data file has a passphrase, and what can be done about it."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_LEAST_ROOM = 440
"""Pixels there are for a button in a card in the smallest window, whatever the size of its letters."""


class Protection(Enum):
    """How the open data file is kept."""

    NO_FILE = auto()
    SAMPLE = auto()
    NONE = auto()
    PASSPHRASE = auto()


class ProtectionChange(Enum):
    """What can be done about the passphrase of a file."""

    SET = auto()
    CHANGE = auto()
    REMOVE = auto()


class ProtectionRow(QWidget):
    """Signals: ``asked`` with a :class:`ProtectionChange`."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._protection = Protection.NO_FILE
        self._said = Text(look, "", "small_strong")
        self._detail = Text(look, "", "caption", "ink3")
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(look, held, gap=10)
        self._buttons: dict[ProtectionChange, Button] = {}
        for change, words, _short in _offers():
            button = self._buttons[change] = Button(look, words, height=38)
            button.clicked.connect(lambda _checked=False, change=change: self.asked.emit(change))
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for part in (self._said, self._detail, held):
            column.addWidget(part)
        self._held = held
        look.changed.connect(self._speak)
        self._speak()
        self.show_protection(Protection.NO_FILE)

    @property
    def open_to(self) -> str:
        """One sentence on who can read the file."""
        if self._protection is Protection.PASSPHRASE:
            return _("The file is encrypted; it opens with its passphrase.")
        return _("The file is not encrypted; whoever can use your account can open it.")

    def _speak(self) -> None:
        """In large letters, or a language with long words, the whole words are wider than a small window; a screen
        reader hears them all."""
        for change, words, short in _offers():
            self._buttons[change].say_what_fits(_LEAST_ROOM, words, short)

    def take_keyboard(self) -> None:
        offered = [button for button in self._buttons.values() if not button.isHidden()]
        if offered:
            offered[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_protection(self, protection: Protection) -> None:
        self._protection = protection
        said, detail = _words(protection)
        self._said.setText(said)
        self._detail.setText(detail)
        self._buttons[ProtectionChange.SET].setVisible(protection is Protection.NONE)
        for change in (ProtectionChange.CHANGE, ProtectionChange.REMOVE):
            self._buttons[change].setVisible(protection is Protection.PASSPHRASE)
        self._held.setVisible(protection in (Protection.NONE, Protection.PASSPHRASE))


def _offers() -> tuple[tuple[ProtectionChange, str, str], ...]:
    return (
        (ProtectionChange.SET, _("Protect it with a passphrase"), _("Protect it")),
        (ProtectionChange.CHANGE, _("Change the passphrase"), _("Change it")),
        (ProtectionChange.REMOVE, _("Remove the passphrase"), _("Remove it")),
    )


def _words(protection: Protection) -> tuple[str, str]:
    match protection:
        case Protection.PASSPHRASE:
            return (
                _("This data file is protected with a passphrase"),
                _("If you forget it, nobody can open the file, us included. There is no us."),
            )
        case Protection.NONE:
            return (
                _("This data file has no passphrase"),
                _("With one, the file and its copies are encrypted, and it is typed whenever the file is opened."),
            )
        case Protection.SAMPLE:
            return _("The sample needs no passphrase"), _("Everything in it is invented.")
        case _:
            return _("No data file is open"), _("Once one is, it can be protected with a passphrase here.")

"""Taking an organisation in: choose the file, open it, look at what would come, and take all of it or nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.store.organisation_file import Arriving
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.coming_in_page import ComingInPage
from trustcheck.ui.kit.fields import PassphraseField
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.organisations.organisations_view import (
    arriving_words,
    check_words,
    file_words,
    found_words,
    no_check_words,
    still_collecting_words,
)
from trustcheck.words import gettext as _

# One organisation of somebody else's data file: its checks, and what it would be called here.


_SHOWN = 12
"""Checks told one by one; a file may hold any number of them."""


class ArrivingCard(Card):
    """Signals: ``take_asked`` with the organisation's name over there."""

    take_asked = Signal(str)

    def __init__(self, look: Look, arriving: Arriving, *, alone: bool) -> None:
        """``alone`` where there is no other one to choose."""
        super().__init__(look, gap=10)
        self.column.addWidget(Text(look, arriving.name, "card_title"))
        for each in arriving.checks[:_SHOWN]:
            self.column.addWidget(IconLine(look, "check", check_words(each), role="body"))
        if len(arriving.checks) > _SHOWN:
            more = _("and {number} earlier ones").format(number=len(arriving.checks) - _SHOWN)
            self.column.addWidget(Text(look, more, "small", "ink2"))
        if not arriving.checks:
            self.column.addWidget(Text(look, no_check_words(), "body", "ink2"))
        words = still_collecting_words() if arriving.is_collecting else arriving_words(arriving)
        self.column.addWidget(Text(look, words, "small", "warn" if arriving.is_collecting else "ink2"))
        self.take = Button(look, _("Take it in"), "primary" if alone else "outline")
        self.take.setAccessibleName(_("Take {name} in").format(name=arriving.name))
        self.take.setAccessibleDescription(words)
        self.take.clicked.connect(lambda: self.take_asked.emit(arriving.name))
        line = FlowLayout(look)
        line.addWidget(self.take)
        self.column.addLayout(line)
        self.take.setVisible(not arriving.is_collecting)


class OrganisationInPage(ComingInPage):
    """Signals: also ``opened`` with the passphrase that was typed, ``take_asked`` with the name of one organisation
    over there, and ``page_asked`` for what came in.
    """

    opened = Signal(str)
    take_asked = Signal(str)
    page_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Taking in an organisation"), _("Looking through the file"), measure=760)
        self.passphrase = PassphraseField(look, _("Passphrase"))
        self.passphrase.entered.connect(self._open)
        self.cards: list[ArrivingCard] = []
        self._found = QVBoxLayout()
        self.open_button = self._add_button(_("Open the file"), "primary", self._open)
        self.page_button = self._add_button(_("Open its page"), "primary", self.page_asked)
        self.choose_button = self._add_button(_("Choose a file\u2026"), "primary", self.file_asked)
        self.other_button = self._add_button(_("Choose another file\u2026"), "outline", self.file_asked)
        self.back_button = self._add_button(_("Back"), "quiet", self.left)
        self.column.addWidget(self.passphrase)
        self.column.addLayout(self._found)
        self.column.addWidget(ButtonRow(look, *self.buttons))
        self.column.addStretch(1)
        self.show_start()

    def to_decide(self) -> tuple[QWidget, ...]:
        return self.passphrase.line, *(card.take for card in self.cards)

    def show_start(self) -> None:
        """No file yet."""
        self._stand(self.choose_button, self.back_button)
        self._say(
            _("Which file was handed over to you?"),
            _("A data file of TrustCheck. You see what is in it first, and nothing is ever mixed with what is here."),
        )

    def show_looking(self, name: str) -> None:
        """The file is being looked through."""
        self._stand()
        self._say(_("Looking through the file"), file_words(name))
        self._tell_step(0, 1, _("Looking through the file"))

    def show_locked(self, name: str, why: str, *, wrong: bool) -> None:
        """It opens with a passphrase; ``wrong`` where one was given and did not open it."""
        self._stand(self.passphrase, self.open_button, self.other_button, self.back_button)
        self._say(_("It opens with a passphrase"), _("Whoever handed {name} over knows it.").format(name=name))
        self.passphrase.complain(why if wrong else "")
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(self.passphrase)
        if wrong:
            announce(self, why, assertive=True)

    def show_found(self, name: str, arriving: tuple[Arriving, ...]) -> None:
        """What would come in."""
        self._stand(self.other_button, self.back_button)
        self._say(found_words(len(arriving)), file_words(name))
        for each in arriving:
            card = ArrivingCard(self.look, each, alone=len(arriving) == 1)
            card.take_asked.connect(self.take_asked)
            self.cards.append(card)
            self._found.addWidget(card)
            # At once: the keyboard is put on something in it.
            card.show()
        self._put_keyboard_first()

    def show_taking(self, done: int = 0, of: int = 1) -> None:
        """It is being written; ``done`` of ``of`` rows are behind us."""
        if self.making.isHidden():
            self._stand()
            self._say(_("Taking it in"), _("All of it or nothing: stopping leaves everything here as it was."))
        self._tell_step(done, of, _("Taking in"))

    def show_taken(self, name: str) -> None:
        """It is in the data file, on the disk."""
        self.passphrase.forget()
        self._stand(self.page_button, self.other_button, self.back_button)
        words = _("Its checks and results stand on its page. The file it came from is as it was.")
        self._say(_("Here now: {name}").format(name=name), words)
        self._put_keyboard_first()

    def show_refused(self, words: str) -> None:
        """It did not work: what happened, what is safe, what to do."""
        self.show_start()
        self._put_keyboard_first()
        self._complain(words)

    def _open(self) -> None:
        if self.passphrase.words:
            self.opened.emit(self.passphrase.words)

    def _say(self, heading: str, lead: str) -> None:
        self.say(heading)
        self.lead.setText(lead)
        announce(self, self.announcement())

    def _stand(self, *shown: QWidget) -> None:
        """Show these parts and no others that come and go."""
        self.clear(self._found)
        self.cards = []
        for part in (self.trouble, self.making, self.passphrase, *self.buttons):
            part.setVisible(part in shown)

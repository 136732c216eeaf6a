"""Taking an organisation in: choose the file, open it, look at what would come, and take all of it or nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.organisation_file import Arriving
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.organisation_file_words import file_words, found_words
from trustcheck.ui.widgets.arriving_card import ArrivingCard
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.coming_in_page import ComingInPage
from trustcheck.ui.widgets.passphrase_field import PassphraseField
from trustcheck.words import gettext as _


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
        self.open_button = self.button(_("Open the file"), "primary", self._open)
        self.page_button = self.button(_("Open its page"), "primary", self.page_asked)
        self.choose_button = self.button(_("Choose a file\u2026"), "primary", self.file_asked)
        self.other_button = self.button(_("Choose another file\u2026"), "outline", self.file_asked)
        self.back_button = self.button(_("Back"), "quiet", self.left)
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
        self.step(0, 1, _("Looking through the file"))

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
        self.put_keyboard_first()

    def show_taking(self, done: int = 0, of: int = 1) -> None:
        """It is being written; ``done`` of ``of`` rows are behind us."""
        if self.making.isHidden():
            self._stand()
            self._say(_("Taking it in"), _("All of it or nothing: stopping leaves everything here as it was."))
        self.step(done, of, _("Taking in"))

    def show_taken(self, name: str) -> None:
        """It is in the data file, on the disk."""
        self.passphrase.forget()
        self._stand(self.page_button, self.other_button, self.back_button)
        words = _("Its checks and results stand on its page. The file it came from is as it was.")
        self._say(_("Here now: {name}").format(name=name), words)
        self.put_keyboard_first()

    def show_refused(self, words: str) -> None:
        """It did not work: what happened, what is safe, what to do."""
        self.show_start()
        self.put_keyboard_first()
        self.complain(words)

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

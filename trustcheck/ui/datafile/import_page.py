"""Importing: choose an export, look at what would come in, and take in all of it or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.carrying.importing import Arrival
from trustcheck.app.ports import Refused
from trustcheck.ui.datafile.transfer_words import arrivals_headline, arrivals_table, take_words, taken_words
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.coming_in_page import ComingInPage
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import announce
from trustcheck.words import gettext as _


class ImportPage(ComingInPage):
    """Signals: also ``take_asked``, and ``home_asked`` to see what came in; ``left`` leads to where the person was."""

    take_asked = Signal()
    home_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Import"), _("Reading"), measure=860)
        self._found: tuple[Arrival, ...] | None = None
        self.take_button = self._add_button("", "primary", self.take_asked)
        self.choose_button = self._add_button(_("Choose a file\u2026"), "primary", self.file_asked)
        self.home_button = self._add_button(_("See what came in"), "primary", self.home_asked)
        self.other_button = self._add_button(_("Choose another file\u2026"), "outline", self.file_asked)
        self.back_button = self._add_button(_("Back"), "quiet", self.left)
        self._body = QVBoxLayout()
        self._row = ButtonRow(look, *self.buttons)
        self.column.addWidget(self._row)
        self.column.addSpacing(look.px(8))
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self.show_start()

    def show_start(self) -> None:
        """No file yet."""
        self._found = None
        self._begin_anew(
            _("Which export comes in?"),
            _("A JSON file that TrustCheck exported. It comes in beside what is here, and nothing is mixed with it."),
        )
        self._offer(self.choose_button, self.back_button)

    def show_reading(self) -> None:
        """A file is being read."""
        self._begin_anew(_("Looking at the file"), _("Nothing is taken in yet."))
        self._tell_step(0, 1, _("Reading"))

    def show_found(self, found: tuple[Arrival, ...]) -> None:
        """What would come in, under which names."""
        self._found = found
        look_first, empty = _("All of it or nothing. Look before you take it in."), _("Nothing was changed.")
        self._begin_anew(arrivals_headline(found), look_first if found else empty)
        if found:
            listing = Listing(self.look, _("What would come in"), arrivals_table(found), (3, 2, 5))
            self._body.addWidget(listing)
            listing.show()
        self.take_button.say(take_words(found))
        first = self.take_button if found else self.choose_button
        self._offer(first, *((self.other_button,) if found else ()), self.back_button)
        announce(self, self.announcement())

    def show_taking(self, done: int = 0, of: int = 1) -> None:
        """``done`` of ``of`` organisations are written, and kept once all of them are."""
        if self.making.isHidden():
            self._begin_anew(_("Taking it in"), _("All of it or nothing: stopping leaves the data file as it was."))
        self._tell_step(done, of, _("Taking in"))

    def show_taken(self, names: tuple[str, ...]) -> None:
        """It is in the data file, on the disk."""
        self._found = None
        told = _("In this data file: {names}.").format(names=", ".join(names[:20]))
        self._begin_anew(taken_words(names), told)
        self._offer(self.home_button, self.other_button)
        announce(self, self.announcement())

    def show_stopped(self) -> None:
        """Back to where the work began that was stopped; nothing was taken."""
        if self._found is None:
            self.show_start()
        else:
            self.show_found(self._found)

    def show_refused(self, refused: Refused) -> None:
        """It did not work: what happened, what is safe, what to do."""
        self.show_stopped()
        self._complain(str(refused))

    def _begin_anew(self, heading: str, lead: str) -> None:
        self.clear(self._body)
        for part in (self.trouble, self._row):
            part.hide()
        self.say(heading)
        self.lead.setText(lead)

    def _offer(self, *wanted: Button) -> None:
        self.offer(*wanted)
        self._row.show()
        self._put_keyboard_first()

"""Importing: choose an export, look at what would come in, and take in all of it or nothing."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.bringing_in import Arrival
from trustcheck.app.ports import Refused
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.transfer_words import arrivals_headline, arrivals_table, take_words, taken_words
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.listing import Listing
from trustcheck.ui.widgets.making_line import MakingLine
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ImportPage(Page):
    """Signals: ``file_asked`` for the dialog, ``take_asked``, ``cancel_asked`` while something is under way,
    ``left`` to where the person was, ``home_asked`` to see what came in.
    """

    file_asked = Signal()
    take_asked = Signal()
    cancel_asked = Signal()
    left = Signal()
    home_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=860)
        self._found: tuple[Arrival, ...] | None = None
        self.where = Text(look, _("Import"), "small_strong", "ink2")
        self.heading, self.lead = Text(look, "", "title"), Text(look, "", "lead", "ink2")
        self.trouble = Text(look, "", "body", "danger")
        self.trouble.can_be_copied()
        self.making = MakingLine(look, _("Reading"))
        self.making.cancelled.connect(self.cancel_asked)
        self.take_button = self._button("", "primary", self.take_asked)
        self.choose_button = self._button(_("Choose a file\u2026"), "primary", self.file_asked)
        self.home_button = self._button(_("See what came in"), "primary", self.home_asked)
        self.other_button = self._button(_("Choose another file\u2026"), "outline", self.file_asked)
        self.back_button = self._button(_("Back"), "quiet", self.left)
        self._all = (self.take_button, self.choose_button, self.home_button, self.other_button, self.back_button)
        self._buttons, self._body = ButtonRow(look, *self._all), QVBoxLayout()
        for part in (self.where, self.heading, self.lead, self.trouble, self.making, self._buttons):
            self.column.addWidget(part)
        self.column.addSpacing(look.px(8))
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self.show_start()

    def first_focus(self) -> QWidget | None:
        offered = (self.making.cancel_button, *self._all)
        return next((each for each in offered if each.isVisibleTo(self) and each.isEnabled()), None)

    def announcement(self) -> str:
        return f"{self.heading.text()} {self.lead.text()}"

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
        self._step(0, 1, _("Reading"))

    def show_found(self, found: tuple[Arrival, ...]) -> None:
        """What would come in, under which names."""
        self._found = found
        self._begin_anew(arrivals_headline(found), _("All of it or nothing. Look before you take it in."))
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
        self._step(done, of, _("Taking in"))

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
        self.trouble.setText(str(refused))
        self.trouble.show()
        announce(self, str(refused), assertive=True)

    def _begin_anew(self, heading: str, lead: str) -> None:
        self.clear(self._body)
        for part in (self.trouble, self.making, self._buttons):
            part.hide()
        self.name = heading
        self.heading.setText(heading)
        self.lead.setText(lead)

    def _step(self, done: int, of: int, doing: str) -> None:
        arriving = self.making.isHidden()
        self.making.show()
        self.making.show_step(done, of, doing)
        if arriving:
            self._put_keyboard_first()

    def _offer(self, *wanted: Button) -> None:
        for button in self._all:
            button.setVisible(button in wanted)
        self._buttons.show()
        self._put_keyboard_first()

    def _put_keyboard_first(self) -> None:
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()

    def _button(self, words: str, kind: str, says: SignalInstance) -> Button:
        button = Button(self.look, words, kind)
        button.clicked.connect(says)
        return button

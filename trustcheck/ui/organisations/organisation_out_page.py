"""Handing one organisation over: what goes along, the passphrase of its file, and where the file shall lie."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.domain.checks.round import RoundSummary
from trustcheck.ui.kit.buttons import Button, ButtonRow, FolderButton
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.passphrase_form import PassphraseForm
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.organisations.organisations_view import (
    check_words,
    collecting_words,
    handed_over,
    is_collecting,
    no_check_words,
    out_lead,
    worth_knowing,
)
from trustcheck.words import gettext as _


class OrganisationOutPage(Page):
    """Signals: ``save_asked`` with the passphrase and whether one's notes go along, ``cancel_asked`` while the file is
    written, ``left``.
    """

    save_asked = Signal(str, bool)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, rounds: Sequence[RoundSummary]) -> None:
        super().__init__(look, measure=760)
        self.name = _("Hand over {name}").format(name=name)
        self.heading = Text(look, self.name, "title")
        self.lead = Text(look, out_lead(), "lead", "ink2")
        self.trouble = Text(look, "", "body", "danger")
        self.trouble.can_be_copied()
        self.making = MakingLine(look, _("Writing the file"))
        self.making.cancelled.connect(self.cancel_asked)
        self.form = PassphraseForm(look)
        self.notes = Switch(
            look,
            _("Take along my notes about it"),
            _("Leave this off where the file goes to the organisation itself."),
        )
        self.save = self._button(_("Save the file\u2026"), "primary")
        self.back = self._button(_("Not now"), "outline")
        self.done = self._button(_("Back to the organisation"), "primary")
        self.folder = FolderButton(look)
        self._asked = self._what_is_asked(rounds)
        self._buttons = ButtonRow(look, self.save, self.done, self.folder, self.back)
        for part in (self.heading, self.lead, self.trouble, self.making, *self._asked, self._buttons):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.save.clicked.connect(self._save)
        self.form.entered.connect(self._save)
        self.form.missed.connect(lambda: self.bring_into_view(self.form.trouble))
        for button in (self.back, self.done):
            button.clicked.connect(self.left)
        self.show_form()
        if is_collecting(tuple(rounds)):
            self._show_collecting(name)

    def first_focus(self) -> QWidget | None:
        offered = (self.making.cancel_button, self.done, self.notes, self.back)
        return next((each for each in offered if each.isVisibleTo(self)), None)

    def announcement(self) -> str:
        return f"{self.heading.text()}. {self.lead.text()}"

    def show_form(self) -> None:
        """What goes along, and the passphrase to type."""
        self._stand(*self._asked, self.save, self.back)

    def show_making(self, done: int = 0, of: int = 1) -> None:
        """The file is being written; ``done`` of ``of`` rows are behind us."""
        arriving = self.making.isHidden()
        if arriving:
            self._stand(self.making)
        self.making.show_step(done, of)
        if arriving:
            self.making.cancel_button.setFocus()

    def show_saved(self, path: str) -> None:
        """It lies there, read back and whole. Nothing of the passphrase stays on the page."""
        self.form.forget()
        self._stand(self.done)
        self.folder.lead_to(path)
        self.heading.setText(_("Handed over"))
        self.lead.setText(handed_over(path))
        self.lead.can_be_copied()
        self.done.setFocus()
        announce(self, self.announcement())

    def show_stopped(self) -> None:
        """Nothing was written."""
        self.show_form()
        self.save.setFocus()

    def show_refused(self, words: str) -> None:
        self.show_stopped()
        self.trouble.setText(words)
        self.trouble.show()
        self.bring_into_view(self.trouble)
        announce(self, words, assertive=True)

    def _show_collecting(self, name: str) -> None:
        self._stand(self.back)
        self.lead.setText(collecting_words(name))
        self.back.say(_("Back to the organisation"))

    def _what_is_asked(self, rounds: Sequence[RoundSummary]) -> tuple[Card, ...]:
        along = Card(self.look, gap=10)
        along.column.addWidget(Text(self.look, _("What goes along"), "card_title"))
        for each in rounds:
            along.column.addWidget(IconLine(self.look, "check", check_words(each), role="body"))
        if not rounds:
            along.column.addWidget(Text(self.look, no_check_words(), "body"))
        kept = _("Its name, its logo, and what is kept on its page for checks and reports.")
        along.column.addWidget(IconLine(self.look, "check", kept, role="body"))
        along.column.addWidget(self.notes)
        protected = Card(self.look, gap=10)
        protected.column.addWidget(Text(self.look, _("The passphrase of the file"), "card_title"))
        protected.column.addWidget(self.form)
        for icon, words in worth_knowing():
            protected.column.addWidget(IconLine(self.look, icon, words))
        return along, protected

    def _button(self, words: str, kind: str) -> Button:
        return Button(self.look, words, kind)

    def _stand(self, *shown: QWidget) -> None:
        """Show these parts and no others that come and go."""
        for part in (*self._asked, self.making, self.trouble, self.save, self.done, self.folder, self.back):
            part.setVisible(part in shown)

    def _save(self) -> None:
        passphrase = self.form.chosen()
        if passphrase:
            self.save_asked.emit(passphrase, self.notes.isChecked())

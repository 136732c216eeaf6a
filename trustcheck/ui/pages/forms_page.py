"""Making forms: to print and fill in by hand, or a file for each person to fill in and send back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.announce import announce
from trustcheck.ui.form_words import FormsView
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.folder_button import FolderButton
from trustcheck.ui.widgets.form_choices import FormChoices
from trustcheck.ui.widgets.making_line import MakingLine
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class FormsPage(Page):
    """Signals: ``make_asked`` with :class:`FormsWanted`, ``cancel_asked``, ``left`` to go back to collecting."""

    make_asked = Signal(object)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=880)
        self.name = _("Print or make forms")
        self.where = Text(look, "", "small_strong", "ink2")
        self.column.addWidget(self.where)
        self.title(self.name)
        self.choices = FormChoices(look)
        self.making = MakingLine(look, _("Making the forms"), _("Make them again"))
        self.make_button = Button(look, _("Make the forms\u2026"), "primary", icon="printer")
        self.said = Text(look, "", "body")
        self.said.can_be_copied()
        self.folder = FolderButton(look)
        for part in (self.choices, self._buttons(), self.making, self.said, self.folder):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()
        for part in (self.said, self.making):
            part.hide()

    def first_focus(self) -> QWidget:
        return self.choices.asked[0].line

    def show_forms(self, view: FormsView) -> None:
        """Forms for everybody who is invited, to begin with."""
        self.where.setText(view.organisation)
        self.choices.show_forms(view)

    def show_making(self, done: int, of: int) -> None:
        self.said.hide()
        self.folder.hide()
        self.make_button.setEnabled(False)
        self.making.show()
        self.making.show_step(done, of)

    def show_made(self, words: str, path: str) -> None:
        """The forms are on the disk: at ``path``, a file or a folder."""
        self._stand_still()
        self._say(words, "ok")
        self.folder.lead_to(path)
        announce(self, words)

    def show_refused(self, words: str) -> None:
        self._stand_still()
        self._say(words, "danger")
        announce(self, words, assertive=True)

    def _buttons(self) -> QWidget:
        back = Button(self.look, _("Back to collecting"), "quiet")
        back.clicked.connect(self.left)
        return ButtonRow(self.look, self.make_button, back)

    def _connect(self) -> None:
        self.choices.kind_changed.connect(self._name_deed)
        self.choices.entered.connect(self._make)
        self.make_button.clicked.connect(self._make)
        self.making.cancelled.connect(self._cancel)
        self.making.again.connect(self._make)

    def _name_deed(self, to_send: bool) -> None:
        self.make_button.say(_("Make the files\u2026") if to_send else _("Make the forms\u2026"))

    def _make(self) -> None:
        wanted = self.choices.wanted
        if wanted is not None and self.make_button.isEnabled():
            self.make_asked.emit(wanted)

    def _cancel(self) -> None:
        self.make_button.setEnabled(True)
        self.making.show_stopped(_("Stopped. Nothing was saved."))
        self.cancel_asked.emit()

    def _stand_still(self) -> None:
        self.make_button.setEnabled(True)
        self.making.hide()

    def _say(self, words: str, ink: str) -> None:
        self.said.setText(words)
        self.said.use_ink(ink)
        self.said.show()

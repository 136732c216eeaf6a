"""All questionnaires there are: those that come with the program, and one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.questionnaires.shelf import Shelved
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.questionnaires.questionnaire_card import QuestionnaireCard
from trustcheck.words import gettext as _


class QuestionnairesPage(Page):
    """Signals: ``file_asked`` for the dialog, ``read_asked`` and ``remove_asked`` with a :class:`Shelved`."""

    file_asked = Signal()
    read_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=860)
        self.name = _("Questionnaires")
        self.title(self.name)
        lead = _(
            "What a check can ask. Your own stand beside the one that comes with TrustCheck: add a file, or drop one on"
            " this window."
        )
        self.column.addWidget(Text(look, lead, "lead", "ink2"))
        self.add_button = Button(look, _("Add from a file\u2026"), "primary", icon="plus")
        self.add_button.clicked.connect(self.file_asked)
        self.buttons = ButtonRow(look, self.add_button)
        self.column.addWidget(self.buttons)
        self.said = Text(look, "", "body")
        self.said.can_be_copied()
        self.said.hide()
        self.column.addWidget(self.said)
        self.cards: list[QuestionnaireCard] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(12))
        self.column.addLayout(self._list)
        self.folder = Text(look, "", "caption", "ink3")
        self.folder.can_be_copied()
        self.column.addWidget(self.folder)
        self.column.addStretch(1)

    def first_focus(self) -> Button:
        return self.add_button

    def show_list(self, listed: Sequence[Shelved], folder: str) -> None:
        """``folder`` is where one's own lie."""
        self.clear(self._list)
        self.cards = [QuestionnaireCard(self.look, each) for each in listed]
        for card in self.cards:
            card.read_asked.connect(lambda shelved=card.shelved: self.read_asked.emit(shelved))
            card.remove_asked.connect(lambda shelved=card.shelved: self.remove_asked.emit(shelved))
            self._list.addWidget(card)
            card.show()
        self.folder.setText(_("Your own lie in {folder}.").format(folder=folder))

    def say(self, words: str, *, well: bool) -> None:
        """What came of the last thing that was done; empty words are taken away."""
        self.said.setText(words)
        self.said.use_ink("ok" if well else "danger")
        self.said.setVisible(bool(words))
        if words:
            self.bring_into_view(self.said)
            announce(self, words, assertive=not well)

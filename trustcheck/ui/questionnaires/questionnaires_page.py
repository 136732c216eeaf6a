"""All questionnaires there are: those that come with the program, and one's own."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.questionnaires.shelf import Shelved
from trustcheck.ui.kit.buttons import Button, ButtonRow, Fold
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.questionnaires.questionnaire_card import QuestionnaireCard
from trustcheck.words import gettext as _


class Start(StrEnum):
    """How one's own begins."""

    BESIDE = "beside"
    COPY = "copy"
    NOTHING = "nothing"


def start_words() -> dict[Start, str]:
    return {
        Start.BESIDE: _("The shipped questions, and two of your own beside them"),
        Start.COPY: _("The shipped questions, to change"),
        Start.NOTHING: _("From nothing"),
    }


class QuestionnairesPage(Page):
    """Signals: ``file_asked`` for the dialog, ``read_asked`` and ``remove_asked`` with a :class:`Shelved`,
    ``write_asked`` with a :class:`Start`, ``change_asked`` and ``translate_asked`` with the name of one's own.
    """

    file_asked = Signal()
    write_asked = Signal(object)
    change_asked = Signal(str)
    translate_asked = Signal(str)
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
        ways = QWidget()
        self.write_button = Fold(look, _("Write your own"), ways, kind="outline")
        self.buttons = ButtonRow(look, self.add_button, self.write_button)
        self._add_ways(ways)
        self.column.addWidget(self.buttons)
        self.column.addWidget(ways)
        ways.hide()
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
            card.change_asked.connect(lambda name=card.shelved.name: self.change_asked.emit(name))
            card.translate_asked.connect(lambda name=card.shelved.name: self.translate_asked.emit(name))
            card.remove_asked.connect(lambda shelved=card.shelved: self.remove_asked.emit(shelved))
            self._list.addWidget(card)
            card.show()
        self.folder.setText(_("Your own lie in {folder}.").format(folder=folder))

    def _add_ways(self, ways: QWidget) -> None:
        """How one's own can begin, below the button that unfolds them."""
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(4))
        for start, words in start_words().items():
            way = Button(self.look, words, "quiet", trailing="chevron-right", height=36)
            way.stand_flush()
            way.clicked.connect(lambda *_checked, at=start: self.write_asked.emit(at))
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, words: str, *, well: bool) -> None:
        """What came of the last thing that was done; empty words are taken away."""
        self.said.setText(words)
        self.said.use_ink("ok" if well else "danger")
        self.said.setVisible(bool(words))
        if words:
            self.bring_into_view(self.said)
            announce(self, words, assertive=not well)

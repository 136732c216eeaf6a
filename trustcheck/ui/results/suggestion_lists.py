"""What stands below the suggestions of one person and of a group: what waits and why, and facts to change at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.facts import quick_wins_heading
from trustcheck.app.presenting.personal_steps import waiting_heading, waiting_lines
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.suggestions import QuickWin
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


def waiting_card(look: Look, held_back: Sequence[HeldBack], questionnaire: Questionnaire) -> Card:
    """Every theme or suggestion that waits, with its reason."""
    card = Card(look, gap=8)
    card.column.addWidget(Text(look, waiting_heading(), "section"))
    for words in waiting_lines(held_back, questionnaire):
        card.column.addWidget(IconLine(look, "clock", words))
    return card


def quick_wins_card(look: Look, wins: Sequence[QuickWin]) -> Card:
    card = Card(look, gap=8)
    card.column.addWidget(Text(look, quick_wins_heading(), "section"))
    lead = _("Each is a \u201cno\u201d today, and one decision away from a \u201cyes\u201d within a month.")
    card.column.addWidget(Text(look, lead, "caption", "ink2"))
    for win in wins:
        card.column.addWidget(IconLine(look, "flag", win.practice.text))
    return card


# Where a short form goes on: what more questions would tell, and the button that leads to them.


class FurtherCard(Card):
    """Signals: ``asked`` when the button is pressed."""

    asked = Signal()

    def __init__(self, look: Look, heading: str, words: str, button: str) -> None:
        super().__init__(look, gap=10)
        self.column.addWidget(Text(look, heading, "section"))
        self.column.addWidget(Text(look, words, "body", "ink2"))
        self.button = Button(look, button, "primary", trailing="arrow-right")
        self.button.clicked.connect(self.asked)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

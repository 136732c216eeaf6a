"""What stands below the suggestions of one person and of a group: what waits and why, and facts to change at once."""

from collections.abc import Sequence

from trustcheck.app.presenting.facts import quick_wins_heading
from trustcheck.app.presenting.personal_steps import waiting_heading, waiting_lines
from trustcheck.domain.priorities import HeldBack
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.suggestions import QuickWin
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon_line import IconLine
from trustcheck.ui.widgets.text import Text
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

"""What stands below the suggestions of one person and of a group: what waits and why, and facts to change at once."""

from collections.abc import Sequence

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
    card.column.addWidget(Text(look, _("Waiting for now"), "section"))
    for held in held_back:
        words = _("{what}: {why}").format(what=_name(held, questionnaire), why=held.why)
        card.column.addWidget(IconLine(look, "clock", words))
    return card


def quick_wins_card(look: Look, wins: Sequence[QuickWin]) -> Card:
    card = Card(look, gap=8)
    card.column.addWidget(Text(look, _("Facts you can change, whatever the scores"), "section"))
    lead = _("Each is a \u201cno\u201d today, and one decision away from a \u201cyes\u201d within a month.")
    card.column.addWidget(Text(look, lead, "caption", "ink2"))
    for win in wins:
        card.column.addWidget(IconLine(look, "flag", win.practice.text))
    return card


def _name(held: HeldBack, questionnaire: Questionnaire) -> str:
    """The theme's name, or the suggestion's title in quotation marks."""
    themes = questionnaire.theme_by_id
    if held.what in themes:
        return themes[held.what].name
    titles = {each.id: each.title for each in questionnaire.suggestions}
    return f"\u201c{titles.get(held.what, held.what)}\u201d"

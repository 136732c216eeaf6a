"""What a group is offered to try: how many things, from whose answers, and what to keep meanwhile."""

from trustcheck.app.presenting.group_sayings import scored
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.findings.suggestions import Proposal
from trustcheck.domain.questionnaire.model import Form
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words


def offered(result: GroupResult) -> tuple[Proposal, ...]:
    """The themes to begin with that have something to try now."""
    return tuple(each for each in result.proposals if each.suggestions)


def suggestions_headline(result: GroupResult) -> str:
    """How many things there are to try, or why none is offered."""
    number = len(offered(result))
    if not number:
        return nothing_words(result)
    said = ngettext("{number} thing worth trying first", "{number} things worth trying first", number)
    return said.format(number=capitalised(in_words(number)))


def about_suggestions(result: GroupResult) -> str:
    """From whose answers they are chosen, or why there are none."""
    if not offered(result):
        return result.no_proposals
    whose = people(result.headline or result.perspectives[0])
    return _("Chosen by rules you can read, from the answers of {people}. No oracle involved.").format(people=whose)


def nothing_words(result: GroupResult) -> str:
    """A heading where nothing is proposed: too little is known, or nothing presses."""
    if result.proposals or result.summary.form is Form.PULSE or result.headline is None:
        return _("Nothing to suggest yet")
    return _("Nothing urgent")


def keep_doing(result: GroupResult) -> str:
    """The strongest theme as something not to lose; empty without one."""
    if not result.strengths:
        return ""
    theme = scored(result, result.theme(result.strengths[0].theme_id))
    return _("Keep doing: {theme}. Nothing here should cost you that.").format(theme=theme)

"""Words that several sections share."""

from datetime import date

from trustcheck.app.number_words import in_words
from trustcheck.app.results import FactResult, ItemResult, PersonalResult, ThemeResult
from trustcheck.domain.answers import Fact
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_FACTS = {
    Fact.YES: _("Yes"),
    Fact.PARTLY: _("Partly"),
    Fact.NO: _("No"),
    Fact.DONT_KNOW: _("I don't know"),
    Fact.NOT_APPLICABLE: _("Doesn't apply"),
}


def answer_words(fact: FactResult) -> str:
    return _FACTS[fact.given.fact] if fact.given else _("Not answered")


def number(count: int) -> str:
    """Small numbers as words, and "no" for none."""
    return in_words(count) if count else _("no")


def answered_on(result: PersonalResult) -> date:
    return result.round.summary.closed_on or result.round.summary.started_on


def is_pulse(result: PersonalResult) -> bool:
    return result.form is Form.PULSE


def whose_view(result: PersonalResult) -> str:
    if result.round.summary.perspective is Perspective.LEADER:
        return _("One person, who leads here")
    return _("One person, who works here")


def quoted(item: ItemResult) -> str:
    """A question as it was read, with its answer: “People here settle ...” Often."""
    return _("“{sentence}” {answer}.").format(sentence=item.wording, answer=item.words)


def scored(theme: ThemeResult) -> str:
    """ "Real voices (44)", or the name alone."""
    if theme.score is None:
        return theme.theme.name
    return _("{theme} ({score})").format(theme=theme.theme.name, score=whole(theme.score))


def questions(count: int) -> str:
    return ngettext("{number} question", "{number} questions", count).format(number=count)

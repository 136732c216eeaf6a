"""Words that several sections share."""

from datetime import date

from trustcheck.app.number_words import in_words
from trustcheck.app.results import PersonalResult
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


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


def questions(count: int) -> str:
    return ngettext("{number} question", "{number} questions", count).format(number=count)

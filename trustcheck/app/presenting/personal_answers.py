"""How one answer is said, wherever it stands: the label of the scale, or how it was declined."""

from trustcheck.domain.answers import Answer, Fact
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.words import gettext as _


def declined_words(answer: Answer) -> str:
    """The two answers that are no point of the scale."""
    return _("I don\u2019t know") if answer == Answer.DONT_KNOW else _("Doesn\u2019t apply here")


def answer_words(answer: Answer | None, questionnaire: Questionnaire) -> str:
    """An answer as the person reads it; "Skipped" where there is none."""
    if answer is None:
        return _("Skipped")
    if answer.point is None:
        return declined_words(answer)
    return questionnaire.scale[answer.point - questionnaire.low]


def fact_words(fact: Fact | None) -> str:
    """What was said of a fact; "Not answered" where nothing was."""
    if fact is None:
        return _("Not answered")
    return {
        Fact.YES: _("Yes"),
        Fact.PARTLY: _("Partly"),
        Fact.NO: _("No"),
        Fact.DONT_KNOW: _("I don\u2019t know"),
        Fact.NOT_APPLICABLE: _("Doesn\u2019t apply"),
    }[fact]

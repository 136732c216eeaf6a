"""The five answers to a fact, as they are said."""

from trustcheck.domain.answers import Fact
from trustcheck.words import gettext as _


def fact_in_words(fact: Fact) -> str:
    match fact:
        case Fact.YES:
            return _("Yes")
        case Fact.PARTLY:
            return _("Partly")
        case Fact.NO:
            return _("No")
        case Fact.DONT_KNOW:
            return _("I don\u2019t know")
        case Fact.NOT_APPLICABLE:
            return _("Doesn\u2019t apply")

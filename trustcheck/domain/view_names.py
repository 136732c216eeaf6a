"""What the people of one perspective are called in a sentence and beside a mark."""

from trustcheck.domain.questionnaire import Perspective
from trustcheck.words import gettext as _


def people(perspective: Perspective) -> str:
    """ "leaders" or "staff", in lower case."""
    return _("leaders") if perspective is Perspective.LEADER else _("staff")


def people_first(perspective: Perspective) -> str:
    """The same, as a sentence begins."""
    return _("Leaders") if perspective is Perspective.LEADER else _("Staff")

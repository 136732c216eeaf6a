"""What to protect: the strongest themes of a group, and what they may be called."""

from trustcheck.app.group_result import GroupResult
from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.presenting.group_gaps import compares
from trustcheck.app.presenting.group_seen import headline
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def strengths_headline(result: GroupResult) -> str:
    """How many there are, or that they are strongest only beside the others."""
    number = len(result.strengths)
    if not number and _is_any_shown(result):
        return _("What is highest is where to begin")
    if not number:
        return _("No theme may be shown as a strength yet")
    if result.strengths[0].relative:
        return _("Relatively strongest, and worth protecting")
    said = ngettext("{number} strength to protect", "{number} strengths to protect", number)
    return said.format(number=capitalised(in_words(number)))


def about_strengths(result: GroupResult) -> str:
    """What makes them strengths."""
    if not result.strengths and _is_any_shown(result):
        return _("No other theme lies above those on the list of where to begin, so none is called strongest.")
    if not result.strengths:
        return _("There are too few answers, or the short form asks too little of one theme.")
    if result.strengths[0].relative:
        return _("No theme is usual beyond doubt, undivided and without a gap; these come nearest.")
    if compares(result):
        return _("Usual even at the lower end of the interval, undivided, and seen similarly by leaders and staff.")
    return _("Usual even at the lower end of the interval, and undivided.")


def _is_any_shown(result: GroupResult) -> bool:
    return any(headline(result, theme.views) is not None for theme in result.themes)


def keep_words(question: str) -> str:
    """The question that carries a strength, as something to go on with."""
    return _("Protect it by keeping what people describe most: \u201c{question}\u201d").format(question=question)

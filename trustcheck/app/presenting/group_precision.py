"""How sure a number of a group is and how people lie behind it: each figure with what it is called."""

from collections.abc import Iterator, Sequence

from trustcheck.app.group_result import Range, Shown
from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.explanations import Figure
from trustcheck.app.presenting.group_items import usual_answers
from trustcheck.app.presenting.group_sayings import between
from trustcheck.app.presenting.group_words import solidity_name, spread_words
from trustcheck.words import gettext as _


def figures_of(value: Shown, scale: Sequence[str]) -> Iterator[tuple[Figure, str, str]]:
    """Which figure, its words, and what stands below them."""
    if value.band:
        yield Figure.BAND, value.band, _("band")
    if value.interval:
        yield Figure.INTERVAL, between(value.interval), _("where the mean may lie, 95 %")
    if value.guaranteed:
        yield Figure.GUARANTEED, *_in_any_case(value.guaranteed)
    if value.spread:
        yield Figure.SPREAD, capitalised(spread_words(value.spread)), _("how far answers lie apart")
    if value.favourable is not None:
        share = _("{count} of {n}").format(count=value.favourable, n=value.n)
        yield Figure.FAVOURABLE, share, usual_answers(scale)
    yield Figure.DONT_KNOW, _("{share} %").format(share=value.dont_know), _("I don\u2019t know")
    if value.solidity:
        yield Figure.SOLIDITY, solidity_name(value.solidity), _("would one person change it?")


def classes_told(value: Shown) -> str:
    """Of how many people the three classes are."""
    return capitalised(_("{n} people in three classes").format(n=in_words(value.n)))


def _in_any_case(span: Range) -> tuple[str, str]:
    """One number where everybody who was invited has a score: then nobody is left to move it."""
    if span.low == span.high:
        return _("Everybody"), _("who was invited has a score here")
    return between(span), all_invited.caption()

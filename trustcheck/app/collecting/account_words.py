"""The account of a table in words, for the page and the command alike: every row, and every column left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped

if TYPE_CHECKING:
    from trustcheck.app.collecting.tables import Fate

_NAMED = 12


def account_words(account: "Sequence[Fate]") -> str:
    """Every row of a file by what becomes of it: "14 rows in the file: 12 sheets, 1 row of headings ..."."""
    number = sum(each.rows for each in account)
    fates = ", ".join(each.words for each in account)
    return ngettext("One row in the file: {fates}.", "{number} rows in the file: {fates}.", number).format(
        number=grouped(number), fates=fates
    )


def left_out_words(headings: Sequence[str]) -> str:
    """The columns of which nothing is kept, by name."""
    names = [_("\u201c{name}\u201d").format(name=name) for name in headings]
    return _("Left out, and nothing of it is kept: {names}.").format(names=some_of(names))


def some_of(names: Sequence[str]) -> str:
    """The first names of many, and how many more there are."""
    more = len(names) - _NAMED
    told = ", ".join(names[:_NAMED])
    if more <= 0:
        return told
    return ngettext("{names} and one more", "{names} and {number} more", more).format(names=told, number=more)

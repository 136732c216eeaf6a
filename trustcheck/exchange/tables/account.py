"""The account of a table: what becomes of each of its rows, in words with their number."""

from collections.abc import Mapping
from dataclasses import dataclass

from trustcheck.app.collecting.tables import Fate, Plan, RawTable
from trustcheck.exchange.tables.decisions import HIDDEN, state_words
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped


@dataclass(frozen=True, slots=True)
class RowCounts:
    """The rows below the headings that nothing left out by what they say; each is counted once."""

    sheets: int
    to_put_right: int
    """A cell is no answer, or stands beyond the headings, or it does not say whose the row is."""
    asked_about: int
    """What somebody still has to say of them decides what becomes of them."""
    nobodys: int
    """Somebody said that they are neither a leader's nor staff's."""
    without_answer: int


def account_of(
    table: RawTable, plan: Plan, left_out: Mapping[str, frozenset[int]], rows: RowCounts
) -> tuple[Fate, ...]:
    """Every row of the table by what becomes of it; together they are all rows.

    ``left_out`` has the rows that do not count by what they say; headings that come again say nothing.
    """
    above, headings = plan.heading_first + table.above_apart, _headings(table, plan, len(left_out.get("", ())))
    counted = (
        (rows.sheets, ngettext("{number} sheet", "{number} sheets", rows.sheets)),
        (above, _("{number} above the headings")),
        (headings, ngettext("{number} row of headings", "{number} rows of headings", headings)),
        *((len(each), _left_out_words(name, len(each))) for name, each in left_out.items() if name),
        (rows.nobodys, _("{number} left out that are neither a leader's nor staff's")),
        (rows.without_answer, _("{number} without an answer")),
        (rows.asked_about, _("{number} asked about")),
        (rows.to_put_right, _("{number} to put right")),
    )
    return tuple(Fate(words.replace("{number}", grouped(number)), number) for number, words in counted if number)


def _headings(table: RawTable, plan: Plan, again: int) -> int:
    """How many rows of the file are headings, those that come again among them."""
    begins = plan.begins if plan.begins >= 0 else plan.heading_row + 1
    made = sum(line == 0 for line in table.lines[plan.heading_first : begins])
    return begins - plan.heading_first - made + again + table.headings_apart


def _left_out_words(name: str, number: int) -> str:
    if name == HIDDEN:
        return ngettext("{number} left out that is hidden", "{number} left out that are hidden", number)
    words = ngettext(
        "{number} left out that says \u201c{kind}\u201d", "{number} left out that say \u201c{kind}\u201d", number
    )
    return words.replace("{kind}", state_words(name))

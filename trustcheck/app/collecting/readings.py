"""Ways of reading: what somebody decided of the files of one tool, kept under a name for the next file of it.

A file's headings and words may name a client. Of them nothing is kept but check sums: enough to know them again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trustcheck.app.collecting.tables import COLUMN, EVERYBODY, HEADINGS, SHEETS, Plan, RawTable, Use

MOST_READINGS = 12
"""The oldest make room for new ones."""
LONGEST_NAME = 60
_MOST_TEXTS = 200
"""A column with more different texts holds nothing that was asked about."""
_BY_WORDS = ("word:", "view:", "rows:", "pick:")
STATES_IN_NUMBERS = ("unfinished", "Survey Preview", "Survey Test", "Spam")
"""What may be said of rows by a number, so that no cell holds the words."""
_ALIKE = 0.5
"""The least share of the headings that a file has in common with the one a reading is of."""
_LONGEST_VALUE = 40

KeptReadings = Mapping[str, Mapping[str, object]]
"""Readings as a settings file holds them, by name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was decided of a file of one tool."""

    name: str
    headings: frozenset[str]
    """The check sums of the file's headings."""
    said: Mapping[str, str]
    """What was chosen, by the id of each decision, in which words are check sums."""

    def is_like(self, plan: Plan) -> bool:
        """Whether a file seems to be of the same tool."""
        found = {_print(column.heading) for column in plan.columns}
        return bool(self.headings) and len(found & self.headings) >= _ALIKE * len(self.headings)

    def of(self, table: RawTable, plan: Plan) -> dict[str, str]:
        """What it says of a file, as :meth:`Plan.with_said` takes it."""
        return {each: self.said[hidden] for each in _ids(table, plan) if (hidden := _hidden(each)) in self.said}


def reading_of(name: str, plan: Plan, proposed: Plan) -> Reading:
    """What a person decided about a plan that the program had ``proposed``."""
    said = {each: value for each, value in plan.decided.items() if each != SHEETS or ":" not in value}
    for column, before in zip(plan.columns, proposed.columns, strict=False):
        if (column.use, column.item_id) != (before.use, before.item_id) and column.use is not Use.UNDECIDED:
            is_beside = column.use in (Use.CARD, Use.GUESS)
            of = f"{column.use.value}:{column.item_id}" if is_beside else column.item_id
            said[COLUMN + column.heading] = of or column.use.value
    if plan.everybody is not None and plan.everybody is not proposed.everybody:
        said[EVERYBODY] = plan.everybody.value
    headings = frozenset(_print(column.heading) for column in plan.columns)
    return Reading(name.strip()[:LONGEST_NAME], headings, {_hidden(each): value for each, value in said.items()})


def decides_something(plan: Plan, proposed: Plan) -> bool:
    """Whether there is anything to keep."""
    return bool(reading_of("", plan, proposed).said)


def with_reading(kept: KeptReadings, reading: Reading) -> dict[str, Mapping[str, object]]:
    """All readings and this one; one of the same name gives way, and the oldest where there are too many."""
    others = [(name, each) for name, each in kept.items() if name != reading.name]
    own = {"headings": sorted(reading.headings), "said": dict(reading.said)}
    return dict([*others[-(MOST_READINGS - 1) :], (reading.name, own)])


def readings_in(kept: KeptReadings) -> tuple[Reading, ...]:
    """The readings of a settings file. What was changed there by hand into something else is left out."""
    return tuple(_readings(kept))


def likeliest(readings: Sequence[Reading], plan: Plan) -> Reading | None:
    """The reading for the tool that a file seems to come from, the newest of several."""
    return next((each for each in reversed(readings) if each.is_like(plan)), None)


def _readings(kept: KeptReadings) -> Iterator[Reading]:
    for name, each in kept.items():
        headings, said = each.get("headings"), each.get("said")
        if isinstance(headings, list) and isinstance(said, dict) and _are_texts([name, *headings, *said.values()]):
            yield Reading(name[:LONGEST_NAME], frozenset(headings), said)


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(each, str) and len(each) <= _LONGEST_VALUE + LONGEST_NAME for each in values)


def _ids(table: RawTable, plan: Plan) -> Iterator[str]:
    """Every id that a decision about a file may have."""
    yield from (EVERYBODY, SHEETS, HEADINGS, "ends", "blank", "hidden", "rungs")
    yield from ("rows:" + each for each in STATES_IN_NUMBERS)
    yield from (COLUMN + column.heading for column in plan.columns)
    for sheet in table.workbook or (table,):
        for cells in sheet.columns:
            if len(cells.texts) <= _MOST_TEXTS:
                yield from (kind + text for kind in _BY_WORDS for text in cells.texts)


def _hidden(decision_id: str) -> str:
    """An id in which a heading or a word is a check sum."""
    kind, colon, words = decision_id.partition(":")
    return f"{kind}:{_print(words)}" if colon else decision_id


def _print(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]

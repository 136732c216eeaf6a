"""The promises of one check in two states of it: whichever was made stays, though both gave it the same number.

Promises are the same where their words are. Of two with one number, those of the state that was chosen keep it; the
others get the next free one. Where more would be open than may be, the chosen state's stay open and the rest count as
dropped.
"""

from dataclasses import dataclass
from typing import Any

from trustcheck.domain.checks.promises import MOST_OPEN
from trustcheck.domain.checks.round import PromiseStatus
from trustcheck.storage.merging.check_rows import Rows
from trustcheck.storage.schema import tables

_OTHERS = [each.name for each in tables.promise.columns if each.name not in ("round", "number")]
_TEXT, _STATUS = _OTHERS.index("text"), _OTHERS.index("status")


@dataclass(frozen=True)
class JoinedPromises:
    rows: Rows
    moved: dict[int, int]
    """By the number that a promise of the other state had, the one it has now, where that is another."""
    differ: bool
    """The same words, kept otherwise in both."""
    both_kept: bool
    """Two promises had one number."""
    too_many: bool
    """More were open than may be."""


def join_promises(chosen: Rows, other: Rows) -> JoinedPromises:
    """By number what stands in the row of each."""
    rows, moved, pairs = dict(chosen), dict[int, int](), _pairs(chosen, other)
    differ = both_kept = False
    following = max((*chosen, *other), default=0) + 1
    for number, row in sorted(other.items()):
        known = pairs.get(number)
        if known is not None:
            differ |= chosen[known] != row
        elif number in rows:
            known, both_kept, following = following, True, following + 1
            rows[known] = row
        else:
            rows[known := number] = row
        if known != number:
            moved[number] = known
    first = [*sorted(chosen), *sorted(rows.keys() - chosen.keys())]
    beyond = [each for each in first if _is_open(rows[each])][MOST_OPEN:]
    rows |= {each: _dropped(rows[each]) for each in beyond}
    return JoinedPromises(dict(sorted(rows.items())), moved, differ, both_kept, bool(beyond))


def _pairs(chosen: Rows, other: Rows) -> dict[int, int]:
    """Under which number each of the other's promises stands in the chosen state. The same words may have been
    promised twice: each of them is met once."""
    pairs = {each: each for each in other if each in chosen and chosen[each][_TEXT] == other[each][_TEXT]}
    for number, row in sorted(other.items()):
        if number not in pairs:
            free = (each for each in sorted(chosen.keys() - pairs.values()) if chosen[each][_TEXT] == row[_TEXT])
            known = next(free, None)
            if known is not None:
                pairs[number] = known
    return pairs


def _is_open(row: tuple[Any, ...]) -> bool:
    return bool(row[_STATUS] == PromiseStatus.OPEN.value)


def _dropped(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:_STATUS], PromiseStatus.DROPPED.value, *row[_STATUS + 1 :])

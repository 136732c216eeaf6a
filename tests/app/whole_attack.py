"""What insiders work out of everything a result says: numbers, intervals, words, the story, the order of things.

No solver has to know what is shown or why. Other sheets are looked for of which the program makes the very same result,
from the first banner to the last line of the appendix, and in which those who attack answered as they did. Where such
sheets are found in which the others answered a question otherwise, nobody can know what they answered. Where none are
found, the question counts as pinned: the rates are never too low.

First many sheets near by are looked at. For what they leave open each other set of answers to the question is held in
turn, and all else is moved until nothing differs (:mod:`tests.app.other_sheets`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import combinations_with_replacement
from random import Random

from tests import group_builders
from tests.app.other_sheets import Attackers, Sheets, moved_until_alike, near_by
from tests.builders import response
from tests.domain.insider_attack import ASKED, HIGH, ITEMS, OPTIONS, Others, Sheet
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult, Shown, Views
from trustcheck.domain.privacy import item_release
from trustcheck.domain.statistics.classes import may_stand_apart
from trustcheck.domain.statistics.points import whole

HIGHEST_OF_ONE = 0.05
"""Insiders of five people and more for whom no other sheets were found for some question, though there may be some."""
ROUNDS, LOOKED_AT, HELD = 2, 600, 25
"""How often sheets near by are looked for, how many of them are shown to the program each time, and how many sets of
answers are held."""

cached_beside_theme = lru_cache(maxsize=None)(item_release.may_stand_beside_theme)
"""The same answer for the same sheets; it is asked thousands of times."""


def beside_theme(sheets: Sequence[Sheet], options: int, together: Sequence[Sequence[int]] = ()) -> bool:
    return cached_beside_theme(tuple(sorted(sheets)), options, tuple(map(tuple, together)))


def with_another_theme(sheets: Sequence[Sheet]) -> Sheets:
    """The second theme varies, so that nothing of the first is hidden for its pillar's sake."""
    return tuple((*each, *((at + person) % OPTIONS for at in range(ITEMS))) for person, each in enumerate(sheets))


@lru_cache(maxsize=4096)
def result(sheets: Sheets, threshold: int) -> GroupResult:
    asked = [item.id for item in ASKED.items]
    rows = [response({each: place + 1 for each, place in zip(asked, sheet, strict=True)}) for sheet in sheets]
    set_up = group_builders.setup(leaders=0, staff=len(sheets), threshold=threshold)
    return group_result_of(group_builders.group_round(rows, ASKED, set_up=set_up))


@cache
def _told(column: Others) -> tuple[int, ...] | None:
    """What is told of a question: enough to leave out nearly all sheets of which another result would be made."""
    counts = [column.count(place) for place in range(OPTIONS)]
    if not item_release.may_be_told(counts):
        return None
    if len(column) < item_release.EXACT_FROM:
        return (item_release.nearest(sum(column), len(column)),)
    high = sum(place >= HIGH for place in column)
    mean = whole(100 * sum(column) / (len(column) * (OPTIONS - 1)))
    return mean, high if may_stand_apart(high, len(column)) else -1


@dataclass(frozen=True)
class Told:
    """Whether the theme and each of its questions are told in a result."""

    theme: bool
    questions: tuple[bool, ...]

    @classmethod
    def of(cls, seen: GroupResult) -> "Told":
        theme = seen.theme("A")
        return cls(_is_shown(theme.views), tuple(_is_shown(each.views) for each in theme.items))

    def reads_alike(self, one: Sheets, other: Sheets) -> bool:
        """Whether both may make the same result, by what is told of the theme and its questions."""
        was, now = ([tuple(sorted(column)) for column in zip(*sheets, strict=True)][:ITEMS] for sheets in (one, other))
        if any(_told(was[at]) != _told(now[at]) for at, is_told in enumerate(self.questions) if is_told):
            return False
        return not self.theme or _points(was) == _points(now)


def _is_shown(views: Views) -> bool:
    return all(isinstance(each, Shown) for each in views.values())


def _points(columns: Sequence[Others]) -> int:
    return whole(100 * sum(map(sum, columns)) / (sum(map(len, columns)) * (OPTIONS - 1)))


def unknown(sheets: Sheets, known: tuple[int, ...], threshold: int) -> set[int]:
    """The questions of the first theme of which nothing else was found than what the others answered."""
    of, made = Attackers(sheets, known), partial(result, threshold=threshold)
    seen, chance = made(sheets), Random(repr((sheets, known)))
    told, is_open = Told.of(seen), set(range(ITEMS))
    for _round in range(ROUNDS):
        looked_at = 0
        for other in near_by(of, chance):
            useful = {at for at in is_open if _differs(of.others(sheets, at), of.others(other, at))}
            if not useful or not told.reads_alike(sheets, other):
                continue
            looked_at += 1
            if made(other) == seen:
                is_open -= useful
            if not is_open or looked_at >= LOOKED_AT:
                break
        if not is_open:
            return is_open
    for at in sorted(is_open):
        held = _held(of, at, is_told=told.questions[at])
        if any(moved_until_alike(of, at, each, made, chance) for each in held):
            is_open.remove(at)
    return is_open


def _held(of: Attackers, at: int, *, is_told: bool) -> list[Others]:
    """Other sets of the others' answers to a question that would be told alike, the nearest first."""
    was, own = of.others(of.sheets, at), [of.sheets[each][at] for each in of.known]
    told = _told(tuple(sorted((*was, *own))))
    found = [
        each
        for each in combinations_with_replacement(range(OPTIONS), len(was))
        if _differs(was, each) and (not is_told or _told(tuple(sorted((*each, *own)))) == told)
    ]
    return sorted(found, key=lambda each: sum(abs(now - then) for now, then in zip(each, was, strict=True)))[:HELD]


def _differs(was: Others, now: Others) -> bool:
    """Whether the others' answers to a question are another set, and all of several do not answer alike in both."""
    return was != now and (len(was) == 1 or was[0] != was[-1] or now[0] != now[-1])

"""What insiders work out of everything a result says: numbers, intervals, words, the story, the order of things.

No solver has to know what is shown or why. Other sheets are looked for of which the program makes the very same result,
from the first banner to the last line of the appendix, and in which those who attack answered as they did. Where such
sheets are found in which the others answered a question otherwise, nobody can know what they answered. Where none are
found, the question counts as pinned: the rates are never too low.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from random import Random

from tests import group_builders
from tests.builders import response
from tests.domain.insider_attack import ASKED, HIGH, ITEMS, OPTIONS, Sheet
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.privacy import item_release
from trustcheck.domain.statistics.points import whole

Sheets = tuple[Sheet, ...]
"""Everybody's answers to both themes, as places on the scale from 0 up."""
HIGHEST_OF_ONE = 0.05
"""Insiders of five to nine people for whom no other sheets were found for some question, though there may be some. From
ten on questions stand exactly, and words of spread beside them may leave nothing else."""
TRIES, LOOKED_AT = 30_000, 600
"""Other sheets that are made up, and those of them that are shown to the program."""

cached_beside_theme = lru_cache(maxsize=None)(item_release.may_stand_beside_theme)
"""The same answer for the same sheets; it is asked thousands of times."""


def beside_theme(sheets: Sequence[tuple[int, ...]], options: int) -> bool:
    return cached_beside_theme(tuple(sorted(sheets)), options)


def with_another_theme(sheets: Sequence[Sheet]) -> Sheets:
    """The second theme varies, so that nothing of the first is hidden for its pillar's sake."""
    return tuple((*each, *((at + person) % OPTIONS for at in range(ITEMS))) for person, each in enumerate(sheets))


@cache
def result(sheets: Sheets, threshold: int) -> GroupResult:
    asked = [item.id for item in ASKED.items]
    rows = [response({each: place + 1 for each, place in zip(asked, sheet, strict=True)}) for sheet in sheets]
    set_up = group_builders.setup(leaders=0, staff=len(sheets), threshold=threshold)
    return group_result_of(group_builders.group_round(rows, ASKED, set_up=set_up))


@cache
def _told(column: tuple[int, ...]) -> int | None:
    """What is told of a question: enough to leave out nearly all sheets of which another result would be made."""
    counts = [column.count(place) for place in range(OPTIONS)]
    if not item_release.may_be_told(counts):
        return None
    if len(column) < item_release.EXACT_FROM:
        return (item_release.nearest(sum(column), len(column)),)
    return whole(100 * sum(column) / (len(column) * (OPTIONS - 1))), sum(place >= HIGH for place in column)


def _at_a_glance(sheets: Sheets) -> tuple[object, ...]:
    questions = [_told(tuple(sorted(sheet[at] for sheet in sheets))) for at in range(ITEMS)]
    total = sum(sum(sheet[:ITEMS]) for sheet in sheets)
    return whole(100 * total / (len(sheets) * ITEMS * (OPTIONS - 1))), *questions


def unknown(sheets: Sheets, known: Sequence[int], threshold: int) -> set[int]:
    """The questions of the first theme of which nothing else was found than what the others answered."""
    free = [at for at in range(len(sheets)) if at not in known]
    seen, glance = result(sheets, threshold), _at_a_glance(sheets)
    is_open, looked_at = set(range(ITEMS)), 0
    hidden = None in glance
    for other in other_sheets(sheets, free, known, Random(repr((sheets, known)))):
        useful = {at for at in is_open if _differs(sheets, other, free, at)}
        if not useful or not (hidden or _at_a_glance(other) == glance):
            continue
        looked_at += 1
        if result(other, threshold) == seen:
            is_open -= useful
        if not is_open or looked_at >= LOOKED_AT:
            break
    return is_open


def _differs(sheets: Sheets, other: Sheets, free: Sequence[int], at: int) -> bool:
    """Whether the others' answers to a question are another set, and all of several do not answer alike in both."""
    was, now = (sorted(each[person][at] for person in free) for each in (sheets, other))
    return was != now and (len(free) == 1 or was[0] != was[-1] or now[0] != now[-1])


def other_sheets(sheets: Sheets, free: Sequence[int], known: Sequence[int], chance: Random) -> Iterator[Sheets]:
    """Other sheets on the scale, each only once, first those near by."""
    before: set[Sheets] = {sheets}
    for _try in range(TRIES):
        rows = [list(sheet) for sheet in sheets]
        if chance.random() < 0.3:
            _turn(rows, free, known, chance)
        for _move in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
            _move_between(rows, free, chance)
        other = tuple(map(tuple, rows))
        if other not in before and all(0 <= place < OPTIONS for row in other for place in row):
            before.add(other)
            yield other


def _move_between(rows: list[list[int]], free: Sequence[int], chance: Random) -> None:
    """One answer higher, and another lower: of the same person, to the same question, or of both kinds."""
    one, other, first = chance.choice(free), chance.choice(free), chance.choice((0, 0, 0, ITEMS))
    at, beside = (chance.randrange(first, first + ITEMS) for _each in range(2))
    kind = chance.random()
    rows[one][at] += 1
    if kind < 0.5:
        rows[other][at] -= 1
        rows[one][beside] -= 1
        rows[other][beside] += 1
    elif kind < 0.7:
        rows[one][beside] -= 1
    elif kind < 0.95:
        rows[other][beside] -= 1


def _turn(rows: list[list[int]], free: Sequence[int], known: Sequence[int], chance: Random) -> None:
    """Two questions change places, or a theme that is hidden takes the place of the other."""
    if chance.random() < 0.5:
        at, beside = chance.sample(range(ITEMS), 2)
        for person in free:
            rows[person][at], rows[person][beside] = rows[person][beside], rows[person][at]
        return
    theme = chance.choice((0, ITEMS))
    wanted = sum(rows[chance.choice(known)][theme : theme + ITEMS])
    for person in free:
        total = sum(rows[person])
        _add_up(rows[person], theme, wanted, chance)
        _add_up(rows[person], ITEMS - theme, total - wanted, chance)


def _add_up(row: list[int], theme: int, wanted: int, chance: Random) -> None:
    """Answers to a theme that are moved one at a time until they add up, where they can."""
    for _step in range(60):
        apart = wanted - sum(row[theme : theme + ITEMS])
        at = chance.randrange(theme, theme + ITEMS)
        row[at] = min(OPTIONS - 1, max(0, row[at] + (apart > 0) - (apart < 0)))

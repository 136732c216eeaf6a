"""Other sheets that may make the same result: many near by, or some that are moved until nothing differs.

Rows are answers to both themes, as places on the scale from 0 up; those of whoever attacks are never moved.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from random import Random
from typing import Any

from tests.domain.insider_attack import ITEMS, OPTIONS, Others, Sheet

Sheets = tuple[Sheet, ...]
Rows = list[list[int]]
TRIES = 30_000
STEPS, STARTS = 250, 4
"""How long sheets are moved that shall say the same, and from how many starts for each set of answers that is held."""
_AGAINST = 0.03
"""How often a step is taken that makes more of the result differ, so that no search ends in a hollow."""


@dataclass(frozen=True)
class Attackers:
    """Everybody's sheets, and at which places those stand who put theirs together."""

    sheets: Sheets
    known: tuple[int, ...]

    @property
    def free(self) -> tuple[int, ...]:
        return tuple(at for at in range(len(self.sheets)) if at not in self.known)

    def others(self, sheets: Sheets, at: int) -> Others:
        """What the others answered to a question."""
        return tuple(sorted(sheets[person][at] for person in self.free))


def near_by(of: Attackers, chance: Random) -> Iterator[Sheets]:
    """Other sheets on the scale, each only once."""
    before: set[Sheets] = {of.sheets}
    for _try in range(TRIES):
        rows = [list(sheet) for sheet in of.sheets]
        if chance.random() < 0.3:
            _turn(rows, of, chance)
        for _move in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
            _move_between(rows, of.free, chance)
        other = _frozen(rows)
        if other not in before and _is_on_scale(rows):
            before.add(other)
            yield other


def moved_until_alike(
    of: Attackers, at: int, held: Others, result: Callable[[Sheets], Any], chance: Random
) -> Sheets | None:
    """Sheets in which the others' answers to a question are ``held``, of which the same result is made; if found."""
    wanted = result(of.sheets)
    for start in range(STARTS):
        rows = [list(sheet) for sheet in of.sheets]
        if start:
            _turn(rows, of, chance)
        _hold(rows, of.free, at, held, chance)
        differ = _differing(wanted, result(_frozen(rows)))
        for _step in range(STEPS):
            if not differ:
                return _frozen(rows)
            moved = [row.copy() for row in rows]
            _move_beside(moved, of.free, at, chance)
            if _is_on_scale(moved):
                now = _differing(wanted, result(_frozen(moved)))
                if now <= differ or chance.random() < _AGAINST:
                    rows, differ = moved, now
    return None


def _differing(one: Any, other: Any) -> int:
    """How many values of two results differ, however deep they lie."""
    if one is other:
        return 0
    if is_dataclass(one) and type(one) is type(other):
        return sum(_differing(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return sum(_differing(one[each], other[each]) for each in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return abs(len(one) - len(other)) + sum(map(_differing, one, other))
    return int(one != other)


def _hold(rows: Rows, free: Sequence[int], at: int, held: Others, chance: Random) -> None:
    """Give the others these answers to a question, and take of each as much elsewhere in the theme as it adds: of the
    same person where that can be, else of anybody."""
    for person, place in zip(sorted(free, key=lambda each: rows[each][at]), held, strict=True):
        more, rows[person][at] = place - rows[person][at], place
        step = -1 if more > 0 else 1
        for _each in range(abs(more)):
            movable = [
                (each, beside)
                for each in (person, *free)
                for beside in range(ITEMS)
                if beside != at and 0 <= rows[each][beside] + step < OPTIONS
            ]
            own = [each for each in movable if each[0] == person]
            if movable:
                one, beside = chance.choice(own or movable)
                rows[one][beside] += step


def _move_beside(rows: Rows, free: Sequence[int], at: int, chance: Random) -> None:
    """A move that leaves the answers to one question what they are, whoever gave them."""
    first, kind = chance.choice((0, 0, 0, ITEMS)), chance.random()
    questions = [each for each in range(first, first + ITEMS) if each != at]
    one, other = chance.choice(free), chance.choice(free)
    here, beside = chance.choice(questions), chance.choice(questions)
    if kind < 0.15:
        rows[one][at], rows[other][at] = rows[other][at], rows[one][at]
        return
    rows[one][here] += chance.choice((-1, 1)) if kind > 0.95 else 1
    if kind < 0.25:
        rows[other][here] -= 1
        rows[one][beside] -= 1
        rows[other][beside] += 1
    elif kind < 0.45:
        rows[one][beside] -= 1
    elif kind < 0.6:
        rows[other][here] -= 1
    elif kind < 0.95:
        rows[other][beside] -= 1


def _move_between(rows: Rows, free: Sequence[int], chance: Random) -> None:
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


def _turn(rows: Rows, of: Attackers, chance: Random) -> None:
    """Two questions change places, or a theme is the one that is hidden: all scores in it alike, or all answers."""
    if chance.random() < 0.4:
        at, beside = chance.sample(range(ITEMS), 2)
        for person in of.free:
            rows[person][at], rows[person][beside] = rows[person][beside], rows[person][at]
        return
    theme, is_sum = chance.choice((0, ITEMS)), chance.random() < 0.3
    model = [rows[chance.choice(of.known)][at] for at in range(theme, theme + ITEMS)]
    for person in of.free:
        row, total = rows[person], sum(rows[person])
        if is_sum:
            _add_up(row, theme, sum(model), chance)
        else:
            row[theme : theme + ITEMS] = model
        _add_up(row, ITEMS - theme, total - sum(row[theme : theme + ITEMS]), chance)


def _add_up(row: list[int], theme: int, wanted: int, chance: Random) -> None:
    """Answers to a theme that are moved one at a time until they add up, where they can."""
    for _step in range(60):
        apart = wanted - sum(row[theme : theme + ITEMS])
        at = chance.randrange(theme, theme + ITEMS)
        row[at] = min(OPTIONS - 1, max(0, row[at] + (apart > 0) - (apart < 0)))


def _frozen(rows: Rows) -> Sheets:
    return tuple(map(tuple, rows))


def _is_on_scale(rows: Rows) -> bool:
    return all(0 <= place < OPTIONS for row in rows for place in row)

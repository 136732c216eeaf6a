"""What is hidden so that nobody can be worked out: small cells, and what would give them away (measurement 2.15).

Two questions are answered here and nowhere else. Which cells of one breakdown may be published beside their total?
And which parts of a whole (items of a theme, themes of a pillar) have to go with a part that is hidden already,
because the whole and the other parts would tell it?
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum


class Keep(StrEnum):
    """What survives when something must go."""

    TOTAL = "keep total"
    """Hide further cells until the hidden ones cover each other."""
    PARTS = "keep parts"
    """Publish every cell that is large enough, and no total."""


@dataclass(frozen=True, slots=True)
class Published:
    """Which cells of a breakdown may be shown, and whether their total may."""

    total: bool
    cells: tuple[str, ...]
    """In the order given."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: how many people answered it, and whether it has to be hidden for itself.

    ``alike`` says why: all its answers are one point, so that even a sum with another such part would tell it.
    """

    n: int
    hidden: bool = False
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden of a whole: the places of parts, and whether the whole itself goes."""

    parts: frozenset[int]
    whole: bool


def published(cells: Mapping[str, int], threshold: int, keep: Keep) -> Published:
    """Which of the cells (people by name) may be shown with a total, for people counted in exactly one cell each.

    Empty cells show "no answers": they point at nobody and cover nobody.
    """
    if sum(cells.values()) < threshold:
        return Published(total=False, cells=())
    hidden = {name for name, n in cells.items() if n < threshold}
    hides_somebody = any(cells[name] for name in hidden)
    if keep is Keep.TOTAL:
        hidden = _covered(cells, hidden, threshold)
    shown = tuple(name for name in cells if name not in hidden)
    return Published(total=keep is Keep.TOTAL or not hides_somebody, cells=shown)


def hiding(parts: Sequence[Part], threshold: int) -> Hiding:
    """What must not be shown of a whole whose mean and parts would be published side by side.

    A hidden part is covered by others: until at least two are hidden, at least ``threshold`` answers stand behind
    them, and one of them is hidden for the others' sake alone where the rest are all alike. The smallest goes
    first, the last of equal ones. A part that nobody answered covers nothing and tells nothing. Where even all parts
    together do not cover each other, the whole goes too.
    """
    hidden = {at for at, part in enumerate(parts) if part.hidden}
    free = sorted((at for at in range(len(parts)) if at not in hidden), key=lambda at: (parts[at].n, -at))
    while free and not _is_covered([parts[at] for at in hidden], threshold):
        hidden.add(free.pop(0))
    return Hiding(frozenset(hidden), whole=not _is_covered([parts[at] for at in hidden], threshold))


def _is_covered(hidden: Sequence[Part], threshold: int) -> bool:
    answered = [part for part in hidden if part.n]
    if not answered:
        return True
    return len(answered) > 1 and sum(each.n for each in answered) >= threshold and not all(p.alike for p in answered)


def _covered(cells: Mapping[str, int], hidden: AbstractSet[str], threshold: int) -> set[str]:
    """The hidden cells with the smallest others, until nobody can be told by subtraction; ties by name."""
    covered, free = set(hidden), sorted(set(cells) - hidden, key=lambda name: (cells[name], name))
    while free:
        people = [cells[name] for name in covered if cells[name]]
        if not people or (len(people) > 1 and sum(people) >= threshold):
            break
        covered.add(free.pop(0))
    return covered

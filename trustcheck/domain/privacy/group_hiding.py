"""What is hidden of one perspective because other values would tell it: items, themes and pillars cover each other.

Worked from the items upwards. A theme with its items, and a pillar with its themes, are each a whole with its parts:
where the whole and all parts but one are shown, that one can be worked out (nearly so where people skipped some).
The overall number goes where a pillar is hidden, and the items of a hidden theme go with it.

An item that everybody answered alike (or all but one) takes other items of its theme along, under one and the same
reason: nobody is to know even which item it was. From ten people on all of them go, for it can only be one of a few
points, and what two hidden items sum to told in every second case which. Below ten people items are told as their
nearest answers and give no sum; there its neighbour goes, the two of a pair for each other's sake.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias, TypeVar

from trustcheck.domain.privacy.item_release import EXACT_FROM
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, Suppressed, too_few
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.groups import GroupScore, ItemScore, described

# What is hidden so that nobody can be worked out: small cells, and what would give them away (measurement 2.15).
#
# Two questions are answered here and nowhere else. Which cells of one breakdown may be published beside their total?
# And which parts of a whole (items of a theme, themes of a pillar) have to go with a part that is hidden already,
# because the whole and the other parts would tell it?


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
class WholePart:
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


def hiding(parts: Sequence[WholePart], threshold: int) -> Hiding:
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


def _is_covered(hidden: Sequence[WholePart], threshold: int) -> bool:
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


_FEWEST_BESIDE_TWO = 4
"""From this many people on two who put their sheets together have more than one other person beside them."""
_Item = TypeVar("_Item")
HideableScore: TypeAlias = GroupScore | Suppressed
ItemValue: TypeAlias = ItemScore | Suppressed


def group_score(
    known: Sample, threshold: int, *, alike: bool = False, step: Fraction = Fraction(0)
) -> GroupScore | Suppressed:
    """One group's value from the scores of those who have one: no page, report or export can forget to hide it.

    Suppressed where fewer than ``threshold`` people have a score, or where the mean would tell everybody's: because
    the answers under it are ``alike``, all one and the same point, or because all scores are the same; or everybody
    else's to the only one whose score is not at the end of the scale with all others, or but one ``step`` from it (the
    part of the scale that one answer is worth): who is told a sum of them knows nearly every answer. Of four to nine
    people also where it would tell the two whose scores alone are not at that end; of three, two know the third anyway.
    """
    if len(known) < max(threshold, 1):
        return Suppressed(too_few(threshold))
    if alike or known.are_alike or known.are_near_an_end_but_one(step):
        return Suppressed(CLOSE_TOGETHER)
    if _FEWEST_BESIDE_TWO <= len(known) < EXACT_FROM and known.are_at_an_end_but_two(step):
        return Suppressed(CLOSE_TOGETHER)
    return described(known)


@dataclass(frozen=True)
class JudgedValues:
    """The values of one perspective on their way out: by id, each already judged by its own number of people."""

    pillars: dict[str, HideableScore]
    themes: dict[str, HideableScore]
    """Empty for the pulse."""
    items: dict[str, ItemValue]
    overall: HideableScore


@dataclass(frozen=True)
class Answered:
    """How many people stand behind each theme and each item, shown or not."""

    themes: Mapping[str, int]
    items: Mapping[str, int]


def protected(
    found: JudgedValues, answered: Answered, questionnaire: Questionnaire, form: Form, threshold: int
) -> JudgedValues:
    """The same values with everything hidden that would let a hidden one be worked out."""
    pillars, themes, items = dict(found.pillars), dict(found.themes), dict(found.items)
    few = Suppressed(too_few(threshold))
    inside = items_inside(questionnaire, form)
    for theme_id in themes:
        parts = {each: answered.items[each] for each in inside[theme_id]}
        _cover_items(themes, theme_id, items, parts, threshold)
    for pillar_id in pillars:
        if themes:
            parts = {each.id: answered.themes[each.id] for each in questionnaire.themes_of(pillar_id)}
            alike = {each for each in parts if found.themes[each] == Suppressed(CLOSE_TOGETHER)}
            _cover(pillars, pillar_id, themes, parts, threshold, alike)
        else:
            parts = {each: answered.items[each] for each in inside[pillar_id]}
            _cover_items(pillars, pillar_id, items, parts, threshold)
    for whole_id, whole in (themes or pillars).items():
        if isinstance(whole, Suppressed):
            items |= dict.fromkeys(inside[whole_id], whole)
    hides = any(isinstance(each, Suppressed) for each in pillars.values())
    return JudgedValues(pillars, themes, items, few if hides else found.overall)


def items_inside(questionnaire: Questionnaire, form: Form) -> dict[str, list[str]]:
    """By theme id and by pillar id the asked items, in the questionnaire's order; those beside the themes in none."""
    wholes = [*questionnaire.theme_by_id, *questionnaire.pillar_by_id]
    inside: dict[str, list[str]] = {each: [] for each in wholes}
    asked = set(questionnaire.asked(form))
    for item in questionnaire.items:
        if item.theme and item.id in asked:
            inside[item.theme].append(item.id)
            inside[questionnaire.theme_by_id[item.theme].pillar].append(item.id)
    return inside


def _cover_items(
    wholes: dict[str, HideableScore],
    whole_id: str,
    items: dict[str, ItemValue],
    answered: Mapping[str, int],
    threshold: int,
) -> None:
    """Hide items of a shown whole, or the whole; those that were answered alike take others along."""
    alike = {each for each in answered if items[each] == Suppressed(CLOSE_TOGETHER)}
    if max(answered.values(), default=0) < EXACT_FROM:
        _hide_beside(_paired(alike, list(answered)), items, answered, threshold)
        _cover(wholes, whole_id, items, answered, threshold, alike)
    else:
        _cover(wholes, whole_id, items, answered, threshold, alike)
        _hide_beside(set(answered) if alike else set(), items, answered, threshold)


def _hide_beside(
    beside: AbstractSet[str], items: dict[str, ItemValue], answered: Mapping[str, int], threshold: int
) -> None:
    """Hide items for the sake of one that was answered alike; those of too few people keep that reason."""
    items.update({each: Suppressed(CLOSE_TOGETHER) for each in beside if answered[each] >= threshold})


def _cover(
    wholes: dict[str, HideableScore],
    whole_id: str,
    parts: MutableMapping[str, HideableScore] | MutableMapping[str, ItemValue],
    answered: Mapping[str, int],
    threshold: int,
    alike: AbstractSet[str] = frozenset(),
) -> None:
    """Hide parts of a shown whole, or the whole; ``answered`` counts the people behind each part, in order, ``alike``
    names those that are hidden because all their answers are one point. What goes with a part that is hidden because
    answers lie close goes under its reason: nobody is to know which it was."""
    if isinstance(wholes[whole_id], Suppressed):
        return
    inside, close = list(answered), Suppressed(CLOSE_TOGETHER)
    reason = close if close in [parts[each] for each in inside] else Suppressed(too_few(threshold))
    found = hiding(_as_parts(parts, answered, alike), threshold)
    for at in found.parts:
        if not isinstance(parts[inside[at]], Suppressed):
            parts[inside[at]] = reason
    if found.whole:
        wholes[whole_id] = reason


def _paired(alike: AbstractSet[str], inside: Sequence[str]) -> AbstractSet[str]:
    """The ``alike`` ones with their neighbours; everything inside where neighbours alone hide nobody."""
    beside = {each for pair in in_pairs(inside) if alike & set(pair) for each in pair}
    return beside if beside > alike or not alike else set(inside)


def in_pairs(items: Sequence[_Item]) -> list[Sequence[_Item]]:
    """Neighbours in the questionnaire's order; the last of an odd number joins the pair before it."""
    pairs = [items[at : at + 2] for at in range(0, len(items), 2)]
    if len(pairs) > 1 and len(pairs[-1]) == 1:
        last = pairs.pop()
        pairs[-1] = [*pairs[-1], *last]
    return pairs


def _as_parts(
    values: Mapping[str, HideableScore] | Mapping[str, ItemValue], answered: Mapping[str, int], alike: AbstractSet[str]
) -> Sequence[WholePart]:
    return [WholePart(n, isinstance(values[each], Suppressed), each in alike) for each, n in answered.items()]

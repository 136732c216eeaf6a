"""What is hidden of one perspective because other values would tell it: items, themes and pillars cover each other.

Worked from the items upwards. A theme with its items, and a pillar with its themes, are each a whole with its parts:
where the whole and all parts but one are shown, that one can be worked out (nearly so where people skipped some).
The overall number goes where a pillar is hidden, and the items of a hidden theme go with it.

An item that everybody answered alike takes all items of its theme along, under one and the same reason. It can only
be one of a few points, and what two hidden items sum to told in every second case which; nobody is to know even
which item it was.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from trustcheck.domain.anonymity import Part, hiding
from trustcheck.domain.groups import GroupScore, ItemScore
from trustcheck.domain.questionnaire import Form, Questionnaire
from trustcheck.domain.suppressed import CLOSE_TOGETHER, Suppressed, too_few

Value: TypeAlias = GroupScore | Suppressed
ItemValue: TypeAlias = ItemScore | Suppressed


@dataclass(frozen=True)
class Shown:
    """The values of one perspective on their way out: by id, each already judged by its own number of people."""

    pillars: dict[str, Value]
    themes: dict[str, Value]
    """Empty for the pulse."""
    items: dict[str, ItemValue]
    overall: Value


@dataclass(frozen=True)
class Answered:
    """How many people stand behind each theme and each item, shown or not."""

    themes: Mapping[str, int]
    items: Mapping[str, int]


def protected(found: Shown, answered: Answered, questionnaire: Questionnaire, form: Form, threshold: int) -> Shown:
    """The same values with everything hidden that would let a hidden one be worked out."""
    pillars, themes, items = dict(found.pillars), dict(found.themes), dict(found.items)
    few = Suppressed(too_few(threshold))
    inside = items_inside(questionnaire, form)
    for theme_id in themes:
        parts = {each: answered.items[each] for each in inside[theme_id]}
        _cover(themes, theme_id, items, parts, threshold)
        _hide_beside_alike(items, parts, threshold)
    for pillar_id in pillars:
        if themes:
            parts = {each.id: answered.themes[each.id] for each in questionnaire.themes_of(pillar_id)}
            _cover(pillars, pillar_id, themes, parts, threshold)
        else:
            parts = {each: answered.items[each] for each in inside[pillar_id]}
            _cover(pillars, pillar_id, items, parts, threshold)
            _hide_beside_alike(items, parts, threshold)
    for whole_id, whole in (themes or pillars).items():
        if isinstance(whole, Suppressed):
            items |= dict.fromkeys(inside[whole_id], whole)
    hides = any(isinstance(each, Suppressed) for each in pillars.values())
    return Shown(pillars, themes, items, few if hides else found.overall)


def items_inside(questionnaire: Questionnaire, form: Form) -> dict[str, list[str]]:
    """By theme id and by pillar id the asked items, in the questionnaire's order."""
    wholes = [*questionnaire.theme_by_id, *questionnaire.pillar_by_id]
    inside: dict[str, list[str]] = {each: [] for each in wholes}
    asked = set(questionnaire.asked(form))
    for item in questionnaire.items:
        if item.id in asked:
            inside[item.theme].append(item.id)
            inside[questionnaire.theme_by_id[item.theme].pillar].append(item.id)
    return inside


def _cover(
    wholes: dict[str, Value],
    whole_id: str,
    parts: MutableMapping[str, Value] | MutableMapping[str, ItemValue],
    answered: Mapping[str, int],
    threshold: int,
) -> None:
    """Hide parts of a shown whole, or the whole; ``answered`` counts the people behind each part, in order."""
    if isinstance(wholes[whole_id], Suppressed):
        return
    few, inside = Suppressed(too_few(threshold)), list(answered)
    found = hiding(_as_parts(parts, answered), threshold)
    for at in found.parts:
        if not isinstance(parts[inside[at]], Suppressed):
            parts[inside[at]] = few
    if found.whole:
        wholes[whole_id] = few


def _hide_beside_alike(items: MutableMapping[str, ItemValue], answered: Mapping[str, int], threshold: int) -> None:
    """Hide all of the items where one was answered alike; those of too few people keep that reason."""
    alike = Suppressed(CLOSE_TOGETHER)
    if any(items[each] == alike for each in answered):
        items.update({each: alike for each, n in answered.items() if n >= threshold})


def _as_parts(values: Mapping[str, Value] | Mapping[str, ItemValue], answered: Mapping[str, int]) -> Sequence[Part]:
    return [
        Part(n, isinstance(values[each], Suppressed), values[each] == Suppressed(CLOSE_TOGETHER))
        for each, n in answered.items()
    ]

"""Two checks of an organisation: what can be worked out of those who came since the one before, or went?

Whoever attacks knows more than anybody can: how many answered the theme word for word as before, and that they did.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.domain.insider_attack import OPTIONS, Sheet, one_by_one, shown, two_by_two
from tests.domain.late_attack import learned_of_late
from tests.domain.random_groups import Rates, some_group

STAYING = (0.0, 0.5, 0.9, 1.0)
"""How likely somebody is to answer all questions of the theme as before."""
MOST_WHO_COME = 6


@dataclass
class NextAttack:
    """Of those who came, and of those who went, what whoever reads both results, or one or two of them, works out."""

    outside: Rates = field(default_factory=Rates)
    ones: Rates = field(default_factory=Rates)
    twos: Rates = field(default_factory=Rates)
    hidden: float = 0
    """The share of next checks whose theme is not shown for the sake of those few."""


def again(chance: Random, sheets: Sequence[Sheet], staying: float) -> list[Sheet]:
    """The same people a while later."""
    return [each if chance.random() < staying else _moved(chance, each) for each in sheets]


def _moved(chance: Random, sheet: Sheet) -> Sheet:
    return tuple(min(OPTIONS - 1, max(0, place + chance.choice((-1, 0, 0, 1)))) for place in sheet)


Hides = Callable[[Sequence[Sheet], Sequence[Sheet], int], bool]


def nothing_hidden(_before: Sequence[Sheet], _after: Sequence[Sheet], _threshold: int) -> bool:
    """Every next check is shown, as if a warning were enough."""
    return False


def attacked(people: int, checks: int, seed: int, hides: Hides) -> NextAttack:
    """``hides`` says of which pairs the theme is not shown."""
    chance, found = Random(seed), NextAttack()
    for number in range(checks):
        come, go = chance.randint(0, MOST_WHO_COME), chance.randint(0, min(2, people - 3))
        sheets = some_group(chance, people + come)
        before, staying = sheets[:people], STAYING[number % len(STAYING)]
        after = [*again(chance, before[go:], staying), *sheets[people:]]
        threshold = min(people, len(after), 5)
        if hides(before, after, threshold):
            found.hidden += 1 / checks
            continue
        _attack(found, before, after, threshold)
    return found


def _attack(found: NextAttack, before: Sequence[Sheet], after: Sequence[Sheet], threshold: int) -> None:
    seen = shown(before, threshold), shown(after, threshold)
    if any(each.mean is None for each in seen):
        return
    came = list((Counter(after) - Counter(before)).elements())
    went = list((Counter(before) - Counter(after)).elements())
    for these, others, (one, two) in ((came, went, seen), (went, came, seen[::-1])):
        for rates, known in ((found.outside, [()]), (found.ones, one_by_one(these)), (found.twos, two_by_two(these))):
            for each in known:
                if len(each) < len(these):
                    rates.count(learned_of_late(one, two, len(these), each, went=len(others)))

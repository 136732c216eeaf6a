"""Groups drawn at random, and how they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.domain.insider_attack import OPTIONS, Learned, Sheet


@dataclass
class Rates:
    attackers: int = 0
    pinned: int = 0
    knows_everybody: int = 0

    def count(self, found: Sequence[Learned]) -> None:
        self.attackers += 1
        self.pinned += any(each.is_pinned for each in found)
        self.knows_everybody += any(each.is_known_of_everybody for each in found)


def some_group(chance: Random, people: int) -> list[Sheet]:
    """People who see one place more or less alike: answers lie around a view, and views around the place."""
    place, apart = chance.gauss(2.2, 0.8), chance.choice((0.3, 0.5, 0.7))
    return [
        tuple(min(OPTIONS - 1, max(0, round(chance.gauss(view, apart)))) for _item in range(4))
        for view in (chance.gauss(place, apart) for _person in range(people))
    ]

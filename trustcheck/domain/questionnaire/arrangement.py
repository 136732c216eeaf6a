"""Suggestions by hand: the order that whoever reads a check gave them, and what of them is not for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Ids of suggestions; empty where everything stands as the rules put it."""

    order: tuple[str, ...] = ()
    """Those that were moved, with those they were moved among, the first of all first."""
    aside: tuple[str, ...] = ()
    """Those that are not for them."""
    wanted: tuple[str, ...] = ()
    """Those that had been put aside, last time or here, and are for them after all."""

    @property
    def says_something(self) -> bool:
        return bool(self.order or self.aside or self.wanted)

    def moved(self, shown: Sequence[str], suggestion_id: str, by: int) -> "Arrangement":
        """One of those that are ``shown``, in their order, further up (below 0) or down; never beyond an end."""
        others = [each for each in shown if each != suggestion_id]
        at = min(max(list(shown).index(suggestion_id) + by, 0), len(others))
        first = [*others[:at], suggestion_id, *others[at:]]
        return replace(self, order=(*first, *(each for each in self.order if each not in first)))

    def put_aside(self, suggestion_id: str) -> "Arrangement":
        wanted = tuple(each for each in self.wanted if each != suggestion_id)
        return replace(self, aside=_with(self.aside, suggestion_id), wanted=wanted)

    def taken_back(self, suggestion_id: str) -> "Arrangement":
        """It is for them, whatever was said of it before."""
        aside = tuple(each for each in self.aside if each != suggestion_id)
        return replace(self, aside=aside, wanted=_with(self.wanted, suggestion_id))

    def to_ask(self, aside_last_time: Iterable[str]) -> frozenset[str]:
        """Those that were put aside last time, and of which nobody has said anything yet."""
        return frozenset(aside_last_time) - {*self.aside, *self.wanted}


def _with(ids: Iterable[str], one: str) -> tuple[str, ...]:
    return tuple(sorted({*ids, one}))

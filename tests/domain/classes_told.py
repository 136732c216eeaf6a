"""What stands on a page of the classes of some people, and which sizes of a class fit it."""

from collections.abc import Callable, Iterator

from trustcheck.domain.statistics.classes import Classes
from trustcheck.domain.statistics.groups import Share, told_share, wilson

Counts = tuple[int, int, int]
Told = Callable[[int, int, int], Classes]
FEW = {1, 2}


def partitions(n: int) -> Iterator[Counts]:
    return ((low, n - low - high, high) for low in range(n + 1) for high in range(n - low + 1))


def told_count(count: int, n: int) -> Share | None:
    return told_share(Share(count, n, wilson(count, n)))


def shown(counts: Counts, told: Told) -> tuple[object, ...]:
    """All that stands on a page about these people: how many, the classes, the favourable count, share and range."""
    n, high = sum(counts), counts[2]
    share = told_count(high, n)
    known = None if share is None else (share.count, share.share, share.interval)
    return n, told(*counts), known


def sizes(seen: list[Counts], wanted: tuple[int, ...]) -> set[int]:
    """How many people may stand in some of the classes together, in one of the partitions that show the same."""
    return {sum(each[at] for at in wanted) for each in seen}

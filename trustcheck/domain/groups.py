"""One number for a group of people: mean, spread, precision; or the reason why there is none to show.

Whoever asks for a group's value gets a :class:`Suppressed` where it would say too much about single people, so that
no page, report or export can forget to hide it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.intervals import Interval, t_interval, wilson
from trustcheck.domain.suppressed import CLOSE_TOGETHER, Suppressed, too_few

FAVOURABLE = 62.5
"""From here on a person's score, and an answer, counts as favourable (measurement 2.4)."""

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``n`` people, with Wilson's 95 % interval on 0 to 1."""

    count: int
    n: int
    interval: Interval

    @property
    def share(self) -> float:
        return self.count / self.n


@dataclass(frozen=True, slots=True)
class GroupScore:
    """People weigh alike. All on 0 to 100 and unrounded; ``sd`` needs two people, ``interval`` five."""

    n: int
    mean: float
    sd: float | None
    median: float
    interval: Interval | None
    favourable: Share


def group_score(scores: Points, keyed: Points, threshold: int) -> GroupScore | Suppressed:
    """One group's value from person scores (n,) and the keyed answers under them (n, items), ``nan`` where unknown.

    Suppressed where fewer than ``threshold`` people have a score, or where all answers are one and the same point:
    then the mean would tell what everybody answered.
    """
    known = scores[~np.isnan(scores)]
    if len(known) < max(threshold, 1):
        return Suppressed(too_few(threshold))
    if np.nanmin(keyed) == np.nanmax(keyed):
        return Suppressed(CLOSE_TOGETHER)
    return described(known)


def described(known: Points) -> GroupScore:
    """Mean and company of at least one person score, without asking whether it may be shown."""
    n, mean = len(known), float(known.mean())
    sd = float(known.std(ddof=1)) if n > 1 else None
    return GroupScore(
        n=n,
        mean=mean,
        sd=sd,
        median=float(np.median(known)),
        interval=None if sd is None else t_interval(mean, sd, n),
        favourable=favourable_share(known),
    )


def favourable_share(known: Points) -> Share:
    """How many of the scores or levels (n,) on 0 to 100 are favourable; at least one is given."""
    count = int((known >= FAVOURABLE).sum())
    return Share(count, len(known), wilson(count, len(known)))

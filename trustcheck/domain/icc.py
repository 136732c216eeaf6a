"""Whether teams can be told apart: ICC(1) and ICC(2) from a one-way analysis of variance (measurement 2.6).

May somebody rank teams? Only where ICC(2) reaches .70, and then with the intervals; and with enough teams at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from trustcheck.domain.intervals import Interval

FEWEST_GROUPS, FEWEST_IN_EACH = 8, 5
"""With fewer the interval covers nearly everything: six groups of five gave .03 to .81."""

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IntraClass:
    """Both coefficients with F-based 95 % limits; exact for groups of one size. Below 0 they are shown as 0."""

    icc1: float
    """How much of one person's score lies in the team."""
    icc1_interval: Interval
    icc2: float
    """How reliable a team's mean is."""
    icc2_interval: Interval

    @property
    def can_rank(self) -> bool:
        return self.icc2 >= 0.70


def shown_intra_class(groups: Sequence[Points]) -> IntraClass | None:
    """The coefficients where they may be shown: at least eight groups of at least five scores each."""
    if len(groups) < FEWEST_GROUPS or min(len(each) for each in groups) < FEWEST_IN_EACH:
        return None
    return intra_class(groups)


def intra_class(groups: Sequence[Points], confidence: float = 0.95) -> IntraClass | None:
    """The coefficients of scores by group, (n,) each without ``nan``; ``None`` where nobody differs within a group.

    Unequal groups count with n0 = (N - sum n_j^2 / N) / (G - 1).
    """
    sizes = np.array([len(each) for each in groups], dtype=np.float64)
    people, number = float(sizes.sum()), len(groups)
    means = np.array([each.mean() for each in groups])
    within = sum(float(((each - each.mean()) ** 2).sum()) for each in groups) / (people - number)
    if within <= 0:
        return None
    grand = float(sizes @ means) / people
    between = float(sizes @ (means - grand) ** 2) / (number - 1)
    typical = (people - float(sizes @ sizes) / people) / (number - 1)
    ratio, tail, degrees = between / within, (1 - confidence) / 2, (number - 1, people - number)
    low, high = (ratio / float(fdtri(*degrees, share)) for share in (1 - tail, tail))
    return IntraClass(
        icc1=_one(ratio, typical),
        icc1_interval=Interval(_one(low, typical), _one(high, typical)),
        icc2=_two(ratio),
        icc2_interval=Interval(_two(low), _two(high)),
    )


def _one(ratio: float, typical: float) -> float:
    return max((ratio - 1) / (ratio + typical - 1), 0.0)


def _two(ratio: float) -> float:
    return max(1 - 1 / ratio, 0.0) if ratio else 0.0

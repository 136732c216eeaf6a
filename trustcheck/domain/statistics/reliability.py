"""Whether the items of a theme hang together: alpha, omega, and when neither is shown (measurement 2.7)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.exact import Points
from trustcheck.domain.statistics.group_words import NoOmega
from trustcheck.domain.statistics.groups import Interval
from trustcheck.domain.statistics.scoring import Codes

# One common factor of a covariance by maximum likelihood: what omega is worked out from (measurement 2.7).
#
# Given the unique variances the best loadings are the first principal axis of the correlation scaled by them (Lawley
# and Maxwell), so only the unique variances are searched for: by Newton's steps on their logarithms, whose slope and
# bend follow from the other axes (Joreskog 1967; Clarke 1970).


Matrix = NDArray[np.float64]

_LEAST_UNIQUE = 0.005
"""The smallest share of an item's variance that is left to the item alone. A fit that wants less is improper."""
_LOWEST = float(np.log(_LEAST_UNIQUE))
_AT_THE_END = 1e-6
_STEPS, _FIRST_STEPS = 100, 4
_LEVEL, _STILL = 1e-9, 1e-9
"""Where the slope, or the last step, is as good as nothing."""
_FAR, _TINY = 1.0, 1e-6
_DOWNHILL = 1e-4
"""The share of what the slope promises that a step has to keep."""
_LAST_DIGIT = 1e-15
_FLATTEST = 1e-12
_FACTOR_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class OneFactor:
    """A fit of one common factor, in the units of the covariance that it was fitted to."""

    loadings: Matrix
    """(items,)."""
    unique: Matrix
    """(items,): the variance left to each item alone."""
    is_improper: bool
    """Whether an item has (next to) no variance of its own: a Heywood case, whose omega means nothing."""
    is_settled: bool

    @property
    def omega(self) -> float:
        """Omega total."""
        common = float(self.loadings.sum()) ** 2
        return common / (common + float(self.unique.sum()))


def one_factor(covariance: Matrix) -> OneFactor:
    """One common factor of a covariance (items, items), of at least three items.

    The search begins at two places, Joreskog's and the middle: where items hardly hang together there is more than one
    lowest place nearby, and the lower of the two is taken.
    """
    spread = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(spread, spread)
    items = len(spread)
    beginnings = (1 - 0.5 / items) / np.diag(np.linalg.pinv(correlation)), np.full(items, 0.5)
    place, is_settled = min((_search(correlation, each) for each in beginnings), key=lambda each: each[0].misfit)
    unique = np.exp(place.at)
    loadings = _best_loadings(correlation, unique) * spread
    is_improper = bool(unique.min() <= _LEAST_UNIQUE + _AT_THE_END)
    return OneFactor(loadings, unique * spread**2, is_improper, is_settled)


class _Place:
    """Where the search stands: logarithms of unique variances, and what is to be known there."""

    def __init__(self, correlation: Matrix, at: Matrix) -> None:
        self.at = at
        root = np.exp(at / 2)
        sizes, axes = np.linalg.eigh(correlation / np.outer(root, root))
        self._first, self._rest = float(sizes[-1]), np.maximum(sizes[:-1], _FACTOR_NOTHING)
        self._axis, self._axes = axes[:, -1], axes[:, :-1]

    @property
    def misfit(self) -> float:
        """What maximum likelihood makes small, with the best loadings for this place."""
        return float((self._rest - np.log(self._rest) - 1).sum())

    @property
    def slope(self) -> Matrix:
        """(items,)."""
        return np.asarray(self._axes**2 @ (1 - self._rest), dtype=np.float64)

    @property
    def bend(self) -> Matrix:
        """(items, items): the second derivatives."""
        across = (1 - self._rest) * (self._first + self._rest) / np.maximum(self._first - self._rest, _FACTOR_NOTHING)
        beside, weighed, crossed = ((self._axes * each) @ self._axes.T for each in (1.0, self._rest, across))
        return np.asarray(weighed * beside + np.outer(self._axis, self._axis) * crossed, dtype=np.float64)

    def free(self) -> NDArray[np.bool_]:
        """Which items are not held at an end of their range by the slope."""
        held = ((self.at <= _LOWEST) & (self.slope > 0)) | ((self.at >= 0) & (self.slope < 0))
        return np.asarray(~held, dtype=np.bool_)


def _search(correlation: Matrix, unique: Matrix) -> tuple[_Place, bool]:
    """The lowest place that is found from here, and whether the search came to rest there."""
    for _step in range(_FIRST_STEPS):
        unique = np.clip(1 - _best_loadings(correlation, np.clip(unique, _LEAST_UNIQUE, 1.0)) ** 2, _LEAST_UNIQUE, 1.0)
    place = _Place(correlation, np.log(unique))
    for _step in range(_STEPS):
        free = place.free()
        if not free.any() or float(np.abs(place.slope[free]).max()) < _LEVEL:
            return place, True
        lower = _lower(correlation, place, _way(place, free))
        if lower is None:
            return place, float(np.abs(place.slope[free]).max()) < _TINY
        if float(np.abs(lower.at - place.at).max()) < _STILL:
            return lower, True
        place = lower
    return place, False


def _way(place: _Place, free: NDArray[np.bool_]) -> Matrix:
    """Newton's step for the free items; uphill bends are taken as downhill ones, and no step is longer than one."""
    way, slope = np.zeros_like(place.at), place.slope[free]
    bends, axes = np.linalg.eigh(place.bend[np.ix_(free, free)])
    way[free] = -axes @ (axes.T @ slope / np.maximum(np.abs(bends), _FLATTEST))
    return way / max(1.0, float(np.abs(way).max()) / _FAR)


def _lower(correlation: Matrix, place: _Place, way: Matrix) -> _Place | None:
    """The next place on the way, nearer and nearer until it is low enough; ``None`` where none is."""
    length = 1.0
    while length >= _TINY:
        there = _Place(correlation, np.clip(place.at + length * way, _LOWEST, 0.0))
        promised = _DOWNHILL * float(place.slope @ (there.at - place.at))
        if there.misfit <= place.misfit + promised:
            return there
        # At the very bottom only the last digit differs.
        if length * float(np.abs(way).max()) < _TINY and there.misfit <= place.misfit + _LAST_DIGIT:
            return there
        length /= 2
    return None


def _best_loadings(correlation: Matrix, unique: Matrix) -> Matrix:
    root = np.sqrt(unique)
    sizes, axes = np.linalg.eigh(correlation / np.outer(root, root))
    loadings: Matrix = root * axes[:, -1] * np.sqrt(max(float(sizes[-1]) - 1, 0.0))
    return loadings if loadings.sum() >= 0 else -loadings


FEWEST = 30
"""Below this many complete sheets the interval is too wide to say anything: nothing is shown."""
FEWEST_FOR_OMEGA = 100

_NOTHING = 1e-9
"""Variances of whole numbers are nothing or far larger."""
_ROWS_AT_A_TIME = 4096


@dataclass(frozen=True, slots=True)
class Reliability:
    """Alpha with its interval from 30 complete sheets, omega too from 100. Below 100 it is provisional."""

    n: int
    alpha: float
    interval: Interval
    omega: float | None
    no_omega: NoOmega | None = None

    @property
    def is_provisional(self) -> bool:
        return self.n < FEWEST_FOR_OMEGA


def reliability(keyed: Points) -> Reliability | None:
    """Reliability of one theme from keyed answers (n, items), ``nan`` where there is no point.

    Only complete rows count. ``None`` below thirty of them, for a single item, and where nobody differs. Never for
    one person, never per team.
    """
    complete = keyed[~np.isnan(keyed).any(axis=1)]
    return _reliability(complete.T @ complete, complete.sum(axis=0), len(complete))


def reliability_of_answers(given: Codes, theme_id: str, questionnaire: Questionnaire) -> Reliability | None:
    """The same for one theme of coded answers (n, items of the questionnaire), without a second copy of them."""
    places = [at for at, item in enumerate(questionnaire.items) if item.theme == theme_id]
    products, sums, rows = np.zeros((len(places), len(places))), np.zeros(len(places)), 0
    turned = np.array([questionnaire.items[at].reverse for at in places])
    for start in range(0, len(given), _ROWS_AT_A_TIME):
        inside = given[start : start + _ROWS_AT_A_TIME, places]
        complete = inside[(inside > 0).all(axis=1)].astype(np.float64)
        points = np.where(turned, questionnaire.low + questionnaire.high - complete, complete)
        products += points.T @ points
        sums += points.sum(axis=0)
        rows += len(points)
    return _reliability(products, sums, rows)


def _reliability(products: Points, sums: Points, rows: int) -> Reliability | None:
    """From sums of products (items, items) and of answers (items,) over complete rows; whole numbers, hence exact."""
    items = len(sums)
    if rows < FEWEST or items < 2:
        return None
    covariance = (products - np.outer(sums, sums) / rows) / (rows - 1)
    if covariance.diagonal().min() <= _NOTHING or covariance.sum() <= _NOTHING:
        return None
    found = _alpha(covariance)
    is_enough = rows >= FEWEST_FOR_OMEGA and items > 2
    interval = feldt(found, items, rows)
    if not is_enough:
        return Reliability(rows, found, interval, None)
    fit = one_factor(covariance)
    if not fit.is_settled:
        return Reliability(rows, found, interval, None, NoOmega.NOT_SETTLED)
    return Reliability(rows, found, interval, *((None, NoOmega.IMPROPER) if fit.is_improper else (fit.omega, None)))


def alpha(complete: Points) -> float:
    """Cronbach's alpha of keyed answers (n, items) without gaps; both the items and their sum must vary."""
    return _alpha(np.cov(complete, rowvar=False))


def _alpha(covariance: Points) -> float:
    items = len(covariance)
    return float(items / (items - 1) * (1 - covariance.trace() / covariance.sum()))


def feldt(found: float, items: int, rows: int, confidence: float = 0.95) -> Interval:
    """Feldt's interval for an alpha ``found`` on ``items`` items and ``rows`` people: n - 1 and (n - 1)(k - 1)."""
    tail = (1 - confidence) / 2
    degrees = rows - 1, (rows - 1) * (items - 1)
    low, high = (1 - (1 - found) * float(fdtri(*degrees, share)) for share in (1 - tail, tail))
    return Interval(low, high)


def omega(complete: Points) -> float:
    """Omega total of keyed answers (n, items) from a one-factor maximum likelihood fit; at least three items."""
    return one_factor(np.cov(complete, rowvar=False)).omega

"""Whether the items of a theme hang together: alpha, omega, and when neither is shown (measurement 2.7)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from trustcheck.domain.group_words import NoOmega
from trustcheck.domain.intervals import Interval
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.scoring import Codes

FEWEST = 30
"""Below this many complete sheets the interval is too wide to say anything: nothing is shown."""
FEWEST_FOR_OMEGA = 100

Points = NDArray[np.float64]

_LEAST_UNIQUE = 0.005
"""The smallest share of an item's variance that is left to the item alone. A fit that wants less is improper."""
_STEPS, _STILL = 5_000, 1e-10
_FLAT, _FLAT_STEPS = 1e-10, 20
"""A fit is at rest, too, where so many long steps in a row make it no better than that: a plain has no lowest point."""
_AT_THE_END = 1e-6
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


@dataclass(frozen=True, slots=True, eq=False)
class OneFactor:
    """A fit of one common factor, in the units of the covariance that it was fitted to."""

    loadings: Points
    """(items,)."""
    unique: Points
    """(items,): the variance left to each item alone."""
    is_improper: bool
    """Whether an item has (next to) no variance of its own: a Heywood case, whose omega means nothing."""
    is_settled: bool

    @property
    def omega(self) -> float:
        """Omega total."""
        common = float(self.loadings.sum()) ** 2
        return common / (common + float(self.unique.sum()))


def omega(complete: Points) -> float:
    """Omega total of keyed answers (n, items) from a one-factor maximum likelihood fit; at least three items."""
    return one_factor(np.cov(complete, rowvar=False)).omega


def one_factor(covariance: Points) -> OneFactor:
    """One common factor of a covariance (items, items), by maximum likelihood.

    Given the unique variances the best loadings are the first principal axis of the covariance scaled by them
    (Lawley and Maxwell); the two steps alternate until nothing moves. Two of them show the way, and a long step is
    taken along it where the fit becomes no worse (Varadhan and Roland 2008): alone they creep where items hardly hang
    together.
    """
    spread = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(spread, spread)
    unique, is_settled, flat, so_far = np.full(len(spread), 0.5), False, 0, float("inf")
    for _step in range(_STEPS):
        first = _unique(correlation, unique)
        second = _unique(correlation, first)
        if is_settled := bool(np.abs(second - first).max() < _STILL) or flat >= _FLAT_STEPS:
            break
        way, bend = first - unique, second - 2 * first + unique
        length = max(1.0, float(np.linalg.norm(way)) / max(float(np.linalg.norm(bend)), _NOTHING))
        far = _unique(correlation, np.clip(unique + 2 * length * way + length**2 * bend, _LEAST_UNIQUE, 1.0))
        misfit, unique = min(((_misfit(correlation, each), each) for each in (far, second)), key=lambda pair: pair[0])
        flat = flat + 1 if so_far - misfit < _FLAT else 0
        so_far = min(so_far, misfit)
    loadings = _best_loadings(correlation, unique) * spread
    is_improper = bool(unique.min() <= _LEAST_UNIQUE + _AT_THE_END)
    return OneFactor(loadings, unique * spread**2, is_improper, is_settled)


def _unique(correlation: Points, unique: Points) -> Points:
    """What is left to each item alone once the best loadings for ``unique`` are taken away."""
    left: Points = np.clip(1 - _best_loadings(correlation, unique) ** 2, _LEAST_UNIQUE, 1.0)
    return left


def _best_loadings(correlation: Points, unique: Points) -> Points:
    root = np.sqrt(unique)
    sizes, axes = np.linalg.eigh(correlation / np.outer(root, root))
    loadings: Points = root * axes[:, -1] * np.sqrt(max(float(sizes[-1]) - 1, 0.0))
    return loadings if loadings.sum() >= 0 else -loadings


def _misfit(correlation: Points, unique: Points) -> float:
    """What maximum likelihood makes small, with the best loadings for ``unique`` (Joreskog 1967)."""
    root = np.sqrt(unique)
    rest = np.linalg.eigvalsh(correlation / np.outer(root, root))[:-1]
    return float((rest - np.log(np.maximum(rest, _NOTHING)) - 1).sum())

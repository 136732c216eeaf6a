"""Whether the items of a theme hang together: alpha, omega, and when neither is shown (measurement 2.7)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from trustcheck.domain.group_words import NoOmega
from trustcheck.domain.intervals import Interval
from trustcheck.domain.one_factor import one_factor
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.scoring import Codes

FEWEST = 30
"""Below this many complete sheets the interval is too wide to say anything: nothing is shown."""
FEWEST_FOR_OMEGA = 100

Points = NDArray[np.float64]

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

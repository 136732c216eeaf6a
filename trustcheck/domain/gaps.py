"""How leaders and staff see the same theme: difference, precision, chance, and a class in words (measurement 2.9)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import exp, isfinite, sqrt

from scipy.special import gammaln, nctdtrinc, ndtri, stdtr, stdtrit

from trustcheck.domain.exact import Sample
from trustcheck.domain.group_words import WIDE, GapKind
from trustcheck.domain.intervals import SMALLEST_GROUP, Interval
from trustcheck.domain.permutation import Chance, Relabellings

SURE = 0.05

_LARGE = 2000
"""From these degrees of freedom on the noncentral t is as good as normal, and far quicker."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Leaders minus staff on one theme or pillar, unrounded, in points."""

    difference: float
    interval: Interval
    """Welch's 95 % interval."""
    hedges_g: float | None
    """With the exact correction; ``None`` where nobody differs within the views."""
    hedges_interval: Interval | None
    """From the noncentral t distribution."""
    p: float
    """The share of relabellings with a difference at least as large in either direction."""
    method: str
    """"exact" or "monte carlo"."""
    smallest_p: float
    """The smallest p that so many people could reach."""
    p_holm: float = 1.0
    """Holm's p over all themes (or all pillars) that are compared."""
    kind: GapKind = GapKind.SIMILAR


def gaps(pairs: Iterable[tuple[str, Sample, Sample]]) -> dict[str, Gap]:
    """The gap of every (id, leaders' scores, staff's scores), each of two people or more.

    Holm's correction and the classes run over all pairs given: hand in one family, the themes or the pillars.
    """
    chance = Relabellings()
    found = {each: gap(leaders, staff, chance) for each, leaders, staff in pairs}
    corrected = holm([each.p for each in found.values()])
    return {
        name: replace(each, p_holm=p, kind=_kind(each, p, len(found)))
        for (name, each), p in zip(found.items(), corrected, strict=True)
    }


def gap(leaders: Sample, staff: Sample, chance: Relabellings | None = None) -> Gap:
    """One gap on its own, not yet corrected for others and not yet classed."""
    drawn: Chance = (chance or Relabellings()).chance(leaders, staff)
    g, around = hedges(leaders, staff)
    return Gap(
        difference=difference(leaders, staff),
        interval=welch(leaders, staff),
        hedges_g=g,
        hedges_interval=around,
        p=drawn.p,
        method=drawn.method,
        smallest_p=drawn.smallest_p,
    )


def difference(leaders: Sample, staff: Sample) -> float:
    """Of two means, in points: the float nearest to the exact one, so that a difference on a cut lies on it."""
    return float(leaders.exact_mean - staff.exact_mean)


def welch(leaders: Sample, staff: Sample, confidence: float = 0.95) -> Interval:
    """Welch's interval for the difference of two means with unequal variances; the difference itself without any."""
    middle = difference(leaders, staff)
    parts = [each.variance / len(each) for each in (leaders, staff)]
    error = sum(parts)
    if error == 0:
        return Interval(middle, middle)
    degrees = error**2 / sum(part**2 / (len(each) - 1) for part, each in zip(parts, (leaders, staff), strict=True))
    half = float(stdtrit(degrees, 0.5 + confidence / 2)) * sqrt(error)
    return Interval(middle - half, middle + half)


def hedges(leaders: Sample, staff: Sample, confidence: float = 0.95) -> tuple[float | None, Interval | None]:
    """Hedges' g with the exact correction J, and J times the noncentral t limits of Cohen's d."""
    sizes = len(leaders), len(staff)
    degrees = sum(sizes) - 2
    pooled = sum((len(each) - 1) * each.variance for each in (leaders, staff)) / degrees
    if pooled <= 0:
        return None, None
    j = exp(float(gammaln(degrees / 2)) - float(gammaln((degrees - 1) / 2))) / sqrt(degrees / 2)
    d = difference(leaders, staff) / sqrt(pooled)
    scale = sqrt(1 / sizes[0] + 1 / sizes[1])
    limits = _noncentral(d / scale, degrees, confidence)
    return j * d, Interval(j * limits.low * scale, j * limits.high * scale)


def holm(p: list[float]) -> list[float]:
    """Holm's step-down correction, in the order given."""
    order, corrected, so_far = sorted(range(len(p)), key=lambda at: p[at]), [0.0] * len(p), 0.0
    for rank, at in enumerate(order):
        so_far = max(so_far, min(1.0, (len(p) - rank) * p[at]))
        corrected[at] = so_far
    return corrected


def share_below(score: float, staff: Sample) -> float | None:
    """The share of staff (0 to 1) who would be expected to score lower than one leader, by Crawford and Howell.

    ``None`` below five of staff and where they do not differ. Shown only to that leader, who agreed to it.
    """
    n = len(staff)
    sd = sqrt(staff.variance) if n >= SMALLEST_GROUP else 0.0
    if sd == 0:
        return None
    return float(stdtr(n - 1, (score - staff.mean) / (sd * sqrt((n + 1) / n))))


def _kind(found: Gap, p_holm: float, compared: int) -> GapKind:
    """The class. Where no answers could have reached a small p, that is said instead of a verdict on these."""
    if abs(found.difference) < WIDE:
        return GapKind.SIMILAR
    if p_holm < SURE:
        return GapKind.CLEAR
    if found.interval.low > 0 or found.interval.high < 0:
        return GapKind.POSSIBLE
    return GapKind.TOO_FEW if found.smallest_p * compared >= SURE else GapKind.WORTH_ASKING


def _noncentral(t: float, degrees: int, confidence: float) -> Interval:
    """The noncentralities under which ``t`` would be just too large, and just too small.

    Those of ``-t`` are those of ``t`` with other signs, to the last digit: who stands first changes nothing else.
    """
    if t < 0:
        mirrored = _noncentral(-t, degrees, confidence)
        return Interval(-mirrored.high, -mirrored.low)
    found = _noncentral_above(t, degrees, confidence)
    return found if t else Interval(-found.high, found.high)


def _noncentral_above(t: float, degrees: int, confidence: float) -> Interval:
    tail = (1 - confidence) / 2
    if degrees < _LARGE:
        low, high = (float(nctdtrinc(degrees, share, t)) for share in (1 - tail, tail))
        if isfinite(low) and isfinite(high):
            return Interval(low, high)
    half = -float(ndtri(tail)) * sqrt(1 + t * t / (2 * degrees))
    return Interval(t - half, t + half)

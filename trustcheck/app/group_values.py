"""A group's statistics as JSON: the shapes of the contract, unrounded, a suppressed value as its reason alone."""

from collections.abc import Mapping
from typing import Any

from trustcheck.app.group_result import DETAILS_FROM
from trustcheck.domain.agreement import Agreement
from trustcheck.domain.gaps import Gap
from trustcheck.domain.group_hiding import Value
from trustcheck.domain.group_statistics import GapValue, GroupStatistics
from trustcheck.domain.group_view import ViewStatistics
from trustcheck.domain.groups import GroupScore, Share
from trustcheck.domain.intervals import Interval
from trustcheck.domain.questionnaire import Form
from trustcheck.domain.reliability import Reliability
from trustcheck.domain.suppressed import Suppressed

Json = dict[str, Any]


def perspective_values(found: ViewStatistics, form: Form) -> Json:
    """One perspective: its size, and every value of it or the reason why it is not shown."""
    hasty = found.hasty
    return {
        "n": found.n,
        "invited": found.invited,
        "hasty": _suppressed(hasty) if isinstance(hasty, Suppressed) else hasty,
        "themes": None if form is Form.PULSE else _values(found.themes),
        "pillars": _values(found.pillars),
        "overall": _value(found.overall),
    }


def without_hasty_values(found: Mapping[str, ViewStatistics | Suppressed], form: Form) -> Json:
    """Each view with hurried sheets once more without them, or why the two may not stand side by side."""
    return {
        name: _suppressed(view) if isinstance(view, Suppressed) else perspective_values(view, form)
        for name, view in found.items()
    }


def gap_values(gaps: Mapping[str, GapValue]) -> Json:
    """Leaders minus staff, by theme or by pillar."""
    return {each: _suppressed(gap) if isinstance(gap, Suppressed) else _gap(gap) for each, gap in gaps.items()}


def reliability_values(found: GroupStatistics) -> Json:
    """The headline view's alpha and omega by theme, under the name of that view; empty where no view is shown."""
    if found.headline is None:
        return {}
    return {found.headline: {each: _reliability(value) for each, value in found.reliability.items()}}


def _values(values: Mapping[str, Value]) -> Json:
    return {each: _value(value) for each, value in values.items()}


def _value(value: Value) -> Json:
    return _suppressed(value) if isinstance(value, Suppressed) else _score(value)


def _suppressed(value: Suppressed) -> Json:
    return {"suppressed": value.reason}


def _score(value: GroupScore) -> Json:
    return {
        "n": value.n,
        "mean": value.mean,
        "sd": value.sd,
        "median": value.median,
        "band": value.band,
        "band_range": value.band_range,
        "interval": _interval(value.interval),
        "guaranteed": _interval(value.guaranteed),
        "favourable": None if value.favourable is None else _share(value.favourable),
        "classes": _classes(value),
        "spread": None if value.agreement is None else _spread(value.agreement, str(value.spread)),
        "solidity": None if value.solidity is None else value.solidity.value,
        "dont_know": value.dont_know,
    }


def _share(found: Share) -> Json:
    return {"share": found.share, "low": found.interval.low, "high": found.interval.high}


def _classes(value: GroupScore) -> Json | None:
    """People below 37.5, between, and from 62.5 on; null for a class that is told together with its neighbour.

    Below ten people no class is told: that would nearly list them.
    """
    if value.n < DETAILS_FROM:
        return None
    return {"low": value.classes.low, "middle": value.classes.middle, "high": value.classes.high}


def _spread(found: Agreement, words: str) -> Json:
    return {
        "ad_mean": found.ad_mean,
        "ad_median": found.ad_median,
        "words": words,
        "rwg_uniform": found.rwg_uniform,
        "rwg_slight": found.rwg_slight,
        "a_wg": found.a_wg,
    }


def _gap(found: Gap) -> Json:
    return {
        "difference": found.difference,
        "interval": _interval(found.interval),
        "hedges_g": found.hedges_g,
        "hedges_interval": _interval(found.hedges_interval),
        "p": found.p,
        "method": found.method,
        "p_holm": found.p_holm,
        "smallest_p": found.smallest_p,
        "class": found.kind.value,
    }


def _reliability(found: Reliability) -> Json:
    told: Json = {"alpha": found.alpha, "interval": _interval(found.interval), "omega": found.omega}
    return told | {"no_omega": found.no_omega.value} if found.no_omega else told


def _interval(found: Interval | None) -> list[float] | None:
    return None if found is None else [found.low, found.high]

"""What ``trustcheck score`` says of a file of answers: each person's scores, and each perspective as a group.

Everything is plain values ready for JSON, unrounded: the caller holds the answers already. A group's value that rests
on fewer than the threshold of people, or on answers that are all alike, is suppressed here and nowhere later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from trustcheck.app.results.group import DETAILS_FROM
from trustcheck.domain.findings.group_findings import group_contradictions, group_first, group_strengths
from trustcheck.domain.findings.practice import Contradiction, contradictions, pillar_practice
from trustcheck.domain.findings.priorities import AT_MOST_ALONE, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.findings.suggestions import strengths
from trustcheck.domain.privacy.group_hiding import HideableScore
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.agreement import Agreement
from trustcheck.domain.statistics.exact import Points
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.group_answers import GroupAnswers, coded
from trustcheck.domain.statistics.group_words import Spread
from trustcheck.domain.statistics.groups import GroupScore, Interval, Share
from trustcheck.domain.statistics.quality import Quality, quality
from trustcheck.domain.statistics.reliability import Reliability
from trustcheck.domain.statistics.scoring import scores
from trustcheck.domain.views.group_statistics import GapValue, GroupStatistics, statistics_of, views_without_hurried
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics
from trustcheck.domain.views.predictions import PredictionValue, predicted
from trustcheck.words import gettext as _

# A group's statistics as JSON: the shapes of the contract, unrounded, a suppressed value as its reason alone.


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


def prediction_values(told: Mapping[str, PredictionValue]) -> Json:
    """Guess minus staff, by theme; what leaders believe and staff answered stand among the perspectives."""
    return {
        each: _suppressed(value)
        if isinstance(value, Suppressed)
        else {
            "n": value.n,
            "guess": value.mean,
            "nearest": value.is_nearest,
            "difference": value.difference,
            "interval": _interval(value.interval),
            "class": value.kind.value,
        }
        for each, value in told.items()
    }


def reliability_values(found: GroupStatistics) -> Json:
    """The headline view's alpha and omega by theme, under the name of that view; empty where no view is shown."""
    if found.headline is None:
        return {}
    return {found.headline: {each: _reliability(value) for each, value in found.reliability.items()}}


def _values(values: Mapping[str, HideableScore]) -> Json:
    return {each: _value(value) for each, value in values.items()}


def _value(value: HideableScore) -> Json:
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
        "spread": None if value.agreement is None else _spread(value.agreement, value.spread),
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


def _spread(found: Agreement, words: Spread | None) -> Json:
    """Words below ten people only where they leave what single people answered open."""
    return {
        "ad_mean": found.ad_mean,
        "ad_median": found.ad_median,
        "words": None if words is None else words.value,
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
        "p": found.chance.p,
        "method": found.chance.method,
        "p_holm": found.chance.p_holm,
        "smallest_p": found.chance.smallest_p,
        "class": found.kind.value,
    }


def _reliability(found: Reliability) -> Json:
    told: Json = {"alpha": found.alpha, "interval": _interval(found.interval), "omega": found.omega}
    return told | {"no_omega": found.no_omega.value} if found.no_omega else told


def _interval(found: Interval | None) -> list[float] | None:
    return None if found is None else [found.low, found.high]


class Respondents(Protocol):
    """A file of answers: the responses in file order, and beside each the perspective it is counted in."""

    @property
    def responses(self) -> tuple[Response, ...]: ...

    @property
    def perspectives(self) -> tuple[str, ...]:
        """``leader`` or ``staff`` beside each response, or ``all`` where the file does not tell them apart."""
        ...

    @property
    def form(self) -> Form: ...


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """What the person at the command line wants. ``invited`` counts people by perspective."""

    people: bool = False
    threshold: int = 5
    invited: Mapping[str, int] = field(default_factory=dict)


def score_sheet(
    given: Respondents,
    questionnaire: Questionnaire,
    asked: ScoreOptions,
    facts: Mapping[str, PracticeAnswer] | None = None,
) -> Json:
    """The whole sheet. A file with one row is one person's own: nothing is suppressed, no group is described."""
    answers = coded(given.responses, given.perspectives, questionnaire, given.form)
    alone = len(given.responses) == 1
    sheet: Json = {
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "form": given.form.value,
    }
    if asked.people or alone:
        sheet["people"] = _people(given, answers, questionnaire)
    if alone:
        return sheet | _own(given, answers, questionnaire, facts)
    sheet["note"] = belongs_to()
    found = statistics_of(answers, questionnaire, GroupTerms(asked.threshold, asked.invited))
    if without := views_without_hurried(answers, found, questionnaire):
        sheet["without_hasty"] = without_hasty_values(without, given.form)
    sheet |= _group(found, questionnaire, facts)
    leaders = [each for each in given.responses if each.perspective is Perspective.LEADER]
    if any(each.beside.guesses for each in leaders):
        told = predicted([each.beside.guesses for each in leaders], answers, found, questionnaire)
        sheet["predictions"] = prediction_values(told)
    return sheet


def belongs_to() -> str:
    """Whose unrounded statistics of a group are, and why."""
    return _(
        "Unrounded statistics of a small group determine the scores behind them: of three people always, of five in "
        "half of all groups. They belong to whoever holds the rows; --publishable gives what may be passed on."
    )


def _own(
    given: Respondents,
    answers: GroupAnswers,
    questionnaire: Questionnaire,
    facts: Mapping[str, PracticeAnswer] | None,
) -> Json:
    """What follows from one person's sheet; their own scores stand as belief beside the facts."""
    beliefs = _themes(0, _in_points(answers, questionnaire, given.form), questionnaire)
    found: Json = {"perspectives": {}}
    if facts is not None:
        found["say_do"] = _say_do(contradictions(beliefs, facts, questionnaire), facts, questionnaire)
    return found | _first_and_best(beliefs, facts or {}, questionnaire)


def _group(found: GroupStatistics, questionnaire: Questionnaire, facts: Mapping[str, PracticeAnswer] | None) -> Json:
    """What follows from several sheets: each view, how leaders and staff differ, and where to begin."""
    sheet: Json = {
        "perspectives": {name: perspective_values(view, found.form) for name, view in found.perspectives.items()}
    }
    if found.gaps or found.pillar_gaps:
        sheet |= {"gaps": gap_values(found.gaps), "pillar_gaps": gap_values(found.pillar_gaps)}
    if found.form is Form.FULL:
        sheet["reliability"] = reliability_values(found)
    against = group_contradictions(found, facts or {}, questionnaire)
    if facts is not None:
        sheet["say_do"] = _say_do(against, facts, questionnaire)
    first = [each.need.theme_id for each in group_first(found, against, questionnaire).first]
    strong = group_strengths(found, first, questionnaire)
    return sheet | {"priorities": first, "strengths": [each.theme_id for each in strong]}


class _InPoints(NamedTuple):
    """Everybody's scores on 0 to 100, ``nan`` where unknown, one row per response."""

    themes: Points
    pillars: Points
    overall: Points


def _in_points(answers: GroupAnswers, questionnaire: Questionnaire, form: Form) -> _InPoints:
    found = scores(answers.given, questionnaire, form)
    return _InPoints(found.themes.points(), found.pillars.points(), found.overall.points())


def _people(given: Respondents, answers: GroupAnswers, questionnaire: Questionnaire) -> list[Json]:
    found = _in_points(answers, questionnaire, given.form)
    return [
        _person(row, given.perspectives[row], found, questionnaire, given.form, quality(response, questionnaire))
        for row, response in enumerate(given.responses)
    ]


def _person(
    row: int, perspective: str, found: _InPoints, questionnaire: Questionnaire, form: Form, how: Quality
) -> Json:
    pillars = zip((each.id for each in questionnaire.pillars), found.pillars[row], strict=True)
    return {
        "row": row + 1,
        "perspective": perspective,
        "themes": None if form is Form.PULSE else _themes(row, found, questionnaire),
        "pillars": {pillar_id: known(score) for pillar_id, score in pillars},
        "overall": known(found.overall[row]),
        "quality": {
            "longstring": how.longstring,
            "variability": how.variability,
            "inconsistency": how.inconsistency,
        },
    }


def _themes(row: int, found: _InPoints, questionnaire: Questionnaire) -> dict[str, float | None]:
    themes = zip((each.id for each in questionnaire.themes), found.themes[row], strict=True)
    return {theme_id: known(score) for theme_id, score in themes}


def _say_do(
    against: Sequence[Contradiction], facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire
) -> Json:
    by_pillar = [pillar_practice(facts, pillar, questionnaire) for pillar in questionnaire.pillars]
    return {
        "pillars": {each.pillar_id: {"known": each.known, "index": each.index} for each in by_pillar},
        "contradictions": [
            {"theme": each.theme_id, "fact": each.practice_id, "kind": each.kind.value} for each in against
        ],
    }


def _first_and_best(
    themes: Mapping[str, float | None], facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire
) -> Json:
    """Where one person would begin, and what is relatively strongest: theme ids after the gates."""
    said = {each.theme_id for each in contradictions(themes, facts, questionnaire)}
    needs = [
        ThemeNeed(each.id, each.pillar, score, say_do=int(each.id in said))
        for each in questionnaire.themes
        if (score := themes[each.id]) is not None
    ]
    first = [each.need.theme_id for each in chosen(ranked(needs), gates(themes, questionnaire), AT_MOST_ALONE).first]
    strong = strengths(themes, first, questionnaire)
    return {"priorities": first, "strengths": [each.theme_id for each in strong]}


def known(score: float) -> float | None:
    """A score as JSON knows it: ``None`` for ``nan``."""
    return None if score != score else float(score)

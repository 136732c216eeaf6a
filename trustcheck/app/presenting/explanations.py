"""How a number is worked out, in sentences: which questions, how many people, every step, and nothing that is hidden.

Whatever is said here rests on the result alone, which carries no sheet and no hidden number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import comb

from trustcheck.app.presenting.explanations_levels import (
    About,
    answered_lines,
    item_lines,
    overall_lines,
    pillar_lines,
    theme_lines,
)
from trustcheck.app.presenting.explanations_precision import (
    band_lines,
    classes_lines,
    coarse_ends,
    dont_know_lines,
    favourable_lines,
    guaranteed_lines,
    interval_lines,
    solidity_lines,
    spread_lines,
)
from trustcheck.app.presenting.group_seen import TOO_SHORT, not_shown, why_hidden
from trustcheck.app.presenting.group_words import counted, kind_words
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.app.results.group import GapShown, GroupResult, Shown, Value, Views
from trustcheck.app.results.group_values import SPREAD_FROM
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Fact
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised, grouped, true_minus
from trustcheck.words.sentences import in_a_row

# How two sides are set beside each other: leaders and staff, and what is said beside what is in place.


MOST_RELABELLINGS = 20_000
"""Above this many, chance is drawn instead of counted through (measurement 2.9)."""
DRAWS = 9_999


def gap_lines(result: GroupResult, of: str, views: Views, gap: GapShown) -> tuple[str, ...]:
    leaders, staff = views[Perspective.LEADER], views[Perspective.STAFF]
    if not isinstance(leaders, Shown) or not isinstance(staff, Shown):
        return ()
    lines = [
        _("{leaders} stand at {high}, {staff} at {low}: a difference of {points} points, leaders minus staff.").format(
            leaders=capitalised(counted(leaders.n, Perspective.LEADER)),
            high=leaders.mean,
            staff=counted(staff.n, Perspective.STAFF),
            low=staff.mean,
            points=true_minus(gap.difference),
        ),
        _("It is taken before rounding, so the last point can differ from the two whole numbers."),
        _(
            "Welch\u2019s 95 % interval, which lets the two views vary differently, reaches from {low} to {high}."
        ).format(low=true_minus(gap.interval.low), high=true_minus(gap.interval.high)),
        *((coarse_ends(),) if min(leaders.n, staff.n) < SPREAD_FROM else ()),
        _chance(leaders.n, staff.n),
        _holm(result, of),
    ]
    effect = next((each.effect for each in result.technical if each.theme.id == of and each.effect), "")
    return (*lines, *((effect,) if effect else ()), *_classes(gap, result.questionnaire))


def practice_lines(result: GroupResult, pillar_id: str) -> tuple[str, ...]:
    """The practice index of a pillar: which facts are known, and their mean."""
    practice = next(each for each in result.practice if each.pillar_id == pillar_id)
    themes = {each.id for each in result.questionnaire.themes_of(pillar_id)}
    inside = [each for each in result.facts if each.theme.id in themes and each.given is not None]
    number = {fact: sum(each.given is not None and each.given.fact is fact for each in inside) for fact in Fact}
    lines = [
        _(
            "A fact counts 100 for yes, 50 for partly, 0 for no; \u201cI don\u2019t know\u201d and "
            "\u201cdoesn\u2019t apply\u201d are left out."
        ),
        _("{known} of {asked} facts are known: {words}.").format(
            known=practice.known,
            asked=practice.asked,
            words=in_a_row(
                [
                    _("{number} yes").format(number=number[Fact.YES]),
                    _("{number} partly").format(number=number[Fact.PARTLY]),
                    _("{number} no").format(number=number[Fact.NO]),
                ]
            ),
        ),
    ]
    if practice.index is None:
        return (*lines, _("A mean is given once six of ten are known."))
    return (
        *lines,
        _("Their mean is {index} of 100.").format(index=whole(practice.index)),
        _(
            "Facts are a count of what is in place, not a sample: they have no interval, and are never mixed with "
            "answers."
        ),
    )


def _holm(result: GroupResult, of: str) -> str:
    pillars = result.questionnaire.pillar_by_id
    if of in pillars:
        told = _("Holm\u2019s correction allows for having looked at {number} pillars at once.")
        return told.format(number=len(pillars))
    compared = sum(isinstance(theme.gap, GapShown) for theme in result.themes)
    return _("Holm\u2019s correction allows for having looked at {number} themes at once.").format(number=compared)


def _chance(leaders: int, staff: int) -> str:
    ways = comb(leaders + staff, leaders)
    said = _(
        "Chance: if the words \u201cleader\u201d and \u201cstaff\u201d were dealt anew to the same sheets, how often "
        "would a difference at least as large come out?"
    )
    if ways <= MOST_RELABELLINGS:
        return said + " " + _("All {ways} ways of dealing them were tried.").format(ways=grouped(ways))
    return said + " " + _("{draws} ways were drawn, always the same ones.").format(draws=grouped(DRAWS))


def _classes(gap: GapShown, asked: Questionnaire) -> tuple[str, ...]:
    return (
        _(
            "From {wide} on, a difference has a name: clear gap where the corrected chance "
            "is below 5 %, possible gap where only the interval leaves out 0, else a difference worth asking about. "
            "Below that: similar views, which is not the same as no difference."
        ).format(wide=wide_words(asked)),
        _("Here: {kind}.").format(kind=kind_words(gap.kind)),
    )


OVERALL = "overall"
"""Stands where the whole is meant instead of a theme, a pillar or a question."""


class FigureKind(StrEnum):
    """The kinds of numbers a group's result shows."""

    MEAN = "mean"
    INTERVAL = "interval"
    GUARANTEED = "guaranteed"
    BAND = "band"
    SPREAD = "spread"
    SOLIDITY = "solidity"
    CLASSES = "classes"
    FAVOURABLE = "favourable"
    DONT_KNOW = "dont-know"
    GAP = "gap"
    PRACTICE = "practice"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class FigureKey:
    """Which number: its kind, what it is of (the id of a theme, pillar or question, or :data:`OVERALL`), whose view.

    ``perspective`` is ``None`` for a gap and for the practice index, which belong to nobody.
    """

    figure: FigureKind
    of: str = OVERALL
    perspective: Perspective | None = None


def explained(result: GroupResult, key: FigureKey) -> tuple[str, ...]:
    """The whole calculation, one sentence or two to a line. Of a hidden value only that it is hidden."""
    if key.figure is FigureKind.GAP:
        return _gap(result, key)
    if key.figure is FigureKind.PRACTICE:
        return practice_lines(result, key.of)
    if key.perspective is None:
        return ()
    if key.figure is FigureKind.ANSWERED:
        return answered_lines(result, key.perspective)
    value = value_of(result, key.of, key.perspective)
    if isinstance(value, Suppressed):
        return _hidden(result, value)
    if key.figure is FigureKind.MEAN:
        return _mean(About(result, key.of, key.perspective, value))
    return _PRECISION[key.figure](About(result, key.of, key.perspective, value))


def everything(result: GroupResult, of: str, perspective: Perspective) -> tuple[str, ...]:
    """All that belongs to one value, in reading order: the mean, how sure it is, how people differ."""
    value = value_of(result, of, perspective)
    if isinstance(value, Suppressed):
        return _hidden(result, value)
    lines: list[str] = []
    for figure in (FigureKind.MEAN, FigureKind.BAND, FigureKind.INTERVAL, FigureKind.GUARANTEED):
        lines += explained(result, FigureKey(figure, of, perspective))
    return tuple(lines)


def value_of(result: GroupResult, of: str, perspective: Perspective) -> Value:
    """The value of a theme, a pillar, a question or the whole. Raises :class:`KeyError` for an unknown id."""
    if of == OVERALL:
        return result.overall[perspective]
    for pillar in result.pillars:
        if pillar.pillar.id == of:
            return pillar.views[perspective]
        for theme in pillar.themes:
            if theme.theme.id == of:
                return theme.views[perspective]
            for item in theme.items:
                if item.item.id == of:
                    return item.views[perspective]
    raise KeyError(of)


def heading(result: GroupResult, key: FigureKey) -> str:
    """What a number is of, as the panel is headed."""
    asked = result.questionnaire
    if key.of in asked.theme_by_id:
        return asked.theme_by_id[key.of].name
    if key.of in asked.pillar_by_id:
        return asked.pillar_by_id[key.of].address
    if key.of in asked.item_by_id:
        return asked.wording(key.of, key.perspective or result.summary.perspective)
    return _("Who answered") if key.figure is FigureKind.ANSWERED else _("Everything together")


def _mean(about: About) -> tuple[str, ...]:
    asked = about.result.questionnaire
    if about.of in asked.theme_by_id:
        return theme_lines(about)
    if about.of in asked.pillar_by_id:
        return pillar_lines(about)
    if about.of in asked.item_by_id:
        return item_lines(about)
    return overall_lines(about)


def _gap(result: GroupResult, key: FigureKey) -> tuple[str, ...]:
    asked = result.questionnaire
    whole = next((each for each in result.pillars if each.pillar.id == key.of), None)
    found = whole or (result.theme(key.of) if key.of in asked.theme_by_id else None)
    if found is None or found.gap is None:
        return ()
    if not isinstance(found.gap, GapShown):
        return _hidden(result, found.gap)
    return gap_lines(result, key.of, found.views, found.gap)


def _hidden(result: GroupResult, value: Suppressed) -> tuple[str, ...]:
    """Every reason there may be: which of them it is here would tell something."""
    return (f"{not_shown(value)}.",) if value == TOO_SHORT else (why_hidden(result.setup.threshold),)


_PRECISION: Mapping[FigureKind, Callable[[About], tuple[str, ...]]] = {
    FigureKind.INTERVAL: interval_lines,
    FigureKind.GUARANTEED: guaranteed_lines,
    FigureKind.BAND: band_lines,
    FigureKind.SPREAD: spread_lines,
    FigureKind.SOLIDITY: solidity_lines,
    FigureKind.CLASSES: classes_lines,
    FigureKind.FAVOURABLE: favourable_lines,
    FigureKind.DONT_KNOW: dont_know_lines,
}

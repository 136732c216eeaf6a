"""How two sides are set beside each other: leaders and staff, and what is said beside what is in place."""

from math import comb

from trustcheck.app.group_intervals import SPREAD_FROM
from trustcheck.app.group_result import GapShown, GroupResult, Shown, Views
from trustcheck.app.number_words import capitalised, true_minus
from trustcheck.app.presenting.explanations_precision import coarse_ends
from trustcheck.app.presenting.group_words import counted, kind_words
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.domain.answers import Fact
from trustcheck.domain.in_sentences import in_a_row
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.words import gettext as _

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
        return said + " " + _("All {ways} ways of dealing them were tried.").format(ways=f"{ways:,}")
    return said + " " + _("{draws} ways were drawn, always the same ones.").format(draws=f"{DRAWS:,}")


def _classes(gap: GapShown, asked: Questionnaire) -> tuple[str, ...]:
    return (
        _(
            "From {wide} on, a difference has a name: clear gap where the corrected chance "
            "is below 5 %, possible gap where only the interval leaves out 0, else a difference worth asking about. "
            "Below that: similar views, which is not the same as no difference."
        ).format(wide=wide_words(asked)),
        _("Here: {kind}.").format(kind=kind_words(gap.kind)),
    )

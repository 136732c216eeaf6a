"""What the pages of facts need of a result: one person's or a group's."""

from dataclasses import dataclass

from trustcheck.app.group_result import GroupResult, Shown, Value
from trustcheck.app.presenting.fact_sums import fact_sums
from trustcheck.app.presenting.personal_findings import say_do_rows
from trustcheck.app.presenting.personal_sums import Sum, pillar_sum
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.say_do import SayDoRow
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class SayDoView:
    """The facts of one round with what they contradict, and the pillars beside them."""

    round_id: int
    facts: tuple[FactResult, ...]
    rows: tuple[SayDoRow, ...]
    has_themes: bool
    described: str
    """Whose description the facts stand against: "what you describe". Empty while there is no result yet."""
    is_fixed: bool = False
    """The facts came with their result and stay as they are."""
    sums: tuple[Sum, ...] = ()
    """How each number here is worked out."""


def personal_view(result: PersonalResult) -> SayDoView:
    has_themes = any(theme.score is not None for theme in result.themes)
    sums = (
        *(pillar_sum(result, each.pillar.id) for each in result.pillars),
        *fact_sums(result.facts, result.practice, result.questionnaire),
    )
    rows, described = say_do_rows(result), _("what you describe")
    return SayDoView(result.round.summary.id, result.facts, rows, has_themes, described, sums=sums)


def group_view(result: GroupResult) -> SayDoView:
    """Beliefs are the leaders' where they are shown, else the only view."""
    practice = {each.pillar_id: each for each in result.practice}
    rows = []
    for pillar in result.pillars:
        facts = practice[pillar.pillar.id]
        speaker = next((each for each in result.perspectives if isinstance(pillar.views[each], Shown)), None)
        belief = pillar.views[speaker] if speaker is not None else None
        mean, half = _mean_and_half(belief)
        rows.append(SayDoRow(pillar.pillar.address, mean, facts.index, half, facts.known, facts.asked, speaker))
    has_themes = any(isinstance(value, Shown) for theme in result.themes for value in theme.views.values())
    described, is_fixed = _("what people describe"), result.summary.carried
    sums = fact_sums(result.facts, result.practice, result.questionnaire, compares=result.setup.compares)
    return SayDoView(result.summary.id, result.facts, tuple(rows), has_themes, described, is_fixed, sums)


def _mean_and_half(value: Value | None) -> tuple[float | None, float]:
    """A shown mean and half of its interval."""
    if not isinstance(value, Shown):
        return None, 0.0
    half = (value.interval.high - value.interval.low) / 2 if value.interval else 0.0
    return float(value.mean), half

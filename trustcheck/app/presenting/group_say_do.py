"""What a group's answers say beside what its facts show: one row for each pillar, and whose answers they are."""

from trustcheck.app.group_result import GroupResult, PillarView, Shown
from trustcheck.charts.say_do import SayDoRow
from trustcheck.domain.questionnaire import Perspective


def group_say_do_rows(result: GroupResult) -> tuple[SayDoRow, ...]:
    """Beliefs are the leaders' where they are shown, who can change the facts, else the only view's that is."""
    practice = {each.pillar_id: each for each in result.practice}
    rows = []
    for pillar in result.pillars:
        facts = practice.get(pillar.pillar.id)
        if facts is not None:
            speaker, mean, half = _belief(pillar)
            rows.append(SayDoRow(pillar.pillar.address, mean, facts.index, half, facts.known, facts.asked, speaker))
    return tuple(rows)


def _belief(pillar: PillarView) -> tuple[Perspective | None, float | None, float]:
    """Whose view speaks, its mean, and half of its interval."""
    for each in Perspective:
        value = pillar.views.get(each)
        if isinstance(value, Shown):
            half = (value.interval.high - value.interval.low) / 2 if value.interval else 0.0
            return each, float(value.mean), half
    return None, None, 0.0

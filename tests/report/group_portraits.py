"""Group results to print: a two-view check with known numbers, and others that are hard on a report."""

from dataclasses import replace
from datetime import date

from tests.group_builders import LEADER, STAFF, gap, group_result, value
from tests.report.portraits import library, questionnaire
from trustcheck.app.results.group import GroupResult, PillarView, Shown, Technical, ThemeView
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.findings.reasons import Reason
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.suggestions import Proposal, Strength
from trustcheck.domain.statistics.group_words import Spread

CARRY_OVER = "What do we do here that we could carry over to Safe to speak?"


def northgate() -> GroupResult:
    """Leaders and staff of one place, the full form, every value shown, the facts answered."""
    asked, facts = questionnaire(), library()
    whole = group_result(asked=asked)
    reasons = (
        Reason("Staff stand at 43 of 100 here, Openness at 51.", "43"),
        Reason("Leaders and staff lie 31 points apart here.", "31"),
        Reason("One fact speaks against what is said.", "no"),
    )
    return replace(
        whole,
        pillars=tuple(_told(pillar) for pillar in whole.pillars),
        story=Story("You trust your people to do the work. You are less ready to hear what they think of it.", "x", ()),
        strengths=(Strength("WD", 71.0, False, CARRY_OVER), Strength("TT", 66.0, True, CARRY_OVER)),
        proposals=tuple(
            Proposal(each, asked.suggestions_of(each)[:3], reasons, "First.") for each in ("SS", "SC", "RV")
        ),
        facts=facts.facts,
        practice=facts.practice,
        quick_wins=facts.quick_wins,
        technical=tuple(
            Technical(theme, STAFF, "rwg(J) .92, .86; a_wg .70", "fewer than 30 people", "g 1.8 (0.5 to 3.1), p .011")
            for theme in asked.themes
        ),
        together={
            theme.id: "Leaders describe more of this than staff do. Ask both for two recent examples."
            for theme in asked.themes
        },
    )


def _told(pillar: PillarView) -> PillarView:
    return replace(pillar, themes=tuple(_with_sentence(theme) for theme in pillar.themes))


def _with_sentence(theme: ThemeView) -> ThemeView:
    staff = theme.views[STAFF]
    assert isinstance(staff, Shown)
    split = {"SS": Spread.TWO_CAMPS, "SC": Spread.DIFFERENT}.get(theme.theme.id)
    views = dict(theme.views) if split is None else {**theme.views, STAFF: replace(staff, spread=split)}
    sentence = (
        "Fourteen staff describe this as there “sometimes” on average: 43 of 100, and 38 to 50 if the two without a"
        " score here counted 0, or 100. Six leaders describe this as there “often” on average: 74 of 100, and 63 to 77"
        " if the one without a score here counted 0, or 100."
    )
    conflict = "You see more of this than staff do; ask for two recent examples from each side."
    return replace(theme, sentence=sentence, views=views, conflict=conflict if theme.theme.id in ("SS", "RV") else "")


def promised() -> GroupResult:
    promise = Promise("We answer one public criticism in public.", date(2026, 12, 1), "Tenants quote it back at us.")
    return replace(northgate(), promises=(promise,))


def leaders_only() -> GroupResult:
    """A leadership team alone: one perspective, no gap."""
    return group_result(staff=0, asked=questionnaire())


def leaders_hidden() -> GroupResult:
    """Too few leaders answered to be shown, so no difference either."""
    return group_result(leaders=3, hidden=(LEADER,), asked=questionnaire())


def named(place: str, result: GroupResult | None = None) -> GroupResult:
    """The same result for a place of another name."""
    result = result or northgate()
    organisation = replace(result.summary.organisation, name=place)
    return replace(result, summary=replace(result.summary, organisation=organisation))


__all__ = ["LEADER", "STAFF", "gap", "leaders_hidden", "leaders_only", "named", "northgate", "promised", "value"]

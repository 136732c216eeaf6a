"""Strengths to build on, and where to start: suggestions with the reason for each."""

from collections.abc import Iterator
from gettext import gettext as _

from trustcheck.app.results import PersonalResult
from trustcheck.domain.questionnaire import Suggestion
from trustcheck.domain.suggestions import Proposal, Strength
from trustcheck.report.parts import Beside, Bullets, Heading, Pairs, Panel, Part, Section, Words
from trustcheck.report.sections.front import as_read, leads
from trustcheck.report.wording import scored

PRIORITIES = 2
STRENGTHS = 2
_EFFORT = {1: _("Small step"), 2: _("Bigger step"), 3: _("Long haul")}


def steps(result: PersonalResult) -> Section | None:
    strengths, priorities = result.strengths[:STRENGTHS], result.proposals[:PRIORITIES]
    if not strengths and not priorities and not result.no_proposals:
        return None
    parts: list[Part] = []
    if strengths:
        parts.append(_strengths(result, strengths))
    if priorities:
        parts.append(Words(_how_to_choose(), "quiet", gap=12))
    for place, proposal in enumerate(priorities, 1):
        parts += _priority(result, place, proposal)
    if priorities:
        parts.append(Words(_("If this does not match what you know, ask before you act."), gap=10))
    elif result.no_proposals:
        parts.append(Words(result.no_proposals, gap=12))
    parts += _later(result)
    bookmark = _("Strengths and first steps")
    return Section("steps", _("What to build on, where to start"), _title(result), tuple(parts), bookmark, share=0.6)


def _title(result: PersonalResult) -> str:
    names = [result.theme(proposal.theme_id).theme.name for proposal in result.proposals[:PRIORITIES]]
    if not names:
        return _("Much to build on, and nothing that presses")
    if len(names) == 1:
        return _("Start with {first}").format(first=names[0])
    return _("Start with {first}, then {second}").format(first=names[0], second=names[1])


def _strengths(result: PersonalResult, strengths: tuple[Strength, ...]) -> Part:
    columns = tuple(tuple(_strength(result, each)) for each in strengths)
    return Beside(columns, (1.0,) * len(columns), gap=12)


def _strength(result: PersonalResult, strength: Strength) -> Iterator[Part]:
    theme = result.theme(strength.theme_id)
    yield Words(_("Relatively strongest") if strength.relative else _("A strength"), "accent")
    yield Heading(scored(theme), 4)
    if strength.question:
        yield Words(as_read(result, strength.question), "quiet", gap=2)


def _how_to_choose() -> str:
    return _(
        "Choose one step rather than five. Most of these rest on reasoned practice, a few on studies; each says which."
        " Thirty days are for trying; culture takes longer."
    )


def _priority(result: PersonalResult, place: int, proposal: Proposal) -> Iterator[Part]:
    theme = result.theme(proposal.theme_id)
    head = _("{place}. {theme}").format(place=place, theme=scored(theme))
    yield Heading(head, bookmark=True)
    reasons = [" ".join(part for part in (reason.sentence, reason.value) if part) for reason in proposal.reasons]
    yield Words(as_read(result, " ".join(reasons)), "quiet", _("Why here:"), gap=2)
    first, *others = proposal.suggestions
    yield Panel(tuple(_suggestion(result, first)), "card", gap=8)
    for other in others[:1]:
        yield Words(as_read(result, other.this_week), "quiet", _("Or: {title}.").format(title=other.title), gap=8)
    if theme.theme.on_your_own and not leads(result):
        yield Words(as_read(result, theme.theme.on_your_own), "quiet", _("On your own:"), gap=4)


def _suggestion(result: PersonalResult, suggestion: Suggestion) -> Iterator[Part]:
    yield Heading(suggestion.title, 4)
    yield Words(facts_about(suggestion), "small", gap=0)
    yield Pairs(
        (
            (_("This week"), as_read(result, suggestion.this_week)),
            (_("A 30-day experiment"), as_read(result, suggestion.thirty_days)),
            (_("You would notice"), f"{as_read(result, suggestion.notice)} {_('A sign to look for, not a promise.')}"),
            (_("Ask in the workshop"), as_read(result, suggestion.ask)),
        ),
        104,
        gap=6,
    )


def facts_about(suggestion: Suggestion) -> str:
    """Effort, evidence grade and what the grade stands for, in one line."""
    evidence = _("Evidence {grade}").format(grade=suggestion.evidence)
    if suggestion.source:
        evidence = _("{evidence}: {source}").format(evidence=evidence, source=suggestion.source)
    return " · ".join(part for part in (_EFFORT.get(suggestion.effort, ""), evidence) if part)


def _later(result: PersonalResult) -> Iterator[Part]:
    if not result.held_back:
        return
    yield Words(_("Kept for later"), "accent", gap=14)
    yield Bullets(tuple(as_read(result, held.why) for held in result.held_back), "quiet")

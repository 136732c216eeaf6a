"""Strengths to build on, and where to start: suggestions with the reason for each."""

from collections.abc import Iterator

from trustcheck.app.presenting.personal import answered, named
from trustcheck.app.results import PersonalResult
from trustcheck.domain.questionnaire import Suggestion
from trustcheck.domain.suggestions import Proposal, Strength
from trustcheck.report.parts import Beside, Heading, Panel, Part, Section, Words
from trustcheck.report.sections.front import as_read, leads
from trustcheck.words import gettext as _

PRIORITIES = 2
STRENGTHS = 2
REASONS = 4
"""Of each; the program itself shows all of them."""
_EFFORT = {1: _("Small step"), 2: _("Bigger step"), 3: _("Long haul")}


def steps(result: PersonalResult) -> Section | None:
    strengths, priorities = result.strengths[:STRENGTHS], result.proposals[:PRIORITIES]
    if not strengths and not priorities and not result.no_proposals:
        return None
    parts: list[Part] = []
    if strengths:
        parts += _strengths(result, strengths)
        parts.append(Words(" ".join(_questions(result, strengths)), "quiet", gap=4))
    if priorities:
        parts.append(Words(_how_to_choose(), "quiet", gap=6))
    for place, proposal in enumerate(priorities, 1):
        parts += _priority(result, place, proposal)
    if not priorities and result.no_proposals:
        parts.append(Words(result.no_proposals, gap=12))
    parts += _later(result)
    bookmark = _("Strengths and first steps")
    return Section("steps", _("What to build on, where to start"), _title(result), tuple(parts), bookmark, share=0.4)


def _title(result: PersonalResult) -> str:
    if not result.proposals:
        return _("Nothing that presses") if result.strengths else _("Nothing to propose from these answers")
    return _("Start with {theme}").format(theme=result.theme(result.proposals[0].theme_id).theme.name)


def _strengths(result: PersonalResult, strengths: tuple[Strength, ...]) -> Iterator[Part]:
    columns = tuple((_strength(result, each),) for each in strengths)
    yield Beside(columns, (1.0,) * len(columns), gap=10)


def _questions(result: PersonalResult, strengths: tuple[Strength, ...]) -> Iterator[str]:
    """The questions that carry a strength over, each once."""
    for question in dict.fromkeys(each.question for each in strengths if each.question):
        yield as_read(result, question)


def _strength(result: PersonalResult, strength: Strength) -> Part:
    theme = result.theme(strength.theme_id)
    lead = _("Relatively strongest: {theme}.") if strength.relative else _("A strength: {theme}.")
    best = answered(theme.highest) if theme.highest is not None else theme.theme.meaning
    return Words(best, "quiet", lead.format(theme=named(theme)))


def _how_to_choose() -> str:
    return _(
        "One step is better than five. Thirty days are for trying; culture takes longer. What you would notice: A sign"
        " to look for, not a promise. If this does not match what you know, ask before you act."
    )


def _priority(result: PersonalResult, place: int, proposal: Proposal) -> Iterator[Part]:
    theme = result.theme(proposal.theme_id)
    yield Heading(_("{place}. {theme}").format(place=place, theme=named(theme)), bookmark=True)
    reasons = " ".join(reason.sentence for reason in proposal.reasons[:REASONS])
    yield Words(as_read(result, reasons), "quiet", _("Why here:"), gap=2, sticks=True)
    for first in proposal.suggestions[:1]:
        yield Panel(tuple(_suggestion(result, first)), "mark", gap=8)
    for other in proposal.suggestions[1:2]:
        text = as_read(result, other.this_week)
        yield Words(text, "quiet", _("Or: {title}.").format(title=other.title), gap=7)
    if theme.theme.on_your_own and not leads(result):
        yield Words(as_read(result, theme.theme.on_your_own), "quiet", _("On your own:"), gap=3)


def _suggestion(result: PersonalResult, suggestion: Suggestion) -> Iterator[Part]:
    yield Heading(suggestion.title, 4)
    yield Words(facts_about(suggestion), "small", gap=1)
    for label, text in (
        (_("This week."), suggestion.this_week),
        (_("A 30-day experiment."), suggestion.thirty_days),
        (_("You would notice."), suggestion.notice),
        (_("Ask yourself, or the room."), suggestion.ask),
    ):
        yield Words(as_read(result, text), "compact", label, gap=3)


def facts_about(suggestion: Suggestion) -> str:
    """Effort, evidence grade and what the grade stands for, in one line."""
    evidence = _("Evidence {grade}").format(grade=suggestion.evidence)
    if suggestion.source:
        evidence = _("{evidence}: {source}").format(evidence=evidence, source=suggestion.source)
    return " · ".join(part for part in (_EFFORT.get(suggestion.effort, ""), evidence) if part)


def _later(result: PersonalResult) -> Iterator[Part]:
    if not result.held_back:
        return
    whys = dict.fromkeys(as_read(result, held.why) for held in result.held_back)
    yield Words(" ".join(whys), "quiet", _("Kept for later:"), gap=9)

"""Strengths to build on, and where to start: suggestions with the reason for each."""

from collections.abc import Iterator

from trustcheck.app.presenting.personal import named
from trustcheck.app.presenting.personal_findings import as_read, nothing_words
from trustcheck.app.presenting.put_aside import put_aside_words
from trustcheck.app.presenting.suggestions import (
    about_words,
    carrying_questions,
    strength_line,
    waiting_heading,
    waiting_lines,
)
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.findings.suggestions import Proposal, Strength
from trustcheck.domain.questionnaire.model import Perspective, Suggestion
from trustcheck.report.document.parts import Beside, Heading, Panel, Part, Section, Words
from trustcheck.words import gettext as _
from trustcheck.words.sentences import leading

PRIORITIES = 2
STRENGTHS = 2
REASONS = 4
"""Of each; the program itself shows all of them."""


def steps(result: PersonalResult) -> Section | None:
    strengths, priorities = result.strengths[:STRENGTHS], result.proposals[:PRIORITIES]
    if not strengths and not priorities and not result.no_proposals:
        return None
    parts: list[Part] = []
    if strengths:
        parts += _strengths(result, strengths)
        parts.append(Words(" ".join(carrying_questions(result, strengths)), "quiet", gap=4))
    if priorities:
        parts.append(Words(_how_to_choose(), "quiet", gap=6))
    for place, proposal in enumerate(priorities, 1):
        parts += _priority(result, place, proposal)
    if not priorities and result.no_proposals:
        parts.append(Words(result.no_proposals, gap=12))
    parts += _later(result)
    if aside := put_aside_words(result):
        parts.append(Words(aside, "small", gap=6))
    bookmark = _("Strengths and first steps")
    return Section("steps", _("What to build on, where to start"), _title(result), tuple(parts), bookmark, share=0.4)


def _title(result: PersonalResult) -> str:
    if not result.proposals:
        return nothing_words(result)
    return _("Start with {theme}").format(theme=result.theme(result.proposals[0].theme_id).theme.name)


def _strengths(result: PersonalResult, strengths: tuple[Strength, ...]) -> Iterator[Part]:
    columns = tuple((_strength(result, each),) for each in strengths)
    yield Beside(columns, (1.0,) * len(columns), gap=10)


def _strength(result: PersonalResult, strength: Strength) -> Part:
    lead, carried_by = strength_line(result, strength)
    return Words(carried_by, "quiet", lead)


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
    if theme.theme.on_your_own and result.round.summary.perspective is not Perspective.LEADER:
        yield Words(as_read(result, theme.theme.on_your_own), "quiet", _("On your own:"), gap=3)


def _suggestion(result: PersonalResult, suggestion: Suggestion) -> Iterator[Part]:
    yield Heading(suggestion.title, 4)
    yield Words(about_words(suggestion), "small", gap=1)
    for label, text in (
        (_("This week."), suggestion.this_week),
        (_("A 30-day experiment."), suggestion.thirty_days),
        (_("You would notice."), suggestion.notice),
        (_("Ask yourself, or the room."), suggestion.ask),
    ):
        yield Words(as_read(result, text), "compact", label, gap=3)


def _later(result: PersonalResult) -> Iterator[Part]:
    if not result.held_back:
        return
    waiting = (as_read(result, words) for words in waiting_lines(result.held_back, result.questionnaire))
    yield Words(" ".join(waiting), "quiet", leading(waiting_heading()), gap=9)

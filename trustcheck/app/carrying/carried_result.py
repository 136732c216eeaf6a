"""A group's result on its way from one data file to another without the sheets it follows from.

It holds what was shown there, and nothing that only somebody there may see: what was said to the only leader stays.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from trustcheck.app.carrying.json_decode import DocumentReading, record
from trustcheck.app.ports import NotOpened
from trustcheck.app.results.group import GroupResult, PillarView, Technical, Took, Unseen, Views, WithoutHurried
from trustcheck.app.results.personal import FactResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.findings.practice import PillarPractice
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.suggestions import Proposal, QuickWin, Strength
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _


@dataclass(frozen=True)
class CarriedResult:
    """The fields of a :class:`GroupResult` that travel; what else it has stands in its check."""

    took: tuple[Took, ...]
    headline: Perspective | None
    pillars: tuple[PillarView, ...]
    overall: Views
    story: Story
    strengths: tuple[Strength, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    quick_wins: tuple[QuickWin, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    facts: tuple[FactResult, ...] = ()
    practice: tuple[PillarPractice, ...] = ()
    technical: tuple[Technical, ...] = ()
    banners: tuple[str, ...] = ()
    no_proposals: str = ""
    together: Mapping[str, str] = field(default_factory=dict)
    without_hurried: tuple[WithoutHurried, ...] = ()


_FIELDS = [each.name for each in fields(CarriedResult)]


def carried(result: GroupResult) -> CarriedResult:
    """What of a result travels."""
    return CarriedResult(**{name: getattr(result, name) for name in _FIELDS})


def carried_text(result: CarriedResult) -> str:
    """As a data file keeps it."""
    return json.dumps(record(result, {}), separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def shown_again(of: GroupRound) -> GroupResult:
    """The result a check came with. Raises :class:`NotOpened` where its text is damaged."""
    from trustcheck.app.carrying.carried_classes import told_together
    from trustcheck.app.carrying.result_rules import misfits_of_result

    reading = DocumentReading()
    reading.speak_of(of.questionnaire)
    try:
        kept = reading.record(CarriedResult, json.loads(of.carried), "result")
    except (ValueError, RecursionError) as failure:
        raise _damaged() from failure
    if next(misfits_of_result(kept, of.setup, of.questionnaire), None) is not None:
        raise _damaged()
    kept = told_together(kept)
    return GroupResult(
        summary=of.summary,
        setup=of.setup,
        questionnaire=of.questionnaire,
        own_words=of.own_words,
        promise=of.promise,
        notes=of.notes,
        **{name: getattr(kept, name) for name in _FIELDS},
    )


def _damaged() -> NotOpened:
    return NotOpened(
        _("The result that came with this check cannot be read any more."),
        _("Nothing in the data file was changed."),
        _("Take it in once more from its export."),
    )

"""What the page of suggestions needs of a result: one person's or a group's."""

from dataclasses import dataclass, replace
from datetime import date

from trustcheck.app.presenting import personal_findings
from trustcheck.app.presenting.personal_sums import Sum, theme_sum
from trustcheck.app.presenting.put_aside import all_aside_words, is_all_aside
from trustcheck.app.presenting.short_form import FurtherQuestions, for_several, further_questions
from trustcheck.app.presenting.suggestions import (
    about_suggestions,
    carrying_questions,
    keep_doing,
    offered,
    strength_line,
    suggestions_headline,
    things_to_try,
)
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.suggestions import ByRight, QuickWin
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, Suggestion
from trustcheck.ui.results.suggestion_card import Offer
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class SuggestionsView:
    """What is offered to try, what waits, and what not to lose meanwhile."""

    questionnaire: Questionnaire
    headline: str
    lead: str
    offers: tuple[Offer, ...]
    held_back: tuple[HeldBack, ...]
    quick_wins: tuple[QuickWin, ...]
    by_right: tuple[ByRight, ...]
    arrangement: Arrangement
    """How they stand by hand."""
    put_aside: tuple[Suggestion, ...]
    asked_again: frozenset[str]
    """Ids of those that were put aside last time, and of which nobody has said anything yet."""
    further: FurtherQuestions | None
    """Where a short form goes on."""
    strengths: tuple[str, ...] = ()
    """One person's, a line each."""
    carrying: str = ""
    """The questions that carry these strengths over."""
    for_one: bool = False
    """Whether one person reads it, and not several."""
    keep_doing: str = ""
    """A group's strongest theme, as something not to lose."""
    sums: tuple[Sum, ...] = ()
    """How the score of each theme that is named here is worked out."""


def personal_suggestions(result: PersonalResult, today: date) -> SuggestionsView:
    alone = result.round.response.perspective is Perspective.STAFF
    gates = frozenset(held.gate for held in result.held_back)
    offers = tuple(
        Offer(result.theme(each.theme_id).theme, each, alone, gates, for_one=True)
        for each in result.proposals
        if each.suggestions
    )
    lead = _("Chosen by rules you can read, from your own answers.")
    if not offers:
        lead = all_aside_words() if is_all_aside(result) else result.no_proposals
    named = dict.fromkeys(
        [*(each.theme_id for each in result.proposals), *(each.theme_id for each in result.strengths)]
    )
    return SuggestionsView(
        result.questionnaire,
        things_to_try(len(offers)) if offers else personal_findings.nothing_words(result),
        lead,
        offers,
        result.held_back,
        result.quick_wins,
        result.by_right,
        result.arrangement,
        result.put_aside,
        result.asked_again,
        further_questions(result, today),
        for_one=True,
        strengths=tuple(strength_line(result, each)[0] for each in result.strengths),
        carrying=" ".join(carrying_questions(result, result.strengths)),
        sums=tuple(theme_sum(result, each) for each in named),
    )


def group_suggestions(result: GroupResult) -> SuggestionsView:
    """What one can try alone has no place in a group's suggestions."""
    offers = tuple(
        Offer(replace(result.theme(each.theme_id).theme, on_your_own=""), each, alone=False) for each in offered(result)
    )
    return SuggestionsView(
        result.questionnaire,
        suggestions_headline(result),
        about_suggestions(result),
        offers,
        result.held_back,
        result.quick_wins,
        result.by_right,
        result.arrangement,
        result.put_aside,
        result.asked_again,
        _all_anew(result.questionnaire) if result.summary.form is Form.PULSE else None,
        keep_doing=keep_doing(result),
    )


def _all_anew(asked: Questionnaire) -> FurtherQuestions:
    heading, button = _("All the questions together"), _("Prepare a new check")
    return FurtherQuestions(heading, for_several(asked), button, anew=True)

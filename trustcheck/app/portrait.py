"""Draws one person's self-portrait: scores, story, strengths and suggestions, from a round and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from trustcheck.app.portrait_parts import count, facts, pillars
from trustcheck.app.presenting.yes_saying import of_one
from trustcheck.app.results import PersonalResult
from trustcheck.domain.practice import contradictions, pillar_practice
from trustcheck.domain.priorities import AT_MOST_ALONE, Chosen, Gates, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.quality import Quality, quality
from trustcheck.domain.questionnaire import Form
from trustcheck.domain.round import PersonalRound
from trustcheck.domain.scoring import codes, scores
from trustcheck.domain.story_rules import story
from trustcheck.domain.suggestions import held_suggestions, proposals, quick_wins, strengths
from trustcheck.domain.view import View
from trustcheck.words import gettext as _


@dataclass(frozen=True)
class Scored:
    """One person's scores by id, ``None`` where the answers are too few."""

    themes: Mapping[str, float | None]
    pillars: Mapping[str, float | None]
    overall: float | None


def portrait(of: PersonalRound) -> PersonalResult:
    """See :func:`trustcheck.app.results.result_of`."""
    scored = scored_round(of)
    view = view_of(of, scored)
    shut = gates(view.themes, of.questionnaire)
    first = begin_with(view, shut, AT_MOST_ALONE)
    offered = proposals(first, shut, view)
    strong = strengths(view.themes, [each.theme_id for each in offered], of.questionnaire)
    found = quality(of.response, of.questionnaire)
    return PersonalResult(
        round=of,
        pillars=pillars(of, view, strong, offered),
        overall=scored.overall,
        story=story(view),
        strengths=strong,
        proposals=offered,
        held_back=first.held_back + held_suggestions(first, shut, of.questionnaire),
        quick_wins=quick_wins(of.facts, of.questionnaire),
        facts=facts(of, view),
        practice=tuple(pillar_practice(of.facts, each, of.questionnaire) for each in of.questionnaire.pillars),
        quality=found,
        count=count(of),
        no_proposals="" if offered else _nothing_proposed(view),
        hasty=_hasty(found),
    )


def scored_round(of: PersonalRound) -> Scored:
    """The scores of one person's round."""
    found = scores(codes([of.response], of.questionnaire), of.questionnaire, of.summary.form)
    themes = zip((each.id for each in of.questionnaire.themes), found.themes.points()[0], strict=True)
    pillars = zip((each.id for each in of.questionnaire.pillars), found.pillars.points()[0], strict=True)
    return Scored(
        {theme_id: _known(score) for theme_id, score in themes},
        {pillar_id: _known(score) for pillar_id, score in pillars},
        _known(found.overall.points()[0]),
    )


def view_of(of: PersonalRound, scored: Scored) -> View:
    """The round as story and reasons see it; one person's own theme scores stand as belief beside the facts."""
    return View(
        questionnaire=of.questionnaire,
        perspective=of.response.perspective,
        form=of.summary.form,
        themes=scored.themes,
        pillars=scored.pillars,
        answers=of.response.answers,
        facts=of.facts,
        contradictions=contradictions(scored.themes, of.facts, of.questionnaire),
    )


def begin_with(view: View, shut: Gates, number: int) -> Chosen:
    """The themes to begin with. Nobody asks one person what matters most, so all themes weigh the same."""
    said = {each.theme_id for each in view.contradictions}
    needs = [
        ThemeNeed(each.id, each.pillar, score, say_do=int(each.id in said))
        for each in view.questionnaire.themes
        if (score := view.themes[each.id]) is not None
    ]
    return chosen(ranked(needs), shut, number)


def _known(score: float) -> float | None:
    return None if score != score else float(score)


def _nothing_proposed(view: View) -> str:
    if view.form is Form.PULSE:
        return _("The short form asks too little to say where to begin. All the questions together tell more.")
    if all(score is None for score in view.themes.values()):
        return _("There are too few answers to say where to begin.")
    return _("Every theme you answered is often there. What would you like to keep?")


def _hasty(found: Quality) -> str:
    said = _("Many answers look alike. If you were in a hurry, you can go back and change them at any time.")
    return " ".join(each for each in (said if found.is_hasty else "", of_one(found)) if each)

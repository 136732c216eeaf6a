"""Draws one person's self-portrait: scores, story, strengths and suggestions, from a round and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trustcheck.app.portraits.drill import cards_of_one
from trustcheck.app.presenting.personal import answer_words, bands
from trustcheck.app.presenting.personal_findings import strength_words
from trustcheck.app.presenting.yes_saying import of_one
from trustcheck.app.results.personal import Count, FactResult, ItemResult, PersonalResult, PillarResult, ThemeResult
from trustcheck.domain.checks.marks import UNMARKED
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.checks.targets import target_of
from trustcheck.domain.findings.practice import contradictions, pillar_practice
from trustcheck.domain.findings.priorities import AT_MOST_ALONE, Chosen, Gates, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.findings.reasons import in_words
from trustcheck.domain.findings.story_rules import story
from trustcheck.domain.findings.suggestions import (
    Proposal,
    Strength,
    arranged,
    held_suggestions,
    proposals,
    quick_wins,
    strengths,
)
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import BAND_IDS, Form, Item, Pillar, Practice, Theme, band_index
from trustcheck.domain.statistics.margins import pillar_margin, theme_margin
from trustcheck.domain.statistics.points import level
from trustcheck.domain.statistics.quality import Quality, quality
from trustcheck.domain.statistics.scoring import codes, scores
from trustcheck.words import gettext as _
from trustcheck.words.sentences import lowered

# The parts of one person's result that a page lists: pillars with their themes and items, facts, counts.


TAGS = 3
"""Words beside theme names on the whole page."""


def pillars(
    of: PersonalRound, view: View, strong: Sequence[Strength], offered: Sequence[Proposal]
) -> tuple[PillarResult, ...]:
    """Every pillar with its themes, in the questionnaire's order; only the items of the round's form are listed."""
    tags = _tags(view, strong, offered)
    return tuple(_pillar(each, of, view, tags) for each in of.questionnaire.pillars)


def facts(of: PersonalRound, view: View) -> tuple[FactResult, ...]:
    """Every fact with its answer, and what it contradicts."""
    against = {each.practice_id: each for each in view.contradictions}

    def result(practice: Practice) -> FactResult:
        found = against.get(practice.id)
        return FactResult(
            practice=practice,
            theme=of.questionnaire.theme_by_id[practice.theme],
            given=of.facts.get(practice.id),
            contradiction=found,
            sentence=in_words(found, of.questionnaire) if found else "",
            proposed=of.proposed.facts.get(practice.id) if practice.id not in of.facts else None,
        )

    return tuple(result(practice) for practice in of.questionnaire.practices)


def count(of: PersonalRound) -> Count:
    """How the items of the form were answered, by kind."""
    given = [of.response.answer(item_id) for item_id in of.questionnaire.asked(of.summary.form)]
    return Count(
        points=sum(each is not None and each.is_point for each in given),
        dont_know=given.count(Answer.DONT_KNOW),
        not_applicable=given.count(Answer.NOT_APPLICABLE),
        skipped=given.count(None),
    )


def _pillar(pillar: Pillar, of: PersonalRound, view: View, tags: dict[str, str]) -> PillarResult:
    score, margin = view.pillars[pillar.id], pillar_margin(of.questionnaire, pillar.id, view.form)
    return PillarResult(
        pillar=pillar,
        themes=tuple(_theme(each, of, view, tags.get(each.id, "")) for each in of.questionnaire.themes_of(pillar.id)),
        score=score,
        margin=margin,
        band="" if score is None else bands(score, margin, of.questionnaire.cuts),
        missing="" if score is not None else _("Too few answers for a number."),
    )


def _theme(theme: Theme, of: PersonalRound, view: View, tag: str) -> ThemeResult:
    items = _items(theme.id, of)
    lowest, highest = _ends(items)
    score, margin = view.themes[theme.id], theme_margin(of.questionnaire, theme.id)
    return ThemeResult(
        theme=theme,
        items=items,
        score=score,
        margin=margin,
        band="" if score is None else bands(score, margin, of.questionnaire.cuts),
        band_text="" if score is None else theme.bands.of(BAND_IDS[band_index(score, of.questionnaire.cuts)]),
        highest=highest,
        lowest=lowest,
        dont_know=sum(each.answer == Answer.DONT_KNOW for each in items),
        not_applicable=sum(each.answer == Answer.NOT_APPLICABLE for each in items),
        skipped=sum(each.answer is None for each in items),
        tag=tag,
        missing="" if score is not None else _no_score(view.form),
        target=target_of(of.targets, theme.id) if of.targets else None,
    )


def _items(theme_id: str, of: PersonalRound) -> tuple[ItemResult, ...]:
    asked = set(of.questionnaire.asked(of.summary.form))
    return tuple(_item(each, of) for each in of.questionnaire.items_of(theme_id) if each.id in asked)


def _ends(items: Sequence[ItemResult]) -> tuple[ItemResult | None, ItemResult | None]:
    """The lowest and the highest answer, the first of equal ones; none where all answers lie level."""
    known = sorted(((each.level, at) for at, each in enumerate(items) if each.level is not None))
    if not known or known[0][0] == known[-1][0]:
        return None, None
    top = next(at for level, at in known if level == known[-1][0])
    return items[known[0][1]], items[top]


def _no_score(form: Form) -> str:
    if form is Form.PULSE:
        return _("The short form asks too little of one theme for a number.")
    return _("Too few answers for a number.")


def _item(item: Item, of: PersonalRound) -> ItemResult:
    answer, asked = of.response.answer(item.id), of.questionnaire
    point = answer.point if answer is not None else None
    return ItemResult(
        item=item,
        wording=asked.wording(item.id, of.response.perspective),
        answer=answer,
        words=answer_words(answer, asked),
        level=None if point is None else level(point, asked.high, reverse=item.reverse),
        note=of.notes.get(item.id, ""),
        mark=of.marks.get(item.id, UNMARKED),
    )


def _tags(view: View, strong: Sequence[Strength], offered: Sequence[Proposal]) -> dict[str, str]:
    """At most three themes get a word: the strongest, where to begin, and where a fact disagrees."""
    tags: dict[str, str] = {}
    for strength in strong[:1]:
        tags[strength.theme_id] = lowered(strength_words(strength))
    for proposal in offered[:1]:
        tags[proposal.theme_id] = _("start here")
    differing = [each.theme_id for each in view.contradictions if each.theme_id not in tags]
    for theme_id in differing[: TAGS - len(tags)][:1]:
        tags[theme_id] = _("a fact disagrees")
    return tags


@dataclass(frozen=True)
class Scored:
    """One person's scores by id, ``None`` where the answers are too few."""

    themes: Mapping[str, float | None]
    pillars: Mapping[str, float | None]
    overall: float | None


def portrait(of: PersonalRound) -> PersonalResult:
    """See :func:`trustcheck.app.portraits.result.result_of`."""
    scored = scored_round(of)
    view = view_of(of, scored)
    shut = gates(view.themes, of.questionnaire)
    first = begin_with(view, shut, AT_MOST_ALONE, of.targets)
    ruled = proposals(first, shut, view)
    offered = arranged(ruled, of.arrangement)
    strong = strengths(view.themes, [each.theme_id for each in offered], of.questionnaire)
    found = quality(of.response, of.questionnaire)
    return PersonalResult(
        round=of,
        pillars=pillars(of, view, strong, offered),
        # Of one pillar it is that pillar, and says nothing beside it.
        overall=scored.overall if len(of.questionnaire.pillars) > 1 else None,
        story=story(view),
        strengths=strong,
        proposals=offered,
        by_rule=ruled,
        held_back=first.held_back + held_suggestions(first, shut, of.questionnaire),
        quick_wins=quick_wins(of.facts, of.questionnaire),
        facts=facts(of, view),
        practice=tuple(pillar_practice(of.facts, each, of.questionnaire) for each in of.questionnaire.pillars),
        quality=found,
        count=count(of),
        no_proposals="" if offered else _nothing_proposed(view),
        own_questions=_items("", of),
        cards=cards_of_one(of),
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


def begin_with(view: View, shut: Gates, number: int, targets: Mapping[str, float]) -> Chosen:
    """The themes to begin with. Nobody asks one person what matters most, so all themes weigh the same; what they aim
    for is counted from where they set it."""
    said = {each.theme_id for each in view.contradictions}
    needs = [
        ThemeNeed(each.id, each.pillar, score, say_do=int(each.id in said), target=target_of(targets, each.id))
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

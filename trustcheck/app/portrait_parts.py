"""The parts of one person's result that a page lists: pillars with their themes and items, facts, counts."""

from collections.abc import Sequence

from trustcheck.app.presenting.personal_answers import answer_words
from trustcheck.app.presenting.personal_bands import THEME_MARGIN, bands, pillar_margin
from trustcheck.app.presenting.personal_findings import strength_words
from trustcheck.app.results import Count, FactResult, ItemResult, PillarResult, ThemeResult
from trustcheck.domain.answers import Answer
from trustcheck.domain.in_sentences import lowered
from trustcheck.domain.points import level
from trustcheck.domain.questionnaire import (
    BAND_IDS,
    Form,
    Item,
    Pillar,
    Practice,
    Theme,
    band_index,
)
from trustcheck.domain.reasons import in_words
from trustcheck.domain.round import PersonalRound
from trustcheck.domain.suggestions import Proposal, Strength
from trustcheck.domain.view import View
from trustcheck.words import gettext as _

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
    score, margin = view.pillars[pillar.id], pillar_margin(view.form)
    return PillarResult(
        pillar=pillar,
        themes=tuple(_theme(each, of, view, tags.get(each.id, "")) for each in of.questionnaire.themes_of(pillar.id)),
        score=score,
        margin=margin,
        band="" if score is None else bands(score, margin, of.questionnaire.cuts),
        missing="" if score is not None else _("Too few answers for a number."),
    )


def _theme(theme: Theme, of: PersonalRound, view: View, tag: str) -> ThemeResult:
    asked = set(of.questionnaire.asked(view.form))
    items = tuple(_item(each, of) for each in of.questionnaire.items_of(theme.id) if each.id in asked)
    lowest, highest = _ends(items)
    score = view.themes[theme.id]
    return ThemeResult(
        theme=theme,
        items=items,
        score=score,
        margin=THEME_MARGIN,
        band="" if score is None else bands(score, THEME_MARGIN, of.questionnaire.cuts),
        band_text="" if score is None else theme.bands.of(BAND_IDS[band_index(score, of.questionnaire.cuts)]),
        highest=highest,
        lowest=lowest,
        dont_know=sum(each.answer == Answer.DONT_KNOW for each in items),
        not_applicable=sum(each.answer == Answer.NOT_APPLICABLE for each in items),
        skipped=sum(each.answer is None for each in items),
        tag=tag,
        missing="" if score is not None else _no_score(view.form),
    )


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

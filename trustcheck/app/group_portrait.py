"""Draws the portrait of a group: from a closed check's sheets to what may be shown, and nothing of a single sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trustcheck.app.group_portrait_between import conflict, facts, gap_shown, together
from trustcheck.app.group_portrait_first import UNSEEN_QUESTIONS, Begin, begin_with, nothing_proposed, strong_themes
from trustcheck.app.group_portrait_seen import lowest_questions, one_leader, view_of
from trustcheck.app.group_portrait_technical import technical
from trustcheck.app.group_portrait_values import Seen
from trustcheck.app.group_portrait_without import without_hurried
from trustcheck.app.group_result import GroupResult, ItemView, PillarView, Shown, ThemeView, Took, Unseen
from trustcheck.app.group_story import group_story
from trustcheck.app.group_story_view import GroupView
from trustcheck.app.presenting.group_banners import banners
from trustcheck.app.presenting.group_hidden import TOO_SHORT
from trustcheck.app.presenting.group_words import view_sentence
from trustcheck.domain.group_answers import GroupAnswers, coded_by_perspective
from trustcheck.domain.group_round import NOTES_FROM, GroupNote, GroupRound, NotesUse
from trustcheck.domain.group_statistics import GroupStatistics, statistics_of
from trustcheck.domain.group_view import GroupTerms
from trustcheck.domain.points import whole
from trustcheck.domain.practice import Contradiction, pillar_practice
from trustcheck.domain.questionnaire import Form, Perspective, Pillar, Theme
from trustcheck.domain.suggestions import Proposal, Strength, quick_wins
from trustcheck.words import gettext as _

TAGS = 3
"""Words beside theme names on the whole page."""


def group_result_of(of: GroupRound) -> GroupResult:
    """Everything a closed check may show, worked out anew from its sheets and the questionnaire it kept."""
    answers = _coded(of)
    seen = Seen(of, _statistics(of, answers))
    view = view_of(seen)
    unseen = seen.unseen()
    begin = _begin(seen, view, unseen)
    first = [each.theme_id for each in begin.proposals]
    strong = strong_themes(seen.found, first, of.questionnaire)
    pillars = _Pillars(seen, view, _tags(view, strong, begin.proposals)).all()
    took = seen.took()
    return GroupResult(
        summary=of.summary,
        setup=of.setup,
        questionnaire=of.questionnaire,
        took=took,
        headline=view.headline,
        pillars=pillars,
        overall=seen.overall(),
        story=group_story(view),
        own_words=of.own_words,
        strengths=strong,
        proposals=begin.proposals,
        held_back=begin.held_back,
        quick_wins=quick_wins(of.facts, of.questionnaire),
        unseen=unseen,
        facts=facts(of, _whole(view.contradictions), view.believer),
        practice=tuple(pillar_practice(of.facts, each, of.questionnaire) for each in of.questionnaire.pillars),
        technical=technical(seen),
        notes=_notes(of),
        promise=of.promise,
        banners=banners(of, took, seen.plain_above_turned()),
        one_leader=one_leader(of),
        no_proposals="" if begin.proposals else nothing_proposed(view, of.summary.form),
        together=_together(pillars, view),
        without_hurried=without_hurried(seen, answers),
    )


def _coded(of: GroupRound) -> GroupAnswers:
    return coded_by_perspective(of.responses, of.questionnaire, of.summary.form)


def _statistics(of: GroupRound, answers: GroupAnswers) -> GroupStatistics:
    invited = {each.value: max(number, answers.number(each.value)) for each, number in of.setup.invited.items()}
    late = frozenset(each.value for each in of.joined_late)
    hidden = frozenset(each.value for each in of.repeated)
    terms = GroupTerms(of.setup.threshold, invited, of.setup.importance, late, hidden)
    return statistics_of(answers, of.questionnaire, terms)


def _begin(seen: Seen, view: GroupView, unseen: Sequence[Unseen]) -> Begin:
    if not view.themes:
        return Begin((), ())
    themes = [each.item.theme for each in unseen if each.perspective is view.headline]
    dark = [each for each in dict.fromkeys(themes) if themes.count(each) >= UNSEEN_QUESTIONS]
    return begin_with(seen.found, view, dark, lowest_questions(seen))


def _whole(found: Sequence[Contradiction]) -> dict[str, Contradiction]:
    """By practice id, the score beside each as whole as it is shown."""
    return {each.practice_id: replace(each, score=float(whole(each.score))) for each in found}


def _notes(of: GroupRound) -> tuple[GroupNote, ...]:
    """None where the check takes none, and none below ten sheets: the wording alone may give a person away."""
    return of.notes if of.setup.notes is not NotesUse.NONE and len(of.responses) >= NOTES_FROM else ()


def _together(pillars: Sequence[PillarView], view: GroupView) -> dict[str, str]:
    told = {
        theme.theme.id: together(theme, [each for each in view.contradictions if each.theme_id == theme.theme.id], view)
        for pillar in pillars
        for theme in pillar.themes
    }
    return {theme_id: words for theme_id, words in told.items() if words}


def _tags(view: GroupView, strong: Sequence[Strength], offered: Sequence[Proposal]) -> dict[str, str]:
    """At most three themes get a word: where to begin, the strongest, and where opinions differ."""
    tags = {each.theme_id: _("start here") for each in offered[:1]}
    for strength in strong[:1]:
        tags[strength.theme_id] = _("relatively strongest") if strength.relative else _("a strength")
    for theme_id in view.split:
        if theme_id not in tags and len(tags) < TAGS:
            tags[theme_id] = _("opinions differ")
            break
    return tags


class _Pillars:
    """Every pillar with its themes, and every theme with the questions of the form."""

    def __init__(self, seen: Seen, view: GroupView, tags: Mapping[str, str]) -> None:
        self._seen, self._view, self._tags = seen, view, tags
        self._round = seen.round
        self._asked = set(self._round.questionnaire.asked(self._round.summary.form))

    def all(self) -> tuple[PillarView, ...]:
        return tuple(self._pillar(each) for each in self._round.questionnaire.pillars)

    def _pillar(self, pillar: Pillar) -> PillarView:
        themes = tuple(self._theme(each) for each in self._round.questionnaire.themes_of(pillar.id))
        views, gap = self._seen.pillar(pillar.id), None
        if self._round.setup.compares:
            gap = gap_shown(self._seen.found.pillar_gaps.get(pillar.id, self._seen.few), views)
        return PillarView(pillar, themes, views, gap)

    def _theme(self, theme: Theme) -> ThemeView:
        if self._round.summary.form is Form.PULSE:
            return ThemeView(theme, self._items(theme), dict.fromkeys(self._round.setup.perspectives, TOO_SHORT))
        views, gap = self._seen.theme(theme), None
        if self._round.setup.compares:
            gap = gap_shown(self._seen.found.gaps.get(theme.id, self._seen.few), views)
        against = [each for each in self._view.contradictions if each.theme_id == theme.id]
        sentences = [self._sentence(each, value) for each, value in views.items() if isinstance(value, Shown)]
        return ThemeView(
            theme=theme,
            items=self._items(theme),
            views=views,
            gap=gap,
            sentence=" ".join(sentences),
            tag=self._tags.get(theme.id, ""),
            conflict=conflict(gap, against, self._view),
        )

    def _sentence(self, perspective: Perspective, value: Shown) -> str:
        took: Took = next(each for each in self._seen.took() if each.perspective is perspective)
        return view_sentence(value, took, self._round.questionnaire.scale)

    def _items(self, theme: Theme) -> tuple[ItemView, ...]:
        speaks = self._round.summary.perspective
        return tuple(
            ItemView(each, self._round.questionnaire.wording(each.id, speaks), self._seen.item(each.id))
            for each in self._round.questionnaire.items_of(theme.id)
            if each.id in self._asked
        )

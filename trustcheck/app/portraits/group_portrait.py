"""Draws the portrait of a group: from a closed check's sheets to what may be shown, and nothing of a single sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trustcheck.app.portraits.dots import dots_of
from trustcheck.app.portraits.drill import cards_of_group
from trustcheck.app.portraits.group_between import conflict, facts, gap_shown, together
from trustcheck.app.portraits.group_first import UNSEEN_QUESTIONS, Begin, begin_with, nothing_proposed, strong_themes
from trustcheck.app.portraits.group_numbers import answers_of, numbers_of
from trustcheck.app.portraits.group_story import group_story
from trustcheck.app.portraits.group_story_facts import GroupView
from trustcheck.app.portraits.group_story_view import lowest_questions, one_leader, view_of
from trustcheck.app.portraits.predictions import predictions_of
from trustcheck.app.portraits.said_since import said_since
from trustcheck.app.presenting.explanations_precision import no_omega_words
from trustcheck.app.presenting.group_banners import banners
from trustcheck.app.presenting.group_seen import TOO_SHORT
from trustcheck.app.presenting.group_words import view_sentence
from trustcheck.app.results.group import (
    GroupResult,
    ItemView,
    PillarView,
    Shown,
    Technical,
    ThemeView,
    Took,
    Unseen,
    Value,
    WithoutHurried,
)
from trustcheck.app.results.group_values import SPREAD_FROM, Seen
from trustcheck.domain.checks.group_round import NOTES_FROM, GroupNote, GroupRound, NotesUse, people_first
from trustcheck.domain.findings.practice import Contradiction, pillar_practice
from trustcheck.domain.findings.suggestions import Proposal, Strength, arranged, quick_wins
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.privacy.told_words import INDICES_FROM
from trustcheck.domain.questionnaire.model import Form, Perspective, Pillar, Theme
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, whole
from trustcheck.domain.statistics.reliability import FEWEST, Reliability
from trustcheck.domain.views.group_statistics import views_without_hurried
from trustcheck.domain.views.group_view import ViewStatistics
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import decimal, in_words

# The lines of the appendix: agreement, reliability and effect of each theme, ready to print.


CHANCE = (0.01, 0.05, 0.10)
"""The steps in which p is said where one side has fewer than fourteen people."""


def technical(seen: Seen) -> tuple[Technical, ...]:
    """A line for every theme and every view in which it may be shown; the effect stands with the headline's."""
    lines = []
    for theme in seen.round.questionnaire.themes:
        for perspective in seen.round.setup.perspectives:
            found = seen.statistics(perspective)
            value = found.themes.get(theme.id) if found else None
            if isinstance(value, GroupScore):
                lines.append(_line(theme, perspective, value, seen))
    return tuple(lines)


def _line(theme: Theme, perspective: Perspective, value: GroupScore, seen: Seen) -> Technical:
    first = perspective is seen.headline
    gap = seen.found.gaps.get(theme.id)
    return Technical(
        theme,
        perspective,
        _agreement(value) if value.n >= INDICES_FROM else "",
        _reliability(seen.found.reliability.get(theme.id)) if first else "",
        _effect(gap, seen.fewest(theme)) if first and isinstance(gap, Gap) else "",
    )


def _agreement(value: GroupScore) -> str:
    found = value.agreement
    if found is None:
        return ""
    said = []
    if found.rwg_uniform is not None:
        said.append(_("rwg(J) {value} against chance").format(value=_two(found.rwg_uniform)))
    if found.rwg_slight is not None:
        said.append(_("{value} against a slight lean").format(value=_two(found.rwg_slight)))
    if found.a_wg is not None:
        said.append(_("a_wg {value}").format(value=_two(found.a_wg)))
    return "; ".join(said)


def _reliability(found: Reliability | None) -> str:
    if found is None:
        return _("No alpha: fewer than {number} complete sheets.").format(number=FEWEST)
    said = _("Alpha {value} ({low} to {high})").format(
        value=_two(found.alpha), low=_two(found.interval.low), high=_two(found.interval.high)
    )
    if found.omega is not None:
        said += _("; omega {value}").format(value=_two(found.omega))
    elif found.no_omega:
        said += no_omega_words(found.no_omega)
    return said + (_("; provisional") if found.is_provisional else "")


def _effect(gap: Gap, fewest: int) -> str:
    """``fewest`` is the smaller side. Below fourteen g would tell the standard deviation, and an exact p the ranks."""
    if fewest < SPREAD_FROM:
        said = _("p {p}, after Holm {holm}; the smallest p so many people can reach is {least}.")
        return said.format(p=_about(gap.chance.p), holm=_about(gap.chance.p_holm), least=_p(gap.chance.smallest_p))
    return _exact_effect(gap)


def _exact_effect(gap: Gap) -> str:
    said = []
    if gap.hedges_g is not None and gap.hedges_interval is not None:
        said.append(
            _("Hedges\u2019 g {value} ({low} to {high})").format(
                value=_two(gap.hedges_g), low=_two(gap.hedges_interval.low), high=_two(gap.hedges_interval.high)
            )
        )
    said.append(
        _("p {p}, after Holm {holm}; the smallest p so many people can reach is {least}").format(
            p=_p(gap.chance.p), holm=_p(gap.chance.p_holm), least=_p(gap.chance.smallest_p)
        )
    )
    return "; ".join(said) + "."


def _two(value: float) -> str:
    return decimal(value, 2)


def _about(p: float) -> str:
    return next((_("below {p}").format(p=decimal(each, 2)) for each in CHANCE if p < each), _("0.10 or more"))


def _p(value: float) -> str:
    return _("below 0.001") if value < 0.001 else decimal(value, 3)


# What would read otherwise without the sheets that look hurried, where that tells of nobody (measurement 2.12).


def without_hurried(seen: Seen, answers: GroupAnswers) -> tuple[WithoutHurried, ...]:
    """For each shown perspective with hurried sheets what would change without them, or why that is not said."""
    if seen.round.left_out or not any(seen.round.hurried.values()):
        return ()
    beside = views_without_hurried(answers, seen.found, seen.round.questionnaire)
    return tuple(_told(seen, Perspective(name), rest) for name, rest in beside.items())


def _told(seen: Seen, perspective: Perspective, rest: ViewStatistics | Suppressed) -> WithoutHurried:
    everybody = seen.found.perspectives[perspective.value]
    assert not isinstance(everybody.hasty, Suppressed)
    who, number = people_first(perspective), everybody.hasty
    if isinstance(rest, Suppressed):
        return WithoutHurried(perspective, _not_told(who, number))
    moved = tuple(_moved(seen, perspective, rest))
    if moved:
        said = ngettext(
            "{who}: without the {number} hurried sheet this would read otherwise.",
            "{who}: without the {number} hurried sheets this would read otherwise.",
            number,
        )
    else:
        said = ngettext(
            "{who}: without the {number} hurried sheet nothing would read otherwise: no band would change, and no "
            "score would move by five points or more.",
            "{who}: without the {number} hurried sheets nothing would read otherwise: no band would change, and no "
            "score would move by five points or more.",
            number,
        )
    return WithoutHurried(perspective, said.format(who=who, number=in_words(number)), moved)


def _not_told(who: str, number: int) -> str:
    said = ngettext(
        "{who}: {number} sheet looks hurried. Leaving it out would show what single people answered, so there is no "
        "result without it.",
        "{who}: {number} sheets look hurried. Leaving them out would show what single people answered, so there is no "
        "result without them.",
        number,
    )
    return said.format(who=who, number=in_words(number))


def _moved(seen: Seen, perspective: Perspective, rest: ViewStatistics) -> Iterator[str]:
    """A line for each pillar and theme that both results show and that would read otherwise."""
    everybody, asked = seen.found.perspectives[perspective.value], seen.round.questionnaire
    fewer = Seen(seen.round, replace(seen.found, perspectives={perspective.value: rest}))
    for pillar in asked.pillars:
        if _read_otherwise(everybody.pillars[pillar.id], rest.pillars[pillar.id]):
            yield _without_line(pillar.name, seen.pillar(pillar.id)[perspective], fewer.pillar(pillar.id)[perspective])
    for theme in asked.themes if seen.round.summary.form is Form.FULL else ():
        if _read_otherwise(everybody.themes[theme.id], rest.themes[theme.id]):
            yield _without_line(theme.name, seen.theme(theme)[perspective], fewer.theme(theme)[perspective])


def _read_otherwise(before: GroupScore | Suppressed, after: GroupScore | Suppressed) -> bool:
    """Five whole points or another band. Where too few of the invited answered, none is named and none compared."""
    if isinstance(before, Suppressed) or isinstance(after, Suppressed):
        return False
    bands = {before.band, after.band}
    return abs(whole(before.mean) - whole(after.mean)) >= ABOUT_THE_SAME or (None not in bands and len(bands) > 1)


def _without_line(name: str, before: Value, after: Value) -> str:
    assert isinstance(before, Shown)
    assert isinstance(after, Shown)
    if not (before.band and after.band):
        said = _("{name}: {before} with them, {after} without")
    else:
        said = _("{name}: {before} ({band}) with them, {after} ({other_band}) without")
    return said.format(name=name, before=before.mean, band=before.band, after=after.mean, other_band=after.band)


TAGS = 3
"""Words beside theme names on the whole page."""


def group_result_of(of: GroupRound) -> GroupResult:
    """Everything a closed check may show, worked out anew from its sheets and the questionnaire it kept."""
    answers = answers_of(of)
    seen = Seen(of, numbers_of(of, answers))
    view = view_of(seen)
    unseen = seen.unseen()
    begin = _begin(seen, view, unseen)
    strong = strong_themes(seen.found, [each.theme_id for each in begin.proposals], of.questionnaire)
    made = _Pillars(seen, view, _tags(view, strong, arranged(begin.proposals, of.arrangement)))
    took = seen.took()
    drawn = GroupResult(
        summary=of.summary,
        setup=of.setup,
        questionnaire=of.questionnaire,
        took=took,
        headline=view.headline,
        pillars=made.pillars,
        # Of one pillar it is that pillar, and says nothing beside it.
        overall=seen.overall() if len(of.questionnaire.pillars) > 1 else {},
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
        banners=banners(of, took, seen.plain_above_turned()),
        one_leader=one_leader(of),
        no_proposals="" if begin.proposals else nothing_proposed(view, of.summary.form, aims=bool(of.setup.targets)),
        together=_together(made.pillars, view),
        without_hurried=without_hurried(seen, answers),
        own_questions=made.own_questions,
        cards=cards_of_group(of, seen.found.terms),
        dots=dots_of(of, answers, seen.found),
        predictions=predictions_of(of, answers, seen.found),
    )
    return said_since(replace(drawn, by_rule=begin.proposals), of)


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
        self.pillars = tuple(self._pillar(each) for each in self._round.questionnaire.pillars)
        self.own_questions = self._items("")

    def _pillar(self, pillar: Pillar) -> PillarView:
        themes = tuple(self._theme(each) for each in self._round.questionnaire.themes_of(pillar.id))
        views, gap = self._seen.pillar(pillar.id), None
        if self._round.setup.compares:
            gap = gap_shown(self._seen.found.pillar_gaps.get(pillar.id, self._seen.few), views)
        return PillarView(pillar, themes, views, gap)

    def _theme(self, theme: Theme) -> ThemeView:
        if self._round.summary.form is Form.PULSE:
            return ThemeView(theme, self._items(theme.id), dict.fromkeys(self._round.setup.perspectives, TOO_SHORT))
        views, gap = self._seen.theme(theme), None
        if self._round.setup.compares:
            gap = gap_shown(self._seen.found.gaps.get(theme.id, self._seen.few), views)
        against = [each for each in self._view.contradictions if each.theme_id == theme.id]
        sentences = [self._sentence(each, value) for each, value in views.items() if isinstance(value, Shown)]
        return ThemeView(
            theme=theme,
            items=self._items(theme.id),
            views=views,
            gap=gap,
            sentence=" ".join(sentences),
            tag=self._tags.get(theme.id, ""),
            conflict=conflict(gap, against, self._view),
        )

    def _sentence(self, perspective: Perspective, value: Shown) -> str:
        took: Took = next(each for each in self._seen.took() if each.perspective is perspective)
        return view_sentence(value, took, self._round.questionnaire.scale)

    def _items(self, theme_id: str) -> tuple[ItemView, ...]:
        speaks = self._round.summary.perspective
        return tuple(
            ItemView(each, self._round.questionnaire.wording(each.id, speaks), self._seen.item(each.id))
            for each in self._round.questionnaire.items_of(theme_id)
            if each.id in self._asked
        )

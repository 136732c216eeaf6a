"""Where to begin: the themes in order, the suggestions they earn, the gates in words, and what to protect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trustcheck.app.portraits.group_story_facts import GroupView
from trustcheck.domain.checks.group_round import NORMAL_IMPORTANCE, people, people_first
from trustcheck.domain.findings.group_findings import group_first, group_gates, group_strengths
from trustcheck.domain.findings.practice import Contradiction, ContradictionKind
from trustcheck.domain.findings.priorities import TARGET, Chosen, Gates, HeldBack, Ranked
from trustcheck.domain.findings.reasons import Reason
from trustcheck.domain.findings.story import points_apart
from trustcheck.domain.findings.story_rules import how_often
from trustcheck.domain.findings.suggestions import Proposal, Strength, held_suggestions, proposals
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.model import Form, Questionnaire, Suggestion
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, whole
from trustcheck.domain.views.group_statistics import GroupStatistics
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

# Why a theme is on a group's list: real numbers of the views that are shown, one sentence each.


def group_rule(each: Ranked, place: int, shut: Gates) -> str:
    """Why a theme stands at its place (counted from 0), in words."""
    if shut.puts_first(each.need.theme_id):
        return _("Repair comes before promise: this theme goes first until what was announced is put right.")
    if place == 0:
        told = _(
            "First in the order: how far below {target} a theme lies, with its pillar counted in; more where leaders "
            "and staff differ, people lie apart or a fact disagrees; more or less by the importance you set beforehand."
        )
    else:
        told = _(
            "Next in the order: how far below {target} a theme lies, with its pillar counted in; more where leaders "
            "and staff differ, people lie apart or a fact disagrees; more or less by the importance you set beforehand."
        )
    return told.format(target=decimal(each.need.target))


def group_reasons(each: Ranked, seen: GroupView, lowest: Sequence[str], first: Chosen, shut: Gates) -> list[Reason]:
    """Its score beside its pillar, its lowest questions, the gap, the spread, facts, importance, and the gates."""
    theme_id = each.need.theme_id
    found = [_beside_pillar(each, seen), *(Reason(sentence) for sentence in lowest)]
    if theme_id in seen.gaps:
        found += _gap(seen.gaps[theme_id], theme_id, seen)
    if each.need.split:
        found.append(Reason(_("People describe different places: the mean says little about any of them.")))
    found += [_against(one, seen) for one in seen.contradictions if one.theme_id == theme_id]
    found += _importance(each)
    if each.need.target != TARGET:
        aim = _("Its target was set at {target} before anybody saw a score.")
        found.append(Reason(aim.format(target=decimal(each.need.target))))
    if shut.puts_first(theme_id):
        found.append(Reason(shut.promise))
    return found + [_waits(held, seen) for held in first.held_back if held.passed > each.priority]


def gates_in_words(*, split: bool, gap: bool, unseeing: bool) -> list[Reason]:
    """Gates G3 and G4: what comes first among the suggestions of a theme, and whose views lie apart where they do."""
    said = []
    if unseeing:
        said.append(
            Reason(
                _(
                    "Three in ten or more could not see at least two of its questions: making it visible comes before "
                    "judging."
                )
            )
        )
    if split:
        said.append(Reason(_("Where people describe different places, listening comes before acting.")))
    elif gap:
        said.append(Reason(_("Where leaders and staff lie clearly apart, listening comes before acting.")))
    return said


def _beside_pillar(each: Ranked, seen: GroupView) -> Reason:
    assert seen.headline is not None
    asked = seen.questionnaire
    theme, pillar = asked.theme_by_id[each.need.theme_id], asked.pillar_by_id[each.need.pillar_id]
    score, around = each.need.score, seen.pillars.get(pillar.id)
    if around is None:
        sentence = _("{people} put {theme} at {score} of 100.")
    elif abs(points_apart(score, around)) < ABOUT_THE_SAME:
        sentence = _("{people} put {theme} at {score} of 100, about the same as {pillar}.")
    else:
        sentence = _("{people} put {theme} at {score} of 100, {pillar} at {around}.")
    told = sentence.format(
        people=people_first(seen.headline),
        theme=theme.name,
        score=whole(score),
        pillar=pillar.address,
        around="" if around is None else whole(around),
    )
    return Reason(told, _("{score} of 100").format(score=whole(score)))


def _gap(gap: Gap, theme_id: str, seen: GroupView) -> list[Reason]:
    if gap.kind in (GapKind.SIMILAR, GapKind.TOO_FEW):
        return []
    higher = (
        _("Leaders see more of it than staff do") if gap.difference > 0 else _("Staff see more of it than leaders do")
    )
    kind = {
        GapKind.CLEAR: _("a clear gap"),
        GapKind.POSSIBLE: _("a possible gap"),
        GapKind.WORTH_ASKING: _("a difference worth asking about"),
    }[gap.kind]
    numbers = _("{leaders} and {staff}").format(
        leaders=whole(seen.leaders[theme_id]), staff=whole(seen.staff[theme_id])
    )
    return [Reason(_("{higher}: {kind}.").format(higher=higher, kind=kind), numbers)]


def _against(found: Contradiction, seen: GroupView) -> Reason:
    practice = seen.questionnaire.practice_by_id[found.practice_id]
    sentences = {
        ContradictionKind.SAID_NOT_BUILT: _("A fact is answered \u201cno\u201d: {fact}"),
        ContradictionKind.WRITTEN_NOT_LIVED: _(
            "A fact is answered \u201cyes\u201d, and still {people} see the theme {often}: {fact}"
        ),
        ContradictionKind.BUILT_NOT_FELT: _("Leaders see this fact and staff do not feel it: {fact}"),
    }
    who = "" if seen.believer is None else people(seen.believer)
    often = how_often(found.score, seen.questionnaire.cuts)
    return Reason(sentences[found.kind].format(fact=practice.text, people=who, often=often))


def _importance(each: Ranked) -> list[Reason]:
    if each.need.importance == NORMAL_IMPORTANCE:
        return []
    if each.need.importance > NORMAL_IMPORTANCE:
        return [Reason(_("It was set as important before anybody saw a score."))]
    return [Reason(_("It was set as less important before anybody saw a score, and is here all the same."))]


def _waits(held: HeldBack, seen: GroupView) -> Reason:
    name = seen.questionnaire.theme_by_id[held.what].name
    return Reason(_("{theme} waits for now. {why}").format(theme=name, why=held.why))


UNSEEN_QUESTIONS = 2
"""So many questions of a theme that thirty per cent cannot see: the first suggestion is to make practice visible."""


@dataclass(frozen=True)
class Begin:
    """The themes to begin with and what waits."""

    proposals: tuple[Proposal, ...]
    held_back: tuple[HeldBack, ...]


def begin_with(
    found: GroupStatistics, seen: GroupView, unseen: Sequence[str], lowest: Mapping[str, Sequence[str]]
) -> Begin:
    """``unseen`` are theme ids with two questions or more that many could not see; ``lowest`` are sentences on the
    lowest questions of a theme, by its id."""
    asked = seen.questionnaire
    shut, first = group_gates(found, asked), group_first(found, seen.contradictions, asked)
    plain = proposals(first, shut, _as_view(seen))
    offered = tuple(
        _offered(each, place, one, _Why(shut, first, seen, unseen, lowest.get(each.need.theme_id, ())))
        for place, (each, one) in enumerate(zip(first.first, plain, strict=True))
    )
    held = (*first.held_back, *held_suggestions(first, shut, asked))
    return Begin(offered, tuple(replace(each, passed=0.0) for each in held))


def strong_themes(found: GroupStatistics, first: Sequence[str], asked: Questionnaire) -> tuple[Strength, ...]:
    """The strengths with whole scores: the unrounded mean belongs to nobody's eyes."""
    return tuple(replace(each, score=float(whole(each.score))) for each in group_strengths(found, first, asked))


def nothing_proposed(seen: GroupView, form: Form, *, aims: bool) -> str:
    """``aims``: a target was set, and a theme can have reached it without being often there."""
    if form is Form.PULSE:
        return _("The short form asks too little to say where to begin. All the questions together tell more.")
    if not seen.themes:
        return _("There are too few answers to say where to begin.")
    assert seen.headline is not None
    if aims:
        return _("Nothing urgent: no theme lies far below its target. What would you like to keep?")
    return _("Nothing urgent: {people} describe every theme as often there. What would you like to keep?").format(
        people=people(seen.headline)
    )


def _as_view(seen: GroupView) -> View:
    """For the order of suggestions, which knows people's answers; a group has none to name."""
    assert seen.headline is not None
    asked = seen.questionnaire
    pillars = {each.id: seen.pillars.get(each.id) for each in asked.pillars}
    themes = {each.id: seen.themes.get(each.id) for each in asked.themes}
    return View(asked, seen.headline, Form.FULL, themes, pillars, {}, {})


@dataclass(frozen=True)
class _Why:
    """What put a theme on the list."""

    shut: Gates
    first: Chosen
    seen: GroupView
    unseen: Sequence[str]
    lowest: Sequence[str]


def _offered(each: Ranked, place: int, plain: Proposal, why: _Why) -> Proposal:
    gap, split = each.need.gap == GapKind.CLEAR.weight, each.need.split > 0
    unseeing = each.need.theme_id in why.unseen
    suggestions = _listening_first(plain.suggestions) if gap or split else plain.suggestions
    if unseeing:
        suggestions = (*_made_visible(why.seen.questionnaire), *suggestions)
    reasons = group_reasons(each, why.seen, why.lowest, why.first, why.shut)
    reasons += gates_in_words(split=split, gap=gap, unseeing=unseeing)
    return replace(plain, suggestions=suggestions, reasons=tuple(reasons), rule=group_rule(each, place, why.shut))


def _listening_first(offered: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(sorted(offered, key=lambda each: not each.listening))


def _made_visible(asked: Questionnaire) -> tuple[Suggestion, ...]:
    return tuple(each for each in asked.suggestions if each.makes_visible)[:1]

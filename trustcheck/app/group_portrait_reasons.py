"""Why a theme is on a group's list: real numbers of the views that are shown, one sentence each."""

from collections.abc import Sequence

from trustcheck.app.group_story_view import GroupView
from trustcheck.domain.gaps import Gap
from trustcheck.domain.group_round import NORMAL_IMPORTANCE
from trustcheck.domain.group_words import GapKind
from trustcheck.domain.points import ABOUT_THE_SAME, whole
from trustcheck.domain.practice import Contradiction, ContradictionKind
from trustcheck.domain.priorities import PROMISE_THEME, Chosen, Gates, HeldBack, Ranked
from trustcheck.domain.reasons import Reason
from trustcheck.domain.story_apart import points_apart
from trustcheck.domain.story_levels import how_often
from trustcheck.domain.view_names import people, people_first
from trustcheck.words import gettext as _


def group_rule(each: Ranked, place: int, shut: Gates) -> str:
    """Why a theme stands at its place (counted from 0), in words."""
    if shut.promise and each.need.theme_id == PROMISE_THEME:
        return _("Repair comes before promise: this theme goes first until what was announced is put right.")
    told = _(
        "{place} in the order: how far below 75 a theme lies, with its pillar counted in; more where leaders "
        "and staff differ, people lie apart or a fact disagrees; more or less by the importance you set beforehand."
    )
    return told.format(place=_("First") if place == 0 else _("Next"))


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
    if shut.promise and theme_id == PROMISE_THEME:
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

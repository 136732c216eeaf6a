"""Why a theme is on the list: real numbers and words from these answers, one sentence each."""

from dataclasses import dataclass

from trustcheck.domain.findings.practice import Contradiction, ContradictionKind
from trustcheck.domain.findings.priorities import Chosen, Gates, HeldBack, Ranked
from trustcheck.domain.findings.story import points_apart
from trustcheck.domain.findings.story_rules import how_often
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.answers import Fact
from trustcheck.domain.questionnaire.model import Item, Questionnaire
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, whole
from trustcheck.words import gettext as _
from trustcheck.words.sentences import lowered

_LOW_LEVEL = 50.0
_ITEMS_NAMED = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One line under *Why am I seeing this?*: a sentence, and the value that made it true."""

    sentence: str
    value: str = ""


def rule(each: Ranked, place: int, shut: Gates) -> str:
    """Why a theme stands at its place (counted from 0), in words."""
    if shut.puts_first(each.need.theme_id):
        return _("Repair comes before promise: this theme goes first until what was announced is put right.")
    if place == 0:
        return _(
            "First in the order: how far below 75 a theme lies, with its pillar counted in, "
            "and whether a fact speaks against it."
        )
    return _(
        "Next in the order: how far below 75 a theme lies, with its pillar counted in, "
        "and whether a fact speaks against it."
    )


def reasons(each: Ranked, chosen: Chosen, shut: Gates, seen: View) -> list[Reason]:
    """Everything that put a theme where it stands: low answers, its score, facts, and the gates that moved it."""
    found = [*_answered_low(each, seen), _beside_pillar(each, seen)]
    found += [_against(one, seen) for one in seen.contradictions if one.theme_id == each.need.theme_id]
    found += _facts_to_build(each, seen)
    if shut.puts_first(each.need.theme_id):
        found.append(Reason(shut.promise))
    found += [_waits(held, seen) for held in chosen.held_back if held.passed > each.priority]
    return found


def _answered_low(each: Ranked, seen: View) -> list[Reason]:
    """The answers that pull a theme down most, in the person's own words."""
    levels = [(seen.level_of(item.id), item) for item in seen.questionnaire.items_of(each.need.theme_id)]
    low = [(level, item) for level, item in levels if level is not None and level <= _LOW_LEVEL]
    return [_answered(item, seen) for _level, item in sorted(low, key=lambda pair: pair[0])[:_ITEMS_NAMED]]


def _answered(item: Item, seen: View) -> Reason:
    asked = seen.questionnaire
    label = asked.scale[seen.answers[item.id].code - asked.low]
    sentence = _("You answered \u201c{answer}\u201d to: {question}").format(
        answer=lowered(label), question=asked.wording(item.id, seen.perspective)
    )
    return Reason(sentence, label)


def _beside_pillar(each: Ranked, seen: View) -> Reason:
    """The theme's score, and its pillar's where there is one; a difference only where it is one."""
    theme, pillar = (
        seen.questionnaire.theme_by_id[each.need.theme_id],
        seen.questionnaire.pillar_by_id[each.need.pillar_id],
    )
    score, around = each.need.score, seen.pillars.get(pillar.id)
    if around is None:
        sentence = _("{theme} stands at {score} of 100.")
    elif abs(points_apart(score, around)) < ABOUT_THE_SAME:
        sentence = _("{theme} stands at {score} of 100, about the same as {pillar}.")
    else:
        sentence = _("{theme} stands at {score} of 100, {pillar} at {around}.")
    told = sentence.format(
        theme=theme.name, score=whole(score), pillar=pillar.address, around="" if around is None else whole(around)
    )
    return Reason(told, str(whole(score)))


def in_words(found: Contradiction, questionnaire: Questionnaire) -> str:
    """A contradiction of one person as a sentence, addressed to the reader."""
    name = questionnaire.theme_by_id[found.theme_id].name
    sentences = {
        ContradictionKind.SAID_NOT_BUILT: _(
            "In what you describe, {theme} is there {often} ({score}), yet this is not in place. "
            "It may work by habit, and leave with the people who carry it."
        ),
        ContradictionKind.WRITTEN_NOT_LIVED: _(
            "This is in place, yet in what you describe {theme} is there {often} ({score}). "
            "Worth finding out where it stops."
        ),
        ContradictionKind.BUILT_NOT_FELT: _(
            "This is in place, and leaders describe {theme} as there {often} ({score}), yet staff seldom see it."
        ),
    }
    often = how_often(found.score, questionnaire.cuts)
    return sentences[found.kind].format(theme=name, often=often, score=whole(found.score))


def _against(found: Contradiction, seen: View) -> Reason:
    practice = seen.questionnaire.practice_by_id[found.practice_id]
    sentences = {
        ContradictionKind.SAID_NOT_BUILT: _("Your answer to this fact is \u201cno\u201d: {fact}"),
        ContradictionKind.WRITTEN_NOT_LIVED: _(
            "Your answer to this fact is \u201cyes\u201d, and still the theme is low: {fact}"
        ),
        ContradictionKind.BUILT_NOT_FELT: _("Leaders see this fact and staff do not feel it: {fact}"),
    }
    kinds = {
        ContradictionKind.SAID_NOT_BUILT: _("said, not built"),
        ContradictionKind.WRITTEN_NOT_LIVED: _("written, not lived"),
        ContradictionKind.BUILT_NOT_FELT: _("built, not felt"),
    }
    return Reason(sentences[found.kind].format(fact=practice.text), kinds[found.kind])


def _facts_to_build(each: Ranked, seen: View) -> list[Reason]:
    """Facts answered "no" to which one of the theme's suggestions is the answer, where no contradiction says so."""
    said = {found.practice_id for found in seen.contradictions}
    named = {fact for one in seen.questionnaire.suggestions_of(each.need.theme_id) for fact in one.when_practice_no}
    missing = [
        seen.questionnaire.practice_by_id[fact]
        for fact in sorted(named - said)
        if fact in seen.facts and seen.facts[fact].fact is Fact.NO
    ]
    said_no = _("Your answer to this fact is \u201cno\u201d: {fact}")
    return [Reason(said_no.format(fact=one.text), lowered(_("No"))) for one in missing]


def _waits(held: HeldBack, seen: View) -> Reason:
    name = seen.questionnaire.theme_by_id[held.what].name
    return Reason(_("{theme} waits for now. {why}").format(theme=name, why=held.why), held.gate)

"""Facts beside answers in words: how many are known, what contradicts what, and what that may mean.

The same words for one person's facts and for those of a group's check.
"""

from collections.abc import Iterable, Sequence

from trustcheck.app.presenting.personal import fact_words
from trustcheck.app.results.group import GroupResult, PillarView, Shown
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.say_do import SayDoRow
from trustcheck.domain.findings.practice import ContradictionKind
from trustcheck.domain.questionnaire.model import Perspective, Practice
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

# What a group's answers say beside what its facts show: one row for each pillar, and whose answers they are.


def group_say_do_rows(result: GroupResult) -> tuple[SayDoRow, ...]:
    """Beliefs are the leaders' where they are shown, who can change the facts, else the only view's that is."""
    practice = {each.pillar_id: each for each in result.practice}
    rows = []
    for pillar in result.pillars:
        facts = practice.get(pillar.pillar.id)
        if facts is not None and facts.asked:
            speaker, mean, half = _belief(pillar)
            rows.append(SayDoRow(pillar.pillar.address, mean, facts.index, half, facts.known, facts.asked, speaker))
    return tuple(rows)


def _belief(pillar: PillarView) -> tuple[Perspective | None, float | None, float]:
    """Whose view speaks, its mean, and half of its interval."""
    for each in Perspective:
        value = pillar.views.get(each)
        if isinstance(value, Shown):
            half = (value.interval.high - value.interval.low) / 2 if value.interval else 0.0
            return each, float(value.mean), half
    return None, None, 0.0


def contradictions(facts: Iterable[FactResult]) -> list[FactResult]:
    """The facts that stand against the answers, in the questionnaire's order."""
    return [fact for fact in facts if fact.contradiction is not None]


def answer_of(fact: FactResult) -> str:
    return fact_words(fact.given.fact if fact.given else None)


def finding(facts: Sequence[FactResult], *, has_themes: bool) -> str:
    """The facts in one sentence without its full stop. ``has_themes``: there are scores that they could contradict."""
    if not facts:
        return _("This questionnaire brings no facts")
    if not any(fact.given for fact in facts):
        return _("The facts have not been checked yet")
    against = len(contradictions(facts))
    if not against and not has_themes:
        return _("The facts, as they stand")
    if not against:
        return _("No known fact stands against the answers")
    said = ngettext("{number} fact stands against the answers", "{number} facts stand against the answers", against)
    return said.format(number=capitalised(in_words(against)))


def known_number(facts: Sequence[FactResult]) -> int:
    return sum(fact.given is not None and fact.given.fact.is_known for fact in facts)


def known(facts: Sequence[FactResult]) -> str:
    """How many are known, and how many have another answer: they count for nothing."""
    entered, answered = sum(fact.given is not None for fact in facts), known_number(facts)
    said = _("{known} of {asked} known").format(known=answered, asked=len(facts))
    if entered > answered:
        said += _(", {others} not known or not applying").format(others=entered - answered)
    return said


def partly_words(practice: Practice) -> str:
    """What counts as "partly", and what else to know before answering a fact; empty where nothing is said."""
    said = [_("Counts as partly: {what}").format(what=practice.partly)] if practice.partly else []
    said += [practice.note] if practice.note else []
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in said)


def purpose() -> str:
    """What the facts are for, and that they are never added to the answers."""
    return _(
        "Facts are counted, not felt, and never added to the answers. Where the two point in different directions, the"
        " difference tells more than either of them."
    )


def quick_wins_heading() -> str:
    return _("Facts you can change by decision within a month, whatever the scores")


def by_right_heading() -> str:
    return _("What everybody could count on")


def by_right_lead() -> str:
    return _("Each is a \u201cno\u201d today. What people have by right, they need not ask for as a favour.")


def kind_name(kind: ContradictionKind) -> str:
    return {
        ContradictionKind.SAID_NOT_BUILT: _("Said, not built."),
        ContradictionKind.WRITTEN_NOT_LIVED: _("Written, not lived."),
        ContradictionKind.BUILT_NOT_FELT: _("Built, not felt."),
    }[kind]


def kind_reading(kind: ContradictionKind) -> str:
    """What such a contradiction may mean."""
    return {
        ContradictionKind.SAID_NOT_BUILT: _(
            "The answers are high and the fact is no: it may work by habit, and leave with the people who carry it."
        ),
        ContradictionKind.WRITTEN_NOT_LIVED: _(
            "The answers are low and the fact is yes: it is worth finding out where it stops."
        ),
        ContradictionKind.BUILT_NOT_FELT: _(
            "The fact is yes, and staff see little of it: ask leaders and staff for two recent examples each."
        ),
    }[kind]


def kind_question(kind: ContradictionKind) -> str:
    """What one could ask, once the two stand beside each other."""
    return {
        ContradictionKind.SAID_NOT_BUILT: _("A question: who carries it today, and what would stay if they left?"),
        ContradictionKind.WRITTEN_NOT_LIVED: _("A question: on its way into an ordinary week, where does it stop?"),
        ContradictionKind.BUILT_NOT_FELT: _("A question: what would staff have to see to notice it?"),
    }[kind]


def by_kind(facts: Iterable[FactResult]) -> list[tuple[ContradictionKind, list[FactResult]]]:
    """The contradictions, each kind together; nothing is averaged away."""
    against = contradictions(facts)
    sorted_out = [(kind, [each for each in against if _kind(each) is kind]) for kind in ContradictionKind]
    return [(kind, found) for kind, found in sorted_out if found]


def _kind(fact: FactResult) -> ContradictionKind | None:
    return fact.contradiction.kind if fact.contradiction else None

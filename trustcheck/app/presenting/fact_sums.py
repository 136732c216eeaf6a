"""How the number of a pillar's facts is worked out, and what makes a fact stand against the answers."""

from collections.abc import Iterable, Sequence

from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.presenting.personal_sums import Sum, addition, exactly
from trustcheck.app.results import FactResult
from trustcheck.domain.points import whole
from trustcheck.domain.practice import BELIEF_HIGH, BELIEF_LOW, PillarPractice, worth
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.words import gettext as _


def fact_sums(
    facts: Sequence[FactResult],
    practice: Iterable[PillarPractice],
    asked: Questionnaire,
    *,
    compares: bool = False,
) -> tuple[Sum, ...]:
    """The facts of each pillar that has some, and the rule of a contradiction last.

    ``compares``: leaders and staff both answered, so that a fact can also stand between the two.
    """
    sums = [_of_pillar(each, facts, asked) for each in practice if each.asked]
    return (
        (*sums, Sum(_("When a fact stands against the answers"), _contradiction_rule(compares=compares)))
        if sums
        else ()
    )


def _of_pillar(practice: PillarPractice, facts: Sequence[FactResult], asked: Questionnaire) -> Sum:
    themes = {each.id for each in asked.themes_of(practice.pillar_id)}
    inside = [each for each in facts if each.theme.id in themes]
    values = [worth(each.given.fact) for each in inside if each.given is not None and each.given.fact.is_known]
    lines = [
        *(_one(each) for each in inside),
        _("{known} of {asked} are known.").format(known=practice.known, asked=practice.asked),
    ]
    if practice.index is None:
        lines.append(_("A number is given once six of ten are known."))
    else:
        said = _("{sum} = {exact}, said as {whole}. It is a count of what is in place, so it has no margin.")
        exact, rounded = exactly(practice.index), whole(practice.index)
        if exact == str(rounded):
            said = _("{sum} = {exact}. It is a count of what is in place, so it has no margin.")
        lines.append(said.format(sum=addition(values), exact=exact, whole=rounded))
    name = asked.pillar_by_id[practice.pillar_id].address
    rule = _("A fact counts 100 for yes, 50 for partly and 0 for no; whatever else was said is left out.")
    return Sum(_("{pillar}, the facts").format(pillar=name), tuple(lines), (rule,))


def _one(fact: FactResult) -> str:
    if fact.given is None or not fact.given.fact.is_known:
        return _("\u201c{fact}\u201d {answer}: left out.").format(fact=fact.practice.text, answer=answer_of(fact))
    return _("\u201c{fact}\u201d {answer}: counts {points}.").format(
        fact=fact.practice.text, answer=answer_of(fact), points=exactly(worth(fact.given.fact))
    )


def _contradiction_rule(*, compares: bool) -> tuple[str, ...]:
    felt = _("A fact is yes, and leaders stand at {high} or higher where staff stand below {low}: built, not felt.")
    return (
        _("A fact is no, and its theme stands at {high} or higher: said, not built.").format(high=f"{BELIEF_HIGH:g}"),
        _("A fact is yes, and its theme stands at {low} or lower: written, not lived.").format(low=f"{BELIEF_LOW:g}"),
        *((felt.format(high=f"{BELIEF_HIGH:g}", low=f"{BELIEF_LOW:g}"),) if compares else ()),
    )

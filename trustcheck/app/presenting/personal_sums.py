"""How each of one person's numbers is worked out: every answer that goes in, every step, and what is left out.

A sum is told from the answers themselves, with the rules beside it; nobody has to take a number on trust.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.presenting.personal import bands, ends
from trustcheck.app.presenting.scale_words import band_meaning
from trustcheck.app.results.personal import FactResult, ItemResult, PersonalResult, PillarResult, ThemeResult
from trustcheck.domain.findings.practice import BELIEF_HIGH, BELIEF_LOW, PillarPractice, worth
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.margins import overall_margin
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal, in_words
from trustcheck.words.sentences import in_a_row, lowered


@dataclass(frozen=True, slots=True)
class Sum:
    """One number's calculation: what it is of, how it comes about, and the rules that hold for others like it too."""

    heading: str
    lines: tuple[str, ...]
    rules: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """All of it, a sentence or two to a line."""
        return (*self.lines, *self.rules)


def theme_sum(result: PersonalResult, theme_id: str) -> Sum:
    """A theme from its answers."""
    theme, asked = result.theme(theme_id), result.questionnaire
    lines = tuple(_answer(item) for item in theme.items)
    if result.form is Form.PULSE:
        return Sum(theme.theme.name, (*lines, theme.missing))
    sums = _mean(_levels(theme.items), theme, asked)
    return Sum(
        theme.theme.name, (*lines, *sums), (_steps(asked), _half_rule(len(theme.items)), *_margin_rules(theme, asked))
    )


def pillar_sum(result: PersonalResult, pillar_id: str) -> Sum:
    """A pillar from its themes; in the short form, which has no scores of themes, from its answers."""
    pillar = next(each for each in result.pillars if each.pillar.id == pillar_id)
    asked = result.questionnaire
    if result.form is Form.PULSE:
        items = [item for theme in pillar.themes for item in theme.items]
        rule = _("In the short form a pillar is the mean of its own answers; it needs at least {least} of {number}.")
        needed = rule.format(least=in_words(ceil(len(items) * 2 / 3)), number=in_words(len(items)))
        lines = (*(_answer(item) for item in items), *_mean(_levels(items), pillar, asked))
        return Sum(pillar.pillar.address, lines, (_steps(asked), needed, *_margin_rules(pillar, asked)))
    rule = _("Its themes weigh the same, however many questions they have; it needs at least {least} of {number}.")
    number = len(pillar.themes)
    needed = rule.format(least=in_words(ceil(number / 2)), number=in_words(number))
    scores = [theme.score for theme in pillar.themes if theme.score is not None]
    lines = (*(_theme(theme) for theme in pillar.themes), *_mean(scores, pillar, asked))
    return Sum(pillar.pillar.address, lines, (needed, *_margin_rules(pillar, asked)))


def overall_sum(result: PersonalResult) -> Sum:
    """Everything together: the mean of the pillars, where each of them has a score."""
    heading, scores = _("Everything together"), [each.score for each in result.pillars if each.score is not None]
    if result.overall is None:
        return Sum(heading, (_("It needs a score for every pillar."),))
    asked = result.questionnaire
    margin = overall_margin(asked, result.form)
    lines = (_addition(scores, result.overall), _reach(result.overall, margin, asked))
    least = _("It says the least of all numbers here: two very different pillars can have the same mean.")
    return Sum(heading, (*lines, least), (_drift(margin), band_meaning(asked)))


def score_sums(result: PersonalResult) -> tuple[Sum, ...]:
    """Every score of the result, in the order in which it is shown, and everything together last."""
    sums: list[Sum] = []
    for pillar in result.pillars:
        sums.append(pillar_sum(result, pillar.pillar.id))
        if result.form is Form.FULL:
            sums += [theme_sum(result, each.theme.id) for each in pillar.themes]
    return (*sums, overall_sum(result)) if len(result.pillars) > 1 else tuple(sums)


def exactly(points: float) -> str:
    """Points with two decimals at most: a sum has to come out when somebody adds it up."""
    return decimal(round(points, 2))


def addition(values: Sequence[float]) -> str:
    """ "(75 + 50 + 25) / 3"."""
    return "({parts}) / {number}".format(parts=" + ".join(map(exactly, values)), number=len(values))


def _addition(values: Sequence[float], mean: float) -> str:
    said = _("{sum} = {exact}, said as {whole}.")
    if exactly(mean) == str(whole(mean)):
        said = _("{sum} = {exact}.")
    return said.format(sum=addition(values), exact=exactly(mean), whole=whole(mean))


def _mean(values: Sequence[float], of: ThemeResult | PillarResult, asked: Questionnaire) -> tuple[str, ...]:
    if of.score is None:
        return (of.missing,)
    return (_addition(values, of.score), _reach(of.score, of.margin, asked))


def _reach(score: float, margin: float, asked: Questionnaire) -> str:
    low, high = (exactly(each) for each in ends(score, margin))
    said = _("Give or take {margin} it reaches from {low} to {high}; the bands are cut at {cuts}, so it is {bands}.")
    cuts = in_a_row([decimal(each) for each in asked.cuts])
    return said.format(margin=whole(margin), low=low, high=high, cuts=cuts, bands=bands(score, margin, asked.cuts))


def _margin_rules(of: ThemeResult | PillarResult, asked: Questionnaire) -> tuple[str, ...]:
    return () if of.score is None else (_drift(of.margin), band_meaning(asked))


def _drift(margin: float) -> str:
    return _(
        "{margin} points are how far one person\u2019s score of this kind can lie off by chance, had other questions"
        " of the same kind been asked, or on another day. It is a planning value, not measured here."
    ).format(margin=whole(margin))


def _levels(items: Sequence[ItemResult]) -> list[float]:
    return [item.level for item in items if item.level is not None]


def _answer(item: ItemResult) -> str:
    if item.level is None:
        return _("\u201c{question}\u201d {answer}: left out, never guessed.").format(
            question=item.wording, answer=item.words
        )
    said = _("\u201c{question}\u201d {answer}: counts {points}.")
    if item.item.reverse:
        said = _("\u201c{question}\u201d {answer}: asked the other way round, so it is turned and counts {points}.")
    return said.format(question=item.wording, answer=item.words, points=exactly(item.level))


def _theme(theme: ThemeResult) -> str:
    if theme.score is None:
        return _("{theme}: too few answers for a number, left out.").format(theme=theme.theme.name)
    return _("{theme}: {score}.").format(theme=theme.theme.name, score=exactly(theme.score))


def _half_rule(questions: int) -> str:
    if questions == 1:
        return _("The score is the answer to its one question.")
    return _(
        "The score is the mean of the answers that count. It needs at least two of the {number}, and at least half of"
        " those that apply here."
    ).format(number=in_words(questions))


def _steps(asked: Questionnaire) -> str:
    return _("Each answer counts from 0 (\u201c{least}\u201d) to 100 (\u201c{most}\u201d), in steps of {step}.").format(
        least=lowered(asked.scale[0]), most=lowered(asked.scale[-1]), step=exactly(100 / (asked.high - asked.low))
    )


# How the number of a pillar's facts is worked out, and what makes a fact stand against the answers.


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
        _("A fact is no, and its theme stands at {high} or higher: said, not built.").format(high=decimal(BELIEF_HIGH)),
        _("A fact is yes, and its theme stands at {low} or lower: written, not lived.").format(low=decimal(BELIEF_LOW)),
        *((felt.format(high=decimal(BELIEF_HIGH), low=decimal(BELIEF_LOW)),) if compares else ()),
    )

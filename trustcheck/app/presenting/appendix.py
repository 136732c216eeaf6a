"""The sum of every number of a result, as an appendix tells it: a rule that holds for several of them is told once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trustcheck.app.presenting.explanations import OVERALL, FigureKey, FigureKind, everything, explained
from trustcheck.app.presenting.personal_sums import Sum, fact_sums, score_sums
from trustcheck.app.results.group import GapShown, GroupResult, Range, Shown, Views
from trustcheck.app.results.personal import FactResult, PersonalResult
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form
from trustcheck.words import gettext as _

Told = tuple[tuple[Sum, ...], tuple[str, ...]]
"""The sums with the lines that are their own, and the rules that hold for several of them."""


def sums_of_one_person(result: PersonalResult) -> Told:
    """Every score, and the facts where one of them was answered."""
    facts = fact_sums(_answered(result.facts), result.practice, result.questionnaire)
    return _told((*score_sums(result), *facts))


def sums_of_group(result: GroupResult) -> Told:
    """Every value that is shown, view by view, and every difference; what is hidden has no sum."""
    facts = fact_sums(_answered(result.facts), result.practice, result.questionnaire, compares=result.setup.compares)
    return _told((*_values(result), *facts))


def _told(sums: Sequence[Sum]) -> Told:
    rules = dict.fromkeys(rule for each in sums for rule in each.rules)
    return tuple(replace(each, rules=()) for each in sums), tuple(rules)


def _answered(facts: Sequence[FactResult]) -> Sequence[FactResult]:
    return facts if any(fact.given for fact in facts) else ()


def _values(result: GroupResult) -> Iterator[Sum]:
    """A line that would be the same with other numbers, and is the same for other themes, is a rule."""
    other = _with_other_numbers(result)
    parts = list(_parts(result))
    lines = {each: _lines(result, *each) for each, _heading in parts}
    kept = {each: set(_lines(other, *each)) & set(told) for each, told in lines.items()}
    for each, heading in parts:
        elsewhere = set().union(*(told for key, told in kept.items() if key[0] != each[0]))
        own = tuple(line for line in lines[each] if line not in kept[each] or line not in elsewhere)
        yield Sum(heading, own, tuple(line for line in lines[each] if line not in own))


def _lines(result: GroupResult, of: str, figure: FigureKey) -> tuple[str, ...]:
    if figure.perspective is None:
        return explained(result, figure)
    return everything(result, of, figure.perspective)


def _parts(result: GroupResult) -> Iterator[tuple[tuple[str, FigureKey], str]]:
    """Each shown value and each shown difference: which it is, and its heading."""
    named: list[tuple[str, str, Views, GapShown | Suppressed | None]] = []
    for pillar in result.pillars:
        named.append((pillar.pillar.id, pillar.pillar.address, pillar.views, pillar.gap))
        themes = pillar.themes if result.summary.form is Form.FULL else ()
        named += [(each.theme.id, each.theme.name, each.views, each.gap) for each in themes]
    named.append((OVERALL, _("Everything together"), result.overall, None))
    for of, name, views, gap in named:
        for perspective, value in views.items():
            if isinstance(value, Shown):
                heading = _("{name}, {people}").format(name=name, people=people(perspective))
                yield (of, FigureKey(FigureKind.MEAN, of, perspective)), heading
        if isinstance(gap, GapShown):
            yield (of, FigureKey(FigureKind.GAP, of)), _("{name}, leaders beside staff").format(name=name)


def _with_other_numbers(result: GroupResult) -> GroupResult:
    """The same result with every number another one: what is said of it all the same says nothing of a number."""
    pillars = tuple(
        replace(
            pillar,
            views=_moved(pillar.views),
            gap=_moved_gap(pillar.gap),
            themes=tuple(replace(each, views=_moved(each.views), gap=_moved_gap(each.gap)) for each in pillar.themes),
        )
        for pillar in result.pillars
    )
    technical = tuple(replace(each, effect=f"{each.effect}.") for each in result.technical)
    return replace(result, pillars=pillars, overall=_moved(result.overall), technical=technical)


def _moved(views: Views) -> Views:
    return {
        each: replace(
            value,
            mean=value.mean + 1,
            band=f"{value.band}.",
            interval=_moved_range(value.interval),
            guaranteed=_moved_range(value.guaranteed),
        )
        if isinstance(value, Shown)
        else value
        for each, value in views.items()
    }


def _moved_range(span: Range | None) -> Range | None:
    return None if span is None else replace(span, low=span.low + 1, high=span.high + 1)


def _moved_gap(gap: GapShown | Suppressed | None) -> GapShown | Suppressed | None:
    if not isinstance(gap, GapShown):
        return gap
    kinds = list(type(gap.kind))
    other = kinds[(kinds.index(gap.kind) + 1) % len(kinds)]
    moved = Range(gap.interval.low + 1, gap.interval.high + 1)
    return replace(gap, difference=gap.difference + 1, interval=moved, kind=other)

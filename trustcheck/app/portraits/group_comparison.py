"""Sets two closed checks of a group beside each other, view by view, as far as the two results together may tell."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from trustcheck.app.portraits.group_numbers import views_of_round
from trustcheck.app.results.group_comparison import GroupChange, GroupComparison, GroupScoreBeside, ViewBeside
from trustcheck.app.results.group_values import difference_ends_shown, ends_shown
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.coded_responses import CodedResponses
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, languages_apart
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.domain.views.group_statistics import HEADLINES
from trustcheck.domain.views.group_view import ViewStatistics
from trustcheck.domain.views.two_checks import ChangeValue, ShownView, ViewChange, view_change


def compare_groups(then: GroupRound, now: GroupRound, names: Questionnaire | None = None) -> GroupComparison:
    """``now`` speaks: its words, its order; its names, unless ``names`` has them in another language."""
    names = names or now.questionnaire
    asked_then, asked_now = then.setup.perspectives, now.setup.perspectives
    both = [each for each in _as_they_speak(asked_now) if each in asked_then]
    without_sheets = bool(then.carried or now.carried)
    sides = CheckSide(then), CheckSide(now)
    return GroupComparison(
        then=then.summary,
        now=now.summary,
        views=() if without_sheets else tuple(view for each in both if (view := _view(*sides, each, names))),
        only_now=tuple(each for each in asked_now if each not in asked_then),
        only_then=tuple(each for each in asked_then if each not in asked_now),
        without_sheets=without_sheets,
        promises=then.promises,
        moving={each.number: _themes_of(each.questions, names) for each in then.promises},
        languages=languages_apart(then.questionnaire, now.questionnaire),
    )


def _themes_of(questions: Sequence[str], asked: Questionnaire) -> tuple[str, ...]:
    """Each theme once, in the order of the questions; a question that is asked no more has none."""
    return tuple(dict.fromkeys(asked.item_by_id[each].theme for each in questions if each in asked.item_by_id))


def _as_they_speak(asked: Sequence[Perspective]) -> list[Perspective]:
    return sorted(asked, key=lambda each: HEADLINES.index(each.value))


class CheckSide:
    """One check; its numbers are worked out once for all its views."""

    def __init__(self, of: GroupRound) -> None:
        self.round = of

    @cached_property
    def _told(self) -> Mapping[str, ViewStatistics]:
        return views_of_round(self.round)

    def view(self, perspective: Perspective) -> ShownView | None:
        """``None`` where nobody of a perspective answered."""
        of = self.round
        told = self._told.get(perspective.value)
        if told is None:
            return None
        return ShownView(_of(of.responses, perspective), of.questionnaire, of.summary.form, told, of.setup.threshold)


def _of(responses: Sequence[Response], perspective: Perspective) -> Sequence[Response]:
    if isinstance(responses, CodedResponses):
        return responses.of(perspective)
    return [each for each in responses if each.perspective is perspective]


def _view(then: CheckSide, now: CheckSide, perspective: Perspective, names: Questionnaire) -> ViewBeside | None:
    before, after = then.view(perspective), now.view(perspective)
    if before is None or after is None:
        return None
    found = view_change(before, after, perspective)
    return ViewBeside(
        perspective=perspective,
        then_n=found.then_n,
        now_n=found.now_n,
        shared=len(found.shared),
        asked=len(after.questionnaire.asked(after.form)),
        pillars=tuple(_beside([(each.id, each.address) for each in names.pillars], found.pillars, found)),
        themes=tuple(_beside([(each.id, each.name) for each in names.themes], found.themes, found)),
        lowest_then=found.lowest_then,
    )


def _beside(
    named: Sequence[tuple[str, str]], values: Mapping[str, ChangeValue], found: ViewChange
) -> Iterator[GroupScoreBeside]:
    for value_id, name in named:
        if value_id in values:
            yield GroupScoreBeside(value_id, name, found.comparable[value_id], _shown(values[value_id]))


def _shown(value: ChangeValue) -> GroupChange | Suppressed:
    if isinstance(value, Suppressed):
        return value
    ends = difference_ends_shown(value.interval, min(value.then_n, value.now_n))
    alone = None if value.then_around is None else ends_shown(value.then_around, value.then_n)
    return GroupChange(
        then=whole(value.then),
        now=whole(value.now),
        points=apart(value.difference),
        low=ends.low,
        high=ends.high,
        kind=value.kind,
        then_low=None if alone is None else alone.low,
        then_high=None if alone is None else alone.high,
    )

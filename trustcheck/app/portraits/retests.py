"""Each time that a promise of a check was asked again: worked out from both answers, the newest first."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from trustcheck.app.portraits.group_comparison import CheckSide
from trustcheck.app.ports import Refused, Store
from trustcheck.app.presenting.personal import answer_words
from trustcheck.app.results.retest import MovedAgain, QuestionAgain, Retest, RetestView
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound, RoundState
from trustcheck.domain.privacy.suppressed import NO_POINT, NOT_SHARED, Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, shared_questions
from trustcheck.domain.statistics.change import THEME, ChangeKind, ScoreChange
from trustcheck.domain.statistics.points import level
from trustcheck.domain.views.retest import retest_change

_WHOLE = 100


def group_retests(store: Store, of: GroupRound, names: Questionnaire | None = None) -> tuple[Retest, ...]:
    """In the words of ``names`` where they are another language's. Safe on any thread.

    One that cannot be read says nothing, and keeps nobody from the others.
    """
    side, found = CheckSide(of), []
    for each in store.rounds.retests(of.summary.id):
        try:
            asked = store.groups.setup(each.id)[2]
        except Refused:
            continue
        questions = tuple(_questions(asked, names or asked, of.setup.speaks))
        views: tuple[RetestView, ...] = ()
        if each.state is RoundState.CLOSED:
            # Without views it is said that nothing of it can be read.
            with suppress(Refused):
                views = tuple(_views(side, store.groups.round(each.id)))
        found.append(Retest(each, questions, views))
    return tuple(found)


def _questions(asked: Questionnaire, names: Questionnaire, perspective: Perspective) -> Iterator[QuestionAgain]:
    for each in asked.order:
        words = names if each in names.item_by_id else asked
        yield QuestionAgain(each, words.wording(each, perspective))


def _views(then: CheckSide, again: GroupRound) -> Iterator[RetestView]:
    for each in sorted(again.setup.perspectives, reverse=True):
        before, after = then.view(each), again.of(each)
        if then.round.carried or before is None or not after:
            few = Suppressed(NOT_SHARED)
            yield RetestView(each, 0 if before is None else len(before.responses), len(after), few)
            continue
        found = retest_change(before, after, again.questionnaire, each, again.setup.threshold)
        told = (
            found
            if isinstance(found, Suppressed)
            else moved_between(found.kind, found.interval.low, found.interval.high)
        )
        yield RetestView(each, len(before.responses), len(after), told)


def personal_retests(store: Store, of: PersonalRound, names: Questionnaire | None = None) -> tuple[Retest, ...]:
    """The same of one person, whose two answers to each question stand beside each other."""
    found = []
    for each in store.rounds.retests(of.summary.id):
        try:
            found.append(_personal(of, store.rounds.round(each.id), names))
        except Refused:
            continue
    return tuple(found)


def _personal(then: PersonalRound, again: PersonalRound, names: Questionnaire | None) -> Retest:
    asked, perspective = names or again.questionnaire, again.response.perspective
    is_closed = again.summary.state is RoundState.CLOSED
    questions = tuple(
        replace(
            each,
            then=answer_words(then.response.answer(each.item_id), names or then.questionnaire),
            now=answer_words(again.response.answer(each.item_id), asked) if is_closed else "",
        )
        for each in _questions(again.questionnaire, asked, perspective)
    )
    views = (RetestView(perspective, 1, 1, _moved(then, again)),) if is_closed else ()
    return Retest(again.summary, questions, views)


def _moved(then: PersonalRound, again: PersonalRound) -> MovedAgain | Suppressed:
    """By the reliable change index for so few questions."""
    forms = (Form.FULL, then.summary.form)
    perspective = again.response.perspective
    shared = shared_questions(again.questionnaire, then.questionnaire, perspective, forms=forms)
    both = ((_level(then, each), _level(again, each)) for each in shared)
    levels = [(before, now) for before, now in both if before is not None and now is not None]
    if not levels or then.response.perspective is not perspective:
        return Suppressed(NO_POINT)
    before, now = (sum(each) / len(levels) for each in zip(*levels, strict=True))
    change = ScoreChange(before, now, THEME.of_questions(len(levels)).points_needed)
    return moved_between(change.kind, change.points - change.needed, change.points + change.needed)


def moved_between(kind: ChangeKind, low: float, high: float) -> MovedAgain:
    """In whole points, within the whole scale. What moved for certain moved by one at least."""
    ends = round(max(low, -_WHOLE)), round(min(high, _WHOLE))
    if kind in (ChangeKind.CHANGED, ChangeKind.MOVED_A_LITTLE):
        ends = (max(1, ends[0]), max(1, ends[1])) if low + high > 0 else (min(-1, ends[0]), min(-1, ends[1]))
    return MovedAgain(kind, *ends)


def _level(of: PersonalRound, item_id: str) -> float | None:
    """On 0 to 100, turned where the question is; ``None`` without a point."""
    answer, item = of.response.answer(item_id), of.questionnaire.item_by_id[item_id]
    if answer is None or answer.point is None:
        return None
    return level(answer.point, of.questionnaire.high, reverse=item.reverse)

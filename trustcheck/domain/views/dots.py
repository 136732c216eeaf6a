"""Questions whose answers may stand on a wall as one dot for each person: three at most.

They are chosen by what is told of them anyway: answers that lie around the middle have the most room to differ. Chosen
by their spread, which is not told, they would tell that all others are spread less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from trustcheck.domain.privacy.dots import DotColumn, ViewOfDots, columns, shared_out
from trustcheck.domain.privacy.group_hiding import items_inside
from trustcheck.domain.privacy.item_release import (
    EXACT_FROM,
    FEWEST_FOR_ITEMS,
    AnswerSet,
    answer_set,
    may_stand_beside_dots,
)
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.group_statistics import GroupStatistics

MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class QuestionDots:
    item_id: str
    columns: tuple[DotColumn, ...]
    """By place on the scale turned so that the highest is the best, from the lowest upwards."""


def question_dots(
    answers: GroupAnswers, found: GroupStatistics, questionnaire: Questionnaire
) -> tuple[QuestionDots, ...]:
    """Of a check in which everybody agreed; ``found`` is its result. Of each theme (of each pillar in the short form)
    one question at most: the score of the theme may tell the rest of what two would.

    Nothing where sheets joined a result that was shown, or where the check before may tell of a few people: two rows of
    dots that differ by a few are those few.
    """
    terms = found.terms
    if found.headline is None or terms.joined_late or terms.withheld or any(terms.told_beside.values()):
        return ()
    room = _Room(answers, found, questionnaire)
    wholes: dict[str, QuestionDots] = {}
    for each in room.from_the_middle():
        whole_id = room.whole_of(each)
        if whole_id not in wholes and (placed := room.columns(each)) is not None:
            wholes[whole_id] = QuestionDots(each, placed)
        if len(wholes) == MOST_QUESTIONS:
            break
    return tuple(wholes.values())


class _Room:
    """Everybody who answered, view by view."""

    def __init__(self, answers: GroupAnswers, found: GroupStatistics, questionnaire: Questionnaire) -> None:
        self._asked_of, self._form, self._threshold = questionnaire, answers.form, found.terms.threshold
        self._place = {item.id: at for at, item in enumerate(questionnaire.items)}
        self._inside = items_inside(questionnaire, answers.form)
        turned = np.array([item.reverse for item in questionnaire.items])
        given = np.where(answers.given > 0, answers.given, 0)
        keyed = np.where(turned & (given > 0), questionnaire.high + 1 - given, given)
        self._views = [(found.perspectives[name], keyed[answers.view == at]) for at, name in enumerate(answers.views)]

    def whole_of(self, item_id: str) -> str:
        """The theme whose score is a sum of its questions, in the short form the pillar."""
        theme = self._asked_of.theme_by_id[self._asked_of.item_by_id[item_id].theme]
        return theme.pillar if self._form is Form.PULSE else theme.id

    def from_the_middle(self) -> list[str]:
        """The questions of themes that are told, those nearest to the middle first."""
        asked = [each for each in self._asked_of.asked(self._form) if self._asked_of.item_by_id[each].theme]
        told = {each: list(self._told(each)) for each in asked}
        shown = [each for each in told if told[each]]
        return sorted(shown, key=lambda each: sum(abs(whole(points) - 50) for points in told[each]) / len(told[each]))

    def _told(self, item_id: str) -> Iterator[float]:
        for view, _rows in self._views:
            value = view.items[item_id]
            if isinstance(value, ItemScore):
                yield value.told

    def columns(self, item_id: str) -> tuple[DotColumn, ...] | None:
        """``None`` where the question may not stand as dots."""
        counts = self._counts(item_id)
        if sum(counts) < self._threshold or (placed := columns(counts)) is None:
            return None
        parts = [self._part(at, item_id) for at in range(len(self._views))]
        there = {at: part for at, part in enumerate(parts) if part is not None and part.people}
        possible = None if None in parts else _possible(list(there.values()))
        if possible is None:
            return None
        safe = (self._may_stand(at, item_id, sets) for at, sets in zip(there, possible, strict=True))
        return placed if all(safe) else None

    def _counts(self, item_id: str) -> tuple[int, ...]:
        own = (self._of(at, item_id) for at in range(len(self._views)))
        return tuple(sum(each) for each in zip(*own, strict=True))

    def _of(self, at: int, item_id: str) -> tuple[int, ...]:
        column = self._views[at][1][:, self._place[item_id]]
        return tuple(int(np.count_nonzero(column == point)) for point in range(1, self._asked_of.high + 1))

    def _part(self, at: int, item_id: str) -> ViewOfDots | None:
        """``None`` where the view's own result hides the question for another reason than too few people: the dots
        would tell what that hides."""
        counts, value = self._of(at, item_id), self._views[at][0].items[item_id]
        if sum(counts) < max(self._threshold, FEWEST_FOR_ITEMS):
            return ViewOfDots(counts, None)
        return ViewOfDots(counts, value) if isinstance(value, ItemScore) else None

    def _may_stand(self, at: int, item_id: str, possible: list[AnswerSet]) -> bool:
        """Whether in one view the score of the theme and its other questions still leave several sets of answers."""
        view, rows = self._views[at]
        inside = self._inside[self.whole_of(item_id)]
        value = (view.pillars if self._form is Form.PULSE else view.themes)[self.whole_of(item_id)]
        if isinstance(value, Suppressed) or not FEWEST_FOR_ITEMS <= len(rows) < EXACT_FROM:
            return True
        if any(isinstance(view.items[each], Suppressed) for each in inside):
            return False
        answers = rows[:, [self._place[each] for each in inside]]
        if not (answers > 0).all():
            return True
        sheets = list(map(tuple, (answers - 1).tolist()))
        return may_stand_beside_dots(sheets, self._asked_of.high, inside.index(item_id), possible)


def _possible(parts: Sequence[ViewOfDots]) -> list[list[AnswerSet]] | None:
    """By view the sets of answers that the dots leave it; ``None`` where they leave too few."""
    if len(parts) < 2:
        return [[answer_set(each.counts)] for each in parts]
    one, other = parts
    shared = shared_out(one, other)
    if shared is None:
        return None
    every = [mine + theirs for mine, theirs in zip(one.counts, other.counts, strict=True)]
    rest = [tuple(n - mine for n, mine in zip(every, each, strict=True)) for each in shared]
    return [[answer_set(each) for each in some] for some in (shared, rest)]

"""Careless answering: how the answers were given, never what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil
from statistics import fmean, stdev

from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Item, Questionnaire

_SHORT, _RUN_OF_SHORT = 12, 10
_LONG, _RUN_OF_LONG = 40, 20
LEAST_VARIABILITY = 0.30
MOST_INCONSISTENCY = 2.0
STEPS_OF_FIVE = 4


@dataclass(frozen=True, slots=True)
class Quality:
    """Indices of one response, on raw answers in the order in which the items were shown."""

    longstring: int
    """The longest run of the same scale point; anything else ends a run."""
    variability: float | None
    """Standard deviation (n - 1) of the raw points; ``None`` below two points."""
    inconsistency: float | None
    """Mean over themes of the distance between positive items and the turned reverse item, in answer steps."""
    plain_above_turned: float | None = None
    """How far the other questions lie above the turned ones, mean over themes, in points from -100 to 100; ``None``
    where fewer than half of the items, or in no theme both kinds, carry a point. High where both kinds got high
    answers: yes-saying."""
    flags: tuple[str, ...] = ()
    """Which of ``longstring``, ``variability``, ``inconsistency`` passed their cut."""

    @property
    def is_hasty(self) -> bool:
        """Two flags or more. A reason for a gentle note, never for a verdict."""
        return len(self.flags) >= 2


def quality(response: Response, questionnaire: Questionnaire, shown: Sequence[str] | None = None) -> Quality:
    """The indices of one response. ``shown`` is the order of presentation; by default that of its form."""
    order = questionnaire.asked(response.form) if shown is None else shown
    answers = [response.answer(each) for each in order]
    points = [answer.code for answer in answers if answer is not None and answer.is_point]
    between = _distances(response, questionnaire, order)
    found = Quality(
        longstring=_longest_run(answers),
        variability=stdev(points) if len(points) >= 2 else None,
        inconsistency=fmean(map(abs, between)) if between else None,
    )
    if 2 * len(points) < len(order):
        return found  # a run of three answers says nothing about haste
    apart = 100 * fmean(between) / (questionnaire.high - questionnaire.low) if between else None
    return replace(found, plain_above_turned=apart, flags=_flags(found, len(order), questionnaire))


def longest_run_allowed(asked: int) -> int:
    """The run of equal answers that is flagged: 10 of 12 and 20 of 40 (measurement 2.12), in proportion elsewhere."""
    if asked <= _SHORT:
        return ceil(asked * _RUN_OF_SHORT / _SHORT)
    if asked >= _LONG:
        return ceil(asked * _RUN_OF_LONG / _LONG)
    return ceil(_RUN_OF_SHORT + (asked - _SHORT) * (_RUN_OF_LONG - _RUN_OF_SHORT) / (_LONG - _SHORT))


def _flags(found: Quality, asked: int, questionnaire: Questionnaire) -> tuple[str, ...]:
    stretch = (questionnaire.high - questionnaire.low) / STEPS_OF_FIVE
    passed = {
        "longstring": found.longstring >= longest_run_allowed(asked),
        "variability": found.variability is not None and found.variability < LEAST_VARIABILITY * stretch,
        "inconsistency": found.inconsistency is not None and found.inconsistency >= MOST_INCONSISTENCY * stretch,
    }
    return tuple(name for name, is_past in passed.items() if is_past)


def _longest_run(answers: Sequence[Answer | None]) -> int:
    runs = groupby(answers)
    return max((sum(1 for _ in run) for answer, run in runs if answer is not None and answer.is_point), default=0)


def _distances(response: Response, questionnaire: Questionnaire, order: Sequence[str]) -> list[float]:
    """Of each theme with both kinds of answers how far the positive ones lie above the turned ones."""
    asked = set(order)
    points = {item_id: answer.code for item_id, answer in response if item_id in asked and answer.is_point}
    return [
        distance
        for theme in questionnaire.themes
        if (distance := _distance(questionnaire.items_of(theme.id), points, questionnaire)) is not None
    ]


def _distance(items: Sequence[Item], points: Mapping[str, int], questionnaire: Questionnaire) -> float | None:
    """How far a theme's positive answers lie above its turned reverse answers, in answer steps."""
    positive = [points[item.id] for item in items if not item.reverse and item.id in points]
    turned = [
        questionnaire.low + questionnaire.high - points[item.id] for item in items if item.reverse and item.id in points
    ]
    return fmean(positive) - fmean(turned) if positive and turned else None

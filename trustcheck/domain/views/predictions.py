"""What leaders thought staff would answer, beside what staff answered: the prediction gap (measurement 2.9).

A guess is one point for each theme, and told as a question is: from five people on, below ten as the nearest point, and
not at all where everybody, or everybody but one, guessed alike, with a neighbour hidden beside it. What is told is all
that is known of the guesses from then on. Whoever of the leaders was asked has guessed, so that they are no sample; the
staff are. So the interval of the difference is that of staff, and chance is asked of staff alone: Student's t for one
sample against the guess, with Holm's correction over the themes. Nothing of a guess can be read off either.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

from scipy.special import stdtr

from trustcheck.domain.privacy.group_hiding import in_pairs
from trustcheck.domain.privacy.item_release import EXACT_FROM, FEWEST_FOR_ITEMS, may_be_told, nearest
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, JOINED_LATE, REPEATED, Suppressed, too_few
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.gaps import SURE, holm
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.group_words import WIDE, GapKind
from trustcheck.domain.statistics.groups import GroupScore, Interval
from trustcheck.domain.statistics.scoring import scores
from trustcheck.domain.views.group_statistics import LEADER, STAFF, GroupStatistics


@dataclass(frozen=True, slots=True)
class Prediction:
    """Of one theme, all on 0 to 100 and unrounded. What leaders believe and what staff answered stand elsewhere."""

    n: int
    """Leaders who guessed."""
    mean: float
    """What they guessed, as it is told: below ten people the nearest point of the scale."""
    is_nearest: bool
    difference: float
    """Guess minus staff: above 0 leaders expected more than staff say."""
    interval: Interval | None
    """Of the difference, from staff's 95 % t interval; ``None`` where staff are fewer than five."""
    kind: GapKind


PredictionValue: TypeAlias = Prediction | Suppressed


def predicted(
    guesses: Sequence[Mapping[str, int]], answers: GroupAnswers, found: GroupStatistics, questionnaire: Questionnaire
) -> dict[str, PredictionValue]:
    """By theme id, from the ``guesses`` of leaders and everybody's answers; ``found`` is the result of those."""
    if STAFF not in answers.views or answers.form is Form.PULSE:
        return {}
    own = scores(answers.of(answers.views.index(STAFF)), questionnaire, answers.form).themes
    samples = {theme.id: own.column(at).known() for at, theme in enumerate(questionnaire.themes)}
    return predictions(guesses, samples, found, questionnaire)


def predictions(
    guesses: Sequence[Mapping[str, int]],
    staff: Mapping[str, Sample],
    found: GroupStatistics,
    questionnaire: Questionnaire,
) -> dict[str, PredictionValue]:
    """By theme id. ``guesses`` are those of the leaders in ``found``, ``staff`` the scores of each theme's people.

    Empty where there are not both views, or no score for a theme, as in the short form.
    """
    leaders, others = (found.perspectives.get(each) for each in (LEADER, STAFF))
    if leaders is None or others is None or not leaders.themes:
        return {}
    before = _shown_before(found)
    told: dict[str, PredictionValue] = {}
    values: dict[str, tuple[int, float, bool]] = {}
    for theme in questionnaire.themes:
        hidden = before or _hidden_side(leaders.themes[theme.id], others.themes[theme.id])
        value = hidden or _told([each[theme.id] for each in guesses if theme.id in each], found, questionnaire.high)
        if isinstance(value, Suppressed):
            told[theme.id] = value
        else:
            values[theme.id] = value
    # Neighbours go together, as with questions of few people: nobody is to know of which theme all guessed alike.
    for pair in in_pairs([theme.id for theme in questionnaire.themes]):
        if any(told.get(each) == Suppressed(CLOSE_TOGETHER) for each in pair):
            told |= {each: Suppressed(CLOSE_TOGETHER) for each in pair if values.pop(each, None)}
    scores = {each: score for each in values if isinstance(score := others.themes[each], GroupScore)}
    told |= _beside_staff(values, scores, staff)
    return {theme.id: told[theme.id] for theme in questionnaire.themes}


def _shown_before(found: GroupStatistics) -> Suppressed | None:
    """Two results of nearly the same leaders tell what the few others guessed."""
    terms = found.terms
    if LEADER in terms.joined_late:
        return Suppressed(JOINED_LATE)
    return Suppressed(REPEATED) if LEADER in terms.withheld or terms.told_beside.get(LEADER) else None


def _hidden_side(*sides: GroupScore | Suppressed) -> Suppressed | None:
    return next((each for each in sides if isinstance(each, Suppressed)), None)


def _told(points: Sequence[int], found: GroupStatistics, high: int) -> tuple[int, float, bool] | Suppressed:
    n, fewest = len(points), max(found.terms.threshold, FEWEST_FOR_ITEMS)
    if n < fewest:
        return Suppressed(too_few(fewest))
    number = Counter(points)
    if not may_be_told([number[point] for point in range(1, high + 1)]):
        return Suppressed(CLOSE_TOGETHER)
    places = sum(points) - n
    if n < EXACT_FROM:
        return n, 100 * nearest(places, n) / (high - 1), True
    return n, 100 * places / (n * (high - 1)), False


def _beside_staff(
    values: Mapping[str, tuple[int, float, bool]], scores: Mapping[str, GroupScore], staff: Mapping[str, Sample]
) -> dict[str, PredictionValue]:
    chances = [_chance(values[each][1], staff[each]) for each in values]
    corrected = dict(zip(values, holm(chances), strict=True))
    made: dict[str, PredictionValue] = {}
    for each, (n, mean, is_nearest) in values.items():
        around, apart = scores[each].interval, mean - scores[each].mean
        interval = None if around is None else Interval(mean - around.high, mean - around.low)
        made[each] = Prediction(n, mean, is_nearest, apart, interval, _kind(apart, interval, corrected[each]))
    return made


def _chance(guess: float, staff: Sample) -> float:
    """The two-sided p of Student's t for one sample; 1 where nobody differs or one person is left."""
    error = sqrt(staff.variance / len(staff)) if len(staff) > 1 else 0.0
    if error == 0:
        return 1.0
    return float(2 * stdtr(len(staff) - 1, -abs(staff.mean - guess) / error))


def _kind(apart: float, interval: Interval | None, chance: float) -> GapKind:
    """The classes of every gap, by the same cuts."""
    if abs(apart) < WIDE:
        return GapKind.SIMILAR
    if chance < SURE:
        return GapKind.CLEAR
    if interval is not None and not interval.low <= 0 <= interval.high:
        return GapKind.POSSIBLE
    return GapKind.WORTH_ASKING

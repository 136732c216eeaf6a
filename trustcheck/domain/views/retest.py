"""A promise's few questions then and now: what the two answers of one perspective together may tell.

Nothing is told of the second answering but the interval of the difference, its ends rounded outwards to steps as wide
as one person's answers can move a mean. Beside that, by the rules for two checks
(:mod:`trustcheck.domain.views.two_checks`):

- what either answering would not show by itself is not compared, and neither is a question that the first result hides;
- where the sheets of one stand among those of the other, word for word, and fewer than the threshold are left, the
  difference is what those few say;
- where a few more or fewer answered, whoever supposes that all others answered as before is left with several sets of
  answers of those few, or with none: then the supposition was wrong. With exactly one nothing is told, right or wrong.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from math import ceil, floor

import numpy as np

from trustcheck.domain.privacy.suppressed import NOT_SHARED, REPEATED, Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Pillar, Questionnaire, Theme, shared_questions
from trustcheck.domain.questionnaire.parts import only_questions
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.groups import Interval
from trustcheck.domain.statistics.scoring import Codes, codes, scores
from trustcheck.domain.statistics.wave_change import changes
from trustcheck.domain.views.group_view import GroupTerms
from trustcheck.domain.views.late_sheets import view_of
from trustcheck.domain.views.two_checks import ShownView

_ONE = "asked again"
"""The pillar and the theme in which all questions of a promise stand together."""
_FINEST = 5
"""Points: no step is narrower."""


@dataclass(frozen=True, slots=True)
class RetestChange:
    """What may be told of the difference between two answers to the same few questions, in points."""

    interval: Interval
    """Welch's 95 % interval, its ends rounded outwards."""
    kind: ChangeKind


def retest_change(
    then: ShownView, again: Sequence[Response], asked: Questionnaire, perspective: Perspective, threshold: int
) -> RetestChange | Suppressed:
    """``again`` are the sheets of one perspective that answered ``asked``, all questions of one promise."""
    shared = shared_questions(asked, then.questionnaire, perspective, forms=(Form.FULL, then.form))
    if not shared:
        return Suppressed(NOT_SHARED)
    hidden = [value for each in shared if isinstance(value := then.told.items[each], Suppressed)]
    if hidden:
        return hidden[0]
    together, fewest = _as_one(asked, shared), max(threshold, then.threshold)
    rows = codes(then.responses, together), codes(again, together)
    views = [view_of(each, together, Form.FULL, GroupTerms(fewest)) for each in rows]
    for score in (each.themes[_ONE] for each in views):
        if isinstance(score, Suppressed):
            return score
    if _differ_by_few(*rows, fewest):
        return Suppressed(REPEATED)
    before, after = (_sample(each, together) for each in rows)
    told = told_change(before, after)
    steps = len(shared) * (together.high - together.low)
    return Suppressed(REPEATED) if leaves_one(told, before, after, steps, fewest) else told


def leaves_one(told: RetestChange, then: Sample, now: Sample, steps: int, threshold: int) -> bool:
    """Whether exactly one set of scores of those who came, or went, fits what is told if all others stayed with theirs.

    A score lies on one of ``steps`` + 1 places. Enough who came or went hide each other.
    """
    more = len(now) - len(then)
    if more == 0 or abs(more) >= threshold:
        return False
    fewer, step = (then if more > 0 else now), then.full // steps
    found = 0
    for few in combinations_with_replacement(range(0, then.full + 1, step), abs(more)):
        with_them = Sample(np.append(fewer.parts, few).astype(fewer.parts.dtype), fewer.full)
        found += told == (told_change(fewer, with_them) if more > 0 else told_change(with_them, fewer))
        if found > 1:
            break
    return found == 1


def told_change(then: Sample, now: Sample) -> RetestChange:
    """What is told of two samples of scores, of two people or more each."""
    found = changes([(_ONE, then, now)])[_ONE]
    return RetestChange(_coarse(found.interval, min(len(then), len(now))), found.kind)


def _coarse(around: Interval, n: int) -> Interval:
    """Ends that leave out 0 go on leaving it out, since the class says that they do."""
    step = _FINEST * ceil(100 / n / _FINEST)
    low, high = step * floor(around.low / step), step * ceil(around.high / step)
    return Interval(max(low, 1) if around.low > 0 else low, min(high, -1) if around.high < 0 else high)


def _as_one(asked: Questionnaire, kept: Sequence[str]) -> Questionnaire:
    """With all questions in one theme: what is compared is one number for each person."""
    fewer = only_questions(asked, frozenset(kept))
    items = tuple(replace(each, theme=_ONE) for each in fewer.items)
    return replace(fewer, items=items, themes=(Theme(_ONE, _ONE, _ONE),), pillars=(Pillar(_ONE, _ONE),))


def _sample(rows: Codes, together: Questionnaire) -> Sample:
    return scores(rows, together, Form.FULL).themes.column(0).known()


def _differ_by_few(before: Codes, after: Codes, threshold: int) -> bool:
    said = [Counter(map(bytes, each)) for each in (before, after)]
    went, came = (said[0] - said[1]).total(), (said[1] - said[0]).total()
    return 0 in (went, came) and 0 < max(went, came) < threshold

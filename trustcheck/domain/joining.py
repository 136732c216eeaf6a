"""Whether late sheets may join a result that was shown, value by value (measurement 2.15, rules 1 and 4).

Enough late sheets are not enough where only few of them answered a question: its two values, one before and one after,
tell what those few said.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.answers import DONT_KNOW_CODE, SKIPPED_CODE, Response
from trustcheck.domain.questionnaire import Form, Questionnaire
from trustcheck.domain.scoring import codes, scores


def may_join(
    shown: Sequence[Response], joining: Sequence[Response], questionnaire: Questionnaire, form: Form, threshold: int
) -> bool:
    """Whether to every value that ``shown`` had people enough for, nobody of ``joining`` adds, or ``threshold`` do.

    Both are sheets of one perspective. Raises ``ValueError`` for a point above the scale.
    """
    before, more = (_behind(each, questionnaire, form) for each in (shown, joining))
    return bool(np.all((before < threshold) | (more == 0) | (more >= threshold)))


def _behind(sheets: Sequence[Response], questionnaire: Questionnaire, form: Form) -> NDArray[np.int64]:
    """How many people stand behind each value there may be: items, their *don't know*, themes, pillars, the whole."""
    given = codes(sheets, questionnaire)
    found = scores(given, questionnaire, form)
    answered = given > SKIPPED_CODE
    scored = np.column_stack([found.themes.is_known, found.pillars.is_known, found.overall.is_known])
    behind = (answered, answered | (given == DONT_KNOW_CODE), scored)
    return np.concatenate([each.sum(axis=0) for each in behind])

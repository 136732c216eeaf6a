"""The sheets of a group as an array: what all its statistics follow from. No names, and an order that means nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.questionnaire.answers import NOT_APPLICABLE_CODE, Response
from trustcheck.domain.questionnaire.coded_responses import VIEWS, CodedResponses
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.agreement import Counts
from trustcheck.domain.statistics.careless import Flags, hasty
from trustcheck.domain.statistics.scoring import Codes, codes


@dataclass(frozen=True, slots=True, eq=False)
class GroupAnswers:
    """Coded sheets with the view each belongs to: "leader", "staff", or "all" where nobody tells them apart."""

    given: Codes
    """(n, items), as made by :func:`~trustcheck.domain.statistics.scoring.codes`."""
    views: tuple[str, ...]
    """The names of the views."""
    view: NDArray[np.int8]
    """(n,): which of ``views`` a row belongs to."""
    form: Form

    def of(self, at: int) -> Codes:
        """The rows (n, items) of one view."""
        return self.given if len(self.views) == 1 else self.given[self.view == at]

    def number(self, name: str) -> int:
        """How many rows are of the view of that name."""
        return int(np.count_nonzero(self.view == self.views.index(name))) if name in self.views else 0


def coded(
    responses: Sequence[Response], views: Sequence[str], questionnaire: Questionnaire, form: Form
) -> GroupAnswers:
    """Responses and, beside each, the name of its view. Raises ``ValueError`` for a point above the scale."""
    names = tuple(sorted(set(views)))
    at = {name: index for index, name in enumerate(names)}
    return GroupAnswers(
        codes(responses, questionnaire), names, np.array([at[name] for name in views], dtype=np.int8), form
    )


def coded_by_perspective(responses: Sequence[Response], questionnaire: Questionnaire, form: Form) -> GroupAnswers:
    """The same where each perspective is a view of its own."""
    names = [each.value for each in VIEWS]
    if isinstance(responses, CodedResponses):
        views = [names[each] for each in responses.views.tolist()]
    else:
        views = [each.perspective.value for each in responses]
    return coded(responses, views, questionnaire, form)


def hurried(answers: GroupAnswers, questionnaire: Questionnaire) -> Flags:
    """Which rows (n,) look hurried. For counting and leaving out, never for showing."""
    return hasty(answers.given, questionnaire, answers.form)


def without_hurried(answers: GroupAnswers, questionnaire: Questionnaire) -> GroupAnswers:
    """The same sheets without those that look hurried, as the organiser may choose before anybody sees a result.

    Both results side by side may be shown only where :func:`trustcheck.domain.privacy.releases.may_show_both` agrees.
    """
    kept = ~hurried(answers, questionnaire)
    return replace(answers, given=answers.given[kept], view=answers.view[kept])


def answer_counts(given: Codes, high: int) -> Counts:
    """How often each code was given to each item: (items, 3 + high), the columns from *doesn't apply* upwards.

    Column 0 counts *doesn't apply*, 1 *don't know*, 2 skipped, 3 the lowest point of the scale.
    """
    counts = np.zeros((given.shape[1], high - NOT_APPLICABLE_CODE + 1), dtype=np.int64)
    for item in range(given.shape[1]):
        column = np.ascontiguousarray(given[:, item])
        for at in range(counts.shape[1]):
            counts[item, at] = np.count_nonzero(column == at + NOT_APPLICABLE_CODE)
    return counts

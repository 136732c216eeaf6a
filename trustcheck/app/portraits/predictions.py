"""What leaders thought staff would answer, worked out from the guesses on their sheets."""

from trustcheck.app.results.group import PredictionShown, PredictionView, Range
from trustcheck.app.results.group_values import difference_ends_shown
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.coded_responses import VIEWS, CodedResponses
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.domain.views.group_statistics import STAFF, GroupStatistics
from trustcheck.domain.views.predictions import PredictionValue, predicted


def predictions_of(of: GroupRound, answers: GroupAnswers, found: GroupStatistics) -> tuple[PredictionView, ...]:
    """Every theme, shown or hidden; none where the check did not ask, or where staff did not answer yet."""
    if not of.setup.guesses:
        return ()
    guesses = [each.guesses for each in _of_leaders(of)]
    told = predicted(guesses, answers, found, of.questionnaire)
    staff = found.perspectives[STAFF].n if told else 0
    return tuple(PredictionView(of.questionnaire.theme_by_id[each], _shown(told[each], staff)) for each in told)


def _of_leaders(of: GroupRound) -> list[SaidBeside]:
    """Of many sheets without making each of them."""
    responses = of.responses
    if isinstance(responses, CodedResponses):
        leads = VIEWS.index(Perspective.LEADER)
        pairs = zip(responses.views.tolist(), responses.beside, strict=False)
        return [beside for view, beside in pairs if view == leads]
    return [each.beside for each in responses if each.perspective is Perspective.LEADER]


def _shown(value: PredictionValue, staff: int) -> PredictionShown | Suppressed:
    if isinstance(value, Suppressed):
        return value
    ends: Range | None = None
    if value.interval is not None:
        ends = difference_ends_shown(value.interval, staff)
    return PredictionShown(value.n, whole(value.mean), value.is_nearest, apart(value.difference), ends, value.kind)

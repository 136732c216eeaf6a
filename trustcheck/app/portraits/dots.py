"""The questions of a check that may stand on a wall as dots, worked out from its sheets."""

from trustcheck.app.results.dots import DotPlot, DotsInColumn
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.views.dots import QuestionDots, question_dots
from trustcheck.domain.views.group_statistics import GroupStatistics


def dots_of(of: GroupRound, answers: GroupAnswers, found: GroupStatistics) -> tuple[DotPlot, ...]:
    """None where a single person did not agree, or where a check before may be laid beside them."""
    if not of.all_agreed or of.earlier is not None:
        return ()
    asked = of.questionnaire
    view = of.setup.speaks
    return tuple(
        DotPlot(asked.item_by_id[each.item_id], asked.wording(each.item_id, view), _columns(each, asked))
        for each in question_dots(answers, found, asked)
    )


def _columns(placed: QuestionDots, asked: Questionnaire) -> tuple[DotsInColumn, ...]:
    """As people answered: a question that asks the other way round is turned back."""
    is_turned, last = asked.item_by_id[placed.item_id].reverse, asked.high - 1
    found = []
    for each in placed.columns:
        first, end = (last - each.last, last - each.first) if is_turned else (each.first, each.last)
        found.append(DotsInColumn(tuple(asked.scale[first : end + 1]), each.people))
    return tuple(reversed(found) if is_turned else found)

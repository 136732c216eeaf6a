"""A closed check's sheets as unrounded numbers, under the terms it was released by."""

from collections.abc import Mapping

from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.statistics.group_answers import GroupAnswers, coded_by_perspective
from trustcheck.domain.views.group_statistics import GroupStatistics, statistics_of, views_of
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics


def answers_of(of: GroupRound) -> GroupAnswers:
    return coded_by_perspective(of.responses, of.questionnaire, of.summary.form)


def numbers_of(of: GroupRound, answers: GroupAnswers) -> GroupStatistics:
    return statistics_of(answers, of.questionnaire, _terms(of, answers))


def views_of_round(of: GroupRound) -> Mapping[str, ViewStatistics]:
    """The perspectives alone, by name."""
    answers = answers_of(of)
    return views_of(answers, of.questionnaire, _terms(of, answers))


def _terms(of: GroupRound, answers: GroupAnswers) -> GroupTerms:
    invited = {each.value: max(number, answers.number(each.value)) for each, number in of.setup.invited.items()}
    late = frozenset(each.value for each in of.joined_late)
    hidden = frozenset(each.value for each in of.repeated)
    beside = {each.value: ids for each, ids in of.told_beside.items()}
    return GroupTerms(of.setup.threshold, invited, of.setup.importance, of.setup.targets, late, hidden, beside)

"""A closed check's sheets as unrounded numbers, under the terms it was released by."""

from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.statistics.group_answers import GroupAnswers, coded_by_perspective
from trustcheck.domain.views.group_statistics import GroupStatistics, statistics_of
from trustcheck.domain.views.group_view import GroupTerms


def answers_of(of: GroupRound) -> GroupAnswers:
    return coded_by_perspective(of.responses, of.questionnaire, of.summary.form)


def numbers_of(of: GroupRound, answers: GroupAnswers) -> GroupStatistics:
    invited = {each.value: max(number, answers.number(each.value)) for each, number in of.setup.invited.items()}
    late = frozenset(each.value for each in of.joined_late)
    hidden = frozenset(each.value for each in of.repeated)
    beside = {each.value: ids for each, ids in of.told_beside.items()}
    terms = GroupTerms(of.setup.threshold, invited, of.setup.importance, late, hidden, beside)
    return statistics_of(answers, of.questionnaire, terms)

"""A check with and without hurried sheets, side by side only where that tells of nobody."""

from collections.abc import Sequence

from tests.builders import all_at, questionnaire, response
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.group_answers import coded
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.views.group_statistics import group_statistics, statistics_of, views_without_hurried
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics

ASKED = questionnaire(
    {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)},
    reverse=[f"{theme}4" for theme in "BCDEFGHIJ"],
)
FEW = Suppressed(too_few(5))


def thoughtful(number: int, **given: int | str) -> list[Response]:
    return [response(all_at(ASKED, 2 + 2 * (at % 2), **given)) for at in range(number)]


def in_a_hurry(number: int, **given: int | str) -> list[Response]:
    return [response({**dict.fromkeys(ASKED.order, 4), **given}) for _person in range(number)]


def without(rows: Sequence[Response]) -> dict[str, ViewStatistics | Suppressed]:
    answers = coded(rows, ["all"] * len(rows), ASKED, Form.FULL)
    return views_without_hurried(answers, statistics_of(answers, ASKED, GroupTerms()), ASKED)


def test_enough_hurried_sheets_give_both_results() -> None:
    rest = thoughtful(7)
    found = without([*rest, *in_a_hurry(5)])["all"]

    assert isinstance(found, ViewStatistics)
    assert found == group_statistics(rest, ["all"] * 7, ASKED, Form.FULL, GroupTerms()).perspectives["all"]


def test_a_few_hurried_sheets_are_only_counted() -> None:
    assert without([*thoughtful(7), *in_a_hurry(4)]) == {"all": FEW}


def test_too_few_sheets_left_are_not_described() -> None:
    assert without([*thoughtful(4), *in_a_hurry(6)]) == {"all": FEW}


def test_without_hurried_sheets_there_is_nothing_to_set_beside() -> None:
    assert without(thoughtful(9)) == {}


def test_one_value_with_too_few_left_out_stops_the_comparison() -> None:
    unknowing = in_a_hurry(2, A1="dk", A2="dk", A3="dk")

    assert without([*thoughtful(7), *in_a_hurry(3), *unknowing]) == {"all": FEW}


def test_what_is_hidden_with_everybody_stays_hidden_without_some() -> None:
    same = dict.fromkeys(("A1", "A2", "A3", "A4"), 4)
    found = without([*thoughtful(7, **same), *in_a_hurry(5, **same)])["all"]

    assert isinstance(found, ViewStatistics)
    assert found.themes["A"] == Suppressed(CLOSE_TOGETHER)
    assert sum(isinstance(value, GroupScore) for value in found.themes.values()) == 8

"""Who could not see something is counted below twenty people; many are half of them or more, nobody is nobody."""

from dataclasses import replace

import pytest

from tests.group_builders import LEADER, STAFF, group_result, shipped
from trustcheck.app.presenting.group_unseen import (
    ask_who_sees,
    could_not,
    number_of,
    unseen_headline,
    unseen_number,
    unseen_words,
)
from trustcheck.app.results.group import GroupResult, Unseen
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import whole
from trustcheck.words.numbers import count_of


def not_seen(item_id: str, count: int, n: int, perspective: Perspective = STAFF) -> Unseen:
    item = shipped().item_by_id[item_id]
    return Unseen(item, shipped().wording(item_id, perspective), perspective, n, whole(100 * count / n))


def with_unseen(*found: Unseen) -> GroupResult:
    return replace(group_result(), unseen=found)


def test_two_of_six_are_some_and_never_many_or_nobody() -> None:
    result = with_unseen(not_seen("SC2", 2, 6), not_seen("SS1", 2, 6))
    assert unseen_headline(result) == "Two things some could not see"
    assert could_not(result.unseen[0]) == "two of six staff"
    assert ask_who_sees(result, "SC").startswith("Some could not answer this.")


@pytest.mark.parametrize(("count", "word"), [(2, "some"), (3, "many"), (5, "many"), (6, "nobody")])
def test_many_begins_at_half_and_nobody_where_nobody_could(count: int, word: str) -> None:
    result = with_unseen(not_seen("SC2", count, 6))
    assert unseen_headline(result) == f"One thing {word} could {'see' if word == 'nobody' else 'not see'}"


def test_one_word_for_several_questions_is_the_one_that_holds_for_each() -> None:
    assert unseen_headline(with_unseen(not_seen("SC2", 6, 6), not_seen("SS1", 3, 6))) == "Two things many could not see"
    assert unseen_headline(with_unseen(not_seen("SC2", 6, 6), not_seen("SS1", 2, 6))) == "Two things some could not see"


def test_one_question_that_leaders_and_staff_could_not_see_is_one_thing() -> None:
    result = with_unseen(not_seen("SC2", 4, 6), not_seen("SC2", 4, 6, LEADER))
    assert unseen_headline(result) == "One thing many could not see"


@pytest.mark.parametrize("n", range(5, 20))
def test_the_count_is_the_one_that_was_counted(n: int) -> None:
    for count in range(n + 1):
        found = not_seen("SC2", count, n)
        assert number_of(found) == count
        assert could_not(found) == f"{count_of(count, n)} staff"
        assert "%" not in unseen_words(found) + "".join(unseen_number(found))


def test_from_twenty_people_on_it_is_a_share() -> None:
    assert could_not(not_seen("SC2", 9, 25)) == "36 % of 25 staff"
    assert could_not(not_seen("SC2", 7, 19)) == "seven of nineteen staff"


def test_counts_are_words_below_twenty() -> None:
    assert [count_of(*each) for each in ((2, 6), (0, 14), (13, 19), (5, 20))] == [
        "two of six",
        "none of fourteen",
        "thirteen of nineteen",
        "5 of 20",
    ]

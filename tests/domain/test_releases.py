"""When later sheets may join a result that was shown before."""

from collections import Counter

import pytest

from trustcheck.domain.privacy.releases import may_follow, may_release, may_show_both


@pytest.mark.parametrize(("released", "waiting"), [(0, 1), (0, 40), (4, 1), (4, 9)])
def test_sheets_join_freely_while_nothing_of_their_perspective_was_shown(released: int, waiting: int) -> None:
    assert may_release(5, released, waiting)


@pytest.mark.parametrize("waiting", [0, 1, 4])
def test_too_few_later_sheets_wait_because_the_difference_of_two_results_would_show_theirs(waiting: int) -> None:
    assert not may_release(5, 5, waiting)


def test_enough_later_sheets_hide_each_other_and_join() -> None:
    assert may_release(5, 40, 5)
    assert may_release(3, 3, 3)
    assert not may_release(10, 10, 9)


@pytest.mark.parametrize(("everybody", "without", "may"), [(9, 9, True), (12, 7, True), (9, 8, False), (9, 4, False)])
def test_a_result_stands_beside_the_same_without_some_only_where_those_hide_each_other(
    everybody: int, without: int, may: bool
) -> None:
    assert may_show_both(5, everybody, without) is may


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("abcdefgh", "abcdefgh", True),
        ("abcdefgh", "abcdefghi", False),
        ("abcdefgh", "abcdefg", False),
        ("abcdefgh", "abcdefgx", False),
        ("abcdefgh", "abcdvwxyz", True),
        ("abcdefgh", "apqrstuv", True),
        ("abcde", "avwxy", True),
        ("aaaaaaaa", "aaaaaaaab", False),
    ],
)
def test_a_check_of_nearly_the_same_sheets_as_the_one_before_is_not_shown(before: str, after: str, may: bool) -> None:
    """Fewer than five came or went, and more stayed: what changed is what those few say."""
    assert may_follow(5, Counter(before), Counter(after)) is may

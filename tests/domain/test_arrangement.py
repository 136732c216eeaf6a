"""Suggestions by hand: moved among those that are shown, put aside, and asked about once."""

import pytest

from trustcheck.domain.questionnaire.arrangement import Arrangement


@pytest.mark.parametrize(
    ("which", "by", "order"),
    [("b", -1, "bac"), ("b", 1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("c", -2, "cab")],
)
def test_one_is_moved_among_those_that_are_shown(which: str, by: int, order: str) -> None:
    assert Arrangement().moved("abc", which, by).order == tuple(order)


def test_what_is_not_shown_any_more_keeps_its_place_behind_them() -> None:
    assert Arrangement(order=("x", "b", "a")).moved("ab", "b", -1).order == ("b", "a", "x")


def test_what_was_put_aside_last_time_is_asked_about_until_somebody_says_something_of_it() -> None:
    last_time = {"a", "b"}

    assert Arrangement().to_ask(last_time) == {"a", "b"}
    assert Arrangement().put_aside("a").to_ask(last_time) == {"b"}
    assert Arrangement().taken_back("b").to_ask(last_time) == {"a"}


def test_it_is_put_aside_or_wanted_and_never_both() -> None:
    aside = Arrangement().put_aside("a")

    assert aside == Arrangement(aside=("a",))
    assert aside.taken_back("a") == Arrangement(wanted=("a",))
    assert aside.taken_back("a").put_aside("a") == aside

"""The three words: plain, distinct, chosen by chance, and understood however they are typed."""

import os
import re
from math import log2

import pytest

from trustcheck.app.answering.sealing import LEAST_WORDS, as_meant, guesswork, is_whole, new_phrase, words_in
from trustcheck.bootstrap import build


@pytest.fixture(scope="module")
def words() -> tuple[str, ...]:
    return tuple(build(os.environ).sealing().words())


def test_there_are_many_words_and_no_two_alike(words: tuple[str, ...]) -> None:
    assert len(words) >= LEAST_WORDS
    assert len(set(words)) == len(words)


def test_every_word_is_short_and_plain(words: tuple[str, ...]) -> None:
    assert [each for each in words if not re.fullmatch(r"[a-z]{4,8}", each)] == []


def test_three_words_are_as_much_guesswork_as_the_promise_says(words: tuple[str, ...]) -> None:
    """More than thirty bits: at half a second each, decades for one computer, and weeks for a thousand."""
    tries = 2 ** guesswork(words)

    assert guesswork(words) == pytest.approx(3 * log2(len(words)))
    assert guesswork(words) > 31
    assert 20 < tries * 0.5 / (365 * 24 * 3600) < 200
    assert 7 < tries * 0.5 / (1000 * 24 * 3600) < 60


def test_a_phrase_is_three_words_by_chance() -> None:
    listed = [f"word{'abcdefghijklmnopqrstuvwxyz'[at % 26]}{at}" for at in range(LEAST_WORDS)]
    drawn = iter((3, 0, 1023))

    def chance(below: int) -> int:
        assert below == LEAST_WORDS
        return next(drawn)

    assert new_phrase(listed, chance) == f"{listed[3]} {listed[0]} {listed[1023]}"


def test_too_few_words_are_not_used() -> None:
    with pytest.raises(ValueError, match="too few"):
        new_phrase(["amber"] * LEAST_WORDS, lambda _below: 0)


@pytest.mark.parametrize(
    "typed", ["amber otter lantern", " Amber  OTTER, lantern. ", "amber-otter-lantern", "amber\totter\nlantern"]
)
def test_capitals_commas_and_spaces_do_not_matter(typed: str) -> None:
    assert as_meant(typed) == "amber otter lantern"
    assert is_whole(typed)


@pytest.mark.parametrize("typed", ["", "amber otter", "amber otter lantern basket", "123"])
def test_anything_but_three_words_is_not_whole(typed: str) -> None:
    assert not is_whole(typed)


def test_a_list_says_where_it_comes_from_and_that_is_no_word() -> None:
    assert words_in("# ours\n\namber\n otter \n") == ("amber", "otter")

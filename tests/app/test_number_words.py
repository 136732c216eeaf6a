"""Numbers as a sentence wants them."""

import pytest

from trustcheck.words.numbers import capitalised, in_words, minutes


@pytest.mark.parametrize(("number", "words"), [(1, "one"), (3, "three"), (12, "twelve"), (13, "13"), (0, "0")])
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_a_sentence_begins_large() -> None:
    assert capitalised("three questions") == "Three questions"
    assert capitalised("") == ""


@pytest.mark.parametrize(("questions", "about"), [(40, 7), (12, 2), (3, 1), (200, 33)])
def test_the_time_is_told_in_whole_minutes(questions: int, about: int) -> None:
    assert minutes(questions) == about

"""The three words with which somebody comes back to a half-filled sheet: shown once, kept nowhere."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from math import log2

WORDS = 3
LEAST_WORDS = 1024
"""Below so many words to choose from, three of them are too few to guess at."""

Chance = Callable[[int], int]
"""A whole number from 0 below the given one, each as likely and none to be foreseen."""

_APART = re.compile(r"[^a-z]+")


def new_phrase(words: Sequence[str], chance: Chance) -> str:
    """Three words by chance, with single spaces. Raises ``ValueError`` where there are too few to choose from."""
    if len(set(words)) < LEAST_WORDS:
        message = f"{len(set(words))} words are too few to choose from; {LEAST_WORDS} are needed"
        raise ValueError(message)
    return " ".join(words[chance(len(words))] for _ in range(WORDS))


def as_meant(typed: str) -> str:
    """What somebody typed as the phrase it stands for: capitals, commas and further spaces do not matter."""
    plain = unicodedata.normalize("NFKC", typed).lower()
    return " ".join(word for word in _APART.split(plain) if word)


def is_whole(typed: str) -> bool:
    """Whether there are three words to try."""
    return len(as_meant(typed).split()) == WORDS


def guesswork(words: Sequence[str]) -> float:
    """How many bits somebody has to guess: the logarithm (base 2) of all phrases there can be."""
    return WORDS * log2(len(set(words)))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list, one to a line; lines that begin with ``#`` say where it comes from."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))

"""How long somebody would have to guess at a passphrase: a low estimate, said in words."""

import re
from enum import IntEnum

from trustcheck.words import gettext as _

LONGEST = 1000
"""Characters of a passphrase; more than anybody types, and less than what would hold a window up."""

_GUESSES_A_SECOND = 100_000
"""What some twenty graphics cards manage where a guess costs PBKDF2, as in files of before; of Argon2id, which asks for
memory, they manage far fewer."""

# Bits a character adds. In a word one letter follows from the other: one of a list of 7,776 (13 bits) has some five
# letters and a blank beside it. Letters that make no word are worth more; digits are mostly years and birthdays.
_IN_WORD, _LOOSE_LETTER, _DIGIT, _OTHER, _EXPECTED = 2.0, 4.0, 3.0, 3.0, 0.3
_WORD = re.compile(r"[^\W\d_][^\WA-Z\d_]{2,}")
_VOWELS = frozenset("aeiouy")
# Everybody's first attempts. What holds one is worth no more than what is left of it.
_COMMON = ("password", "passphrase", "trustcheck", "letmein", "welcome", "iloveyou", "qwerty", "qwertz", "azerty")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm")

_MINUTE, _DAY, _YEAR = 60, 86_400, 31_557_600
_PENSION = 60 * _YEAR


class Guessing(IntEnum):
    """What a guesser would need, from too little to enough."""

    NO_TIME = 0
    MINUTES = 1
    DAYS = 2
    YEARS = 3
    LONGER = 4

    @property
    def words(self) -> str:
        return (
            _("no time at all"),
            _("minutes or hours"),
            _("days or months"),
            _("years"),
            _("longer than the pension fund"),
        )[self]


def guessing(passphrase: str) -> Guessing:
    """How long it would take to find ``passphrase`` by trying, at least: half of all there is, with fast machines."""
    seconds = 2 ** min(_bits(passphrase), 200) / 2 / _GUESSES_A_SECOND
    limits = (_MINUTE, _DAY, _YEAR, _PENSION)
    return Guessing(sum(seconds >= limit for limit in limits))


def _bits(passphrase: str) -> float:
    left = passphrase
    for common in _COMMON:
        at = left.lower().find(common)
        if at >= 0:
            left = left[:at] + left[at + len(common) :]
    in_words = {at for word in _WORD.finditer(left) if _may_be_word(word[0]) for at in range(*word.span())}
    worth = sum(_worth(left, at, in_word=at in in_words) for at in range(len(left)))
    # A few different characters give no more than their number does, however often they are repeated.
    return min(worth, 4.0 * len(set(left.lower())))


def _may_be_word(letters: str) -> bool:
    return any(each in _VOWELS or not each.isascii() for each in letters.lower())


def _worth(passphrase: str, at: int, *, in_word: bool) -> float:
    """The bits of one character in its place."""
    character = passphrase[at]
    if at and _is_expected(character.lower(), passphrase[at - 1].lower()):
        return _EXPECTED
    if character.isalpha():
        return _IN_WORD if in_word else _LOOSE_LETTER
    return _DIGIT if character.isdigit() else _OTHER


def _is_expected(character: str, before: str) -> bool:
    """Whether it is the same again, or its neighbour in the alphabet, among the digits or on a keyboard."""
    pair = before + character
    return character == before or any(pair in row or pair in row[::-1] for row in _ROWS)

"""Which words may say how far answers lie apart, beside questions, their theme and its interval."""

from fractions import Fraction

from trustcheck.domain.privacy.item_release import EXACT_FROM
from trustcheck.domain.statistics.group_words import Spread

CLOSE_WORDS_FROM = 14
"""From this many people on words say how close answers lie that do not lie apart."""
CLOSE_TO_THE_CUT = Fraction(9, 10)
"""From this part of the cut on scores leave answers no room below it that two people would not look through."""


def told_spread(found: Spread, n: int, between: Fraction) -> Spread | None:
    """The words for how far answers lie apart, where they may stand beside questions, their theme and its interval.

    Below :data:`CLOSE_WORDS_FROM` only whether people describe different places: of five people whose answers lie close
    together the mean, the nearest answers and closer words leave but one set of answers to a question, and of ten the
    exact questions do. ``between`` is the average deviation of people's scores, as part of that from which people
    describe different places. Answers lie at least as far apart as scores do. Where scores nearly reach that, "no more
    than some variety" would say that everybody answered all questions alike, or nearly: below ten people, ``None``.
    """
    if n < EXACT_FROM and CLOSE_TO_THE_CUT <= between <= 1:
        return None
    return found if n >= CLOSE_WORDS_FROM or found.is_split else Spread.UP_TO_SOME_VARIETY

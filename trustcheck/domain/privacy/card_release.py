"""What may be told of one scenario card, judged as a question is: for people who know a sheet, their own, or two.

A card is told as its usual answer, and whether the answers lie apart; no number of people stands beside them, which
with the median would often tell a whole set. All sets of picks are looked through that could be told so
(:func:`told_picks`): somebody who knows one sheet, and below ten people any two who know two, are left with several,
not all of them alike. From :data:`ROOM_FROM` people on there is room enough for that, and only what is hidden of every
question is hidden.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations_with_replacement

from trustcheck.domain.privacy.item_release import (
    EXACT_FROM,
    FEWEST_FOR_ITEMS,
    AnswerSet,
    answer_set,
    is_alike_but_one,
    still_told,
)
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, Suppressed, too_few
from trustcheck.domain.questionnaire.scenarios import RUNGS
from trustcheck.domain.statistics.drill import CardScore, lie_apart, usual_rung

ROOM_FROM = 14
"""From this many people on no set of picks has to be looked through; a test looks through those of some more."""


def card_score(counts: Sequence[int], rungs: tuple[int, ...], threshold: int) -> CardScore | Suppressed:
    """Picks of one view, counted by rung from 0 up, as they may be told of a card that has these ``rungs``."""
    n, fewest = sum(counts), max(threshold, FEWEST_FOR_ITEMS)
    if n < fewest:
        return Suppressed(too_few(fewest))
    if is_alike_but_one(counts) or (n < ROOM_FROM and answer_set(counts) not in told_picks(n, rungs)):
        return Suppressed(CLOSE_TOGETHER)
    return as_told(counts)


def as_told(counts: Sequence[int]) -> CardScore:
    """What is said of picks counted by rung, where they may be told."""
    return CardScore(sum(counts), usual_rung(counts), lie_apart(counts))


@lru_cache(maxsize=64)
def told_picks(n: int, rungs: tuple[int, ...]) -> frozenset[AnswerSet]:
    """All sets of ``n`` picks that are told of a card with these ``rungs``."""
    varied = {each for each in combinations_with_replacement(sorted(rungs), n) if not is_alike_but_one(_counts(each))}
    return still_told(varied, _told_as, 1 if n >= EXACT_FROM else 2)


def _told_as(picks: AnswerSet) -> CardScore:
    return as_told(_counts(picks))


def _counts(picks: AnswerSet) -> list[int]:
    return [picks.count(rung) for rung in range(RUNGS)]

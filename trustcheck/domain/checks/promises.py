"""The promises of one check: how many may stand open, which number the next one gets, and putting one among the others.

A promise is known by its number within its check, so that its words and its day can change.
"""

from datetime import date

from trustcheck.domain.checks.round import Promise

MOST_OPEN = 3
"""Open at a time. Fewer that are kept beat many that are not (Huebner & Zacher 2021)."""
MOST_QUESTIONS = 3
"""That one promise should move: as many as can be asked again on its day in a minute."""
MOST_KEPT = 99
"""Of one check, whatever became of them."""


def open_ones(promises: tuple[Promise, ...]) -> tuple[Promise, ...]:
    return tuple(each for each in promises if each.is_open)


def next_look(promises: tuple[Promise, ...]) -> date | None:
    """The earliest day on which somebody looks again at an open one."""
    return min((each.look_again_on for each in open_ones(promises) if each.look_again_on is not None), default=None)


def has_room(promises: tuple[Promise, ...]) -> bool:
    """Whether another one may be made."""
    return len(open_ones(promises)) < MOST_OPEN and len(promises) < MOST_KEPT


def may_stand(promises: tuple[Promise, ...], promise: Promise) -> bool:
    """Whether it can be kept among them as it is: a fourth cannot be open."""
    was_open = any(each.is_open and each.number == promise.number for each in promises)
    return not promise.is_open or was_open or has_room(promises)


def next_number(promises: tuple[Promise, ...]) -> int:
    """One above the highest: those below may stand in a calendar."""
    return max((each.number for each in promises), default=0) + 1


def with_promise(promises: tuple[Promise, ...], promise: Promise) -> tuple[Promise, ...]:
    """The same in the place of the one with its number, in the order of the numbers."""
    return tuple(sorted((*without(promises, promise.number), promise), key=lambda each: each.number))


def without(promises: tuple[Promise, ...], number: int) -> tuple[Promise, ...]:
    return tuple(each for each in promises if each.number != number)

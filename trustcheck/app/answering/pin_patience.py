"""How long to wait between wrong PINs: a little longer each time, by a clock that nobody can set."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FREE_TRIES = 5
_FIRST, _LONGEST = 30, 900


def seconds_after(wrong: int) -> int:
    """Seconds before the next try, after so many ``wrong`` ones: none before the fifth, then 30, twice as long each
    time, and at most a quarter of an hour. Ten thousand PINs of four digits then take a hundred days.
    """
    if wrong < FREE_TRIES:
        return 0
    doubled = min(wrong - FREE_TRIES, 10)
    return min(_FIRST << doubled, _LONGEST)


class PinPatience:
    """What is still to wait for. ``clock`` gives seconds and runs evenly whatever the calendar is set to
    (``time.monotonic``); only the number of tries is kept in the data file, so a program that is started again waits
    anew, and no moving of a clock shortens it.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until = clock()

    def count(self, wrong: int) -> None:
        """So many tries were wrong, the last of them just now."""
        self._until = max(self._until, self._clock() + seconds_after(wrong))

    def forget(self) -> None:
        self._until = self._clock()

    @property
    def seconds_left(self) -> int:
        """Whole seconds until the next try; 0 when it is possible."""
        return max(0, ceil(self._until - self._clock()))

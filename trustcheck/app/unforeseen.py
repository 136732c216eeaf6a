"""What nobody caught, in words that quote nothing, told to the file that keeps it and to the window that says so.

Only kinds of failures and places in the code are told. What a failure says of itself is left out: it may quote an
answer, a note, or a name.
"""

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import FrameType

FRAMES_TOLD = 60
"""Places of one failure; a function that called itself without end passed by thousands."""

_FAILURES_KEPT = 100
"""Different failures of one run; the file must not be filled by a page that fails each time it is painted."""


def described(failure: BaseException) -> str:
    """A failure as the lines of code it came through and its kind, with what led to it above."""
    return "\n".join(line for each in _led_to(failure) for line in _places(each))


class Unforeseen:
    """The one place that hears of it. ``keep`` writes it down; ``show`` is the window's, from when there is one.

    Safe to call from any thread. What fails while it is told is not told again.
    """

    def __init__(self, keep: Callable[[str], None]) -> None:
        self.keep = keep
        self.show: Callable[[str], None] | None = None
        self._kept: set[str] = set()
        self._here = threading.local()

    def met(self, failure: BaseException) -> None:
        """A failure that came all the way up."""
        self._tell(lambda: described(failure))

    def heard(self, details: str) -> None:
        """Something that is no failure of ours; ``details`` quote nothing."""
        self._tell(lambda: details)

    def _tell(self, say: Callable[[], str]) -> None:
        if getattr(self._here, "telling", False):
            return
        self._here.telling = True
        try:
            with suppress(Exception):
                details = say()
                self._keep_once(details)
                if self.show is not None:
                    self.show(details)
        finally:
            self._here.telling = False

    def _keep_once(self, details: str) -> None:
        if details not in self._kept and len(self._kept) < _FAILURES_KEPT:
            self._kept.add(details)
            self.keep(details)


def _led_to(failure: BaseException | None) -> list[BaseException]:
    """A failure and those before it, the first one first."""
    chain: list[BaseException] = []
    while failure is not None and failure not in chain:
        chain.insert(0, failure)
        failure = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    return chain


def _places(failure: BaseException) -> Iterator[str]:
    yield from _shortened([_place(frame, line) for frame, line in traceback.walk_tb(failure.__traceback__)])
    number = getattr(failure, "errno", None)
    yield f"{type(failure).__module__}.{type(failure).__qualname__}" + (
        f" {number}" if isinstance(number, int) and number else ""
    )


def _shortened(places: list[str]) -> list[str]:
    """The first places and the last: what lies between is the same over and over again."""
    left_out = len(places) - FRAMES_TOLD
    if left_out <= 0:
        return places
    half = FRAMES_TOLD // 2
    return [*places[:half], f"  and {left_out} more", *places[-half:]]


def _place(frame: FrameType, line: int) -> str:
    # Modules rather than files: a path would name the person it belongs to.
    return f"  {frame.f_globals.get('__name__', '?')}, line {line}, in {frame.f_code.co_name}"

"""How long a test waits for a thing before it gives up: far longer than any needs, on a machine that is busy too."""

from collections.abc import Callable
from functools import partialmethod
from time import monotonic

from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

PATIENCE = 60_000
"""Milliseconds."""
_SHORTEST, _LONGEST = 1, 10
"""Milliseconds between two looks: most things have come at the second, and whoever works is not asked on and on."""


class PatientBot(QtBot):
    """What pytest-qt hands to a test; waiting ends with the thing, and only what never comes takes its time."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802 - pytest-qt's name
        """As its own, which always waits for ten milliseconds before it looks again: half of a short test's time."""
        ends, moment = monotonic() + timeout / 1000, _SHORTEST
        while not _has_come(callback, is_late=monotonic() > ends):
            self.wait(moment)
            moment = min(2 * moment, _LONGEST)

    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)  # noqa: N815 - pytest-qt's names
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)  # noqa: N815


def _has_come(callback: Callable[[], bool | None], *, is_late: bool) -> bool:
    """A thing to wait for says ``False``, or fails with what is missing, until it is there."""
    try:
        said = callback()
    except AssertionError as missing:
        if is_late:
            raise WaitedTooLong(f"still: {missing}") from missing
        return False
    if said not in (None, True, False):
        raise ValueError(f"what is waited for is there or not, and no {said!r}")
    if said is False and is_late:
        raise WaitedTooLong("what was waited for never came")
    return said is not False

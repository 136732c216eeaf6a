"""Limits on a program of our own that reads hostile files: it ends, rather than take long or take everything."""

import os
import time
from contextlib import suppress
from math import ceil
from threading import Thread

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space, of which the program itself has a third; where the system offers such a limit."""
_LOOKS = 0.05
"""Seconds between two looks at the time."""


class WorkWatch:
    """Ends the program where one file takes too long: by itself, and by the system where a library hears nothing."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._began = seconds, float("inf")
        Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        self._began = time.process_time()
        _limit("RLIMIT_CPU", ceil(self._began + self._seconds))

    def end(self) -> None:
        self._began = float("inf")

    def _look(self) -> None:
        while time.process_time() - self._began <= self._seconds:
            time.sleep(_LOOKS)
        os._exit(1)


def limit_memory() -> None:
    _limit("RLIMIT_AS", MOST_MEMORY)
    # What a file holds may be somebody's answers: nothing of it stays behind where the program is ended.
    _limit("RLIMIT_CORE", 0)


def _limit(name: str, most: int) -> None:
    """Where the system offers it; the hard limit stays, as the next file needs a later one."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError, AttributeError):
        kind = getattr(resource, name)
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))

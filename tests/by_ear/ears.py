"""What Orca says, read from the log of everything it speaks."""

import re
import time
from collections.abc import Callable
from pathlib import Path

_SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*)'( voice=\w+)?\{")
"""The name of a pressed key ends in a space before the brace, and is left out: it is the keyboard that is repeated."""

_QUIET = 1.2
"""Seconds without a word after which Orca has said what it had to say."""


class Ears:
    def __init__(self, log: Path) -> None:
        self._log, self._at = log, 0
        self.heard: list[str] = []

    def wait_for(self, words: str, longest: float = 30.0) -> str:
        """Everything that is said until ``words`` were heard and it is quiet again.

        Raises :class:`AssertionError` with what was said instead.
        """
        return self._listen(longest, lambda said: words in said, words)

    def _listen(self, longest: float, is_enough: Callable[[str], bool], wanted: str) -> str:
        end, last, said = time.monotonic() + longest, time.monotonic(), list[str]()
        while time.monotonic() < end:
            new = self._new()
            said += new
            if new:
                last = time.monotonic()
            whole = " | ".join(said)
            if whole and is_enough(whole) and time.monotonic() - last > _QUIET:
                self.heard.append(whole)
                return whole
            time.sleep(0.05)
        whole = " | ".join(said)
        self.heard.append(whole)
        message = f"never heard {wanted!r}, but: {whole!r}"
        raise AssertionError(message)

    def _new(self) -> list[str]:
        with self._log.open("rb") as log:
            log.seek(self._at)
            lines = log.read()
        whole = lines[: lines.rfind(b"\n") + 1]
        self._at += len(whole)
        spoken = (_SPOKEN.search(line) for line in whole.decode("utf-8", "replace").splitlines())
        return [found.group(1).strip() for found in spoken if found and found.group(1).strip()]

"""Reading a file beside others who may write it: what was read counts only where nobody changed the file meanwhile.

A file that nobody has open is read as if it could never change, so that nothing is written beside it. The database then
takes no lock and notices nothing: where somebody opens the file to write, or puts another in its place, what is read
may be half of one state and half of another, and look like damage.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from trustcheck.storage.file import engine as engines
from trustcheck.storage.file import refusals


@dataclass(frozen=True)
class Sight:
    """A file as it stood at one moment."""

    which: tuple[int, int] | None
    """Which file it is, whatever it is called; ``None`` where there is none."""
    state: tuple[int, int]
    """Its size and time."""
    how: str
    """How it is to be read."""

    @classmethod
    def of(cls, path: str) -> "Sight":
        try:
            found = Path(path).stat()
            # The log lies beside the file itself, not beside a link to it.
            how = engines.how_to_look(os.path.realpath(path))
        except OSError:
            return cls(None, (0, 0), "")
        return cls((found.st_dev, found.st_ino), (found.st_size, found.st_mtime_ns), how)

    def is_replaced_by(self, now: "Sight") -> bool:
        return None not in (self.which, now.which) and self.which != now.which

    def is_spoilt_by(self, now: "Sight") -> bool:
        """Whether what was read between the two is perhaps of no one moment. With a log, the database keeps watch."""
        return self.how == engines.UNTOUCHED and now.which is not None and self.state != now.state


@contextmanager
def undisturbed(path: str, before: Sight | None = None) -> Iterator[None]:
    """Read a file that others may write. Raises ``NotOpened`` where somebody changed it, whatever came of the reading.

    ``before`` is how it stood when it was opened, where that was earlier.
    """
    before = before or Sight.of(path)
    try:
        yield
    except Exception:
        _require_same(before, Sight.of(path))
        raise
    _require_same(before, Sight.of(path))


@contextmanager
def in_its_place(path: str) -> Iterator[None]:
    """Open a file to write. Raises ``NotOpened`` where that fails, and another file was put in its place meanwhile."""
    before = Sight.of(path)
    try:
        yield
    except Exception:
        if before.is_replaced_by(Sight.of(path)):
            raise refusals.replaced() from None
        raise


class Looking:
    """A file that stays open to look only, for as long as it is the same file."""

    def __init__(self, path: str, engine: sa.Engine) -> None:
        self._path, self._engine = path, engine
        self._opened = Sight.of(path)

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Connections made in the block see the file as it is now. Raises ``NotOpened`` where it is gone, and as
        :func:`undisturbed` does."""
        now = Sight.of(self._path)
        if self._opened.which is not None and now.which is None:
            raise refusals.not_there(self._path)
        if now != self._opened and not self._opened.is_replaced_by(now):
            # What was opened as a file that never changes did change: it is opened anew, beside whoever writes it.
            self._engine.dispose()
            self._opened = now
        with undisturbed(self._path, self._opened):
            yield


def _require_same(before: Sight, now: Sight) -> None:
    if before.is_replaced_by(now):
        raise refusals.replaced() from None
    if before.is_spoilt_by(now):
        raise refusals.written_meanwhile() from None

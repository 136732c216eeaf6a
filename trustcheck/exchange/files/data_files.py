"""Which files hold what people answered: they are neither replaced nor read as anything else."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _

_SUFFIX = ".trustcheck"
_BESIDE = re.compile(r"-(wal|shm|journal|open|lock)$", re.IGNORECASE)
"""What SQLite and the lock lay beside a data file."""


def lies_beside_a_data_file(file: Path) -> bool:
    """Whether a name is that of a log, what it belongs to, a journal or a lock: any may hold a part of a data file."""
    return _BESIDE.search(file.name) is not None


def is_of_a_data_file(file: Path) -> bool:
    """Whether a file is a data file or a part of one, told without opening it: closing any handle on an open one would
    drop the locks that keep its log (POSIX). Links are followed.
    """
    target = Path(os.path.realpath(file))
    held = target.with_name(_BESIDE.sub("", target.name))
    return (
        held.name.lower().endswith(_SUFFIX)
        or (held != target and held.exists())
        # One under any other name that is open in a window.
        or os.path.lexists(f"{target}-lock")
    )


# Too little memory while a file is read is no trouble of the program: it is told like any file that is too large.


@contextmanager
def enough_memory(name: str) -> Iterator[None]:
    """Raises :class:`~trustcheck.app.ports.Refused` in one sentence where memory ends; ``name`` is the file's."""
    try:
        yield
    except MemoryError as problem:
        raise Refused(
            _("{name} needs more memory than there is, and was not read.").format(name=name),
            _("Nothing was taken or changed."),
            _("Close other programs and try again."),
        ) from problem

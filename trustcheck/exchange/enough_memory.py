"""Too little memory while a file is read is no trouble of the program: it is told like any file that is too large."""

from collections.abc import Iterator
from contextlib import contextmanager

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _


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

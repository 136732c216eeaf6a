"""A new file, whole or not at all, never in the place of another."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from trustcheck.app.ports import NotWritten
from trustcheck.words import gettext as _


def make_new_file(path: str, make: Callable[[str], None]) -> None:
    """Let ``make`` write a file under another name beside ``path``, then put it there.

    Raises :class:`NotWritten` where something stands already or the folder cannot be written. Companions that
    ``make`` leaves beside its file (journals, copies) are thrown away with the private folder it works in.
    """
    target = Path(path).absolute()
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_to_replace(target)
        with tempfile.TemporaryDirectory(prefix=".trustcheck-", dir=target.parent) as workshop:
            made = Path(workshop) / target.name
            make(str(made))
            _put(made, target)
    except OSError as failure:
        raise _cannot_write(target, failure) from failure


def _put(made: Path, target: Path) -> None:
    try:
        # A link never replaces what appeared in the meantime.
        os.link(made, target)
    except FileExistsError:
        _refuse_to_replace(target)
    except OSError:
        # Some file systems know no links.
        _refuse_to_replace(target)
        made.rename(target)


def _refuse_to_replace(target: Path) -> None:
    if os.path.lexists(target):
        raise NotWritten(
            _("{path} already exists.").format(path=target),
            _("It is untouched."),
            _("Choose another folder, or move that file away first."),
        )


def _cannot_write(target: Path, failure: OSError) -> NotWritten:
    return NotWritten(
        _("{path} could not be written: {reason}.").format(path=target, reason=failure.strerror or failure),
        _("Nothing was left behind."),
        _("Choose another folder, or make room, and try again."),
    )

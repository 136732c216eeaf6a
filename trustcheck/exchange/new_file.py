"""A new file, whole or not at all, never in the place of another."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from trustcheck.app.ports import NotWritten
from trustcheck.exchange.data_files import lies_beside_a_data_file
from trustcheck.exchange.left_behind import PREFIX, held
from trustcheck.exchange.whole_file import sync_folder
from trustcheck.words import gettext as _


def make_new_file(path: str, make: Callable[[str], None]) -> None:
    """Let ``make`` write a file under another name beside ``path``, then put it there.

    Raises :class:`NotWritten` where something stands already or the folder cannot be written. Companions that
    ``make`` leaves beside its file (journals, copies) are thrown away with the private folder it works in.
    """
    target = Path(path).absolute()
    try:
        _refuse_names_beside(target)
        _make_folders(target)
        _refuse_to_replace(target)
        _refuse_what_was_left(target)
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=target.parent) as workshop, held(Path(workshop)):
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
    sync_folder(target.parent)


def _make_folders(target: Path) -> None:
    """The folders the file is to lie in, private and lasting where they are made here."""
    for folder in reversed([each for each in target.parents if not each.exists()]):
        folder.mkdir(mode=0o700)
        sync_folder(folder.parent)


def _refuse_to_replace(target: Path) -> None:
    if os.path.lexists(target):
        raise NotWritten(
            _("{path} already exists.").format(path=target),
            _("It is untouched."),
            _("Choose another folder, or move that file away first."),
        )


def _refuse_names_beside(target: Path) -> None:
    """Whoever opens the data file that a log or a lock belongs to, throws what stands there away."""
    if lies_beside_a_data_file(target):
        raise NotWritten(
            _("{name} would be taken for a part of another data file.").format(name=target.name),
            _("Nothing was written."),
            _("Choose another name."),
        )


def _refuse_what_was_left(target: Path) -> None:
    """The log or journal of a file that is gone would be read into the new one."""
    for each in ("-wal", "-journal"):
        left = target.with_name(f"{target.name}{each}")
        if left.exists() and left.stat().st_size:
            raise NotWritten(
                _("There is no file {path} any more, but its log still lies there.").format(path=target),
                _("It is untouched."),
                _("Choose another name, or move {log} away first.").format(log=left.name),
            )


def _cannot_write(target: Path, failure: OSError) -> NotWritten:
    return NotWritten(
        _("{path} could not be written: {reason}.").format(path=target, reason=failure.strerror or failure),
        _("Nothing was left behind."),
        _("Choose another folder, or make room, and try again."),
    )

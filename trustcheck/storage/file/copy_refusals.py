"""Why a copy of a data file could not be written, in words a person understands."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import CopiesLeft, NotWritten
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.disk_room import database_name, is_forbidden, is_full, is_no_text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_BESIDE = ("-wal", "-shm", "-journal", "-open", "-lock")


@contextmanager
def copying(to: str) -> Iterator[None]:
    """Turns what the disk or the database says while a copy is written to ``to`` into ``NotWritten``."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise not_copied(error.orig, to) from error
    except (dbapi2.Error, OSError, ValueError) as error:
        raise not_copied(error, to) from error


def not_copied(error: Any, to: str) -> NotWritten:
    name = database_name(error)
    untouched = _("The data file itself is untouched.")
    if is_full(error, to):
        return NotWritten(
            _("{path} was not written: the disk says it is full.").format(path=to),
            untouched,
            _("Make some room, or choose another disk, then try again."),
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return NotWritten(
            _("{path} was not written: another program is holding the data file.").format(path=to),
            untouched,
            _("Close it in the other program first."),
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or is_no_text(error):
        return NotWritten(
            _("The data file does not read in one piece, so no copy was made of it."),
            untouched,
            _("Open the newest copy, or have the file rescued row by row."),
        )
    if is_forbidden(error) or name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return NotWritten(
            _("TrustCheck may not write to {folder}.").format(folder=Path(to).absolute().parent),
            untouched,
            _("Choose a folder of your own."),
        )
    return NotWritten(
        _("{path} could not be written there.").format(path=to),
        untouched,
        _("Look whether the disk is connected, or choose another folder."),
    )


def stands_already(path: str) -> NotWritten:
    return NotWritten(
        _("{path} already exists.").format(path=path),
        _("It is untouched."),
        _("Choose another name, or move that file away first."),
    )


def copies_left(number: int) -> CopiesLeft:
    return CopiesLeft(
        ngettext(
            "The passphrase of the data file is changed, but {number} copy beside it could not be written anew.",
            "The passphrase of the data file is changed, but {number} copies beside it could not be written anew.",
            number,
        ).format(number=number),
        _("They open as they did before: where there was no passphrase, without one."),
        _("Look whether the disk is full or its folder may only be read; those you need no more can be deleted."),
    )


def stands_open(path: str) -> NotWritten:
    return NotWritten(
        _("{path} is open somewhere, or was not closed properly.").format(path=path),
        _("It is untouched."),
        _("Choose another name, or open it once and close it first."),
    )


def require_free(to: str) -> None:
    """Raise ``NotWritten`` where a file stands already, or what is left of one would be read into a new one."""
    target = os.path.realpath(to)
    require_name_of_its_own(Path(target))
    with copying(to):
        stands, was_left = Path(target).exists(), engines.is_unfinished(target)
    if stands:
        raise stands_already(to)
    if was_left:
        raise NotWritten(
            _("There is no file {path} any more, but its log still lies there.").format(path=to),
            _("It is untouched."),
            _("Choose another name, or move the log away first."),
        )


def is_being_read(path: str) -> NotWritten:
    return NotWritten(
        _("{path} is being read somewhere else.").format(path=path),
        _("Nothing was changed."),
        _("Close it there, then try again."),
    )


def require_other_place(target: Path, source: str) -> None:
    """Raise ``NotWritten`` where a copy would take the place of the file itself, of a folder or of a device."""
    require_place_for_file(target)
    if not target.parent.is_dir():
        raise _no_place(target)
    # Its log holds the newest answers.
    beside = {Path(f"{os.path.realpath(source)}{each}") for each in _BESIDE}
    if target in beside or (target.exists() and target.samefile(source)):
        raise NotWritten(
            _("{path} is the data file itself, or a part of it.").format(path=target),
            _("It is untouched."),
            _("Choose another name for the copy."),
        )
    require_name_of_its_own(target)


def require_name_of_its_own(target: Path) -> None:
    """Raise ``NotWritten`` for the name of a log or a lock: opening the data file it belongs to throws that away."""
    if target.name.lower().endswith(_BESIDE):
        raise NotWritten(
            _("{name} would be taken for a part of another data file.").format(name=target.name),
            _("Nothing was written."),
            _("Choose another name."),
        )


def require_place_for_file(target: Path) -> None:
    """Raise ``NotWritten`` where something stands that is no file: renaming a file to it would take a device away."""
    if target.exists() and not target.is_file():
        raise _no_place(target)


def _no_place(target: Path) -> NotWritten:
    return NotWritten(
        _("{path} is not a place for a file.").format(path=target),
        _("Nothing was written."),
        _("Name a file in a folder that is there."),
    )

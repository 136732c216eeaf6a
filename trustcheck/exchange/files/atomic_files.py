"""A new file, whole or not at all, never in the place of another."""

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from trustcheck.app.ports import NotWritten
from trustcheck.exchange.files.data_files import PREFIX, SUFFIX, held, is_of_a_data_file, lies_beside_a_data_file
from trustcheck.words import gettext as _

# A file that is there whole or not at all, and never instead of a better one.


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
# What Windows says on replacing a file that another program has open.
_HELD_ON_WINDOWS = (5, 32, 33)
_DATABASE = b"SQLite format 3\0"


def write_whole(path: str, content: bytes) -> None:
    """Put ``content`` at ``path``, on disk, readable by its owner only; what stood there is replaced whole.

    It is read back from the disk before it takes its place. Raises :class:`NotWritten` with the old file untouched and
    nothing left beside it. Where ``path`` is a link, the file it points to is replaced.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse_folders(target)
        _refuse_answers(target, path)
        temporary = _written_beside(target, content)
    except (OSError, ValueError) as failure:
        raise _refusal(failure, path) from failure
    try:
        temporary.replace(target)
    except OSError as failure:
        _remove(temporary)
        if getattr(failure, "winerror", None) in _HELD_ON_WINDOWS:
            raise _held(path) from failure
        raise _refusal(failure, path) from failure
    sync_folder(target.parent)


def _written_beside(target: Path, content: bytes) -> Path:
    """A finished file in the same folder, so that moving it into place is one step."""
    handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file, held(Path(name)):
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            _require_same(Path(name), content)
    except BaseException:
        _remove(Path(name))
        raise
    return Path(name)


def _require_same(temporary: Path, content: bytes) -> None:
    """A disk that says it has kept something and has not is found out before the better file is gone."""
    if temporary.read_bytes() != content:
        raise NotWritten(
            _("The disk did not give back what was written."),
            _("What was there before is whole."),
            _("Choose another disk or folder, then try again."),
        )


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make the new name as durable as the content. The file is whole already, so a refusal here is no failure."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_folders(target: Path) -> None:
    if target.exists() and not target.is_file() and not target.is_dir():
        # A file that took the place of a device would take it from everybody.
        raise NotWritten(
            _("{path} is not a file.").format(path=target), _("Nothing was changed."), _("Choose another name.")
        )
    if target.is_dir():
        raise NotWritten(
            _("{path} is a folder.").format(path=target), _("Nothing was changed."), _("Give the file a name in it.")
        )
    if not target.parent.is_dir():
        raise NotWritten(
            _("There is no folder {folder}.").format(folder=target.parent),
            _("Nothing was changed."),
            _("Choose another folder, or make this one first."),
        )


def _refuse_answers(target: Path, path: str) -> None:
    """What people answered is nowhere else; whoever confirmed that a file may be replaced saw a name, or a link's."""
    if is_of_a_data_file(target) or _is_database(target):
        raise NotWritten(
            _("{path} is a data file or a part of one.").format(path=path),
            _("It is untouched."),
            _("Choose another name."),
        )


def _is_database(target: Path) -> bool:
    with suppress(OSError), target.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
    return False


def _held(path: str) -> NotWritten:
    return NotWritten(
        _("The PDF is open in another program, so it can't be replaced.")
        if path.lower().endswith(".pdf")
        else _("The file is open in another program, so it can't be replaced."),
        _("What was there before is whole."),
        _("Close it there, or save under another name."),
    )


def _refusal(failure: Exception, path: str) -> NotWritten:
    whole = _("What was there before is whole.")
    number = failure.errno if isinstance(failure, OSError) else None
    if number in _FULL:
        return NotWritten(
            _("{path} was not written: the disk says it is full.").format(path=path),
            whole,
            _("Make some room, then try again."),
        )
    if number in _FORBIDDEN:
        return NotWritten(
            _("TrustCheck may not write to {folder}.").format(folder=Path(path).absolute().parent),
            whole,
            _("Choose a folder of your own."),
        )
    return NotWritten(
        _("{path} could not be written there.").format(path=path), whole, _("Choose another name or another folder.")
    )


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

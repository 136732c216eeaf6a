"""Setting, changing and taking off a passphrase: the file is written anew, and nothing of the old one stays readable.

SQLCipher could change the key of a protected file in its place, but neither begin nor end the protection; one way for
all three is easier to trust. Until the last step the file is as it was; that step is a rename. What could be read
before is overwritten once its name is gone. A drive that spreads its wear may keep old blocks all the same; the help
says so.
"""

import os
from contextlib import closing, nullcontext, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from trustcheck.app.ports import NotWritten, Progress
from trustcheck.storage.file import copy_refusals, refusals
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import make_private, put, remove, remove_companions, sync
from trustcheck.storage.file.copies import copies_of, left_over
from trustcheck.storage.file.key import FileKey, is_protected
from trustcheck.storage.file.opening import take_lock
from trustcheck.storage.file.strange_log import set_strange_aside
from trustcheck.storage.file.whole_copy import require_same
from trustcheck.storage.safety.leftovers import anew as _beside
from trustcheck.storage.safety.leftovers import clear_beside
from trustcheck.words import gettext as _

_CHUNK = 1 << 20
_EMPTY = bytes(24)


def protect(path: str, key: FileKey | None, new: FileKey | None, progress: Progress | None = None) -> None:
    """Give a closed file and its copies another key, or none.

    Raises ``InUse``, ``NotWritten`` (also where somebody reads its log; ``CopiesLeft`` where the file is done and a
    copy is not), the driver's errors.

    Everything is written beside first. Only then do the new files take their places, the file itself before its
    copies: whoever is stopped in between has a file with its new passphrase, and copies that :func:`follow` it.
    """
    lock = take_lock(path)
    anew: list[Path] = []
    try:
        set_strange_aside(path)
        if not _opens_with(Path(path), key):
            raise refusals.damaged()
        copies = [Path(each.path) for each in copies_of(path)]
        _require_readable(copies, key, new)
        anew = [Path(path), *(each for each in copies if _opens_with(each, key))]
        for done, each in enumerate(anew):
            if progress is not None:
                progress(done, len(anew))
            _export(each, key, _beside(each), new)
        _replace(anew[0], _beside(anew[0]))
        for each in left_over(path):
            remove(each)
        _replace_copies(anew[1:])
    finally:
        for each in anew:
            _clear(each)
        lock.release()


def _replace_copies(copies: list[Path]) -> None:
    """Raise ``CopiesLeft`` where the disk would not have some; the file has its new passphrase all the same."""
    left = 0
    for each in copies:
        try:
            _replace(each, _beside(each))
        except OSError:
            left += 1
    if left:
        raise copy_refusals.copies_left(left)


def follow(path: str, key: FileKey | None) -> int:
    """Finish what a program was stopped at: half-written files go, and copies of a protected file are not readable. How
    many files went."""
    cleared = clear_beside(path)
    if key is None:
        return cleared
    for copy in copies_of(path):
        if not is_protected(copy.path):
            with suppress(dbapi2.Error, OSError, NotWritten):
                _export(Path(copy.path), None, _beside(Path(copy.path)), key)
                _replace(Path(copy.path), _beside(Path(copy.path)))
            _clear(Path(copy.path))
    return cleared


def _require_readable(copies: list[Path], key: FileKey | None, new: FileKey | None) -> None:
    """What is damaged cannot be protected, and must not stay readable beside what is."""
    if key is not None or new is None:
        return
    for each in copies:
        if not _opens_with(each, None) and not (is_protected(str(each)) and _is_noise(each)):
            raise NotWritten(
                _("{name} lies beside the data file, is damaged, and cannot be protected with it.").format(
                    name=each.name
                ),
                _("Nothing was changed."),
                _("Delete it or move it away, then try again."),
            )


def _is_noise(path: Path) -> bool:
    """Whether a file is protected behind its head too: what anybody can read has rows of empty bytes somewhere."""
    last = b""
    with path.open("rb") as opened:
        while some := opened.read(_CHUNK):
            if _EMPTY in last[-len(_EMPTY) :] + some:
                return False
            last = some
    return True


def _opens_with(path: Path, key: FileKey | None) -> bool:
    try:
        with closing(engines.driver_on(str(path), engines.how_to_look(str(path)), key)) as driver:
            return bool(driver.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except dbapi2.Error:
        return False


def _clear(path: Path) -> None:
    remove_companions(_beside(path))
    remove(_beside(path))


def _export(path: Path, key: FileKey | None, fresh: Path, new: FileKey | None) -> None:
    """Write everything into a new private file under the new key, and compare."""
    make_private(fresh)
    with closing(engines.driver_on(str(path), "mode=rw", key)) as source:
        source.execute("PRAGMA temp_store = MEMORY")
        # What stands in the log belongs to it, and must not stay behind in a log of its own: beside the new file, it
        # would be read into that.
        is_read = source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if is_read and engines.has_unmerged_answers(str(path)):
            raise copy_refusals.is_being_read(str(path))
        numbers = {name: source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}
        with new.raw() if new else nullcontext("") as raw:
            source.execute("ATTACH DATABASE ? AS anew KEY ?", (str(fresh), raw))
        source.execute("PRAGMA anew.journal_mode = OFF")
        source.execute("SELECT sqlcipher_export('anew')")
        for name, number in numbers.items():
            source.execute(f"PRAGMA anew.{name} = {int(number)}")
        source.execute("DETACH DATABASE anew")
        _keep_a_log(fresh, new)
        sync(fresh)
        with closing(engines.driver_on(str(fresh), engines.UNTOUCHED, new)) as written:
            require_same(source, written)


def _keep_a_log(fresh: Path, key: FileKey | None) -> None:
    """As every data file does; turning to it later would leave a moment in which the file needs a journal."""
    with closing(engines.driver_on(str(fresh), "mode=rw", key)) as driver:
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    remove_companions(fresh)


def _replace(path: Path, fresh: Path) -> None:
    """One step puts the new file in its place; then the old one, which has no name any more, is overwritten."""
    times = path.stat()
    # A copy's times say its day and nothing more.
    os.utime(fresh, (times.st_atime, times.st_mtime))
    old = os.open(path, os.O_WRONLY) if os.name == "posix" else None
    try:
        # Overwritten only where the new name is safe: after a loss of power, the old one would lead to nothing.
        if put(fresh, path) and old is not None:
            _overwrite(old)
    finally:
        if old is not None:
            os.close(old)
    remove_companions(path)


def _overwrite(handle: int) -> None:
    with suppress(OSError):
        found = os.fstat(handle)
        # Somebody gave it another name, as some backups do: theirs to keep or to delete.
        left = 0 if found.st_nlink else found.st_size
        while left:
            left -= os.write(handle, bytes(min(_CHUNK, left)))
        os.fsync(handle)

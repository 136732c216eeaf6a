"""What the disk and the database say, in words a person understands."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from trustcheck.app.ports import Closed, Damaged, Emptied, InUse, NotOpened, NotSaved, NotTaken, Unfinished
from trustcheck.storage.file.disk_room import database_name, is_forbidden, is_full, is_no_text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_NO_SUCH_TABLE = "SQLITE_ERROR"
"""How a statement ends that asks for a table or a column the file has not."""
_NO_MEMORY = "SQLITE_NOMEM"

MAKES_NO_SENSE = (
    *(ValueError, TypeError, ArithmeticError, RecursionError),
    *(sa.exc.NoResultFound, sa.exc.MultipleResultsFound),
)
"""What reading a damaged row ends with: words where a day should be, a number without end, none or two of one."""


def not_saved(error: Any, path: str, unsaved: str) -> NotSaved:
    """The refusal for a write that did not reach the disk; ``unsaved`` is a sentence naming what was being kept."""
    name = database_name(error)
    if is_full(error, path):
        return _refused(unsaved, _("The disk says it is full."), _("Make some room, then try again."))
    if name.startswith("SQLITE_READONLY"):
        return _refused(
            unsaved, _("The data file may only be read."), _("Allow writing to it and its folder, then try again.")
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _refused(
            unsaved, _("Another program is holding the data file."), _("Close it in the other program, then try again.")
        )
    if name == _NO_MEMORY:
        return _refused(unsaved, _("There is not enough memory."), _("Close other programs, then try again."))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or name == _NO_SUCH_TABLE:
        return _refused(unsaved, _("The data file is damaged."), _("Close TrustCheck and open a copy of the file."))
    return _refused(
        unsaved,
        _("The disk did not take it."),
        _("Look whether the disk or network folder is still connected, then try again."),
    )


def log_is_replaced(unsaved: str) -> NotSaved:
    return _refused(
        unsaved,
        _("Another program works on the data file at the same time."),
        _("Close it in the other program and try again, or save somewhere else."),
    )


def file_is_closed(unsaved: str) -> NotSaved:
    return _unsaved(unsaved, _("The data file is closed."), _("Open it again, then try again."))


def closed_meanwhile() -> Closed:
    return Closed(_("The data file is closed."), _("Everything that was saved is in it."), _("Open it again."))


def only_looking(unsaved: str) -> NotSaved:
    return _unsaved(unsaved, _("This data file was opened to look only."), _("Open it for answering, then try again."))


def check_is_gone(unsaved: str) -> NotSaved:
    return NotSaved(
        unsaved + " " + _("Its check is no longer in the data file."), "", _("Go back and choose another check.")
    )


def enough_promises(unsaved: str) -> NotSaved:
    return NotSaved(
        unsaved + " " + _("Three open promises stand here already."),
        _("They are as they were."),
        _("Finish one, or drop one."),
    )


def asked_again_already() -> NotSaved:
    return NotSaved(
        _("This promise was asked again, and people answered."),
        _("It is as it was, and so are their answers."),
        _("Say what became of it instead."),
    )


def no_such_promise() -> NotSaved:
    return NotSaved(
        _("This promise is not in the data file."),
        _("Nothing was changed."),
        _("Open the promises of this check and choose one of them."),
    )


def too_long(limit: int, length: int) -> NotSaved:
    return NotSaved(
        _("This text has {length} characters; there is room for {limit}.").format(length=length, limit=limit),
        _("It is still on screen."),
        _("Make it shorter, and it is kept."),
    )


def not_opened(error: Any, path: str) -> NotOpened:
    """The refusal for a data file that the disk or the database would not open."""
    name = database_name(error)
    if is_full(error, path):
        return NotOpened(
            _("{path} could not be opened: the disk says it is full.").format(path=path),
            _("Nothing in it was changed."),
            _("Make some room, then open it again."),
        )
    # The driver's own words quote the file, and may be no text at all.
    if name.startswith("SQLITE_CORRUPT") or name == _NO_SUCH_TABLE or is_no_text(error):
        return damaged()
    if name.startswith("SQLITE_NOTADB"):
        return not_ours(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return NotOpened(
            _("Another program is holding {path}.").format(path=path),
            _("Nothing in it was changed."),
            _("Close it in the other program first."),
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")) or is_forbidden(error):
        return not_writable(path)
    if name == _NO_MEMORY:
        return NotOpened(
            _("{name} needs more memory than there is, and was not read.").format(name=Path(path).name),
            _("Nothing in it was changed."),
            _("Close other programs, then try again."),
        )
    return NotOpened(
        _("The disk would not give {path}.").format(path=path),
        _("Nothing in it was changed."),
        _("Look whether the disk or network folder is still connected, then open it again."),
    )


def not_read(error: Any, path: str) -> NotOpened:
    """The refusal for an open data file that the disk or the database would not give any more."""
    # In a protected file, a page that was changed does not decrypt.
    return damaged() if database_name(error).startswith("SQLITE_NOTADB") else not_opened(error, path)


def no_such_check() -> NotOpened:
    return NotOpened(_("This check is no longer in the data file."), "", _("Go back and choose another check."))


def damaged() -> Damaged:
    return Damaged(
        _("This file will not open in one piece."), _("Nothing in it was changed."), _("Open a copy, if there is one.")
    )


def emptied(path: str, copies: int) -> Emptied:
    beside = ngettext("A copy of an earlier day lies beside it.", "Copies of earlier days lie beside it.", copies)
    return Emptied(
        _("{name} is empty. {beside}").format(name=f"\u201c{Path(path).name}\u201d", beside=beside),
        _("It was not touched."),
        _("Open a copy; or delete the empty file, to begin a new one."),
    )


def unfinished(path: str) -> Unfinished:
    return Unfinished(
        _("{path} was left in the middle of a change, as when the power goes.").format(path=path),
        _("It was not touched."),
        _("Open it once with TrustCheck: that undoes the half change, and everything saved before it is there."),
    )


def not_ours(path: str) -> NotOpened:
    return NotOpened(
        _("{path} is not a TrustCheck data file.").format(path=path),
        _("It was not touched."),
        _("Choose a file that ends in .trustcheck."),
    )


def holds_something_else(path: str) -> NotOpened:
    return NotOpened(
        _("There is something in {path} that TrustCheck never puts there.").format(path=path),
        _("It was not opened and not touched."),
        _("Ask whoever gave you the file for another copy."),
    )


def not_there(path: str) -> NotOpened:
    return NotOpened(
        _("There is no file {path}.").format(path=path), "", _("Look whether it was moved or has another name.")
    )


def log_left_behind(path: str) -> NotOpened:
    return NotOpened(
        _("There is no file {path} any more, but its log still lies there, with what was saved last.").format(
            path=path
        ),
        _("It was not touched."),
        _("Put the file back beside its log, or move the log away first."),
    )


def not_writable(path: str) -> NotOpened:
    return NotOpened(
        _("TrustCheck may not write to {path} or to its folder.").format(path=path),
        _("Nothing was changed."),
        _("Allow writing there, or keep the file in a folder of your own."),
    )


def newer(theirs: str, ours: str) -> NotOpened:
    """``theirs`` is the version that wrote the file, or empty where it did not say."""
    written = (
        _("This file was written by a newer TrustCheck ({theirs}).")
        if theirs
        else _("This file was written by a newer TrustCheck.")
    )
    guess = _("This is {ours}, and it would rather not guess.").format(ours=ours)
    return NotOpened(
        f"{written.format(theirs=theirs)} {guess}", _("The file is untouched."), _("Open it with the newer one.")
    )


def older_to_look_at() -> NotOpened:
    return NotOpened(
        _("This file was written by an older TrustCheck."),
        _("It was not touched."),
        _("Open it once in the window; that brings it up to date and keeps a copy."),
    )


def in_use() -> InUse:
    return InUse(
        _("Another TrustCheck has this file open. Two at once would muddle the answers."),
        "",
        _("Close the other one first."),
    )


def replaced() -> NotOpened:
    return NotOpened(
        _("Meanwhile another TrustCheck wrote this file anew."),
        _("Nothing in it was changed from here."),
        _("Open it again. It may have another passphrase now."),
    )


def written_meanwhile() -> NotOpened:
    return NotOpened(
        _("Another TrustCheck was writing to this file just now."),
        _("Nothing in it was changed from here."),
        _("Try again."),
    )


def not_migrated(copy: str) -> NotOpened:
    return NotOpened(
        _("This file could not be brought up to date."),
        _("It is as it was, and a copy lies beside it: {copy}.").format(copy=copy),
        _("Open it with the TrustCheck that wrote it."),
    )


def _refused(unsaved: str, reason: str, todo: str) -> NotTaken:
    return NotTaken(f"{unsaved} {reason}", _("It is still on screen."), todo)


def _unsaved(unsaved: str, reason: str, todo: str) -> NotSaved:
    return NotSaved(f"{unsaved} {reason}", _("It is still on screen."), todo)

"""Why an organisation does not leave, or does not come in, in words a person understands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import Cancelled, Damaged, NotOpened, NotSaved, NotWritten, Refused
from trustcheck.storage.file import refusals
from trustcheck.storage.file.disk_room import database_name
from trustcheck.words import gettext as _

_OF_THE_DISK = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY")
# What reading values made by hand ends with. A text of brackets within brackets is too deep, a number too long.
_MAKES_NO_SENSE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError, MemoryError)


@contextmanager
def looked_through(path: str) -> Iterator[None]:
    """Whatever is wrong with somebody else's file becomes one ``NotOpened``, and the person's own stop stays a stop."""
    try:
        yield
    except Damaged as damaged:
        # Values that the reader of our own files could not make sense of.
        raise not_sound() from damaged
    except (Refused, Cancelled):
        raise
    except sa.exc.DBAPIError as error:
        raise _of_the_database(error.orig, path) from error
    except dbapi2.Error as error:
        raise _of_the_database(error, path) from error
    except OSError as error:
        raise refusals.not_opened(error, path) from error
    except (*_MAKES_NO_SENSE, sa.exc.SQLAlchemyError, AssertionError) as error:
        raise not_sound() from error


def not_sound() -> NotOpened:
    return NotOpened(
        _("Something in this file is not as TrustCheck writes it."),
        _("Nothing was taken in, and the file is untouched."),
        _("Ask for the organisation to be handed over once more."),
    )


def too_large(megabytes: int) -> NotOpened:
    return NotOpened(
        _("This file is larger than {megabytes} MB.").format(megabytes=megabytes),
        _("Nothing was taken in, and the file is untouched."),
        _("Ask for one organisation to be handed over as a file of its own."),
    )


def no_such_organisation(name: str) -> NotOpened:
    return NotOpened(
        _("{name} is not in this file any more.").format(name=name),
        _("Nothing was taken in."),
        _("Look at the file again."),
    )


def still_collecting(name: str) -> Refused:
    return Refused(
        _("People are answering a check of {name}.").format(name=name),
        _("Nothing was handed over, and nothing was changed."),
        _("Close that check first. Half-filled sheets belong to the people who began them."),
    )


def collecting_there(name: str) -> NotOpened:
    return NotOpened(
        _("People are still answering a check of {name} where this file comes from.").format(name=name),
        _("Nothing was taken in, and the file is untouched."),
        _("Ask for it to be closed and handed over then."),
    )


def the_file_itself() -> NotOpened:
    return NotOpened(
        _("This is the data file that is open."), _("Nothing was changed."), _("Choose the file you were given.")
    )


def passphrase_wanted() -> NotWritten:
    return NotWritten(
        _("A file that is handed over needs a passphrase."),
        _("Nothing was written."),
        _("Think of one, and try again."),
    )


def reads_otherwise() -> NotWritten:
    return NotWritten(
        _("The new file does not read like what was put into it, so it was thrown away."),
        _("The data file itself is untouched."),
        _("Choose another disk, and try again."),
    )


def nameless() -> NotSaved:
    return NotSaved(_("An organisation needs a name."), _("Nothing was changed."), _("Type one."))


def name_is_taken(name: str) -> NotSaved:
    return NotSaved(
        _("There is another organisation called {name}.").format(name=name),
        _("Nothing was changed."),
        _("Give this one a name of its own."),
    )


def name_was_taken(name: str) -> Refused:
    return Refused(
        _("There is a new organisation called {name}, so the deleted one cannot come back under that name.").format(
            name=name
        ),
        _("Nothing was changed."),
        _("Rename the new one, then bring this one back."),
    )


def not_a_colour(accent: str) -> NotSaved:
    return NotSaved(
        _("{accent} is not a colour.").format(accent=accent[:20]),
        _("Nothing was changed."),
        _("Write it like #1f6f78."),
    )


def logo_too_large(megabytes: int) -> NotSaved:
    return NotSaved(
        _("This picture is larger than {megabytes} megabytes.").format(megabytes=megabytes),
        _("Nothing was changed."),
        _("Choose a smaller one."),
    )


def _of_the_database(error: Any, path: str) -> NotOpened:
    name = database_name(error)
    return refusals.not_opened(error, path) if name.startswith(_OF_THE_DISK) else not_sound()

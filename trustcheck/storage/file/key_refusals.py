"""Where a passphrase is wanted, is another one, or cannot be tried."""

from trustcheck.app.ports import Locked, NotOpened
from trustcheck.words import gettext as _


def needs_passphrase() -> Locked:
    return Locked(
        _("This data file is protected with a passphrase."),
        _("It was not touched."),
        _("Type it to open the file."),
        wrong=False,
    )


def wrong_passphrase() -> Locked:
    return Locked(
        _("That did not open it."),
        _("The file was not touched."),
        _("Check Caps Lock, then the keyboard language."),
        wrong=True,
    )


def protected_by_newer(ours: str) -> NotOpened:
    return NotOpened(
        _("This file was protected by a newer TrustCheck, in a way that this one ({ours}) does not know.").format(
            ours=ours
        ),
        _("It was not touched."),
        _("Open it with the newer one."),
    )


def no_memory_for_key(megabytes: int) -> NotOpened:
    return NotOpened(
        _("A passphrase takes {megabytes} MB of memory for a moment, and this computer has not as much free.").format(
            megabytes=megabytes
        ),
        _("Nothing was changed."),
        _("Close other programs, then try again."),
    )

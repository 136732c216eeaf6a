"""``trustcheck encrypt FILE`` and ``trustcheck decrypt FILE``: set a passphrase, or take it off."""

from trustcheck.app.application import Application
from trustcheck.app.ports import Locked, Refused
from trustcheck.commands import passphrase
from trustcheck.words import gettext as _


def encrypt(application: Application, file: str, descriptor: int | None) -> int:
    """Protect a data file and its copies with a new passphrase. Raises :class:`~trustcheck.app.ports.Refused`."""
    if _is_protected(application, file):
        raise Refused(
            _("{file} has a passphrase already.").format(file=file),
            _("It was not touched."),
            _("Change it in the window, under Settings, Privacy."),
        )
    application.safekeeping().protect(file, "", passphrase.new(descriptor))
    print(_("Protected, and the copies beside it with it: {file}").format(file=file))
    print(_("If you forget the passphrase, nobody can open the file."))
    return 0


def decrypt(application: Application, file: str, descriptor: int | None) -> int:
    """Take the passphrase off a data file and its copies. Raises :class:`~trustcheck.app.ports.Refused`."""
    if not _is_protected(application, file):
        raise Refused(_("{file} has no passphrase.").format(file=file), _("It was not touched."), "")
    application.safekeeping().protect(file, passphrase.asked(descriptor), "")
    print(_("The passphrase is taken off, from the copies beside it too: {file}").format(file=file))
    print(_("Whoever can read the file can read everything in it."))
    return 0


def _is_protected(application: Application, file: str) -> bool:
    try:
        application.safekeeping().look_into(file)
    except Locked:
        return True
    return False

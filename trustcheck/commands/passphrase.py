"""How a command is given a passphrase: typed at the terminal, or read from a file descriptor. Never as an argument or
from the environment, where every program of this computer could read it.
"""

import os
import warnings
from collections.abc import Callable
from getpass import GetPassWarning, getpass
from typing import TypeVar

from trustcheck.app.carrying.passphrases import LONGEST
from trustcheck.app.ports import Locked, Refused
from trustcheck.words import gettext as _

Opened = TypeVar("Opened")

_MOST_BYTES = 4 * LONGEST


def opened(attempt: Callable[[str], Opened], descriptor: int | None) -> Opened:
    """What ``attempt`` gives; asked for a passphrase, and tried once more with it, only where it is ``Locked``.

    ``attempt`` is handed the passphrase, empty at first. Raises :class:`~trustcheck.app.ports.Refused`.
    """
    try:
        return attempt("")
    except Locked as locked:
        if locked.wrong:
            raise
    return attempt(asked(descriptor))


def asked(descriptor: int | None) -> str:
    """The passphrase of a file, from a terminal or one line of ``descriptor``."""
    return _typed(_("Passphrase: ")) if descriptor is None else _line_of(descriptor)


def new(descriptor: int | None) -> str:
    """A new passphrase; at a terminal it is typed twice, since nobody sees it."""
    first = asked(descriptor)
    if descriptor is None and _typed(_("The same again: ")) != first:
        raise Refused(_("The two passphrases are not the same."), _("Nothing was changed."), _("Try it once more."))
    return first


def _typed(prompt: str) -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal it would be read with an echo.
            warnings.simplefilter("error", GetPassWarning)
            typed = getpass(prompt)
    except (GetPassWarning, EOFError, OSError):
        raise Refused(
            _("A passphrase is needed, and there is no terminal to ask for it."),
            _("Nothing was done."),
            _("Hand it over on a file descriptor: --passphrase-fd 0 reads one line of standard input."),
        ) from None
    return _present(typed)


def _line_of(descriptor: int) -> str:
    line = bytearray()
    try:
        # Byte by byte: what follows the line belongs to somebody else.
        while len(line) <= _MOST_BYTES and (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += byte
    except OSError:
        raise Refused(
            _("The file descriptor {number} cannot be read.").format(number=descriptor),
            _("Nothing was done."),
            _("Open it for the command, for instance with 3< in the shell."),
        ) from None
    try:
        return _present(line.decode("utf-8-sig").removesuffix("\r"))
    except UnicodeDecodeError:
        raise Refused(
            _("The passphrase is not written in UTF-8."), _("Nothing was done."), _("Hand it over in UTF-8.")
        ) from None


def _present(passphrase: str) -> str:
    if not passphrase:
        raise Refused(_("No passphrase was given."), _("Nothing was done."), _("Type or hand over one."))
    if len(passphrase) > LONGEST:
        raise Refused(_("A passphrase has at most {most} characters.").format(most=LONGEST), _("Nothing was done."), "")
    return passphrase

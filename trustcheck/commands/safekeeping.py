"""``trustcheck verify``, ``backup``, ``restore`` and ``rescue``: whether a data file is whole, and what to do if not.

None of them changes the file it reads.
"""

from contextlib import suppress
from pathlib import Path

from trustcheck.app.application import Application
from trustcheck.app.carrying.copy_comparison import lost_its_passphrase, newest_whole
from trustcheck.app.carrying.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.ports import Locked, Refused, Store, Unfinished
from trustcheck.app.store.safekeeping import Contents, Copy, Safekeeping
from trustcheck.commands.passphrase import opened
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def verify(application: Application, file: str, descriptor: int | None) -> int:
    """0 for a whole file. Raises :class:`~trustcheck.app.ports.Refused` for a damaged one, and says how it is."""
    keeping = application.safekeeping()
    contents = opened(lambda passphrase: whole(keeping, file, passphrase), descriptor)
    print(_("Whole: {file} holds {contents}.").format(file=file, contents=_counted(contents)))
    return 0


def whole(keeping: Safekeeping, file: str, passphrase: str) -> Contents:
    """What a whole file holds. Raises :class:`~trustcheck.app.ports.Refused` for a damaged one, and says how it is."""
    verdict = keeping.verify(file, passphrase)
    if verdict.is_whole and verdict.contents is not None:
        return verdict.contents
    copy: Copy | None = None
    # Copies under another passphrase are found in the window.
    with suppress(Locked):
        copy = newest_whole(keeping, file, passphrase)
    if copy is not None:
        todo = _("The newest whole copy beside it is {path}; trustcheck restore puts it in its place.").format(
            path=copy.path
        )
    else:
        todo = _("trustcheck rescue reads what still can be read into a new file.")
    damages = " ".join(verdict.damages)
    raise Refused(_("{file} is damaged. {how}").format(file=file, how=damages), _("Nothing in it was changed."), todo)


def open_whole(application: Application, file: str, passphrase: str, *, create: bool = True) -> Store:
    """The data file, or a new one that ``create`` makes. Opening an older file changes it, and a damaged one must stay
    as it is: it is looked through first."""
    if Path(file).exists() and Path(file).stat().st_size:
        # A half change is undone by opening it.
        with suppress(Unfinished):
            whole(application.safekeeping(), file, passphrase)
    return application.open_store(file, create=create, passphrase=passphrase)


def backup(application: Application, file: str, to: str, descriptor: int | None) -> int:
    """Write a whole, compared copy. Raises :class:`~trustcheck.app.ports.Refused`."""
    refuse_another_type(to, DATA_FILE)
    keeping = application.safekeeping()
    opened(lambda passphrase: keeping.back_up(file, to, passphrase), descriptor)
    print(_("Written and compared: {path}").format(path=to))
    return 0


def restore(application: Application, copy: str, to: str, descriptor: int | None) -> int:
    """Put a copy in its place; what stood there is set aside. Raises :class:`~trustcheck.app.ports.Refused`."""
    refuse_another_type(to, DATA_FILE)
    keeping, today = application.safekeeping(), application.today()
    aside = opened(lambda passphrase: keeping.restore(copy, to, today, passphrase), descriptor)
    print(_("Written and compared: {path}").format(path=to))
    if aside:
        print(_("What stood there before is kept: {path}").format(path=aside))
        if lost_its_passphrase(keeping, aside, to):
            print(_("It has a passphrase, and what stands in its place now has none: trustcheck encrypt sets one."))
    return 0


def rescue(application: Application, file: str, to: str, descriptor: int | None) -> int:
    """Read a damaged file row by row into a new one. Raises :class:`~trustcheck.app.ports.Refused`."""
    refuse_another_type(to, DATA_FILE)
    keeping = application.safekeeping()
    rescued = opened(lambda passphrase: keeping.rescue(file, to, passphrase), descriptor)
    print(_("Written: {path} holds {contents}.").format(path=to, contents=_counted(rescued.contents)))
    for each in rescued.lost or (_("Everything could be read."),):
        print(each)
    return 0


def _counted(contents: Contents) -> str:
    return _("{organisations}, {checks} and {answers}").format(
        organisations=_number(
            ngettext("{n} organisation", "{n} organisations", len(contents.organisations)), len(contents.organisations)
        ),
        checks=_number(ngettext("{n} check", "{n} checks", contents.checks), contents.checks),
        answers=_number(ngettext("{n} answer", "{n} answers", contents.answers), contents.answers),
    )


def _number(words: str, number: int) -> str:
    return words.format(n=number)

"""``trustcheck import FILE IN.json``: takes an export in, beside what is there, all of it or nothing."""

from pathlib import Path

from trustcheck.app.application import Application
from trustcheck.app.carrying.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.carrying.importing import arrivals, settled
from trustcheck.app.store.export_model import Parcel
from trustcheck.commands.passphrase import opened
from trustcheck.commands.safekeeping import open_whole
from trustcheck.commands.typed import harmless
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def run(application: Application, file: str, path: str, descriptor: int | None) -> int:
    """The data file is made where there is none. Raises :class:`~trustcheck.app.ports.Refused`."""
    exports = application.exports()
    parcel = exports.read(path)
    if Path(file).exists():
        names = _bring_in(application, file, parcel, descriptor)
    else:
        refuse_another_type(file, DATA_FILE)
        made: list[tuple[str, ...]] = []
        exports.in_new_file(file, lambda temporary: made.append(_bring_in(application, temporary, parcel, None)))
        names = made[-1]
    _tell(parcel, names)
    return 0


def _bring_in(application: Application, file: str, parcel: Parcel, descriptor: int | None) -> tuple[str, ...]:
    store = opened(lambda passphrase: open_whole(application, file, passphrase), descriptor)
    try:
        return store.carrying.bring_in(settled(parcel))
    finally:
        store.close()


def _tell(parcel: Parcel, names: tuple[str, ...]) -> None:
    """What came in, under which names."""
    for each, name in zip(arrivals(parcel, ()), names, strict=True):
        checks = each.personal + each.groups
        told = ngettext("{name}: {number} check", "{name}: {number} checks", checks)
        print(told.format(name=harmless(name), number=checks))
        if name != each.was:
            print(
                "  " + _("It is called {was} where it came from; that name was taken.").format(was=harmless(each.was))
            )
        if each.without_answers:
            told = ngettext(
                "{number} came with its result; the answers stayed where they were given.",
                "{number} came with their results; the answers stayed where they were given.",
                each.without_answers,
            )
            print("  " + told.format(number=each.without_answers))
        if each.prepared:
            told = ngettext(
                "{number} came as it was set up, to be opened here.",
                "{number} came as they were set up, to be opened here.",
                each.prepared,
            )
            print("  " + told.format(number=each.prepared))
    print(_("Taken in: {number}").format(number=len(names)))

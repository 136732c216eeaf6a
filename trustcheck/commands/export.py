"""``trustcheck export FILE --format FORMAT -o OUT``: everything, or one organisation, in another format."""

from dataclasses import dataclass

from trustcheck.app.application import Application
from trustcheck.app.carrying.file_names import refuse_another_type
from trustcheck.app.ports import Store
from trustcheck.commands.data_file_in_the_way import refuse_to_overwrite_answers
from trustcheck.commands.passphrase import opened
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What the command line asked for; an empty ``organisation`` is all of them."""

    file: str
    out: str
    organisation: str
    as_what: str
    """The id of one of the formats."""
    passphrase_fd: int | None = None
    """The descriptor a protected file's passphrase is read from; ``None`` asks at the terminal."""


def run(application: Application, wanted: ExportRequest) -> int:
    """Write the export whole, or leave what stands there. Raises :class:`~trustcheck.app.ports.Refused`."""
    from trustcheck.app.carrying.export_making import parcel_of

    exports = application.exports()
    as_what = next(each for each in exports.formats if each.id == wanted.as_what)
    refuse_to_overwrite_answers(wanted.out, wanted.file, _("an export"), f"OUT.{as_what.ending}")
    refuse_another_type(wanted.out, as_what.ending)

    def look(passphrase: str) -> Store:
        return application.open_store(wanted.file, look_only=True, passphrase=passphrase)

    store = opened(look, wanted.passphrase_fd)
    try:
        parcel = parcel_of(store, wanted.organisation)
    finally:
        store.close()
    application.write_whole(wanted.out, exports.make(parcel, as_what))
    print(_("Written and read back: {path}").format(path=wanted.out))
    return 0

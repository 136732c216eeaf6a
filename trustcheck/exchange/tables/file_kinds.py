"""What kind of file lies there, known by what is in it and not by its name, and who reads it."""

from collections.abc import Iterator

from trustcheck.app.ports import Progress, Refused
from trustcheck.exchange.tables.sheet_rows import SheetRows
from trustcheck.exchange.tables.text_tables import rows_of_text
from trustcheck.exchange.tables.xlsx import sheets_of_workbook
from trustcheck.words import gettext as _

_ARCHIVE = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def sheets_of(content: bytes, name: str, progress: Progress) -> Iterator[SheetRows]:
    """The sheets of a file with anything in them, one by one. Raises :class:`Refused` in one sentence."""
    if content.startswith(_OLD_WORKBOOK):
        raise _locked(name) if _LOCKED in content else _old(name)
    if content.startswith(_ARCHIVE):
        return sheets_of_workbook(content, name, lambda: progress(0, 1))
    return iter([SheetRows("", rows_of_text(content, name), max(content.count(b"\n"), 1))])


def _locked(name: str) -> Refused:
    return Refused(
        _("{name} is locked with a password.").format(name=name),
        _("Nothing was taken."),
        _("Save it as XLSX without a password, or as CSV UTF-8, and try again."),
    )


def _old(name: str) -> Refused:
    # Read on, it would be guessed: other programs keep text that was worked out, and looks of numbers, in ways in
    # which a 3 comes back as a day in January 1900 and "Often" as 0.
    return Refused(
        _("{name} was saved in the old Excel format (XLS), in which answers cannot be read safely.").format(name=name),
        _("Nothing was taken."),
        _("Open it in the program it came from, save it as XLSX or CSV UTF-8, and try again."),
    )

"""What kind of file lies there, known by what is in it and not by its name, and who reads it."""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from trustcheck.app.collecting.table_files import READ
from trustcheck.app.ports import Cancelled, Progress, Refused
from trustcheck.exchange.tables.json_tables import sheets_of_json
from trustcheck.exchange.tables.long_export import sheets_of_long_export
from trustcheck.exchange.tables.ods import is_locked, sheets_of_ods
from trustcheck.exchange.tables.sheet_rows import SheetRows
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.exchange.tables.text_tables import rows_of_text
from trustcheck.exchange.tables.untakables import printable
from trustcheck.exchange.tables.xlsx import damaged, sheets_of_workbook, unpacks_too_far
from trustcheck.words import gettext as _

_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 20_000
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_NAMED = 5


def sheets_of(content: bytes, name: str, progress: Progress) -> Iterator[SheetRows]:
    """The sheets of a file with anything in them, one by one. Raises :class:`Refused` in one sentence."""
    if content.startswith(_OLD_WORKBOOK):
        raise _locked(name) if _LOCKED in content else _old(name)
    if content.startswith(_ARCHIVE):
        return _of_archive(content, name, progress)
    if what := _what_else(content):
        raise _no_table(name, what)
    if (found := sheets_of_json(content, name)) is not None:
        return iter(found)
    if (found := sheets_of_long_export(content, name)) is not None:
        return iter(found)
    return iter([SheetRows("", iter(()), max(content.count(b"\n"), 1), batches=rows_of_text(content, name))])


def _of_archive(content: bytes, name: str, progress: Progress) -> Iterator[SheetRows]:
    """A workbook, or an archive of which is said what lies in it."""
    if content.count(_ENTRY) > _MOST_ENTRIES:
        raise unpacks_too_far(name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = packed.namelist()
            kind = _mimetype(packed)
            locked = kind.startswith(_ODS) and is_locked(packed)
    except (Refused, Cancelled, MemoryError):
        raise
    except Exception as problem:
        raise damaged(name) from problem
    if locked:
        raise _locked(name)
    if kind.startswith(_ODS):
        return sheets_of_ods(content, name, lambda: progress(0, 1))
    parts = {each.lower() for each in names}
    if what := _of_another_kind(parts, kind):
        raise _no_table(name, what)
    if "xl/workbook.xml" in parts or "[content_types].xml" in parts:
        return sheets_of_workbook(content, name, lambda: progress(0, 1))
    raise _archive(name, names)


def _mimetype(packed: zipfile.ZipFile) -> bytes:
    """What an OpenDocument file says it is; nothing for any other archive."""
    if "mimetype" not in packed.namelist():
        return b""
    with packed.open("mimetype") as part:
        return part.read(200)


def _of_another_kind(parts: set[str], kind: bytes) -> str:
    if kind:
        return _("a document that is no spreadsheet")
    if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        return _("a document that is no spreadsheet")
    if any(each.startswith("index/") and each.endswith(".iwa") for each in parts):
        return _("a file of Numbers")
    return _("a workbook of the binary kind (XLSB)") if "xl/workbook.bin" in parts else ""


def _what_else(content: bytes) -> str:
    """What a file is that is no table and no archive; empty where it may be text."""
    begins = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begins.startswith(b"%pdf-"):
        return _("a PDF")
    if content.startswith((b"$FL2", b"$FL3")):
        return _("a file of SPSS")
    if begins.startswith((b"<!doctype html", b"<html", b"<table")):
        return _("a web page, whatever its name says")
    return _("an XML file") if begins.startswith(b"<?xml") else ""


def _no_table(name: str, what: str) -> Refused:
    return Refused(
        _("{name} is {what}.").format(name=name, what=what),
        _("Nothing was taken."),
        _("Open it in the program it came from, save it as XLSX, ODS or CSV UTF-8, and try again."),
    )


def _archive(name: str, inside: Sequence[str]) -> Refused:
    """An archive with tables in it, or without: named with what can be chosen once it is unpacked."""
    tables = [each for each in inside if each.lower().endswith(READ) and not each.startswith("__MACOSX")]
    if not tables:
        return Refused(
            _("{name} is a ZIP archive, and no table lies in it.").format(name=name),
            _("Nothing was taken."),
            _("Choose the file with the answers."),
        )
    told = ", ".join(printable(shortened(each)) for each in tables[:_NAMED])
    more = len(tables) - _NAMED
    told = _("{names} and {number} more").format(names=told, number=more) if more > 0 else told
    return Refused(
        _("{name} is a ZIP archive. In it: {names}.").format(name=name, names=told),
        _("Nothing was taken."),
        _("Unpack it, and choose the file with the answers."),
    )


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

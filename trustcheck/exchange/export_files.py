"""Makes the bytes of an export, and reads them back before anybody is told that they are made."""

from collections.abc import Callable

from trustcheck.app.export_lines import lines_of
from trustcheck.app.exporting import ExportFormat
from trustcheck.app.parcel import Parcel
from trustcheck.app.ports import NotWritten, Progress
from trustcheck.exchange.lines_csv import csv_holds, lines_to_csv
from trustcheck.exchange.lines_xlsx import lines_to_xlsx, xlsx_holds
from trustcheck.exchange.parcel_json import parcel_from_json, parcel_to_json
from trustcheck.exchange.promises_ics import entries_of, entries_to_ics, ics_holds
from trustcheck.words import gettext as _


def export_bytes(parcel: Parcel, as_what: ExportFormat, progress: Progress | None = None) -> bytes:
    """The finished file. Raises :class:`NotWritten` where it does not say what it was given to say."""
    match as_what:
        case ExportFormat.JSON:
            return _proven(parcel_to_json(parcel), lambda content: parcel_from_json(content, "export") == parcel)
        case ExportFormat.CSV:
            lines = lines_of(parcel, progress)
            return _proven(lines_to_csv(lines, progress), lambda content: csv_holds(content, lines))
        case ExportFormat.XLSX:
            lines = lines_of(parcel, progress)
            return _proven(lines_to_xlsx(lines, progress), lambda content: xlsx_holds(content, lines))
        case ExportFormat.ICS:
            entries = entries_of(parcel)
            return _proven(entries_to_ics(entries), lambda content: ics_holds(content, entries))


def _proven(content: bytes, holds: Callable[[bytes], bool]) -> bytes:
    try:
        is_same = holds(content)
    except Exception as failure:
        raise _does_not_read_back(str(failure)) from failure
    if not is_same:
        raise _does_not_read_back("")
    return content


def _does_not_read_back(reason: str) -> NotWritten:
    sentence = _("The export did not read back as it was written, so it was not kept.")
    return NotWritten(f"{sentence} {reason}".strip(), _("The data file is untouched."), _("Choose another format."))

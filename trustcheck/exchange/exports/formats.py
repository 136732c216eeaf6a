"""The formats of exports: one entry each, to which another format is added by adding an entry and its writer.

Window, commands and tests take the formats from here. Each writer is loaded when an export is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trustcheck.app.carrying.exporting import ExportFormat
from trustcheck.app.ports import NotWritten
from trustcheck.words import gettext as _

# Types only: what can be typed is known before the domain is loaded.
if TYPE_CHECKING:
    from trustcheck.app.carrying.exporting import ExportWriter
    from trustcheck.app.ports import Progress
    from trustcheck.app.store.export_model import Parcel


def formats() -> tuple[ExportFormat, ...]:
    """In the order in which they are offered."""
    return (
        ExportFormat(
            id="xlsx",
            ending="xlsx",
            name=_("Workbook (XLSX)"),
            detail=_("Three sheets: answers, results, promises."),
            files=_("Workbooks"),
            leaves=_whole_checks(),
            writer=_workbook,
        ),
        ExportFormat(
            id="csv",
            ending="csv",
            name=_("Table (CSV)"),
            detail=_("One line for each value, for any program that reads tables."),
            files=_("Tables"),
            leaves=_whole_checks(),
            writer=_table,
        ),
        ExportFormat(
            id="json",
            ending="json",
            name=_("For TrustCheck (JSON)"),
            detail=_("Everything that may leave. The only one that comes back in."),
            files=_("Exports of TrustCheck"),
            leaves=_whole_checks(),
            writer=_for_trustcheck,
        ),
        ExportFormat(
            id="ics",
            ending="ics",
            name=_("Calendar (ICS)"),
            detail=_("Promises with a day to look again, and nothing else."),
            files=_("Calendars"),
            leaves=(
                (
                    "flag",
                    _("Promises leave, each with its organisation and its day: whose, the sign, what became of it."),
                ),
                ("eye-off", _("No answer and no result leaves.")),
            ),
            writer=_calendar,
        ),
    )


def format_called(name: str) -> ExportFormat:
    """The format of this id. Raises :class:`KeyError` where none is called so."""
    return {each.id: each for each in formats()}[name]


def export_bytes(parcel: Parcel, as_what: ExportFormat, progress: Progress | None = None) -> bytes:
    """The finished file. Raises :class:`NotWritten` where it does not say what it was given to say."""
    writer = as_what.writer()
    gathered = writer.gather(parcel, progress)
    content = writer.write(gathered, progress)
    try:
        is_same = writer.holds(content, gathered)
    except Exception as failure:
        raise _does_not_read_back(str(failure)) from failure
    if not is_same:
        raise _does_not_read_back("")
    return content


def _does_not_read_back(reason: str) -> NotWritten:
    sentence = _("The export did not read back as it was written, so it was not kept.")
    return NotWritten(f"{sentence} {reason}".strip(), _("The data file is untouched."), _("Choose another format."))


def _whole_checks() -> tuple[tuple[str, str], ...]:
    """What leaves and what stays where checks leave, in the words of the promise."""
    return (
        ("user", _("A check of one person leaves whole: answers, notes, facts, promise.")),
        ("users", _("From a check that several people answered, the result leaves as it is shown here.")),
        ("file-text", _("Its answers leave as rows only where everybody read so before the first question.")),
        (
            "eye-off",
            _(
                "Notes for the facilitator, half-filled sheets, sheets that wait, and what is said to the only leader"
                " stay here. From an open check, the set-up leaves, and how many have answered."
            ),
        ),
    )


def _workbook() -> ExportWriter[Any]:
    from trustcheck.exchange.exports.xlsx_lines import WRITER

    return WRITER


def _table() -> ExportWriter[Any]:
    from trustcheck.exchange.exports.csv_lines import WRITER

    return WRITER


def _for_trustcheck() -> ExportWriter[Any]:
    from trustcheck.exchange.exports.json_export import WRITER

    return WRITER


def _calendar() -> ExportWriter[Any]:
    from trustcheck.exchange.exports.promise_calendar import WRITER

    return WRITER

"""Makes the bytes of an export, and reads them back before anybody is told that they are made."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from io import StringIO
from itertools import chain, zip_longest

from trustcheck.app.carrying.export_lines import lines_of
from trustcheck.app.carrying.export_model import Parcel
from trustcheck.app.carrying.exporting import ExportFormat
from trustcheck.app.carrying.line import COLUMNS, Line, cells, told
from trustcheck.app.ports import NotWritten, Progress
from trustcheck.app.presenting.personal_steps import promise_labels
from trustcheck.domain.checks.round import RoundKind
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json
from trustcheck.exchange.exports.xlsx_lines import lines_to_xlsx, xlsx_holds
from trustcheck.exchange.files.safe_cells import safe_cell
from trustcheck.words import gettext as _

# Promises for a calendar: one entry for a whole day on which to look again, and no clock time.


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise on its day."""

    day: date
    made_on: date
    summary: str
    description: str

    @property
    def uid(self) -> str:
        """The same promise has the same one, so that taking it in twice leaves one entry."""
        said = f"{self.day.isoformat()}\n{self.summary}\n{self.description}"
        return f"{sha256(said.encode()).hexdigest()[:32]}@trustcheck"


def entries_of(parcel: Parcel) -> tuple[Entry, ...]:
    """Every promise that has a day, the earliest first."""
    return tuple(sorted(_entries(parcel), key=lambda each: (each.day, each.summary, each.description)))


def entries_to_ics(entries: tuple[Entry, ...]) -> bytes:
    """A calendar with one entry for each promise."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//TrustCheck//Promises//EN")
    calendar.add("version", "2.0")
    for each in entries:
        event = Event()
        event.add("uid", each.uid)
        # Its day, not its hour: the format asks for one, and midnight says nothing.
        event.add("dtstamp", datetime.combine(each.made_on, time()))
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", each.summary)
        event.add("description", each.description)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def ics_holds(content: bytes, entries: tuple[Entry, ...]) -> bool:
    """Whether the bytes read back as these entries."""
    from icalendar import Calendar

    read = [
        (str(each["uid"]), each.decoded("dtstart"), str(each["summary"]), str(each["description"]))
        for each in Calendar.from_ical(content).walk("VEVENT")
    ]
    return read == [(each.uid, each.day, each.summary, each.description) for each in entries]


def _entries(parcel: Parcel) -> Iterator[Entry]:
    for each in parcel.organisations:
        for check in each.checks:
            promise = check.promise
            if promise is not None and promise.look_again_on is not None:
                words = _("Look again at {organisation}: {promise}")
                label = promise_labels(together=check.kind is RoundKind.GROUP)[1]
                sign = f"{label}: {_line(promise.sign)}" if promise.sign else ""
                yield Entry(
                    promise.look_again_on,
                    check.closed_on or check.started_on,
                    words.format(organisation=_line(each.name), promise=_line(promise.text)),
                    sign,
                )


def _line(text: str) -> str:
    """On one line, without what a calendar cannot hold."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


# Lines as CSV that spreadsheet programs open as it is: UTF-8 with its mark, and no cell that is a formula.


_MARK = "\ufeff"


def lines_to_csv(lines: Sequence[Line], progress: Progress | None = None) -> bytes:
    """A heading and a row for each line; texts in quotes, numbers without."""
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(line) for line in told(lines, progress))
    return (_MARK + written.getvalue()).encode()


def csv_holds(content: bytes, lines: Sequence[Line]) -> bool:
    """Whether the bytes read back as these lines."""
    text = content.decode("utf-8-sig")
    read = csv.reader(StringIO(text, newline=""))
    wanted = chain([list(COLUMNS)], ([str(cell) for cell in _row(line)] for line in lines))
    return all(one == other for one, other in zip_longest(read, wanted))


def _row(line: Line) -> list[str | int]:
    return ["" if cell is None else cell for cell in map(safe_cell, cells(line))]


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

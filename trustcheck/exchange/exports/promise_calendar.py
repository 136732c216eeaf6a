"""Promises for a calendar: one entry for a whole day on which to look again, and no clock time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from trustcheck.app.carrying.exporting import ExportWriter
from trustcheck.app.presenting.suggestions import promise_labels
from trustcheck.app.store.export_model import Parcel
from trustcheck.domain.checks.round import RoundKind
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise on its day."""

    day: date
    made_on: date
    summary: str
    description: str
    """Empty where nobody said how they would see that it works."""
    check: str
    """Whose it is, and after which check it was made: that stays when its day or its words are changed."""
    changes: int = 0

    @property
    def uid(self) -> str:
        """The same promise has the same one, so that taking it in again leaves one entry, on the newer day."""
        return f"{sha256(self.check.encode()).hexdigest()[:32]}@trustcheck"


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
        if each.description:
            event.add("description", each.description)
        event.add("sequence", each.changes)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def ics_holds(content: bytes, entries: tuple[Entry, ...]) -> bool:
    """Whether the bytes read back as these entries."""
    from icalendar import Calendar

    read = [
        (
            str(each["uid"]),
            each.decoded("dtstart"),
            str(each["summary"]),
            str(each.get("description", "")),
            each["sequence"],
        )
        for each in Calendar.from_ical(content).walk("VEVENT")
    ]
    return read == [(each.uid, each.day, each.summary, each.description, each.changes) for each in entries]


def _entries(parcel: Parcel) -> Iterator[Entry]:
    for each in parcel.organisations:
        seen: Counter[str] = Counter()
        for check in each.checks:
            begun = f"{each.name}\n{check.kind}\n{check.started_on.isoformat()}"
            seen[begun] += 1
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
                    f"{begun}\n{seen[begun]}",
                    promise.changes,
                )


def _line(text: str) -> str:
    """On one line, without what a calendar cannot hold."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


WRITER = ExportWriter(
    gather=lambda parcel, _progress: entries_of(parcel),
    write=lambda entries, _progress: entries_to_ics(entries),
    holds=ics_holds,
)

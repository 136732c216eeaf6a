"""Promises for a calendar: one entry for a whole day on which to look again, and no clock time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from trustcheck.app.carrying.exporting import ExportWriter
from trustcheck.app.presenting.promises import promise_labels, status_words, who_label
from trustcheck.app.promises_in import of_check, uid_of
from trustcheck.app.store.export_model import GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.round import Promise, PromiseStatus, RoundKind
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise on its day."""

    day: date
    made_on: date
    summary: str
    description: str
    """Empty where nobody said who sees to it or how they would see that it works."""
    uid: str
    """The same promise has the same one, so that taking it in again leaves one entry, on the newer day."""
    changes: int = 0
    dropped: bool = False
    """Nobody looks at it any more: the calendar strikes it out."""


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
        if each.day < date.max:
            # After the last day there is none; an entry without an end lasts its day.
            event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", each.summary)
        if each.description:
            event.add("description", each.description)
        event.add("sequence", each.changes)
        event.add("transp", "TRANSPARENT")
        if each.dropped:
            event.add("status", "CANCELLED")
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
            begun = f"{check.kind}\n{check.started_on.isoformat()}"
            seen[begun] += 1
            of = of_check(each.name, check.kind, check.started_on, seen[begun])
            for promise in check.promises:
                if promise.look_again_on is not None:
                    yield _entry(each.name, check, promise, promise.look_again_on, of)


def _entry(organisation: str, check: PersonalCheck | GroupCheck, promise: Promise, day: date, named: str) -> Entry:
    words = _("Look again at {organisation}: {promise}")
    return Entry(
        day,
        check.closed_on or check.started_on,
        words.format(organisation=_line(organisation), promise=_line(promise.text)),
        "\n".join(_beside(promise, together=check.kind is RoundKind.GROUP)),
        uid_of(named, promise.number),
        promise.changes,
        promise.status is PromiseStatus.DROPPED,
    )


def _beside(promise: Promise, *, together: bool) -> Iterator[str]:
    """Who sees to it, the sign, and what became of it, a line each."""
    if promise.who:
        yield f"{who_label()}: {_line(promise.who)}"
    if promise.sign:
        yield f"{promise_labels(together=together)[1]}: {_line(promise.sign)}"
    if not promise.is_open:
        yield _("What became of it: {status}").format(status=status_words(promise.status))


def _line(text: str) -> str:
    """On one line, without what a calendar cannot hold."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


WRITER = ExportWriter(
    gather=lambda parcel, _progress: entries_of(parcel),
    write=lambda entries, _progress: entries_to_ics(entries),
    holds=ics_holds,
)

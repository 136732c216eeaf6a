"""Promises from a table or a calendar: read within limits, hostile until looked through, every mistake told."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from trustcheck.app.carrying.export_document import EARLIEST
from trustcheck.app.collecting.tables import RawTable
from trustcheck.app.presenting.promises import promise_labels, who_label
from trustcheck.app.promises_in import WrittenPromise
from trustcheck.app.refusals import Refused
from trustcheck.domain.checks.promises import MOST_KEPT
from trustcheck.domain.checks.round import PromiseStatus
from trustcheck.exchange.tables.strict_reading import content_of
from trustcheck.exchange.tables.taking import table_of
from trustcheck.words import gettext as _

COLUMNS = ("promise", "who", "until", "sign", "status", "number", "questions")
MOST_BYTES = 512 * 1024
"""Of a calendar."""
MOST_ENTRIES = 500
"""Of a calendar, and rows of a table."""
MOST_LINES = 20_000
_LONGEST = 4_000
"""Letters of anything that is read; what is longer is refused further on, as too long."""
_CALENDAR = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)
_ISO, _DOTTED = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?"), re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_OTHER_STATUS = {"done": PromiseStatus.KEPT, "yes": PromiseStatus.KEPT, "no": PromiseStatus.NOT}


class PromisesOnDisk:
    """Fits :class:`~trustcheck.app.promises_in.PromiseFiles`."""

    def read(self, path: str) -> tuple[WrittenPromise, ...]:
        content, name = content_of(path), Path(path).name
        if _CALENDAR.match(content[:200]):
            return calendar_promises(content, name)
        return table_promises(table_of(content, name))


# A table: a head of known columns in any order, and below it a promise a row.


def table_promises(table: RawTable) -> tuple[WrittenPromise, ...]:
    """Raises :class:`Refused` where its head is not understood, or it has more rows than anybody promises."""
    name = Path(table.name).name
    head = [each.strip().casefold() for each in table.row(0)] if table.rows else []
    unknown = [each for each in head if each and each not in COLUMNS]
    if "promise" not in head or unknown or len(set(head) - {""}) < len([each for each in head if each]):
        raise _no_promises(name)
    if table.rows - 1 > MOST_ENTRIES:
        raise _too_much(name)
    rows = (_row(table, at, head) for at in range(1, table.rows))
    return tuple(each for each in rows if each is not None)


def _row(table: RawTable, at: int, head: list[str]) -> WrittenPromise | None:
    cells = dict(zip(head, (" ".join(each.split())[:_LONGEST] for each in table.row(at)), strict=False))
    if not any(cells.values()):
        return None
    mistakes: list[str] = []
    return WrittenPromise(
        table.lines[at],
        cells.get("promise", ""),
        cells.get("who", ""),
        cells.get("sign", ""),
        _day(cells.get("until", ""), mistakes),
        _status(cells.get("status", ""), mistakes),
        tuple(cells.get("questions", "").replace(",", " ").split()),
        _number(cells.get("number", ""), mistakes),
        mistake=mistakes[0] if mistakes else "",
    )


def _day(written: str, mistakes: list[str]) -> date | None:
    iso, dotted = _ISO.fullmatch(written), _DOTTED.fullmatch(written)
    parts = iso.groups() if iso else dotted.groups()[::-1] if dotted else ()
    with suppress(ValueError):
        if parts and _can_be_meant(day := date(*map(int, parts))):
            return day
    if written:
        mistakes.append(_not_understood())
    return None


def _can_be_meant(day: date) -> bool:
    """No export holds one that lies further back."""
    return day >= EARLIEST


def _not_understood() -> str:
    return _("Its day is not understood. Write it like 2026-11-22.")


def _status(written: str, mistakes: list[str]) -> PromiseStatus | None:
    said = written.casefold()
    if said in _OTHER_STATUS:
        return _OTHER_STATUS[said]
    if said in set(PromiseStatus):
        return PromiseStatus(said)
    if written:
        mistakes.append(_("What became of it is not understood. Write open, kept, partly, not or dropped."))
    return None


def _number(written: str, mistakes: list[str]) -> int | None:
    whole = re.fullmatch(r"(\d{1,2})(?:\.0)?", written, re.ASCII)
    if whole and 0 < int(whole[1]) <= MOST_KEPT:
        return int(whole[1])
    if written:
        mistakes.append(_("No promise has its number."))
    return None


# A calendar: an entry a promise, on its first day.


def calendar_promises(content: bytes, name: str) -> tuple[WrittenPromise, ...]:
    """Raises :class:`Refused` where it is larger than the limits, or no calendar after all."""
    if (
        len(content) > MOST_BYTES
        or content.count(b"\n") > MOST_LINES
        or content.upper().count(b"BEGIN:") > MOST_ENTRIES
    ):
        raise _too_much(name)
    from icalendar import Calendar

    try:
        entries = [each for calendar in Calendar.from_ical(content, multiple=True) for each in calendar.walk("VEVENT")]
        return tuple(_entry(at, each) for at, each in enumerate(entries, 1))
    except MemoryError:
        raise
    # A broken calendar fails in whichever way its values do.
    except Exception as problem:
        raise _no_promises(name) from problem


def _entry(at: int, event: Any) -> WrittenPromise:
    said = dict(_beside(_text(event, "description")))
    start = event.decoded("dtstart", None)
    found = start.date() if isinstance(start, datetime) else start
    day = found if isinstance(found, date) else None
    sequence = event.get("sequence", 0)
    who, signs = who_label(), [promise_labels(together=each)[1] for each in (False, True)]
    return WrittenPromise(
        at,
        _promised(_text(event, "summary")),
        said.get(who, ""),
        next((said[each] for each in signs if each in said), ""),
        day,
        PromiseStatus.DROPPED if _text(event, "status").upper() == "CANCELLED" else None,
        uid=_text(event, "uid"),
        changes=int(sequence) if isinstance(sequence, int) else 0,
        mistake=_("It has no day.") if day is None else "" if _can_be_meant(day) else _not_understood(),
    )


def _text(event: Any, name: str) -> str:
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value)[:_LONGEST].replace("\x00", "")


def _beside(description: str) -> Iterator[tuple[str, str]]:
    for line in description.splitlines():
        label, colon, text = line.partition(": ")
        if colon:
            yield label, text


def _promised(summary: str) -> str:
    """Without the words that stand before a promise in a calendar that was written here."""
    before, _organisation, rest = _("Look again at {organisation}: {promise}").partition("{organisation}")
    between = rest.partition("{promise}")[0]
    found = re.match(f"{re.escape(before)}.+?{re.escape(between)}(.+)", summary)
    return " ".join((found[1] if found else summary).split())


def _no_promises(name: str) -> Refused:
    what_to_do = _(
        "Choose a calendar (ICS), or a table whose columns are called {columns}; only the first has to be there."
    )
    return Refused(
        _("{name} holds no promises that can be read.").format(name=name),
        _("Nothing was changed."),
        what_to_do.format(columns=", ".join(COLUMNS)),
    )


def _too_much(name: str) -> Refused:
    return Refused(
        _("{name} holds more than promises of one check.").format(name=name),
        _("Nothing was changed."),
        _("Choose a file with at most {limit} entries.").format(limit=MOST_ENTRIES),
    )

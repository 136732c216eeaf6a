"""Promises from tables and calendars: what was written here comes back, and no hostile file does harm."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.parcels import QUESTIONNAIRES
from trustcheck.app.promises_in import WrittenPromise, coming_in, of_check, uid_of
from trustcheck.app.refusals import Refused
from trustcheck.app.store.export_model import Belongings, Parcel, PersonalCheck
from trustcheck.domain.checks.round import Promise, PromiseStatus, RoundKind, RoundState
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.exports.promise_calendar import entries_of, entries_to_ics
from trustcheck.exchange.tables.promise_files import COLUMNS, MOST_BYTES, PromisesOnDisk

DAY = date(2026, 11, 22)
PROMISES = (
    Promise("Ask before I decide", date(2027, 3, 1), "people ask back", who="Ada", changes=1),
    Promise("Answer: in public", date(2027, 4, 1), number=2, status=PromiseStatus.DROPPED),
)
UIDS = {uid_of(of_check("North: gate", RoundKind.PERSONAL, DAY, 1), number): number for number in range(1, 10)}


def calendar(*promises: Promise) -> bytes:
    check = PersonalCheck(
        questionnaire=QUESTIONNAIRES[0],
        state=RoundState.CLOSED,
        started_on=DAY,
        closed_on=DAY,
        form=Form.FULL,
        perspective=Perspective.STAFF,
        promises=promises,
    )
    return entries_to_ics(entries_of(Parcel((Belongings("North: gate", checks=(check,)),))))


def read(folder: Path, content: bytes, name: str = "promises.ics") -> tuple[WrittenPromise, ...]:
    file = folder / name
    file.write_bytes(content)
    return PromisesOnDisk().read(str(file))


def refusal(folder: Path, content: bytes, name: str = "promises.ics") -> str:
    with pytest.raises(Refused) as refused:
        read(folder, content, name)
    return refused.value.sentence


def test_a_calendar_that_was_written_here_changes_nothing_here(tmp_path: Path) -> None:
    told = coming_in(read(tmp_path, calendar(*PROMISES)), PROMISES, UIDS, QUESTIONNAIRES[0])

    assert [each.told for each in told] == ["It is there already, exactly like this."] * 2


def test_a_day_that_was_moved_in_the_calendar_moves_here(tmp_path: Path) -> None:
    moved = calendar(*PROMISES).replace(b"20270301", b"20270315").replace(b"20270302", b"20270316")
    first, _second = coming_in(read(tmp_path, moved), PROMISES, UIDS, QUESTIONNAIRES[0])

    assert first.promise == replace(PROMISES[0], look_again_on=date(2027, 3, 15))


def test_an_entry_of_another_program_is_a_promise_on_its_first_day(tmp_path: Path) -> None:
    entry = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@mail\r\n"
        b"SUMMARY:We answer\\, all of us\r\nDTSTART;TZID=Europe/Berlin:20270301T090000\r\n"
        b"RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert read(tmp_path, entry) == (WrittenPromise(1, "We answer, all of us", day=date(2027, 3, 1), uid="1@mail"),)


def test_an_entry_on_a_day_that_no_export_holds_stays_out(tmp_path: Path) -> None:
    (entry, _other) = read(tmp_path, calendar(*PROMISES).replace(b"20270301", b"00260301"))

    assert entry.mistake == "Its day is not understood. Write it like 2026-11-22."


def test_a_table_is_read_from_csv_and_from_a_workbook_alike(tmp_path: Path) -> None:
    rows = [
        COLUMNS,
        ("We ask first", "Ada", "2027-03-01", "they ask back", "kept", "1", "A1 B1"),
        ("We answer", "", "1.4.2027", "", "", "", ""),
        ("We rest", "", "soon", "", "", "", ""),
        ("We go", "", "", "", "perhaps", "", ""),
        ("We stay", "", "", "", "", "0", ""),
        ("We wait", "", "0026-03-01", "", "", "", ""),
    ]
    book = BytesIO()
    with Workbook(book, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    text = "\n".join(";".join(row) for row in rows).encode()

    found = read(tmp_path, text, "promises.csv")
    assert found == read(tmp_path, book.getvalue(), "promises.xlsx")
    assert found[0] == WrittenPromise(
        2, "We ask first", "Ada", "they ask back", date(2027, 3, 1), PromiseStatus.KEPT, ("A1", "B1"), 1
    )
    assert found[1] == WrittenPromise(3, "We answer", day=date(2027, 4, 1))
    assert [each.mistake.split(".")[0] for each in found[2:]] == [
        "Its day is not understood", "What became of it is not understood", "No promise has its number",
        "Its day is not understood",
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["who,until", "promise,promise", "promise,colour"])
def test_a_table_of_something_else_is_refused(tmp_path: Path, head: str) -> None:
    assert refusal(tmp_path, f"{head}\na,b\n".encode(), "x.csv") == "x.csv holds no promises that can be read."


def hostile() -> Iterator[bytes]:
    """Large, deep, endless and broken calendars."""
    yield b"BEGIN:VCALENDAR\r\n" + b"x" * MOST_BYTES
    yield b"BEGIN:VCALENDAR\r\n" * 400
    yield b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 499
    yield b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999\r\nEND:VEVENT\r\nEND:VCALENDAR"
    yield b"BEGIN:VCALENDAR\r\n" + b"END:VEVENT\r\n" * 500
    yield b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + b"\\n" * 200_000 + b"\r\nEND:VEVENT\r\nEND:VCALENDAR"
    yield b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + b"UID:1\r\n" * 15_000 + b"END:VEVENT\r\nEND:VCALENDAR"
    yield b"BEGIN:VCALENDAR\r\nX;" + b'A="' * 100_000 + b"\r\n"
    yield (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH:file:///etc/passwd\r\n"
        b"DTSTART;TZID=../../x:20270301T090000\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )


def mutated(chance: random.Random) -> bytes:
    """A calendar of ours with some of its bytes changed, left out or written again."""
    content = bytearray(calendar(*PROMISES))
    for _time in range(chance.randint(1, 12)):
        at = chance.randrange(len(content))
        match chance.randrange(3):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randint(1, 40)]
            case _:
                content[at:at] = content[at : at + chance.randint(1, 200)]
    return bytes(content)


def test_no_hostile_calendar_does_harm_and_each_is_told(tmp_path: Path) -> None:
    chance, refused, taken = random.Random(11), 0, 0
    for content in (*hostile(), *(mutated(chance) for _time in range(150))):
        try:
            told = coming_in(read(tmp_path, content), PROMISES, UIDS, QUESTIONNAIRES[0])
        except Refused:
            refused += 1
        else:
            taken += 1
            assert all(each.told for each in told)
            assert all(len(each.promise.text) <= 500 for each in told if each.promise is not None)

    assert refused > 10
    assert taken > 10

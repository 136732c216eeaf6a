"""A room in a program of its own: phones on a real connection, and a real data file behind the pipe."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

import pytest

from tests import group_builders
from tests.room.rooms import LOOPBACK, open_room, people_answer, what_they_saw
from tests.storage.people import ASKED, DAY, LEADER, SETUP, STAFF
from trustcheck.app.collecting.phone_room import CheckForPhones, NewsOfRoom, PhonesIn, RoomNews, phone_sheet
from trustcheck.app.collecting.room_order import PageKind
from trustcheck.app.ports import NotSaved, Progress, Refused
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Answer, SaidBeside
from trustcheck.exchange.room_process import RoomProcess
from trustcheck.storage.store import SqliteStore, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = open_store(str(tmp_path / "mine.trustcheck"))
    yield made
    made.close()


def said_by(code: str) -> dict[str, object]:
    """What a phone hands over that answered one question."""
    return {"sheet": code, "view": "staff", "answers": {"A1": 3}, "guesses": {}, "drill": {}, "notes": {}}


def test_a_phone_answers_one_sheet_and_it_is_in_the_data_file_before_the_phone_is_thanked(store: SqliteStore) -> None:
    with open_room(store, 2) as room:
        assert what_they_saw(people_answer(room.process.door, room.codes[:1])) == {room.codes[0]: "Thank you."}
        assert room.finished == 1
        assert [room.news.get(timeout=60).what for _each in range(2)] == [RoomNews.BEGUN, RoomNews.KEPT]
        assert room.phones.unused == room.codes[1:]
    store.sheets.add(room.round_id, [])
    store.groups.close(room.round_id, DAY)
    (response,) = store.groups.round(room.round_id).responses
    assert response.perspective is STAFF
    assert dict(response) == dict.fromkeys(ASKED.order, Answer(4))


def test_a_sheet_that_the_disk_does_not_take_is_not_thanked_for_and_is_taken_when_it_is_sent_again(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add, refusals = store.sheets.add, iter([True, False])

    def now_and_then(round_id: int, sheets: Sequence[Sheet], progress: Progress | None = None) -> None:
        if next(refusals):
            raise NotSaved("full", "", "")
        add(round_id, sheets, progress)

    monkeypatch.setattr(store.sheets, "add", now_and_then)
    with open_room(store, 1) as room:
        # Whoever is told that it was not saved presses Finish once more.
        assert what_they_saw(people_answer(room.process.door, room.codes)) == {room.codes[0]: "Your answers"}
        assert room.finished == 0
        assert what_they_saw(people_answer(room.process.door, room.codes)) == {room.codes[0]: "Thank you."}
        assert room.finished == 1


def test_whoever_looks_at_the_codes_does_not_wait_for_the_disk(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window does so with every sheet that comes in."""
    seen: list[Sequence[str]] = []
    with open_room(store, 1) as room:

        def while_it_is_saved(_round_id: int, _sheets: Sequence[Sheet]) -> None:
            looking = Thread(target=lambda: seen.append(room.phones.unused), daemon=True)
            looking.start()
            looking.join(timeout=60)

        monkeypatch.setattr(store.sheets, "add", while_it_is_saved)
        assert room.phones.keep(said_by(room.codes[0]))
    assert seen == [room.codes]


def test_a_sheet_that_is_sent_twice_counts_once(store: SqliteStore) -> None:
    with open_room(store, 1) as room:
        said = said_by(room.codes[0])

        assert [room.phones.keep(said), room.phones.keep(said)] == [True, True]
        assert room.finished == 1


@pytest.mark.parametrize(
    "made_up",
    [
        {"sheet": "CCCCCCCCC"},
        {"sheet": None},
        {"view": "visitor"},
        {"answers": {"A1": 6}},
        {"answers": {"A1": 0}},
        {"answers": {"A1": True}},
        {"answers": {"A1": "3"}},
        {"answers": {"Z9": 3}},
        {"answers": ["A1"]},
        {"answers": {}},
        {"notes": {"A1": "x" * 501}},
        {"notes": {"A1": 5}},
        {"notes": None},
        {"guesses": {"A": 3}},
        {"drill": {"D1": 0}},
        {"drill": None},
    ],
)
def test_what_no_page_of_ours_could_have_sent_is_no_sheet(store: SqliteStore, made_up: dict[str, object]) -> None:
    with open_room(store, 1) as room:
        said = {
            "sheet": room.codes[0],
            "view": "staff",
            "answers": {"A1": 3},
            "guesses": {},
            "drill": {},
            "notes": {},
            **made_up,
        }

        assert not room.phones.keep(said)
        assert room.finished == 0


def test_a_room_that_was_killed_loses_no_sheet_and_the_same_codes_open_another(store: SqliteStore) -> None:
    with open_room(store, 12) as room:
        people = people_answer(room.process.door, room.codes)
        while room.news.get(timeout=60).what is not RoomNews.KEPT:
            pass
        os.kill(room.process.pid, signal.SIGKILL)
        saw = what_they_saw(people)
        while room.news.get(timeout=60).what is not RoomNews.CLOSED:
            pass

        thanked = {code for code, heading in saw.items() if heading}
        kept = set(room.codes) - set(room.phones.unused)
        assert thanked <= kept
        assert room.finished == len(kept)


def test_a_room_closes_by_itself_when_its_time_is_over(store: SqliteStore) -> None:
    with open_room(store, 1, seconds=1) as room:
        assert room.news.get(timeout=60).what is RoomNews.CLOSED
        assert what_they_saw(people_answer(room.process.door, room.codes)) == {room.codes[0]: ""}


def test_a_room_ends_with_whoever_opened_it(store: SqliteStore) -> None:
    with open_room(store, 1) as room:
        door = room.process.door
    assert what_they_saw(people_answer(door, room.codes)) == {room.codes[0]: ""}


def test_a_port_that_is_taken_is_refused_in_one_sentence(store: SqliteStore, tmp_path: Path) -> None:
    with open_room(store, 1) as room:
        port = int(room.process.door.rpartition(":")[2])
        other = open_store(str(tmp_path / "other.trustcheck"))
        try:
            with pytest.raises(Refused, match="No room could be opened"), open_room(other, 1, port=port):
                pass
        finally:
            other.close()
    assert room.process.door == f"{LOOPBACK}:{port}"


def test_codes_are_as_many_as_forty_bits_and_read_without_mistake() -> None:
    from trustcheck.app.collecting.form_identity import ALPHABET
    from trustcheck.app.collecting.phone_room import PHONE_CODE_LENGTH, shown_code

    assert len(ALPHABET) ** PHONE_CODE_LENGTH >= 2**40
    assert not set(ALPHABET) & set("O0I1LS5Z2B8")
    assert shown_code("CDFGHJKMN") == "CDF-GHJ-KMN"


def test_nothing_of_a_code_is_in_the_data_file(store: SqliteStore, tmp_path: Path) -> None:
    with open_room(store, 2) as room:
        what_they_saw(people_answer(room.process.door, room.codes))
        assert store.sheets.taken_codes(room.round_id) == frozenset()
        found = [
            path.name for path in tmp_path.iterdir() if any(code.encode() in path.read_bytes() for code in room.codes)
        ]
    assert found == []
    assert isinstance(room.phones, PhonesIn)


MORE = replace(SETUP, dots=True, guesses=True, drill=True)


def test_a_check_that_asks_more_asks_it_on_phones_and_keeps_it_with_the_sheet(store: SqliteStore) -> None:
    asked = group_builders.shipped()
    check = CheckForPhones(group_builders.summary(MORE, 0), MORE, asked)
    pages = [each.asked for each in check.questions(LEADER)]
    said: dict[str, object] = {"view": "leader", "answers": {"GI1": 4}, "notes": {}, "dots": True}

    assert [pages.count(each) for each in PageKind] == [40, len(asked.themes), len(asked.scenarios)]
    assert PageKind.GUESS not in {each.asked for each in check.questions(STAFF)}
    card = asked.scenarios[0]
    sheet = phone_sheet(check, {**said, "guesses": {"GI": 2}, "drill": {card.id: card.rungs[0]}})
    assert sheet is not None
    assert sheet.response.beside == SaidBeside(dots=True, guesses={"GI": 2}, drill={card.id: card.rungs[0]})
    for made_up in (
        {"guesses": {"GI": -1}, "drill": {}},
        {"guesses": {"GI1": 2}, "drill": {}},
        {"guesses": {}, "drill": {card.id: 9}},
        {"guesses": {}, "drill": {"GI": 1}},
        {"guesses": {}},
        {"view": "staff", "guesses": {"GI": 2}, "drill": {}},
    ):
        assert phone_sheet(check, {**said, **made_up}) is None


def test_a_check_that_asks_for_no_dots_keeps_nobody_s_consent() -> None:
    check = CheckForPhones(group_builders.summary(SETUP, 0), SETUP, ASKED)
    sheet = phone_sheet(
        check, {"view": "leader", "answers": {"A1": 4}, "notes": {}, "dots": True, "guesses": {}, "drill": {}}
    )

    assert sheet is not None
    assert not sheet.response.beside.dots


def test_a_room_that_is_opened_again_is_where_the_cards_say(store: SqliteStore, tmp_path: Path) -> None:
    """The system keeps a door for a while where the room itself let go of a connection."""
    with open_room(store, 1) as room:
        phone = people_answer(room.process.door, (), "held_open.py")
        assert phone.stdout is not None
        assert phone.stdout.readline() == "there\n"
    phone.communicate(timeout=60)
    other = open_store(str(tmp_path / "other.trustcheck"))
    with open_room(other, 1, port=int(room.process.door.rpartition(":")[2])) as again:
        assert again.process.door == room.process.door
    other.close()


def test_a_room_speaks_the_language_its_questions_are_in(store: SqliteStore) -> None:
    with open_room(store, 1) as room:
        check = CheckForPhones(*store.groups.setup(room.round_id))
        given = replace(check.order(LOOPBACK, room.codes, {}, port=0), language="de")
        process = RoomProcess(given, room.phones.keep, room.news.put)
        try:
            seen = what_they_saw(people_answer(process.door, ["AAA-AAA-AAA"]))
        finally:
            process.close()

    assert seen == {"AAA-AAA-AAA": "Das ist keiner der Codes dieses Raums. Sehen Sie noch einmal auf Ihre Karte."}


STRANGE = "print('{\"open\": \"here\"}', '[' * 60_000, sep='\\n', flush=True)"
"""A program that opens a room and then says what no room of ours says."""


def test_a_room_that_says_what_no_room_says_is_told_to_be_closed(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = subprocess.Popen

    def start_another(_command: list[str], **how: Any) -> "subprocess.Popen[bytes]":
        return start([sys.executable, "-c", STRANGE], **how)

    with open_room(store, 1) as room:
        given = CheckForPhones(*store.groups.setup(room.round_id)).order(LOOPBACK, room.codes, {}, port=0)
        monkeypatch.setattr(subprocess, "Popen", start_another)
        news = SimpleQueue[NewsOfRoom]()
        process = RoomProcess(given, room.phones.keep, news.put)

        assert news.get(timeout=60).what is RoomNews.CLOSED
        process.close()

"""Sheets that come in as one array are kept, refused and closed as sheets that come one by one."""

from collections.abc import Sequence
from contextlib import closing as ending
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from tests.storage.people import ASKED, DAY, LEADER, SETUP, STAFF, given, opened
from trustcheck.app.ports import Cancelled, Damaged, NotSaved, Refused
from trustcheck.domain.checks.coded_sheets import CodedSheets
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.coded_responses import VIEWS, from_columns
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.groups import closing
from trustcheck.storage.groups.sheet_rows import released_sheets
from trustcheck.storage.groups.sheet_texts import coded_responses
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore, open_store

MANY = 1200
"""More than one piece, and a last one that is not full."""
COUNTED = ("response", "sheet", "answer", "note")


def coded(number: int = MANY, *, items: tuple[str, ...] = ASKED.order, highest: int = 5) -> CodedSheets:
    drawn = Random(7)
    codes = [-2, -1, 0, *range(1, highest + 1)]
    columns = {item: bytes(code % 256 for code in drawn.choices(codes, k=number)) for item in items}
    views = bytes(drawn.choices(range(len(VIEWS)), (1, 9), k=number))
    return CodedSheets(from_columns(Form.FULL, columns, views, range(number)))


def kept(store: SqliteStore) -> dict[str, int]:
    with store.file.reading() as connection:
        return {
            table: connection.execute(sa.select(sa.func.count()).select_from(sa.table(table))).scalar_one()
            for table in COUNTED
        }


def closed(store: SqliteStore, sheets: list[Sheet] | CodedSheets, name: str) -> object:
    round_id = opened(store, name=name)
    store.sheets.add(round_id, sheets)
    arrived = store.groups.arrived(round_id)
    store.groups.close(round_id, DAY)
    found = store.groups.round(round_id)
    return given(found.responses), arrived, found.hurried, found.waiting


def test_they_are_kept_as_those_that_come_one_by_one(store: SqliteStore) -> None:
    sheets = coded()

    assert closed(store, sheets, "As an array") == closed(store, list(sheets), "One by one")


def test_in_a_protected_file_they_are_closed_as_in_one_without_a_passphrase(store: SqliteStore, tmp_path: Path) -> None:
    """Their answers go back another way there, and in the order of their ids all the same."""
    sheets, path = coded(100), str(tmp_path / "protected.trustcheck")
    with ending(open_store(path, passphrase="seven words")) as protected:
        assert closed(protected, sheets, "Protected") == closed(store, sheets, "Plain")
    assert SqliteSafekeeping().verify(path, "seven words").is_whole


@pytest.mark.parametrize("change", ["", "DELETE FROM answer", "UPDATE answer SET item = 'x,\u00e9' WHERE item = 'A1'"])
def test_answers_of_many_sheets_as_one_text_are_those_of_each(store: SqliteStore, change: str) -> None:
    """As a protected file reads them, also where nobody answered or an item is called by what parts answers."""
    round_id = opened(store)
    store.sheets.add(round_id, [*coded(), Sheet(Response(STAFF, Form.FULL, {}))])
    store.groups.close(round_id, DAY)
    with store.file.writing("") as connection:
        if change:
            connection.exec_driver_sql(change)
        one, other = (
            [tuple(row) for some in released_sheets(connection, round_id, is_protected=each) for row in some]
            for each in (False, True)
        )

    assert one == other
    assert len(one) == MANY + 1
    assert "{}" in {answers for _id, _view, answers, _beside in one}


def test_what_was_skipped_has_no_row(store: SqliteStore) -> None:
    sheets = coded()
    store.sheets.add(opened(store), sheets)

    assert kept(store) == {
        "response": MANY,
        "sheet": MANY,
        "answer": sum(len(each.response.answers) for each in sheets),
        "note": 0,
    }


class MadeLate(Sequence[Sheet]):
    """Sheets as a table hands them over; one by one they would take twice as long."""

    def __init__(self, sheets: CodedSheets) -> None:
        self._sheets = sheets

    def __len__(self) -> int:
        return len(self._sheets)

    def __getitem__(self, place: Any) -> Any:
        assert isinstance(place, slice)
        return self._sheets[place]


def test_those_of_a_table_are_asked_for_all_at_once(store: SqliteStore) -> None:
    store.sheets.add(opened(store), MadeLate(coded(30)))

    assert kept(store)["sheet"] == 30


def test_one_array_that_does_not_belong_is_kept_out_whole(store: SqliteStore) -> None:
    everybody = opened(store)
    staff_only = opened(store, replace(SETUP, perspectives=(STAFF,), invited={STAFF: 5}), name="Staff only")
    for round_id, sheets, reason in (
        (staff_only, coded(), "a leader's, and this check asks staff only"),
        (everybody, coded(items=(*ASKED.order, "Z9")), "does not ask: Z9"),
        (everybody, coded(highest=7), "not on the scale from 1 to 5"),
    ):
        with pytest.raises(NotSaved, match=reason):
            store.sheets.add(round_id, sheets)
    assert not any(kept(store).values())


def test_stopped_halfway_they_leave_nothing(store: SqliteStore) -> None:
    round_id = opened(store)

    def stop(done: int, of: int) -> None:
        if done > of // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.sheets.add(round_id, coded(), stop)
    assert not any(kept(store).values())
    store.sheets.add(round_id, coded(10))
    assert kept(store)["sheet"] == 10


def links_are_looked_for(store: SqliteStore) -> bool:
    with store.file.writing("") as connection:
        return bool(connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one())


def test_after_many_rows_links_are_looked_for_again_however_it_ended(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, coded(100))
    assert links_are_looked_for(store)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.sheets.add(round_id, coded(100), stop)
    assert links_are_looked_for(store)
    store.groups.close(round_id, DAY)
    assert links_are_looked_for(store)
    with pytest.raises(Refused):
        store.groups.close(round_id, DAY)
    assert links_are_looked_for(store)


@pytest.mark.parametrize("others", [0, 20, 200])
def test_closing_leaves_every_link_whole_and_other_checks_as_they_are(store: SqliteStore, others: int) -> None:
    """Alone in its file, beside a smaller one and beside a larger one: answers move in another way each time."""
    store.sheets.add(opened(store, name="Another"), coded(others))
    round_id = opened(store)
    store.sheets.add(round_id, coded(100))
    before = kept(store)
    store.groups.close(round_id, DAY)

    assert kept(store) == before
    with store.file.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert connection.exec_driver_sql("SELECT name FROM sqlite_temp_master").first() is None
    assert given(store.groups.round(round_id).responses) == given([each.response for each in coded(100)])


def test_closing_tells_how_far_it_is_and_stopped_anywhere_it_changes_nothing(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, coded(3000))
    before, told = everything(store), []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        raise Cancelled

    def stop_later(done: int, of: int) -> None:
        if done > len(told) * 1000:
            stop(done, of)

    for _try in range(5):
        with pytest.raises(Cancelled):
            store.groups.close(round_id, DAY, progress=stop_later)
        assert everything(store) == before
    assert told == [(1000 * at, 6000) for at in range(1, 6)]

    store.groups.close(round_id, DAY, progress=lambda done, of: told.append((done, of)))
    assert told[5:] == [(1000 * at, 6000) for at in range(1, 7)]
    assert len(store.groups.round(round_id).responses) == 3000


def everything(store: SqliteStore) -> list[object]:
    with store.file.reading() as connection:
        driver = connection.connection.driver_connection
        return [driver.execute(f"SELECT * FROM {table}").fetchall() for table in ("round", "setting", *COUNTED)]


def test_a_row_that_would_be_lost_stops_the_closing(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, coded(100))
    before = kept(store)
    monkeypatch.setattr(closing, "PUT_BACK", f"{closing.PUT_BACK} WHERE item <> 'A1'")

    with pytest.raises(Damaged):
        store.groups.close(round_id, DAY)
    monkeypatch.undo()
    assert kept(store) == before
    store.groups.close(round_id, DAY)
    assert kept(store) == before


def test_a_questionnaire_may_name_its_items_as_it_likes(store: SqliteStore) -> None:
    """An item whose name looks like the text answers are read from is read as one."""
    for code, text in ((3, '{"A1":3,"x,y":4}'), (2, '{"A1\\":3,\\"A2":1,"A1":2}')):
        read = coded_responses([[(1, STAFF.value, text, ""), (2, LEADER.value, "{}", "")]], Form.FULL, ASKED)
        assert [{item: answer.code for item, answer in each} for each in read] == [{"A1": code}, {}]


@pytest.mark.parametrize(
    "text", ['{"A1":6}', '{"A1":0}', '{"A1":"3"}', '{"A1":3.5}', '{"A1":null}', '{"A1"', '{"A1":3,}', "[3]", "{A}"]
)
def test_a_damaged_row_is_never_read_as_an_answer(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        coded_responses([[(1, STAFF.value, '{"A1":3}', ""), (2, STAFF.value, text, "")]], Form.FULL, ASKED)

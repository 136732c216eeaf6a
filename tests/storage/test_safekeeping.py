"""Copies, looking into them, putting one back, and passphrases that are set, changed and taken off."""

import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from threading import Thread
from unittest.mock import Mock

import pytest
from sqlcipher3 import dbapi2

from tests.builders import questionnaire
from tests.storage.kept_copies import KEEPING, MARK, TODAY, marked, planted
from tests.storage.people import DAY, opened, sheets
from tests.storage.torn_changes import traces
from trustcheck.app.ports import Damaged, InUse, Locked, NewRound, NotSaved, NotWritten
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.file import whole_copy
from trustcheck.storage.file.copies import folder_of
from trustcheck.storage.file.wal_guard import KeptLog
from trustcheck.storage.safety import open_copies, protecting
from trustcheck.storage.store import SqliteStore, open_store


def test_the_last_seven_days_are_kept_one_copy_each(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    for day in range(10):
        planted(store, new, f"place {day}")
        store.safety.make_copy(TODAY + timedelta(days=day))
        store.safety.make_copy(TODAY + timedelta(days=day))
    store.close()

    copies = KEEPING.copies(str(path))
    assert [each.made_on for each in copies] == [TODAY + timedelta(days=day) for day in range(9, 2, -1)]
    assert [KEEPING.look_into(each.path, passphrase).checks for each in copies] == list(range(10, 3, -1))


def test_a_clock_that_is_set_back_or_far_ahead_costs_no_copy(path: Path) -> None:
    store = open_store(str(path))
    days = [*(TODAY + timedelta(days=day) for day in range(7)), date(2099, 1, 1), date(2019, 5, 4)]
    for day in days:
        store.safety.make_copy(day)
    store.close()

    assert [each.made_on for each in KEEPING.copies(str(path))] == days[:-8:-1]


def test_a_copy_is_private_and_says_no_clock_time(kept: Path) -> None:
    (copy,) = KEEPING.copies(str(kept))

    assert stat.S_IMODE(Path(copy.path).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(copy.path).parent.stat().st_mode) == 0o700
    assert Path(copy.path).stat().st_mtime % 86400 == 12 * 3600
    assert [each.name for each in folder_of(str(kept)).iterdir()] == ["0001 2026-11-22.trustcheck"]


def test_a_copy_holds_what_stood_only_in_the_log(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    round_id = planted(store, new)
    copy = store.safety.make_copy(TODAY)
    answered = store.rounds.round(round_id)
    store.close()

    looking = open_store(copy.path, look_only=True, passphrase=passphrase)
    assert looking.rounds.round(round_id) == answered
    looking.close()


def test_a_copy_that_reads_otherwise_is_thrown_away_and_the_one_before_stays(
    store: SqliteStore, path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that gives back another answer than it was given, in a file that is sound."""
    store.rounds.save_answer(store.rounds.begin(new), "A1", Answer(3))
    before = store.safety.make_copy(TODAY)

    def turned_on_the_disk(fresh: Path) -> None:
        with closing(dbapi2.connect(str(fresh), isolation_level=None)) as driver:
            driver.execute("UPDATE answer SET code = 4")

    monkeypatch.setattr(whole_copy, "sync", turned_on_the_disk)
    with pytest.raises(NotWritten, match="does not read like the file"):
        store.safety.make_copy(TODAY + timedelta(days=1))

    assert KEEPING.copies(str(path)) == (before,)
    assert [each.name for each in folder_of(str(path)).iterdir()] == [Path(before.path).name]


def test_looking_into_a_copy_says_what_is_in_it_and_touches_nothing(kept: Path, passphrase: str) -> None:
    (copy,) = KEEPING.copies(str(kept))
    before = traces(Path(copy.path))

    contents = KEEPING.look_into(copy.path, passphrase)

    assert [(each.name, each.checks, each.last_on) for each in contents.organisations] == [
        (f"{MARK} Ltd", 1, date(2026, 11, 20))
    ]
    assert contents.answers == len(contents.organisations) * contents.organisations[0].answers > 0
    assert traces(Path(copy.path)) == before


def test_a_backup_replaces_an_older_one_whole_and_never_the_file_itself(kept: Path, passphrase: str) -> None:
    elsewhere = kept.with_name("stick.trustcheck")
    elsewhere.write_bytes(b"an older one")
    KEEPING.back_up(str(kept), str(elsewhere), passphrase)

    assert KEEPING.look_into(str(elsewhere), passphrase) == KEEPING.look_into(str(kept), passphrase)
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o600
    with pytest.raises(NotWritten, match="is the data file itself"):
        KEEPING.back_up(str(kept), str(kept), passphrase)
    with pytest.raises(NotWritten, match="not a place for a file"):
        KEEPING.back_up(str(kept), str(kept.parent), passphrase)


def test_restoring_sets_aside_what_stood_there_with_its_log(kept: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(kept), passphrase=passphrase)
    planted(store, new, "later")
    store.close()
    later = kept.read_bytes()
    (copy,) = KEEPING.copies(str(kept))
    Path(f"{kept}-wal").write_bytes(b"a log of the old file")

    aside = KEEPING.restore(copy.path, str(kept), TODAY, passphrase)

    assert Path(aside).name == "mine (set aside 2026-11-22).trustcheck"
    assert Path(aside).read_bytes() == later
    assert Path(f"{aside}-wal").read_bytes() == b"a log of the old file"
    assert not Path(f"{kept}-wal").exists()
    assert KEEPING.look_into(str(kept), passphrase).checks == 1
    open_store(str(kept), passphrase=passphrase).close()


def test_restoring_where_nothing_stands_makes_the_file(kept: Path, tmp_path: Path, passphrase: str) -> None:
    (copy,) = KEEPING.copies(str(kept))

    assert KEEPING.restore(copy.path, str(tmp_path / "new" / "place.trustcheck"), TODAY, passphrase) == ""

    assert KEEPING.look_into(str(tmp_path / "new" / "place.trustcheck"), passphrase).checks == 1


def test_a_file_that_is_open_is_not_restored_over_nor_protected(kept: Path, passphrase: str) -> None:
    store = open_store(str(kept), passphrase=passphrase)
    (copy,) = KEEPING.copies(str(kept))
    try:
        with pytest.raises(InUse):
            KEEPING.restore(copy.path, str(kept), TODAY, passphrase)
        with pytest.raises(InUse):
            KEEPING.protect(str(kept), passphrase, "another one")
    finally:
        store.close()
    assert [each.name for each in kept.parent.iterdir() if each.name.startswith(".")] == []


def test_a_whole_file_is_called_whole_and_stays_as_it_is(kept: Path, passphrase: str) -> None:
    before = traces(kept)

    verdict = KEEPING.verify(str(kept), passphrase)

    assert verdict.is_whole
    assert verdict.contents is not None
    assert verdict.contents.checks == 1
    assert traces(kept) == before


def test_a_damaged_file_is_called_damaged_and_stays_as_it_is(kept: Path, passphrase: str) -> None:
    content = bytearray(kept.read_bytes())
    for page in range(len(content) // 4096 - 3, len(content) // 4096):
        content[page * 4096 + 20 : page * 4096 + 400] = Random(5).randbytes(380)
    kept.write_bytes(content)
    before = traces(kept)

    verdict = KEEPING.verify(str(kept), passphrase)

    assert not verdict.is_whole
    assert all(each.endswith(".") for each in verdict.damages)
    assert traces(kept) == before


def test_a_row_that_says_what_no_answer_says_is_damage_too(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    store.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("PRAGMA ignore_check_constraints = ON")
        driver.execute("UPDATE questionnaire SET text = substr(text, 1, 99)")

    assert KEEPING.verify(str(path)).damages == (
        "The check begun on 20 November 2026 does not read as what was answered.",
    )  # fmt: skip


def test_what_is_rescued_from_a_whole_file_is_all_of_it(kept: Path, passphrase: str) -> None:
    to = kept.with_name("rescued.trustcheck")
    before = traces(kept)[0]

    rescued = KEEPING.rescue(str(kept), str(to), passphrase)

    assert rescued.lost == ()
    assert rescued.contents.organisations == KEEPING.look_into(str(kept), passphrase).organisations
    assert KEEPING.verify(str(to), passphrase).is_whole
    assert traces(kept)[0] == before


def test_from_a_damaged_file_everything_that_still_reads_is_rescued(path: Path, new: NewRound) -> None:
    """One page of answers after the other is destroyed; the answers of the others come through."""
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(400)))
    store.close()
    content = path.read_bytes()
    leaves = [at for at in range(4096, len(content), 4096) if content[at : at + 4096].count(b"C1") > 5]
    assert len(leaves) > 20
    for number, at in enumerate(leaves[3:23:10]):
        damaged = bytearray(content)
        damaged[at : at + 4096] = Random(5).randbytes(4096)
        path.write_bytes(damaged)
        to = path.with_name(f"rescued {number}.trustcheck")

        rescued = KEEPING.rescue(str(path), str(to))

        assert any(each.startswith("Answers: ") for each in rescued.lost)
        assert 400 * 16 * 0.9 < rescued.contents.answers < 400 * 16
        assert KEEPING.verify(str(to)).is_whole


@pytest.mark.parametrize("columns", ["id AS strange", 'name AS "odd "" name"', "id, name"], ids=repr)
def test_what_stands_in_tables_of_other_columns_is_told_and_the_rest_rescued(
    path: Path, new: NewRound, columns: str
) -> None:
    """As where the list of tables itself is damaged."""
    store = open_store(str(path))
    planted(store, new)
    store.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute(f"CREATE TABLE other AS SELECT {columns} FROM organisation")
        driver.execute("DROP TABLE organisation")
        driver.execute("ALTER TABLE other RENAME TO organisation")

    rescued = KEEPING.rescue(str(path), str(path.with_name("rescued.trustcheck")))

    named = columns == "id, name"
    assert rescued.lost == (() if named else ("Organisations: none could be read; 1 made no sense.",))
    assert [each.name == f"{MARK} Ltd" for each in rescued.contents.organisations] == [named]
    assert rescued.contents.checks == 1


def test_a_rescue_never_takes_the_place_of_a_file(kept: Path, passphrase: str) -> None:
    with pytest.raises(NotWritten, match="already exists"):
        KEEPING.rescue(str(kept), str(kept), passphrase)


def test_setting_a_passphrase_leaves_nothing_readable_in_the_folder(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    store.safety.make_copy(TODAY)
    store.safety.make_copy(TODAY + timedelta(days=1))
    store.close()
    Path(path.with_name("mine.schema-1.trustcheck")).write_bytes(path.read_bytes())
    assert len(marked(path.parent)) == 4

    KEEPING.protect(str(path), "", "the quiet heron")

    assert marked(path.parent) == []
    assert [each.name for each in path.parent.rglob("*") if "anew" in each.name] == []
    with pytest.raises(Locked):
        open_store(str(path))
    for each in KEEPING.copies(str(path)):
        assert KEEPING.look_into(each.path, "the quiet heron").checks == 1
    found = open_store(str(path), passphrase="the quiet heron")
    assert found.rounds.summaries()[0].answered == len(new.questionnaire.order)
    assert found.safety.is_protected
    found.close()
    assert KEEPING.verify(str(path), "the quiet heron").is_whole


def test_changing_it_shuts_out_the_old_one_for_the_copies_too(path: Path, new: NewRound) -> None:
    store = open_store(str(path), passphrase="the old heron")
    planted(store, new)
    store.safety.make_copy(TODAY)
    store.close()

    KEEPING.protect(str(path), "the old heron", "the new heron")

    for each in (str(path), *(copy.path for copy in KEEPING.copies(str(path)))):
        with pytest.raises(Locked):
            KEEPING.look_into(each, "the old heron")
        assert KEEPING.look_into(each, "the new heron").checks == 1


def test_taking_it_off_makes_an_ordinary_file_of_it(path: Path, new: NewRound) -> None:
    store = open_store(str(path), passphrase="the old heron")
    round_id = planted(store, new)
    before = store.rounds.round(round_id)
    store.safety.make_copy(TODAY)
    store.close()

    KEEPING.protect(str(path), "the old heron", "")

    assert len(marked(path.parent)) == 2
    found = open_store(str(path))
    assert found.rounds.round(round_id) == before
    assert not found.safety.is_protected
    found.close()


@pytest.mark.parametrize("typed", ["", "another heron"])
def test_without_the_present_passphrase_nothing_is_changed(path: Path, typed: str) -> None:
    open_store(str(path), passphrase="the old heron").close()
    before = traces(path)

    with pytest.raises(Locked):
        KEEPING.protect(str(path), typed, "mine now")

    assert traces(path) == before


def test_a_damaged_copy_keeps_a_file_from_being_called_protected(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = store.safety.make_copy(TODAY)
    store.close()
    content = Path(copy.path).read_bytes()
    Path(copy.path).write_bytes(content[: len(content) // 2])
    before = traces(path)

    with pytest.raises(NotWritten, match="is damaged, and cannot be protected"):
        KEEPING.protect(str(path), "", "the quiet heron")

    assert traces(path)[:3] == before[:3]


def test_a_damaged_file_is_not_written_anew_and_stays_byte_for_byte_with_its_log(kept: Path, passphrase: str) -> None:
    content = bytearray(kept.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 + 8 : page * 4096 + 90] = Random(5).randbytes(82)
    kept.write_bytes(content)

    with pytest.raises(Damaged):
        KEEPING.protect(str(kept), passphrase, "another one")

    assert kept.read_bytes() == content


def test_a_failure_on_the_way_leaves_everything_as_it_was(
    path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(path))
    planted(store, new)
    store.safety.make_copy(TODAY)
    store.close()
    before = traces(path)[0]

    def full(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(protecting, "sync", full)
    with pytest.raises(NotWritten, match="the disk says it is full"):
        KEEPING.protect(str(path), "", "the quiet heron")

    assert traces(path)[0] == before
    assert [each.name for each in path.parent.rglob("*") if "anew" in each.name] == []
    open_store(str(path)).close()


def test_copies_that_were_left_readable_follow_when_the_file_is_opened(path: Path, new: NewRound) -> None:
    """As after a program that was stopped between the file and its copies."""
    store = open_store(str(path))
    planted(store, new)
    copy = store.safety.make_copy(TODAY)
    store.close()
    readable = Path(copy.path).read_bytes()
    KEEPING.protect(str(path), "", "the quiet heron")
    Path(copy.path).write_bytes(readable)

    open_store(str(path), passphrase="the quiet heron").close()

    assert marked(path.parent) == []
    assert KEEPING.look_into(copy.path, "the quiet heron").checks == 1


def test_a_deleted_check_can_be_taken_out_of_every_copy(kept: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(kept), passphrase=passphrase)
    gone = store.rounds.summaries()[0].id
    stays = planted(store, new, "another place")
    store.safety.make_copy(TODAY + timedelta(days=1))
    store.rounds.delete(gone)
    assert store.safety.copies_holding(round_id=gone) == 2
    assert store.safety.copies_holding(round_id=stays) == 1

    store.safety.forget_in_copies(round_id=gone)

    assert store.safety.copies_holding(round_id=gone) == 0
    assert store.safety.copies_holding(round_id=stays) == 1
    store.close()
    assert marked(kept.parent) == []
    assert [each.made_on for each in KEEPING.copies(str(kept))] == [TODAY + timedelta(days=1), TODAY]
    assert [KEEPING.look_into(each.path, passphrase).checks for each in KEEPING.copies(str(kept))] == [1, 0]


def test_a_deleted_organisation_can_be_taken_out_of_every_copy(kept: Path, passphrase: str) -> None:
    store = open_store(str(kept), passphrase=passphrase)
    (organisation,) = store.organisations.all()
    store.carrying.keep_folder(organisation.id, f"/home/joan/{MARK}")
    store.rounds.close(store.rounds.summaries()[0].id, TODAY)
    store.safety.make_copy(TODAY)
    store.organisations.delete(organisation.id)
    assert store.safety.copies_holding(organisation=organisation.id) == 1

    store.safety.forget_in_copies(organisation=organisation.id)
    store.close()

    assert marked(kept.parent) == []
    copy = open_store(KEEPING.copies(str(kept))[0].path, look_only=True, passphrase=passphrase)
    with copy.file.reading() as connection:
        kept_settings = set(connection.exec_driver_sql("SELECT name FROM setting").scalars())
    copy.close()
    assert kept_settings == {"written_by"}


def test_two_copies_never_tell_who_came_in_between(path: Path) -> None:
    """An open check is in the newest copy only; a closed one only as it stands closed."""
    store = open_store(str(path))
    round_id = opened(store)
    for day in range(3):
        store.sheets.add(round_id, sheets(range(day * 4, day * 4 + 4)))
        store.safety.make_copy(DAY + timedelta(days=day))
    assert store.safety.copies_holding(round_id=round_id) == 1
    in_the_open = {row[0] for row in ids(KEEPING.copies(str(path))[0].path)}
    assert len(in_the_open) == 12

    store.groups.close(round_id, DAY + timedelta(days=3))

    assert store.safety.copies_holding(round_id=round_id) == 1
    newest = KEEPING.copies(str(path))[0]
    assert newest.made_on == DAY + timedelta(days=3)
    assert len(ids(newest.path)) == 12
    assert not in_the_open & {row[0] for row in ids(newest.path)}
    store.close()


def ids(path: str) -> list[tuple[int]]:
    with closing(dbapi2.connect(f"{Path(path).as_uri()}?immutable=1", uri=True)) as driver:
        return list(driver.execute("SELECT response FROM sheet").fetchall())


def test_an_open_file_goes_on_elsewhere_with_everything_in_it(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    round_id = planted(store, new)
    path.unlink()
    elsewhere = path.with_name("elsewhere") / "mine.trustcheck"
    with pytest.raises(NotSaved, match="no longer where it was"):
        store.rounds.save_answer(round_id, "A1", Answer(1))

    store.safety.move_to(str(elsewhere))
    store.rounds.save_answer(round_id, "A1", Answer(1))

    assert store.path == str(elsewhere)
    assert store.safety.is_protected is bool(passphrase)
    assert store.rounds.round(round_id).response.answer("A1") == Answer(1)
    store.close()
    assert [each.name for each in elsewhere.parent.iterdir()] == ["mine.trustcheck"]
    assert KEEPING.look_into(str(elsewhere), passphrase).checks == 1


def test_going_on_elsewhere_never_takes_the_place_of_a_file(store: SqliteStore, path: Path) -> None:
    there = path.with_name("there.trustcheck")
    there.write_bytes(b"something else")

    with pytest.raises(NotWritten, match="already exists"):
        store.safety.move_to(str(there))

    assert there.read_bytes() == b"something else"
    assert store.path == str(path)


def test_a_place_whose_file_would_not_open_is_left_as_it_was_and_can_be_tried_again(
    store: SqliteStore, path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_id = store.rounds.begin(new)
    target = path.with_name("elsewhere.trustcheck")
    with monkeypatch.context() as failing:
        failing.setattr(open_copies, "DataFile", Mock(side_effect=OSError("the disk is away")))
        with pytest.raises(NotWritten):
            store.safety.move_to(str(target))
    store.rounds.save_answer(round_id, "A1", Answer(2))
    assert list(path.parent.glob(f"*{target.name}*")) == []

    store.safety.move_to(str(target))
    assert store.path == str(target)
    assert store.rounds.round(round_id).response.answers == {"A1": Answer(2)}


def test_a_copy_that_begins_right_after_an_answer_was_written_takes_it_for_nobody_elses(
    store: SqliteStore, path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_id = store.rounds.begin(new)
    note, copied = KeptLog.note, []

    def note_late(log: KeptLog) -> None:
        if not copied:
            copied.append(path.with_name("copy.trustcheck"))
            store.safety.back_up(str(copied[0]))
        note(log)

    monkeypatch.setattr(KeptLog, "note", note_late)
    store.rounds.save_answer(round_id, "A1", Answer(2))
    store.rounds.save_answer(round_id, "A2", Answer(3))

    assert copied
    assert store.rounds.round(round_id).response.answers == {"A1": Answer(2), "A2": Answer(3)}
    assert [each.name for each in path.parent.glob("*kept here*")] == []


def test_a_copy_made_while_answers_come_in_holds_all_up_to_one_of_them(path: Path, passphrase: str) -> None:
    asked = questionnaire({"people": {"A": 200}})
    store = open_store(str(path), passphrase=passphrase)
    round_id = store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, asked, "us", TODAY))
    answering = Thread(target=lambda: [store.rounds.save_answer(round_id, each, Answer(3)) for each in asked.order])
    answering.start()
    copies = []
    for number in range(6):
        copies.append(path.with_name(f"copy {number}.trustcheck"))
        store.safety.back_up(str(copies[-1]))
    answering.join()
    store.close()

    for copy in copies:
        looking = open_store(str(copy), look_only=True, passphrase=passphrase)
        answered = set(looking.rounds.round(round_id).response.answers)
        looking.close()
        assert answered == set(asked.order[: len(answered)])

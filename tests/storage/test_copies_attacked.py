"""What somebody with the folder would try, and what goes wrong beside copies: nothing is lost, and nothing told."""

import os
import shutil
import stat
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2

from tests.storage.kept_copies import KEEPING, MARK, TODAY, marked, planted
from tests.storage.people import DAY, opened, sheets
from trustcheck.app.ports import CopiesLeft, NewRound, NotSaved, NotWritten, Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.safety import copies_changed, protecting, restoring
from trustcheck.storage.store import open_store

OLD = Path(__file__).with_name("old")


def count(path: str, question: str) -> int:
    with closing(dbapi2.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)) as driver:
        return int(driver.execute(question).fetchone()[0])


def spoilt(path: Path) -> bytes:
    """Leave the head of a file as it was, and nothing behind it that reads; what stands there then."""
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 4096 * 2 // 3, len(content) // 4096):
        content[page * 4096 + 8 : page * 4096 + 90] = Random(5).randbytes(82)
    path.write_bytes(content)
    return bytes(content)


def killed_beside(path: Path, statement: str) -> None:
    """Leave a file as a program leaves it that was killed: what was written last stands in its log alone."""
    work = path.with_name("at work")
    shutil.copyfile(path, work)
    with closing(dbapi2.connect(str(work), isolation_level=None)) as driver:
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("PRAGMA wal_autocheckpoint = 0")
        driver.execute(statement)
        shutil.copyfile(work, path)
        shutil.copyfile(f"{work}-wal", f"{path}-wal")
    for each in ("", "-wal", "-shm"):
        Path(f"{work}{each}").unlink(missing_ok=True)


def test_sheets_that_came_after_a_copy_outlive_putting_that_copy_back(path: Path) -> None:
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(6)))
    copy = store.safety.make_copy(TODAY)
    store.sheets.add(round_id, sheets(range(6, 10)))
    store.close()

    aside = KEEPING.restore(copy.path, str(path), TODAY)
    store = open_store(str(path))
    store.groups.save_own_words(round_id, "on we go")
    store.safety.make_copy(TODAY)
    store.close()

    assert count(aside, "SELECT count(*) FROM sheet") == 10


def test_closing_a_check_throws_no_damaged_file_away_that_was_set_aside(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = store.safety.make_copy(TODAY)
    store.close()
    left = spoilt(path)
    aside = KEEPING.restore(copy.path, str(path), TODAY)

    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(6)))
    store.groups.close(round_id, DAY)
    store.close()

    assert Path(aside).read_bytes() == left


def test_what_stands_only_in_the_log_of_a_file_set_aside_is_found_and_taken_out(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, replace(new), "elsewhere")
    gone = store.rounds.begin(replace(new, organisation="Them"))
    store.close()
    aside = path.with_name("mine (set aside 2026-11-22).trustcheck")
    shutil.copyfile(path, aside)
    killed_beside(aside, f"UPDATE round SET leaders_are = '{MARK}' WHERE id = {gone}")
    assert marked(path.parent) == [f"{aside.name}-wal"]

    store = open_store(str(path))
    assert store.safety.copies_holding(round_id=gone) == 1
    store.safety.forget_in_copies(round_id=gone)
    store.close()

    assert marked(path.parent) == []
    assert not Path(f"{aside}-wal").exists()
    assert KEEPING.verify(str(aside)).is_whole
    assert KEEPING.look_into(str(aside)).checks == 1


def test_a_check_that_only_the_log_of_a_file_set_aside_holds_is_held(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    store.close()
    aside = path.with_name("mine (set aside 2026-11-22).trustcheck")
    shutil.copyfile(path, aside)
    killed_beside(aside, f"INSERT INTO organisation (id, name) VALUES (77, '{MARK}')")

    store = open_store(str(path))
    assert store.safety.copies_holding(organisation=77) == 1
    store.safety.forget_in_copies(organisation=77)
    store.close()
    assert marked(path.parent) == []


@pytest.mark.parametrize("old", sorted(OLD.glob("*.trustcheck")), ids=lambda each: each.stem)
def test_a_check_deleted_from_copies_takes_its_organisation_out_of_the_copy_before_an_update(
    path: Path, old: Path
) -> None:
    shutil.copyfile(old, path)
    store = open_store(str(path))
    known = [each.name for each in store.organisations.all()]
    (kept,) = [each.path for each in KEEPING.copies(str(path)) if each.made_on is None]
    rounds = [each.id for each in store.rounds.summaries()]
    for each in rounds:
        store.rounds.delete(each)
        store.safety.forget_in_copies(round_id=each)
    left = {each.name for each in store.organisations.all()}
    store.close()

    content = Path(kept).read_bytes()
    assert known
    assert [each for each in known if each.encode() in content and each not in left] == []


def test_a_backup_over_a_file_whose_program_was_killed_does_not_inherit_its_log(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    store.close()
    theirs = path.with_name("theirs.trustcheck")
    other = open_store(str(theirs))
    planted(other, new, "theirs")
    other.close()
    killed_beside(theirs, "UPDATE round SET leaders_are = 'saved and in the log'")
    before = (theirs.read_bytes(), Path(f"{theirs}-wal").read_bytes())

    with pytest.raises(NotWritten):
        KEEPING.back_up(str(path), str(theirs))

    assert (theirs.read_bytes(), Path(f"{theirs}-wal").read_bytes()) == before


def test_a_backup_never_takes_the_place_of_a_file_that_is_open(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    theirs = path.with_name("theirs.trustcheck")
    other = open_store(str(theirs))
    with pytest.raises(Refused):
        store.safety.back_up(str(theirs))
    with pytest.raises(Refused):
        KEEPING.back_up(str(path), str(theirs))

    round_id = planted(other, new)
    assert other.rounds.round(round_id).response.answers
    other.close()
    store.close()


def test_a_copy_whose_head_is_damaged_keeps_a_file_from_being_called_protected(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = Path(store.safety.make_copy(TODAY).path)
    store.close()
    copy.write_bytes(Random(3).randbytes(100) + copy.read_bytes()[100:])

    with pytest.raises(NotWritten, match="is damaged, and cannot be protected"):
        KEEPING.protect(str(path), "", "the quiet heron")


def test_what_a_killed_program_left_half_written_is_not_readable_beside_a_protected_file(
    path: Path, new: NewRound
) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = Path(store.safety.make_copy(TODAY).path)
    store.close()
    whole = path.read_bytes()
    for left in (
        copy.with_name(".0002.part"),
        copy.with_name(".0001 2026-11-22.part"),
        path.with_name(".mine (set aside 2026-11-22).part"),
        path.with_name(".mine.schema-2.part"),
        path.with_name("mine.schema-2.trustcheck.new"),
        path.with_name(".mine.trustcheck.restoring"),
        path.with_name(".mine.trustcheck.anew"),
        path.with_name(".mine.trustcheck.part"),
        path.with_name(".mine.trustcheck.rescued"),
        path.with_name(".mine.trustcheck.rescued-wal"),
        path.with_name(".trustcheck-a1b2") / "mine.trustcheck",
        path.with_name(".trustcheck-a1b2") / "mine.trustcheck-wal",
        path.with_name(".mine (kept here, 2026-11-22).trustcheck.part"),
        path.with_name(".mine (kept here, 2026-11-22, 2).trustcheck.part"),
        path.with_name(".trustcheck-c3d4") / ".mine (kept here, 2026-11-22).trustcheck.part",
        path.with_name(".trustcheck-c3d4") / ".mine (kept here, 2026-11-22).trustcheck.part-wal",
    ):
        left.parent.mkdir(exist_ok=True)
        left.write_bytes(whole)

    KEEPING.protect(str(path), "", "the quiet heron")

    assert marked(path.parent) == []


def test_a_folder_the_copies_were_sent_to_keeps_its_rights_and_what_others_have_there(
    path: Path, new: NewRound, tmp_path: Path
) -> None:
    shared = tmp_path / "the shared disk"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / ".download.part").write_bytes(b"somebody else's")
    path.with_name(f"{path.stem} copies").symlink_to(shared)
    store = open_store(str(path))
    planted(store, new)
    copy = Path(store.safety.make_copy(TODAY).path)
    store.close()
    KEEPING.protect(str(path), "", "the quiet heron")

    assert shared.stat().st_mode & 0o777 == 0o755
    assert copy.stat().st_mode & 0o077 == 0
    assert sorted(each.name for each in shared.iterdir()) == [".download.part", copy.name]


def test_another_name_that_somebody_gave_the_file_is_not_emptied(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    store.close()
    elsewhere = path.with_name("their own backup")
    os.link(path, elsewhere)
    before = elsewhere.read_bytes()

    KEEPING.protect(str(path), "", "the quiet heron")

    assert elsewhere.read_bytes() == before


def test_two_files_that_differ_in_their_ending_have_copies_of_their_own(path: Path, new: NewRound) -> None:
    first, second = open_store(str(path)), open_store(str(path.with_suffix(".db")))
    planted(first, new)
    first.safety.make_copy(TODAY)
    second.safety.make_copy(TODAY)

    assert len(KEEPING.copies(first.path)) == len(KEEPING.copies(second.path)) == 1
    assert KEEPING.look_into(KEEPING.copies(first.path)[0].path).checks == 1
    first.close()
    second.close()


def one_page_spoilt(copy: Path) -> None:
    """Spoil the answers of some sheets: whoever asks what the copy holds still hears it."""
    content = bytearray(copy.read_bytes())
    at = next(at for at in range(4096 * 3, len(content), 4096) if content[at : at + 4096].count(b"C1") > 5)
    content[at + 4000 : at + 4096] = Random(5).randbytes(96)
    content[at + 8 : at + 60] = Random(5).randbytes(52)
    copy.write_bytes(content)


@pytest.mark.parametrize("harm", [one_page_spoilt, lambda copy: copy.write_bytes(b"")], ids=["a page", "emptied"])
def test_a_copy_that_reads_in_part_stops_nothing_and_goes_when_its_check_is_closed(path: Path, harm: object) -> None:
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(60)))
    first = store.safety.make_copy(TODAY)
    assert callable(harm)
    harm(Path(first.path))

    second = store.safety.make_copy(TODAY + timedelta(days=1))
    assert Path(first.path).exists()
    store.groups.close(round_id, DAY + timedelta(days=1))

    assert not Path(first.path).exists()
    assert Path(second.path).exists()
    store.close()


def test_a_full_disk_throws_no_good_copy_away(path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was to be deleted from copies stays in them, and that is said."""
    store = open_store(str(path))
    gone = planted(store, new)
    for day in range(3):
        planted(store, new, f"place {day}")
        store.safety.make_copy(TODAY + timedelta(days=day))
    before = {each.path: Path(each.path).read_bytes() for each in KEEPING.copies(str(path))}

    def full(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(copies_changed, "sync", full)
        with pytest.raises(NotWritten, match="the disk says it is full"):
            store.safety.forget_in_copies(round_id=gone)
    assert {each.path: Path(each.path).read_bytes() for each in KEEPING.copies(str(path))} == before

    store.rounds.delete(gone)
    store.safety.forget_in_copies(round_id=gone)
    assert marked(path.parent) == []
    store.close()


def test_a_check_of_several_people_stays_sealed_whatever_is_sent_to_it(path: Path) -> None:
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(8)))
    store.groups.close(round_id, DAY)
    store.rounds.save_answer(round_id, "A1", None)
    with pytest.raises(NotSaved):
        store.rounds.save_answer(round_id, "A1", Answer(1))
    store.close()

    assert count(str(path), f"SELECT count(*) FROM setting WHERE name = 'seal {round_id}'") == 1


def test_a_copy_that_cannot_follow_is_told_and_the_file_has_its_new_passphrase(
    path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(path), passphrase="the old heron")
    planted(store, new)
    copy = Path(store.safety.make_copy(TODAY).path)
    store.close()
    put = protecting.put

    def full(fresh: Path, target: Path) -> bool:
        if target == copy:
            raise OSError(28, "No space left on device")
        return put(fresh, target)

    monkeypatch.setattr(protecting, "put", full)
    with pytest.raises(CopiesLeft, match="1 copy beside it could not be written anew"):
        KEEPING.protect(str(path), "the old heron", "the new heron")

    assert KEEPING.look_into(str(path), "the new heron").checks == 1
    assert KEEPING.look_into(str(copy), "the old heron").checks == 1
    assert [each.name for each in path.parent.rglob("*") if "anew" in each.name] == []


@pytest.mark.parametrize("fails", ["put", "sync_folder", "sync", "link"])
def test_a_copy_that_cannot_be_put_back_leaves_the_file_with_its_log(
    path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = store.safety.make_copy(TODAY)
    store.close()
    killed_beside(path, f"UPDATE round SET leaders_are = '{MARK} in the log'")
    before = [path.read_bytes(), Path(f"{path}-wal").read_bytes()]

    def full(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    if fails == "link":
        monkeypatch.setattr(os, "link", full)
        monkeypatch.setattr(shutil, "copyfile", full)
    else:
        monkeypatch.setattr(restoring, fails, full)
    with pytest.raises(NotWritten):
        KEEPING.restore(copy.path, str(path), TODAY)
    monkeypatch.undo()

    assert [path.read_bytes(), Path(f"{path}-wal").read_bytes()] == before
    assert [each.name for each in path.parent.iterdir() if "aside" in each.name or "restoring" in each.name] == []


def test_what_is_set_aside_is_private_from_its_first_byte_on(
    path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = store.safety.make_copy(TODAY)
    store.close()
    killed_beside(path, "UPDATE round SET leaders_are = 'in the log'")
    modes: list[int] = []
    copyfile = shutil.copyfile

    def looked_at(source: Path, target: Path) -> None:
        copyfile(source, target)
        modes.append(stat.S_IMODE(Path(target).stat().st_mode))

    monkeypatch.setattr(shutil, "copyfile", looked_at)
    monkeypatch.setattr(os, "link", lambda *_paths: (_ for _ in ()).throw(OSError(1, "no links here")))
    before = os.umask(0)
    try:
        KEEPING.restore(copy.path, str(path), TODAY)
    finally:
        os.umask(before)

    assert modes == [0o600, 0o600]


def test_whoever_only_looks_neither_makes_nor_changes_copies(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = planted(store, new)
    before = Path(store.safety.make_copy(TODAY).path).read_bytes()
    looking = open_store(str(path), look_only=True)

    with pytest.raises(NotWritten, match="to look only"):
        looking.safety.make_copy(TODAY + timedelta(days=1))
    with pytest.raises(NotWritten, match="to look only"):
        looking.safety.forget_in_copies(round_id=round_id)

    looking.close()
    store.close()
    assert [Path(each.path).read_bytes() for each in KEEPING.copies(str(path))] == [before]


def test_where_another_file_came_into_its_place_its_copies_stay_those_of_that_one(tmp_path: Path) -> None:
    """One stick was taken for another: both hold a data file of one name, and the window of the first is still open."""
    place, path = tmp_path / "stick", tmp_path / "stick" / "mine.trustcheck"
    first = open_store(str(path))
    first.organisations.add("The mill")
    place.rename(tmp_path / "drawer")
    second = open_store(str(path))
    second.organisations.add("The pond")
    copy = Path(second.safety.make_copy(TODAY).path)
    before = copy.read_bytes()

    for leave in (lambda: first.safety.make_copy(TODAY), lambda: first.safety.forget_in_copies(organisation=1)):
        with pytest.raises(NotWritten, match="Another file lies where this data file was"):
            leave()
    first.close()

    assert copy.read_bytes() == before
    assert KEEPING.look_into(str(copy)).organisations[0].name == "The pond"
    second.close()


def test_a_file_whose_name_is_gone_is_copied_all_the_same(path: Path) -> None:
    store = open_store(str(path))
    store.organisations.add("The mill")
    path.unlink()

    assert KEEPING.look_into(store.safety.make_copy(TODAY).path).organisations[0].name == "The mill"
    store.close()

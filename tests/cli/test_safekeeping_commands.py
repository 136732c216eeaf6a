"""verify, backup, restore and rescue as somebody types them: 0 or 1, one sentence, the file that is read untouched."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2

from tests.cli.commands import Run
from tests.cli.passphrases import PASSPHRASE, handed_over
from tests.storage.torn_changes import traces
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.schema.tables import SCHEMA
from trustcheck.storage.store import open_store


@pytest.fixture
def file(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "mine.trustcheck"))


def damaged(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(len(content) // 4096 - 4, len(content) // 4096 - 1):
        content[page * 4096 + 8 : page * 4096 + 900] = Random(5).randbytes(892)
    file.write_bytes(content)


def newer(file: Path) -> None:
    with dbapi2.connect(str(file)) as driver:
        driver.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    driver.close()


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def test_a_whole_file_is_called_whole(run: Run, file: Path) -> None:
    before = traces(file)

    done = run("verify", file)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Whole: {file} holds 2 organisations, 2 checks and ")
    assert traces(file) == before


@pytest.mark.parametrize("harm", [damaged, newer, cut_short], ids=lambda each: each.__name__)
@pytest.mark.parametrize("command", ["verify", "backup", "restore", "encrypt", "report", "decrypt"])
def test_a_damaged_or_newer_file_stays_byte_for_byte_whatever_is_asked_of_it(
    run: Run, file: Path, harm: Callable[[Path], None], command: str
) -> None:
    harm(file)
    before = traces(file)
    out = file.parent / "elsewhere"
    out.mkdir()
    before_with_folder = (*before[:3], sorted(each.name for each in file.parent.iterdir()))
    target = ("-o", out / "there.pdf") if command in ("backup", "restore", "report") else ()
    with handed_over("heron\nheron\n") as descriptor:
        asked = () if command == "verify" else ("--passphrase-fd", descriptor)
        done = run(command, file, *target, *asked)

    # A check that damage elsewhere did not reach still has its report.
    if (command, harm) != ("report", damaged):
        assert done.code == 1, done
        assert done.err.count("\n") == 1
        assert list(out.iterdir()) == []
    assert "Traceback" not in done.err
    assert (*traces(file)[:3], sorted(each.name for each in file.parent.iterdir())) == before_with_folder


def test_a_damaged_file_is_told_with_how_and_with_the_newest_copy(run: Run, file: Path) -> None:
    store = open_store(str(file))
    store.safety.make_copy(date(2026, 11, 21))
    store.close()
    damaged(file)

    done = run("verify", file)

    assert done.code == 1
    assert done.err.startswith(f"{file} is damaged. ")
    assert "0001 2026-11-21.trustcheck; trustcheck restore puts it in its place." in done.err


def test_a_file_that_ends_too_early_is_told_with_how(run: Run, file: Path) -> None:
    cut_short(file)
    assert run("verify", file).err.startswith(f"{file} is damaged. Part of the file cannot be read at all")

    file.write_bytes(b"")
    assert run("verify", file).err.startswith(f"{file} is damaged. It is empty")


def test_words_that_are_none_any_more_are_damage_in_a_file_of_any_version(run: Run, file: Path) -> None:
    old = file.with_name("old.trustcheck")
    old.write_bytes((Path(__file__).parents[1] / "storage" / "old" / "schema-1.trustcheck").read_bytes())
    for path in (file, old):
        with dbapi2.connect(str(path)) as driver:
            driver.execute("UPDATE setting SET value = CAST(x'ff00ff' AS TEXT)")
        driver.close()
        before = traces(path)

        done = run("verify", path)

        assert done.code == 1
        assert done.err.startswith(f"{path} is damaged. Part of the file cannot be read at all")
        assert "does not read in one piece" in run("backup", path, "-o", file.with_name("copy.trustcheck")).err
        assert traces(path)[:3] == before[:3]


def test_a_file_that_another_program_holds_is_not_called_damaged(run: Run, file: Path) -> None:
    with closing(dbapi2.connect(str(file), isolation_level=None)) as driver:
        driver.execute("PRAGMA journal_mode = DELETE")
        driver.execute("BEGIN EXCLUSIVE")
        driver.execute("UPDATE answer SET code = 1")

        done = run("verify", file)

        driver.execute("ROLLBACK")
    assert done.code == 1
    assert done.err.startswith(f"Another program is holding {file}.")


def test_only_a_copy_that_is_whole_is_offered(run: Run, file: Path) -> None:
    store = open_store(str(file))
    older, newest = (Path(store.safety.make_copy(date(2026, 11, day)).path) for day in (21, 22))
    store.close()
    damaged(file)
    damaged(newest)

    assert f"The newest whole copy beside it is {older};" in run("verify", file).err

    damaged(older)
    assert "trustcheck rescue reads what still can be read" in run("verify", file).err


def test_a_backup_and_back(run: Run, file: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "stick" / "copy.trustcheck", tmp_path / "back" / "mine.trustcheck"
    copy.parent.mkdir()

    assert run("backup", file, "-o", copy).code == 0
    assert run("restore", copy, "-o", back).out == f"Written and compared: {back}\n"

    keeping = SqliteSafekeeping()
    assert keeping.look_into(str(back)) == keeping.look_into(str(file))
    assert run("backup", file, "-o", copy).code == 0


def test_restoring_over_a_file_keeps_that_file(run: Run, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.trustcheck"
    run("backup", file, "-o", copy)
    damaged(file)
    harmed = file.read_bytes()

    done = run("restore", copy, "-o", file)

    kept = next(each for each in tmp_path.iterdir() if "set aside" in each.name)
    assert done.out.splitlines()[-1] == f"What stood there before is kept: {kept}"
    assert kept.read_bytes() == harmed
    assert run("verify", file).code == 0


def test_a_copy_that_anybody_can_read_does_not_take_a_protected_files_place_in_silence(
    run: Run, file: Path, tmp_path: Path
) -> None:
    copy, warning = tmp_path / "copy.trustcheck", "what stands in its place now has none"
    run("backup", file, "-o", copy)
    assert warning not in run("restore", copy, "-o", file).out
    with handed_over(PASSPHRASE) as descriptor:
        assert run("encrypt", file, "--passphrase-fd", descriptor).code == 0

    assert warning in run("restore", copy, "-o", file).out


def test_rescuing_says_what_could_not_be_read(run: Run, file: Path, tmp_path: Path) -> None:
    damaged(file)
    before = traces(file)

    done = run("rescue", file, "-o", tmp_path / "rescued.trustcheck")

    assert done.code == 0, done.err
    assert len(done.out.splitlines()) > 1
    assert run("verify", tmp_path / "rescued.trustcheck").code == 0
    assert traces(file)[:3] == before[:3]
    assert run("rescue", file, "-o", tmp_path / "rescued.trustcheck").code == 1


@pytest.mark.parametrize("command", ["backup", "restore", "rescue"])
@pytest.mark.parametrize("name", ["x" * 300 + ".trustcheck", "a table.csv/there.trustcheck"])
def test_a_place_that_no_file_can_have_is_refused_in_a_sentence(
    run: Run, file: Path, tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / "a table.csv").write_text("A1,A2\n")
    before = sorted(tmp_path.iterdir())

    done = run(command, file, "-o", tmp_path / name)

    assert (done.code, done.out) == (1, "")
    assert "unexpected" not in done.err
    assert "did not expect" not in done.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("command", ["backup", "restore", "rescue"])
@pytest.mark.parametrize("ending", ["-wal", "-journal", "-open", "-lock", "-SHM"])
def test_nothing_is_put_where_another_data_file_has_its_log_or_its_lock(
    run: Run, file: Path, tmp_path: Path, command: str, ending: str
) -> None:
    """Opening that one would throw it away, without a word."""
    shutil.copy(file, tmp_path / "other.trustcheck")

    done = run(command, file, "-o", tmp_path / f"other.trustcheck{ending}")

    assert (done.code, done.out) == (1, "")
    assert "would be taken for a part of another data file" in done.err
    assert {each.name for each in tmp_path.iterdir()} == {file.name, "other.trustcheck"}


def test_a_protected_file_asks_for_its_passphrase_and_its_copy_keeps_it(run: Run, file: Path, tmp_path: Path) -> None:
    SqliteSafekeeping().protect(str(file), "", PASSPHRASE)
    copy = tmp_path / "copy.trustcheck"
    with handed_over(f"{PASSPHRASE}\n") as descriptor:
        assert run("verify", file, "--passphrase-fd", descriptor).code == 0
    with handed_over(f"{PASSPHRASE}\n") as descriptor:
        assert run("backup", file, "-o", copy, "--passphrase-fd", descriptor).code == 0
    with handed_over("another one\n") as descriptor:
        done = run("verify", copy, "--passphrase-fd", descriptor)

    assert done.code == 1
    assert done.err == "That did not open it. The file was not touched. Check Caps Lock, then the keyboard language.\n"
    assert not (tmp_path / "mine copies").exists()


@pytest.mark.parametrize("command", ["verify", "backup", "restore", "rescue"])
def test_what_is_not_there_or_not_ours_is_refused_in_a_sentence(run: Run, tmp_path: Path, command: str) -> None:
    table = tmp_path / "answers.csv"
    table.write_text("A1,A2\n4,5\n")
    target = () if command == "verify" else ("-o", tmp_path / "out.trustcheck")

    for asked in (tmp_path / "missing.trustcheck", table, tmp_path):
        done = run(command, asked, *target)
        assert (done.code, done.out) == (1, ""), asked
        assert done.err.count("\n") == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answers.csv"]

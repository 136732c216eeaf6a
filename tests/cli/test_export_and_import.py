"""Everything leaves a data file in four formats, and comes back from one of them."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.commands import Run
from trustcheck.exchange.exports.formats import formats

FORMATS = [each.id for each in formats()]


@pytest.fixture
def data_file(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "mine.trustcheck"))


def content(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("as_what", FORMATS)
def test_an_export_is_private_the_same_every_time_and_leaves_the_data_file_alone(
    run: Run, data_file: Path, tmp_path: Path, as_what: str
) -> None:
    before = content(tmp_path)
    first, second = tmp_path / f"a.{as_what}", tmp_path / f"b.{as_what}"

    mask = os.umask(0)
    try:
        done = run("export", data_file, "--format", as_what, "-o", first)
    finally:
        os.umask(mask)
    run("export", data_file, "--format", as_what, "-o", second)

    assert (done.code, done.err) == (0, "")
    assert done.out == f"Written and read back: {first}\n"
    assert first.read_bytes() == second.read_bytes()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert {**content(tmp_path), **before} == content(tmp_path)


def test_what_was_exported_comes_back_and_leaves_again_byte_for_byte(run: Run, data_file: Path, tmp_path: Path) -> None:
    first, other, second = tmp_path / "a.json", tmp_path / "other.trustcheck", tmp_path / "b.json"
    run("export", data_file, "--format", "json", "-o", first)

    done = run("import", other, first)
    run("export", other, "--format", "json", "-o", second)

    assert (done.code, done.err) == (0, "")
    assert "Bellwater Council: 1 check\n  1 came with its result; the answers stayed where they were given." in done.out
    assert second.read_bytes() == first.read_bytes()
    assert stat.S_IMODE(other.stat().st_mode) == 0o600


@pytest.mark.parametrize("edition", ["leaders", "staff", "facilitator"])
def test_a_result_that_came_without_its_sheets_makes_the_same_report(
    run: Run, data_file: Path, tmp_path: Path, edition: str
) -> None:
    parcel, other = tmp_path / "a.json", tmp_path / "other.trustcheck"
    run("export", data_file, "--format", "json", "-o", parcel)
    run("import", other, parcel)

    for file, report in ((data_file, "a.pdf"), (other, "b.pdf")):
        made = run("report", file, "--edition", edition, "--date", "2026-11-22", "-o", tmp_path / report)
        assert made.code == 0

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_one_organisation_leaves_alone(run: Run, data_file: Path, tmp_path: Path) -> None:
    for as_what in ("csv", "json", "ics"):
        out = tmp_path / f"out.{as_what}"
        run("export", data_file, "--organisation", "Ferngate Libraries", "--format", as_what, "-o", out)

        assert "Ferngate" in out.read_text("utf-8-sig")
        assert "Bellwater" not in out.read_text("utf-8-sig")


def test_a_name_nobody_has_is_said_with_those_there_are(run: Run, data_file: Path, tmp_path: Path) -> None:
    done = run("export", data_file, "--organisation", "Ferngate", "--format", "csv", "-o", tmp_path / "out.csv")

    assert done.code == 1
    assert "No organisation in this data file is called Ferngate." in done.err
    assert "Bellwater Council, Ferngate Libraries" in done.err
    assert not (tmp_path / "out.csv").exists()


def test_nothing_is_mixed_with_what_is_there(run: Run, data_file: Path, tmp_path: Path) -> None:
    parcel = tmp_path / "a.json"
    run("export", data_file, "--format", "json", "-o", parcel)

    done = run("import", data_file, parcel)
    run("export", data_file, "--format", "json", "-o", tmp_path / "b.json")

    assert done.code == 0
    assert "It is called Ferngate Libraries where it came from; that name was taken." in done.out
    names = [each["name"] for each in json.loads((tmp_path / "b.json").read_text())["organisations"]]
    assert names == ["Bellwater Council", "Bellwater Council (2)", "Ferngate Libraries", "Ferngate Libraries (2)"]


@pytest.mark.parametrize("out", ["mine.trustcheck", "another.trustcheck", "mine.trustcheck-wal", "ANOTHER.TRUSTCHECK"])
def test_no_export_takes_the_place_of_a_data_file(run: Run, data_file: Path, tmp_path: Path, out: str) -> None:
    before = content(tmp_path)

    done = run("export", data_file, "--format", "json", "-o", tmp_path / out)

    assert done.code == 1
    assert "an export would take its place" in done.err
    assert content(tmp_path) == before


@pytest.mark.parametrize("to", ["another.trustcheck", "mine.trustcheck", "another.trustcheck-wal"])
def test_nor_behind_a_link_with_a_harmless_name(run: Run, data_file: Path, tmp_path: Path, to: str) -> None:
    if not (tmp_path / to).exists():
        (tmp_path / to).write_bytes(b"what somebody answered")
    (tmp_path / "out.json").symlink_to(tmp_path / to)
    before = content(tmp_path)

    done = run("export", data_file, "--format", "json", "-o", tmp_path / "out.json")

    assert done.code == 1
    assert content(tmp_path) == before


def test_an_import_makes_no_file_where_another_has_its_log(run: Run, data_file: Path, tmp_path: Path) -> None:
    parcel = tmp_path / "a.json"
    run("export", data_file, "--format", "json", "-o", parcel)
    before = content(tmp_path)

    done = run("import", tmp_path / "mine.trustcheck-wal", parcel)

    assert done.code == 1
    assert "would be taken for a part of another data file" in done.err
    assert content(tmp_path) == before


def test_what_stood_there_is_replaced_whole_or_stays(run: Run, data_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("the better one " * 100_000)

    run("export", data_file, "--organisation", "nobody", "--format", "json", "-o", out)
    assert out.read_text() == "the better one " * 100_000

    run("export", data_file, "--format", "json", "-o", out)
    assert json.loads(out.read_text())["version"] == 2


def test_a_name_cannot_steer_the_terminal(run: Run, data_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run("export", data_file, "--format", "json", "-o", out)
    out.write_text(out.read_text().replace("Ferngate Libraries", "Fern\\u001b[2Jgate"))

    done = run("import", tmp_path / "new.trustcheck", out)

    assert done.code == 0
    assert "\x1b" not in done.out


def damaged(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\0" * 8192 + whole[16384:])


def newer(file: Path) -> None:
    with sqlite3.connect(file) as driver:
        driver.execute("PRAGMA user_version = 99")
    driver.close()


def foreign(file: Path) -> None:
    file.write_bytes(b"Somebody's diary. " * 500)


def damaged_behind_its_head(file: Path) -> None:
    """As a copy lies there: without a log, and packed the next time it is opened."""
    with closing(sqlite3.connect(file, isolation_level=None)) as driver:
        driver.execute("PRAGMA journal_mode = DELETE")
        driver.execute("INSERT INTO setting VALUES ('untidy', '1')")
    whole = file.read_bytes()
    file.write_bytes(whole[: -4 * 4096] + b"\xff" * 3 * 4096 + whole[-4096:])


def damaged_and_older(file: Path) -> None:
    shutil.copy(Path(__file__).parents[1] / "storage" / "old" / "schema-1.trustcheck", file)
    with closing(sqlite3.connect(file, isolation_level=None)) as driver:
        driver.execute("UPDATE note SET text = CAST(x'ff00ff' AS TEXT)")


@pytest.mark.parametrize("spoil", [damaged, damaged_behind_its_head, damaged_and_older, newer, foreign])
@pytest.mark.parametrize("command", ["export", "import"])
def test_a_file_that_is_damaged_or_newer_or_not_ours_stays_byte_for_byte(
    run: Run, data_file: Path, tmp_path: Path, command: str, spoil: object
) -> None:
    parcel = tmp_path / "a.json"
    run("export", data_file, "--format", "json", "-o", parcel)
    assert callable(spoil)
    spoil(data_file)
    before = content(tmp_path)

    if command == "export":
        done = run("export", data_file, "--format", "json", "-o", tmp_path / "out.json")
    else:
        done = run("import", data_file, parcel)

    (tmp_path / "out.json").unlink(missing_ok=True)
    assert done.code == 1 or (command, spoil) == ("export", damaged_behind_its_head)
    assert done.err.count("\n") == done.code
    assert "Traceback" not in done.err
    assert content(tmp_path) == before


def test_a_data_file_that_is_made_lies_in_folders_of_its_owner(run: Run, data_file: Path, tmp_path: Path) -> None:
    parcel, made = tmp_path / "a.json", tmp_path / "one" / "two" / "new.trustcheck"
    run("export", data_file, "--format", "json", "-o", parcel)
    mask = os.umask(0)
    try:
        done = run("import", made, parcel)
    finally:
        os.umask(mask)

    assert done.code == 0
    assert [stat.S_IMODE(each.stat().st_mode) for each in (made, *made.parents[:2])] == [0o600, 0o700, 0o700]


def test_no_data_file_is_made_where_the_log_of_another_lies(run: Run, data_file: Path, tmp_path: Path) -> None:
    parcel, made = tmp_path / "a.json", tmp_path / "new.trustcheck"
    run("export", data_file, "--format", "json", "-o", parcel)
    (tmp_path / "new.trustcheck-wal").write_bytes(b"of another file")
    before = content(tmp_path)

    done = run("import", made, parcel)

    assert done.code == 1
    assert "its log still lies there" in done.err
    assert content(tmp_path) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "trustcheck-export", "version": 2}', '{"format": 1}'])
def test_what_is_no_export_makes_no_data_file(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "in.json").write_text(text)

    done = run("import", tmp_path / "new.trustcheck", tmp_path / "in.json")

    assert done.code == 1
    assert "Nothing was taken in." in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["in.json"]


def test_an_export_of_a_newer_trustcheck_is_named_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text('{"format": "trustcheck-export", "version": 3, "organisations": []}')

    done = run("import", tmp_path / "new.trustcheck", tmp_path / "in.json")

    assert "was exported by a newer TrustCheck" in done.err


@pytest.mark.parametrize(
    "typed",
    [
        ["export", "a.trustcheck"],
        ["export", "a.trustcheck", "-o", "b.csv"],
        ["export", "a.trustcheck", "--format", "csv"],
        ["export", "a.trustcheck", "--format", "odt", "-o", "b.odt"],
        ["import", "a.trustcheck"],
    ],
)
def test_a_slip_in_the_command_ends_with_two(run: Run, typed: list[str]) -> None:
    assert run(*typed).code == 2


def test_an_export_where_nothing_can_be_written_says_so(run: Run, data_file: Path, tmp_path: Path) -> None:
    done = run("export", data_file, "--format", "csv", "-o", tmp_path / "no folder" / "out.csv")

    assert done.code == 1
    assert "There is no folder" in done.err


_STOPPED_HALFWAY = """
import os, signal, sys
from trustcheck.cli import main
from trustcheck.exchange.files import atomic_files as new_file

def put(made, target):
    assert made.stat().st_size
    os.kill(os.getpid(), getattr(signal, sys.argv[1]))

# As in a terminal, also where these tests run in the background and whoever began them may log out.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
new_file._put = put
sys.exit(main(["import", *sys.argv[2:]]))
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems end a program in other ways")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_whoever_logs_out_meanwhile_leaves_no_half_file_that_anybody_could_read(
    run: Run, data_file: Path, tmp_path: Path, name: str
) -> None:
    parcel = tmp_path / "a.json"
    run("export", data_file, "--format", "json", "-o", parcel)
    before = content(tmp_path)
    words = [sys.executable, "-c", _STOPPED_HALFWAY, name, str(tmp_path / "new.trustcheck"), str(parcel)]

    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (1, "Stopped. Nothing was left half written.\n")
    assert content(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="other systems end a program in other ways")
def test_a_command_that_was_to_outlive_the_terminal_does(run: Run, data_file: Path, tmp_path: Path) -> None:
    parcel = tmp_path / "a.json"
    run("export", data_file, "--format", "json", "-o", parcel)
    kept = _STOPPED_HALFWAY.replace("new_file._put", "signal.signal(signal.SIGHUP, signal.SIG_IGN)\nnew_file._put")

    words = [sys.executable, "-c", kept, "SIGHUP", str(tmp_path / "new.trustcheck"), str(parcel)]

    assert subprocess.run(words, capture_output=True, text=True, check=False).returncode == 0

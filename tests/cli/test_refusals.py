"""Whatever is typed, and whatever fails: an exit code, one sentence, never a traceback."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.commands import Run
from trustcheck import __version__
from trustcheck.commands import check
from trustcheck.storage.store import open_store


def test_the_version_is_told(run: Run) -> None:
    done = run("--version")

    assert (done.code, done.out) == (0, f"trustcheck {__version__}\n")


@pytest.mark.parametrize(
    "typed",
    [
        ["dance"],
        ["--dance"],
        ["unlock"],
        ["sample"],
        ["score"],
        ["report", "a.trustcheck"],
        ["questionnaire"],
        ["questionnaire", "dance"],
        ["score", "a.csv", "--threshold", "2"],
        ["score", "a.csv", "--threshold", "11"],
        ["score", "a.csv", "--threshold", "five"],
        ["score", "a.csv", "--invited", "leader"],
        ["score", "a.csv", "--invited", "leader=-3"],
        ["score", "a.csv", "--invited", "everybody=3"],
        ["report", "a.trustcheck", "-o", "b.pdf", "--date", "20260331"],
        ["report", "a.trustcheck", "-o", "b.pdf", "--date", "2026-02-30"],
        ["report", "a.trustcheck", "-o", "b.pdf", "--paper", "a5"],
    ],
)
def test_a_slip_in_the_command_ends_with_two_and_the_usage(run: Run, typed: list[str]) -> None:
    done = run(*typed)

    assert done.code == 2
    assert "usage: trustcheck" in done.err
    assert "Traceback" not in done.err


def test_help_is_no_slip(run: Run) -> None:
    assert run("--help").code == 0
    assert run("score", "--help").code == 0


def test_what_nobody_foresaw_is_one_sentence_and_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(_application: object) -> int:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(check, "run", surprise)
    done = run("check")
    log = Path(os.environ["TRUSTCHECK_DATA"]) / "trustcheck.log"

    assert done.code == 1
    assert "ZeroDivisionError" in done.err
    assert "secret detail" not in done.err
    assert "Traceback" not in done.err
    assert str(log) in done.err
    assert "tests.cli.test_refusals" in log.read_text()
    assert "secret detail" not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_where_no_file_can_be_kept_the_sentence_still_comes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(_application: object) -> int:
        raise ZeroDivisionError

    in_the_way = Path(os.environ["TRUSTCHECK_DATA"])
    in_the_way.write_text("a file where the folder should be")
    monkeypatch.setattr(check, "run", surprise)

    done = run("check")

    assert done.code == 1
    assert "trustcheck.log" not in done.err


@pytest.mark.parametrize("words", [("export", "--format", "json", "--organisation", "nobody"), ("report",)])
def test_no_name_in_a_file_steers_the_terminal(
    run: Run, sample_folder: Path, tmp_path: Path, words: Sequence[str]
) -> None:
    """A red word, a title, and what turns the rest of the line round; a file that came from elsewhere may name so."""
    name = "\x1b[31mThe mill\x9b2J\u202e\x07"
    file = shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "mine.trustcheck")
    with closing(open_store(str(file))) as store:
        for each in store.organisations.all():
            store.organisations.rename(each.id, f"{name} {each.id}")

    command, *more = words
    out = tmp_path / ("out.json" if command == "export" else "out.pdf")
    done = run(command, file, *more, "-o", out, *(["--round", "1234"] if command == "report" else []))

    assert "The mill" in done.err
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(done.err)


def test_ctrl_c_is_answered_calmly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_application: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    done = run("check")

    assert done.code == 1
    assert done.err == "Stopped. Nothing was left half written.\n"


@pytest.mark.parametrize("value", ["tomorrow", "99999999999999999999", "-1e9"])
def test_a_fixed_date_that_is_none_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = run("check")

    assert done.code == 1
    assert "SOURCE_DATE_EPOCH" in done.err


def test_nobody_left_to_read_the_output_is_no_failure_to_talk_about() -> None:
    """``trustcheck check | head -0``: the reader has gone before the first line."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "trustcheck", "check"],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            timeout=300,
        )
    finally:
        os.close(writing)

    assert done.returncode == 1
    assert done.stderr == ""


def test_a_terminal_without_a_character_shows_a_stand_in(tmp_path: Path) -> None:
    strange = tmp_path / "Kita Žofie.csv"
    done = subprocess.run(
        [sys.executable, "-m", "trustcheck", "score", str(strange)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        timeout=300,
    )

    assert done.returncode == 1
    assert re.search(rb"Kita \\u017dofie", done.stderr)
    assert b"Traceback" not in done.stderr

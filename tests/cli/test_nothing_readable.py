"""One protected file through every command: no word of it, no name and no passphrase lies in any folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.commands import Run
from tests.cli.passphrases import handed_over
from tests.storage.kept_copies import MARK, marked
from tests.storage.people import DAY, SETUP, opened, sheet
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.checks.round import OrganisationDetails
from trustcheck.storage.store import OrganisationPart, open_store

FIRST, SECOND = "a passphrase of herons", "another passphrase of otters"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything lies that the program may write: data, settings, log, copies, temporary files."""
    for name in ("TRUSTCHECK_DATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR", "HOME"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


@pytest.fixture
def file(home: Path) -> Path:
    path = home / "mine.trustcheck"
    store = open_store(str(path))
    round_id = opened(store, replace(SETUP, notes=NotesUse.GROUP, leaders_are=MARK), name=f"{MARK} Ltd")
    organisation = store.organisations.all()[0].id
    store.organisations.save_details(organisation, OrganisationDetails(MARK, MARK, MARK, "", MARK, MARK.encode()))
    store.carrying.keep_folder(organisation, f"/somewhere/{MARK}")
    store.sheets.add(round_id, [sheet(each, notes={"A1": f"{MARK} {each}"}) for each in range(9)])
    store.safety.make_copy(DAY)
    store.groups.close(round_id, DAY)
    store.close()
    return path


def test_no_command_leaves_a_word_or_a_passphrase_in_any_folder(run: Run, home: Path, file: Path) -> None:
    def asked(passphrase: str, *words: object) -> int:
        with handed_over(f"{passphrase}\n") as descriptor:
            return run(*words, "--passphrase-fd", descriptor).code

    assert len(marked(home)) == 2
    assert asked(FIRST, "encrypt", file) == 0
    assert marked(home) == []
    stick, back, rescued = home / "stick.trustcheck", home / "back.trustcheck", home / "rescued.trustcheck"
    for words in (
        ("verify", file),
        ("backup", file, "-o", stick),
        ("restore", stick, "-o", back),
        ("restore", stick, "-o", file),
        ("rescue", file, "-o", rescued),
        ("verify", rescued),
        ("unlock", file),
    ):
        assert asked(FIRST, *words) == 0, words
        assert marked(home) == [], words
        assert asked(SECOND, *words) == 1, words
        assert [marked(home, each) for each in (MARK, FIRST, SECOND)] == [[], [], []], words
    for as_what in ("csv", "xlsx", "json", "ics"):
        assert asked(FIRST, "export", file, "--format", as_what, "-o", home / f"out.{as_what}") == 0
        (home / f"out.{as_what}").unlink()
    assert asked(FIRST, "decrypt", file) == 0
    assert asked(SECOND, "encrypt", file) == 0
    assert [marked(home, each) for each in (MARK, FIRST, SECOND)] == [[], [], []]


def test_what_nobody_foresaw_is_written_down_without_a_word_of_it(
    run: Run, home: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with handed_over(f"{FIRST}\n") as descriptor:
        assert run("encrypt", file, "--passphrase-fd", descriptor).code == 0

    def breaks(_organisations: OrganisationPart) -> None:
        message = f"{MARK} {FIRST}"
        raise RuntimeError(message)

    monkeypatch.setattr(OrganisationPart, "all", breaks)
    with handed_over(f"{FIRST}\n") as descriptor:
        done = run("export", file, "--format", "json", "-o", home / "out.json", "--passphrase-fd", descriptor)

    assert done.code == 1
    assert "did not expect (RuntimeError)" in done.err
    assert (MARK in done.err, FIRST in done.err) == (False, False)
    assert list((home / "TRUSTCHECK_DATA").glob("*.log"))
    assert [marked(home, each) for each in (MARK, FIRST)] == [[], []]

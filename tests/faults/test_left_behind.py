"""What a command that was ended by force left half written is gone after the next, which says so; nothing else is."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.killing import ROOT, command, surroundings
from tests.storage.people import DAY
from trustcheck import cli
from trustcheck.app.ports import Locked
from trustcheck.exchange.files.data_files import clear_left, held
from trustcheck.storage.file.lock import FileLock
from trustcheck.storage.safety.leftovers import clear_at, clear_in
from trustcheck.storage.store import open_store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there nothing is taken away that may be in use")

PASSPHRASE = "seven herons on a weir"
WORDS = b"Ferngate Libraries"
SAID = "TrustCheck was ended before it had finished; "

WRITES: dict[str, tuple[str, list[str], str]] = {
    "a report": ("exchange.files.atomic_files._require_same", ["report", "mine.trustcheck", "-o", "out/mine.pdf"], ""),
    "an export": (
        "exchange.files.atomic_files._require_same",
        ["export", "mine.trustcheck", "--format", "json", "-o", "out/mine.json"],
        "",
    ),
    "a backup": ("storage.file.whole_copy.put", ["backup", "mine.trustcheck", "-o", "out/copy.trustcheck"], ""),
    "a rescue": ("storage.rescued_file.put", ["rescue", "mine.trustcheck", "-o", "out/copy.trustcheck"], ""),
    "a restoring": ("storage.safety.restoring.put", ["restore", "mine.trustcheck", "-o", "out/copy.trustcheck"], ""),
    "an import": ("exchange.files.atomic_files._put", ["import", "out/new.trustcheck", "mine.json"], ""),
    "setting a passphrase": ("storage.safety.protecting._replace", ["encrypt", "mine.trustcheck"], ""),
    "taking it off": ("storage.safety.protecting._replace", ["decrypt", "mine.trustcheck"], PASSPHRASE),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a data file, a copy of it, an export, and an empty folder."""
    folder = tmp_path_factory.mktemp("made")
    assert cli.main(["sample", str(folder)]) == 0
    (folder / "sample.trustcheck").rename(folder / "mine.trustcheck")
    with closing(open_store(str(folder / "mine.trustcheck"))) as store:
        store.safety.make_copy(DAY)
    assert (
        cli.main(["export", str(folder / "mine.trustcheck"), "--format", "json", "-o", str(folder / "mine.json")]) == 0
    )
    (folder / "out").mkdir()
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(made, tmp_path / "here"))
    monkeypatch.chdir(folder)
    return folder


def names(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*")}


def typed(words: list[str]) -> list[str]:
    return [*words, *(["--passphrase-fd", "0"] if words[0] in ("encrypt", "decrypt") else [])]


def run(words: list[str], passphrase: str, *, ended_at: str = "") -> subprocess.CompletedProcess[str]:
    """One command as somebody types it, ended by force at a door where one is named."""
    ours = command("ended_while_writing.py", ended_at) if ended_at else [sys.executable, "-m", "trustcheck"]
    return subprocess.run(
        [*ours, *typed(words)],
        input=f"{passphrase or PASSPHRASE}\n",
        capture_output=True,
        text=True,
        env={**surroundings(), "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=300,
    )


EACH_TIME = ("a report", "an import", "taking it off")
KINDS = [each if each in EACH_TIME else pytest.param(each, marks=pytest.mark.long) for each in WRITES]


@pytest.mark.parametrize("what", KINDS)
def test_the_next_command_of_the_kind_takes_away_what_a_killed_one_left_and_says_so(here: Path, what: str) -> None:
    ended_at, words, passphrase = WRITES[what]
    if passphrase:
        assert run(["encrypt", "mine.trustcheck"], passphrase).returncode == 0
    before = names(here)
    ended = run(words, passphrase, ended_at=ended_at)
    assert ended.returncode == -signal.SIGKILL
    left = names(here) - before
    assert left, "a kill that leaves nothing proves nothing"

    again = run(words, passphrase)

    assert again.returncode == 0, again.stderr
    assert SAID in again.stderr
    made = {"out/" + Path(each).name for each in words if each.startswith("out/")}
    assert names(here) == before | made | ({"out/new copies"} & names(here))


def test_an_open_file_says_that_a_killed_change_of_passphrase_left_something_readable_and_it_is_gone(
    here: Path,
) -> None:
    assert run(["encrypt", "mine.trustcheck"], PASSPHRASE).returncode == 0
    ended_at, words, _passphrase = WRITES["taking it off"]
    before = names(here)
    run(words, PASSPHRASE, ended_at=ended_at)
    readable = [each for each in names(here) - before if WORDS in (here / each).read_bytes()]
    assert readable

    # Before anybody has typed the passphrase.
    with pytest.raises(Locked):
        open_store("mine.trustcheck")

    assert names(here) == before


def test_what_somebody_is_writing_is_left_alone(here: Path) -> None:
    part, folder = here / "out" / ".trustcheck-abcd1234.part", here / "out" / ".trustcheck-efgh5678"
    part.write_bytes(b"half a report")
    part.chmod(0o600)
    folder.mkdir(mode=0o700)
    backup = here / "out" / ".copy.trustcheck.part"
    backup.write_bytes(b"half a copy")
    with held(part), held(folder), closing_lock(here / "out" / "copy.trustcheck-lock"):
        assert clear_left(here / "out") == clear_in(here / "out") == 0
        assert {part, folder, backup} <= set((here / "out").iterdir())

    assert clear_left(here / "out") == 2
    assert clear_in(here / "out") == 0, "without a lock beside it, nobody knows whose it is"
    (here / "out" / "copy.trustcheck-lock").touch()
    assert clear_in(here / "out") == 1
    assert list((here / "out").iterdir()) == []


def closing_lock(path: Path) -> "closing[_Lock]":
    return closing(_Lock(path))


class _Lock:
    def __init__(self, path: Path) -> None:
        self._lock = FileLock(str(path))

    def close(self) -> None:
        self._lock.release()


def others(folder: Path) -> None:
    """Files that only look like ours."""
    (folder / ".trustcheck-notes.part").write_bytes(b"somebody's")
    (folder / ".trustcheck-abcd1234.part").write_bytes(b"others may read it, so it is none of ours")
    (folder / ".trustcheck-abcd1234.part").chmod(0o644)
    (folder / ".trustcheck-second00.part").write_bytes(b"has another name")
    (folder / ".trustcheck-second00.part").chmod(0o600)
    os.link(folder / ".trustcheck-second00.part", folder / "kept by somebody")
    (folder / ".trustcheck-linked00.part").symlink_to(folder / "kept by somebody")
    (folder / ".trustcheck-folder00").mkdir(mode=0o700)
    (folder / ".trustcheck-folder00" / "link").symlink_to(folder)
    (folder / ".report.pdf.part").write_bytes(b"what a browser is loading")
    (folder / ".mine.trustcheck.part").write_bytes(b"what a browser is loading")
    (folder / "mine.trustcheck-lock").write_bytes(b"not empty, so it is none of ours")


def test_nor_is_anything_taken_that_only_looks_like_ours(here: Path) -> None:
    others(here / "out")
    before = names(here)

    assert clear_left(here / "out") == clear_in(here / "out") == clear_at(str(here / "mine.trustcheck")) == 0

    assert names(here) == before


@pytest.mark.parametrize("deed", ["look", "verify", "back up"])
def test_looking_leaves_nothing_beside_a_file_not_even_where_an_empty_journal_lies(here: Path, deed: str) -> None:
    Path("mine.trustcheck-journal").write_bytes(bytes(4096))
    before = {each: (here / each).read_bytes() for each in names(here) if (here / each).is_file()}
    deeds = {
        "look": lambda: open_store("mine.trustcheck", look_only=True).close(),
        "verify": lambda: cli.main(["verify", "mine.trustcheck"]),
        "back up": lambda: cli.main(["backup", "mine.trustcheck", "-o", "elsewhere.trustcheck"]),
    }

    deeds[deed]()

    Path("elsewhere.trustcheck").unlink(missing_ok=True)
    assert {each: (here / each).read_bytes() for each in names(here) if (here / each).is_file()} == before
    # Whoever writes the file takes it away.
    open_store("mine.trustcheck").close()
    assert not Path("mine.trustcheck-journal").exists()

"""Whatever the disk refuses, at whichever step: nothing saved is lost, nothing half is left, and a sentence says so.

Each way of writing is done again and again, and each time another of its steps fails. A step is what the system or the
database is asked that changes something on the disk.
"""

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.storage.handed_over import OURS, fill
from tests.storage.people import DAY
from trustcheck.app.ports import Refused
from trustcheck.app.safekeeping import Contents
from trustcheck.exchange.whole_file import write_whole
from trustcheck.storage import engine as engines
from trustcheck.storage.round_store import SqliteStore, open_store
from trustcheck.storage.safekeeping import SqliteSafekeeping

KEEPING = SqliteSafekeeping()
PASSPHRASE = "seven herons on a weir"
_OF_THE_DATABASE = ("INSERT", "DELETE", "COMMIT", "VACUUM", "SELECT sqlcipher_export", "ATTACH", "DETACH", "PRAGMA wal")
_MOST = 120


class Disk:
    """Fails at one of its steps, at none where that is 0, and counts them."""

    def __init__(self, at: int) -> None:
        self.at, self.step = at, 0

    def takes_a_step(self) -> bool:
        self.step += 1
        return self.step != self.at

    def of_the_system(self, does: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*given: Any, **more: Any) -> Any:
            if not self.takes_a_step():
                raise OSError(errno.EIO, "Input/output error")
            return does(*given, **more)

        return stepping

    def connection(self) -> type[Any]:
        disk = self

        class Failing(dbapi2.Connection):  # type: ignore[misc]
            def execute(self, statement: str, *given: Any) -> Any:
                if statement.lstrip().startswith(_OF_THE_DATABASE):
                    disk.asks_the_database()
                return super().execute(statement, *given)

            def backup(self, *given: Any) -> None:
                disk.asks_the_database()
                super().backup(*given)

        return Failing

    def asks_the_database(self) -> None:
        if not self.takes_a_step():
            failure = dbapi2.OperationalError("disk I/O error")
            failure.sqlite_errorname = "SQLITE_IOERR_WRITE"
            raise failure


@contextmanager
def failing(disk: Disk) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("fsync", "open", "link", "utime"):
            patch.setattr(os, name, disk.of_the_system(getattr(os, name)))
        for name in ("replace", "chmod", "mkdir", "rename"):
            patch.setattr(Path, name, disk.of_the_system(getattr(Path, name)))
        patch.setattr(shutil, "copyfile", disk.of_the_system(shutil.copyfile))
        connect = dbapi2.connect
        patch.setattr(
            engines.dbapi2, "connect", lambda *given, **more: connect(*given, factory=disk.connection(), **more)
        )
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a data file and a copy, another file with one client, and something that stands elsewhere."""
    folder = tmp_path_factory.mktemp("made")
    store = open_store(str(folder / "mine.trustcheck"))
    fill(store, OURS)
    store.make_copy(DAY)
    store.close()
    shutil.copyfile(folder / "mine.trustcheck", folder / "theirs.trustcheck")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "there.trustcheck").write_bytes(b"an older one")
    return folder


OPEN: dict[str, Callable[[SqliteStore, Path], object]] = {
    "make a copy": lambda store, _folder: store.make_copy(DAY.replace(day=23)),
    "make a copy again": lambda store, _folder: store.make_copy(DAY),
    "back up": lambda store, folder: store.back_up(str(folder / "elsewhere" / "there.trustcheck")),
    "move": lambda store, folder: store.move_to(str(folder / "elsewhere" / "new" / "mine.trustcheck")),
    "hand over": lambda store, folder: store.hand_over(
        store.organisations()[0].id, str(folder / "elsewhere" / "ours.trustcheck"), PASSPHRASE
    ),
    "forget in copies": lambda store, _folder: store.forget_in_copies(round_id=store.rounds()[0].id),
}
CLOSED: dict[str, Callable[[Path, str], object]] = {
    "back up": lambda folder, word: KEEPING.back_up(
        str(folder / "mine.trustcheck"), str(folder / "elsewhere" / "there.trustcheck"), word
    ),
    "restore": lambda folder, word: KEEPING.restore(
        KEEPING.copies(str(folder / "mine.trustcheck"))[0].path, str(folder / "mine.trustcheck"), DAY, word
    ),
    "restore where nothing stands": lambda folder, word: KEEPING.restore(
        KEEPING.copies(str(folder / "mine.trustcheck"))[0].path, str(folder / "new" / "one.trustcheck"), DAY, word
    ),
    "rescue": lambda folder, word: KEEPING.rescue(
        str(folder / "mine.trustcheck"), str(folder / "elsewhere" / "rescued.trustcheck"), word
    ),
    "protect": lambda folder, word: KEEPING.protect(str(folder / "mine.trustcheck"), word, f"{word} and more"),
    "take the passphrase off": lambda folder, word: KEEPING.protect(str(folder / "mine.trustcheck"), word, ""),
    "write whole": lambda folder, _word: write_whole(str(folder / "elsewhere" / "there.trustcheck"), b"a report" * 999),
}


@pytest.fixture(params=["", pytest.param(PASSPHRASE, marks=pytest.mark.long)], ids=["readable", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[pytest.param(3, id="three"), pytest.param(_MOST, id="all", marks=pytest.mark.long)])
def times(request: pytest.FixtureRequest) -> int:
    """At how many of its steps something fails."""
    return int(request.param)


@pytest.fixture
def prepared(made: Path, tmp_path: Path, passphrase: str) -> Callable[[], Path]:
    ready = tmp_path / "ready"
    shutil.copytree(made, ready)
    if passphrase:
        KEEPING.protect(str(ready / "mine.trustcheck"), "", passphrase)

    def anew() -> Path:
        folder = tmp_path / "at work"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ready, folder)
        return folder

    return anew


def held(path: Path, passphrase: str) -> Contents | None:
    """What a whole file holds; ``None`` where the passphrase does not open it."""
    try:
        verdict = KEEPING.verify(str(path), passphrase)
    except Refused:
        return None
    assert verdict.is_whole, verdict
    return verdict.contents


def half(folder: Path) -> list[str]:
    """Whatever is no finished file: hidden ones, logs, locks."""
    ends = (".part", ".anew", ".new", "-wal", "-shm", "-journal", "-lock", ".restoring", ".rescued")
    return sorted(each.name for each in folder.rglob("*") if each.name.startswith(".") or each.name.endswith(ends))


def steps_to_fail_at(does: Callable[[Disk], str], name: str, times: int) -> list[int]:
    """Some or all of the steps of something that goes well, told with their number."""
    well = Disk(0)
    assert does(well) == ""
    some = sorted(random.Random(name).sample(range(1, well.step + 1), min(times, well.step)))
    print(f"\n{name}: the disk fails at {len(some)} of {well.step} steps")
    return some


@pytest.mark.parametrize("name", OPEN)
def test_an_open_file_keeps_what_was_saved_at_whichever_step_the_disk_fails(
    prepared: Callable[[], Path], passphrase: str, times: int, name: str
) -> None:
    path = prepared() / "mine.trustcheck"
    before, lies_at = held(path, passphrase), [str(path)]

    def does(disk: Disk) -> str:
        folder = prepared()
        store = open_store(str(path), passphrase=passphrase)
        with failing(disk):
            refused = _tried(lambda: OPEN[name](store, folder))
        lies_at.append(store.path)
        store.close()
        return refused

    for at in steps_to_fail_at(does, name, times):
        refused = does(Disk(at))
        assert held(Path(lies_at[-1]), passphrase) == before, (at, refused)
        assert half(path.parent) == [], (at, refused)
        _require_whole_or_old(path.parent / "elsewhere" / "there.trustcheck", passphrase)
        for copy in KEEPING.copies(str(path)):
            assert held(Path(copy.path), passphrase) is not None, (at, refused)


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_file_is_as_it_was_at_whichever_step_the_disk_fails(
    prepared: Callable[[], Path], passphrase: str, times: int, name: str
) -> None:
    if name == "take the passphrase off" and not passphrase:
        pytest.skip("a readable file has no passphrase to take off")
    path, words = prepared() / "mine.trustcheck", (passphrase, f"{passphrase} and more", "")
    before = held(path, passphrase)

    def does(disk: Disk) -> str:
        folder = prepared()
        with failing(disk):
            return _tried(lambda: CLOSED[name](folder, passphrase))

    for at in steps_to_fail_at(does, name, times):
        refused = does(Disk(at))
        assert next(found for word in words if (found := held(path, word)) is not None) == before, (at, refused)
        assert half(path.parent) == [], (at, refused)
        assert all(any(held(Path(each.path), word) for word in words) for each in KEEPING.copies(str(path)))
        _require_whole_or_old(path.parent / "elsewhere" / "there.trustcheck", passphrase)
        if refused:
            assert not (path.parent / "elsewhere" / "rescued.trustcheck").exists()
            assert not any("aside" in each.name for each in path.parent.iterdir()), (at, refused)


def _tried(does: Callable[[], object]) -> str:
    try:
        does()
    except Refused as refused:
        return str(refused)
    return ""


def _require_whole_or_old(path: Path, passphrase: str) -> None:
    content = path.read_bytes()
    if content not in (b"an older one", b"a report" * 999):
        assert held(path, passphrase) is not None

"""What comes in from elsewhere is in wholly or not at all, whichever step the disk fails at; nothing else changes."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.failing_disk import Disk, failing, half, held, kind_of, steps_to_fail_at, tried
from tests.parcels import one_of_each
from tests.storage.handed_over import OTHERS, OURS, everything, fill
from trustcheck.app.carrying.importing import settled
from trustcheck.storage.store import SqliteStore, open_store

PASSPHRASE = "seven herons on a weir"
Rows = dict[str, list[tuple[object, ...]]]
WAYS: dict[str, Callable[[SqliteStore, Path], object]] = {
    "take in an organisation": lambda store, theirs: store.carrying.take_in_organisation(str(theirs), OURS),
    "take in an export": lambda store, _theirs: store.carrying.bring_in(settled(one_of_each())),
}


@pytest.fixture(params=["", PASSPHRASE], ids=["readable", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[pytest.param(3, id="three"), pytest.param(10_000, id="all", marks=pytest.mark.long)])
def times(request: pytest.FixtureRequest) -> int:
    """At how many of its steps something fails."""
    return int(request.param)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another data file, with the organisation that comes in."""
    path = tmp_path_factory.mktemp("elsewhere") / "theirs.trustcheck"
    with closing(open_store(str(path))) as store:
        fill(store, OURS)
    return path


@pytest.fixture
def prepared(tmp_path: Path, passphrase: str) -> Callable[[], Path]:
    """Puts a data file that holds another client where it was before."""
    ready = tmp_path / "ready.trustcheck"
    with closing(open_store(str(ready), passphrase=passphrase)) as store:
        fill(store, OTHERS[0])

    def anew() -> Path:
        folder = tmp_path / "at work"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return Path(shutil.copyfile(ready, folder / "mine.trustcheck"))

    return anew


def rows(path: Path, passphrase: str) -> Rows:
    with (
        closing(open_store(str(path), passphrase=passphrase, look_only=True)) as store,
        store.file.reading() as connection,
    ):
        return {table: sorted(found, key=repr) for table, found in everything(connection.connection).items()}


def counted(of: Rows) -> dict[str, int]:
    return {table: len(found) for table, found in of.items()}


@pytest.mark.parametrize("name", WAYS)
def test_all_of_it_is_in_or_nothing_at_whichever_step_the_disk_fails(
    prepared: Callable[[], Path], theirs: Path, passphrase: str, times: int, name: str
) -> None:
    path = prepared()
    before, as_it_came = rows(path, passphrase), theirs.read_bytes()

    def does(disk: Disk) -> str:
        prepared()
        with failing(disk), closing(open_store(str(path), passphrase=passphrase)) as store, disk.at_work():
            return tried(lambda: WAYS[name](store, theirs))

    steps = steps_to_fail_at(does, f"{name}, {kind_of(passphrase)}", times)
    whole = counted(rows(path, passphrase))
    assert whole["round"] > len(before["round"])
    for at in steps:
        refused = does(Disk(at))
        found = rows(path, passphrase)
        if refused:
            assert found == before, (at, refused)
        else:
            assert counted(found) == whole, at
            assert all(set(there) <= set(found[table]) for table, there in before.items()), at
        assert held(path, passphrase) is not None, (at, refused)
        assert half(path.parent) == [], (at, refused)
        assert [each.name for each in path.parent.iterdir()] == [path.name], (at, refused)
        assert theirs.read_bytes() == as_it_came
    assert [each.name for each in theirs.parent.iterdir()] == [theirs.name]

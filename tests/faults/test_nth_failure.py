"""Whatever the disk refuses, at whichever step: nothing saved is lost, nothing half is left, and a sentence says so.

Each way of writing is done again and again, and each time another of its steps fails.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.failing_disk import KEEPING, Disk, failing, half, held, kind_of, lies_in, steps_to_fail_at, tried
from tests.storage import by_hand
from tests.storage.handed_over import MARKS, OURS, fill
from tests.storage.people import DAY
from trustcheck.app.store.safekeeping import Rescued
from trustcheck.exchange.files.atomic_files import write_whole
from trustcheck.storage.file.key import is_protected
from trustcheck.storage.store import SqliteStore, open_store

pytestmark = pytest.mark.usefixtures("quick_keys_of_before")

PASSPHRASE, ANOTHER = "seven herons on a weir", "eight otters in a mill"
WORDS = ("", PASSPHRASE, ANOTHER)
COPIES_LEFT = "The passphrase of the data file is changed"
OLDER = f"mine copies/0001 {DAY.isoformat()}.trustcheck"
_ALL = 10_000
_MOST_OF_A_RESCUE = 120
"""A rescue takes hundreds of steps, most of which are the same: one for each row."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a data file and a copy, and something that stands elsewhere."""
    folder = tmp_path_factory.mktemp("made")
    store = open_store(str(folder / "mine.trustcheck"))
    fill(store, OURS)
    store.safety.make_copy(DAY)
    store.close()
    (folder / "elsewhere").mkdir()
    for name in ("there.trustcheck", "there.pdf"):
        (folder / "elsewhere" / name).write_bytes(b"an older one")
    return folder


def protect(folder: Path, word: str, new: str) -> None:
    KEEPING.protect(str(folder / "mine.trustcheck"), word, new)


OPEN: dict[str, Callable[[SqliteStore, Path], object]] = {
    "make a copy": lambda store, _folder: store.safety.make_copy(DAY.replace(day=23)),
    "make a copy again": lambda store, _folder: store.safety.make_copy(DAY),
    "back up": lambda store, folder: store.safety.back_up(str(folder / "elsewhere" / "there.trustcheck")),
    "move": lambda store, folder: store.safety.move_to(str(folder / "elsewhere" / "new" / "mine.trustcheck")),
    "hand over": lambda store, folder: store.carrying.hand_over(
        store.organisations.all()[0].id, str(folder / "elsewhere" / "ours.trustcheck"), PASSPHRASE
    ),
    "forget in copies": lambda store, _folder: store.safety.forget_in_copies(round_id=store.rounds.summaries()[0].id),
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
    "write whole": lambda folder, _word: write_whole(str(folder / "elsewhere" / "there.pdf"), b"a report" * 999),
}
PROTECTED = pytest.param(PASSPHRASE, id="protected", marks=pytest.mark.long)


@pytest.fixture(params=[pytest.param("", id="readable"), PROTECTED])
def passphrase(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[pytest.param(3, id="three"), pytest.param(_ALL, id="all", marks=pytest.mark.long)])
def times(request: pytest.FixtureRequest) -> int:
    """At how many of its steps something fails."""
    return int(request.param)


@pytest.fixture
def of_before() -> bool:
    """Whether the file was protected before Argon2id."""
    return False


@pytest.fixture
def prepared(made: Path, tmp_path: Path, passphrase: str, of_before: bool) -> Callable[[], Path]:
    ready = tmp_path / "ready"
    shutil.copytree(made, ready)
    if of_before:
        by_hand.protect_as_before(ready / "mine.trustcheck", passphrase)
    elif passphrase:
        protect(ready, "", passphrase)

    def anew() -> Path:
        folder = tmp_path / "at work"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ready, folder)
        return folder

    return anew


@pytest.mark.parametrize("name", OPEN)
def test_an_open_file_keeps_what_was_saved_at_whichever_step_the_disk_fails(
    prepared: Callable[[], Path], passphrase: str, times: int, name: str
) -> None:
    path = prepared() / "mine.trustcheck"
    before, lies_at = held(path, passphrase), [str(path)]

    def does(disk: Disk) -> str:
        folder = prepared()
        with failing(disk):
            store = open_store(str(path), passphrase=passphrase)
            with disk.at_work():
                refused = tried(lambda: OPEN[name](store, folder))
            lies_at.append(store.path)
            store.close()
        return refused

    # Of the one that must leave nothing in what nobody looks into, every step each time: they are few.
    most = _ALL if name == "forget in copies" else times
    steps = steps_to_fail_at(does, f"{name}, {kind_of(passphrase)}", most)
    well = lies_in(path.parent, WORDS)
    for at in steps:
        refused = does(Disk(at))
        if not refused and (undone := differing(lies_in(path.parent, WORDS), well)):
            # Only an older copy may wait for the next one with what it is to let go of.
            assert (name, undone) == ("make a copy", {OLDER}), at
            assert makes_a_copy(path, passphrase), at
            assert lies_in(path.parent, WORDS) == well, at
        assert held(Path(lies_at[-1]), passphrase) == before, (at, refused)
        assert half(path.parent) == [], (at, refused)
        _require_whole_or_old(path.parent / "elsewhere" / "there.trustcheck", passphrase)
        for copy in KEEPING.copies(str(path)):
            assert held(Path(copy.path), passphrase) is not None, (at, refused)


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_file_is_as_it_was_at_whichever_step_the_disk_fails(
    prepared: Callable[[], Path], passphrase: str, times: int, name: str
) -> None:
    path = prepared() / "mine.trustcheck"
    before = held(path, passphrase)
    done: list[object] = []

    def does(disk: Disk) -> str:
        folder = prepared()
        done.clear()
        with failing(disk), disk.at_work():
            return tried(lambda: done.append(CLOSED[name](folder, passphrase)))

    most = min(times, _MOST_OF_A_RESCUE) if name == "rescue" else times
    steps = steps_to_fail_at(does, f"{name}, {kind_of(passphrase)}", most)
    well = lies_in(path.parent, WORDS)
    for at in steps:
        refused = does(Disk(at))
        is_told = refused or any(isinstance(each, Rescued) and each.lost for each in done)
        assert is_told or lies_in(path.parent, WORDS) == well, at
        assert held(path, passphrase) == before, (at, refused)
        assert half(path.parent) == [], (at, refused)
        assert all(held(Path(each.path), passphrase) for each in KEEPING.copies(str(path)))
        _require_whole_or_old(path.parent / "elsewhere" / "there.trustcheck", passphrase)
        assert (path.parent / "elsewhere" / "there.pdf").read_bytes() in (b"an older one", b"a report" * 999)
        if refused:
            assert not (path.parent / "elsewhere" / "rescued.trustcheck").exists()
            assert not any("aside" in each.name for each in path.parent.iterdir()), (at, refused)


@pytest.mark.parametrize(
    ("passphrase", "new", "of_before"),
    [("", PASSPHRASE, False), (PASSPHRASE, ANOTHER, False), (PASSPHRASE, "", False), (PASSPHRASE, ANOTHER, True)],
    ids=["set", "change", "take off", "move over"],
)
def test_a_file_has_one_passphrase_at_whichever_step_of_its_change_the_disk_fails(
    prepared: Callable[[], Path],
    passphrase: str,
    times: int,
    new: str,
    of_before: bool,
    request: pytest.FixtureRequest,
) -> None:
    path = prepared() / "mine.trustcheck"
    before = held(path, passphrase)

    def does(disk: Disk) -> str:
        folder = prepared()
        with failing(disk), disk.at_work():
            return tried(lambda: protect(folder, passphrase, new))

    for at in steps_to_fail_at(does, f"passphrase {request.node.callspec.id}", times):
        refused = does(Disk(at))
        is_new = not refused or COPIES_LEFT in refused
        assert _opens_with(path) == [new if is_new else passphrase], (at, refused)
        assert by_hand.is_argon2id(path) == (bool(new) if is_new else bool(passphrase) and not of_before), (at, refused)
        assert held(path, new if is_new else passphrase) == before, (at, refused)
        assert half(path.parent) == [], (at, refused)
        for copy in KEEPING.copies(str(path)):
            assert any(held(Path(copy.path), word) for word in WORDS), (at, refused)
        if _opens_with(path) != [""] and COPIES_LEFT not in refused:
            assert not _readable(path), (at, refused)


def differing(found: dict[str, object], well: dict[str, object]) -> set[str]:
    return {each for each in found.keys() | well.keys() if found.get(each) != well.get(each)}


def makes_a_copy(path: Path, passphrase: str) -> bool:
    with closing(open_store(str(path), passphrase=passphrase)) as store:
        return bool(OPEN["make a copy"](store, path.parent))


def _opens_with(path: Path) -> list[str]:
    """The passphrases that open a file; an empty one where anybody can."""
    return [word for word in WORDS if held(path, word)] if is_protected(str(path)) else [""]


def _readable(path: Path) -> list[Path]:
    """The files of a data file, the copies among them, in which something can be read without a passphrase."""
    files = [each for each in path.parent.rglob("*") if each.is_file() and "elsewhere" not in each.parts]
    return [each for each in files if MARKS[OURS].encode() in each.read_bytes()]


def _require_whole_or_old(path: Path, passphrase: str) -> None:
    content = path.read_bytes()
    if content != b"an older one":
        assert held(path, passphrase) is not None

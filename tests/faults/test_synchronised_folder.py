"""A folder that a sync tool writes to: whatever it does to the open file, nothing that was called saved is lost.

Each kind of swap meets the file at each moment. What was saved is then in the file or in one beside it, every file that
lies there is whole, and the one that the other program brought is byte for byte as it was brought.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.faults.answering import begun
from tests.faults.killing import READY, command, is_sound, surroundings
from tests.faults.left_after_answering import file_with_a_round
from trustcheck.app.ports import NotOpened, NotSaved, Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import SqliteStore, open_store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody swap a file that is open")

Swap = Callable[[Path, Path], None]
"""Is called with the open file and another version of it, which lies in another folder."""


def rename_over(path: Path, other: Path) -> None:
    arrived = Path(shutil.copy(other, path.with_name(".arriving")))
    arrived.replace(path)


def copy_over(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


def copy_over_with_the_old_time(path: Path, other: Path) -> None:
    before = path.stat()
    shutil.copyfile(other, path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def write_into_the_middle(path: Path, _other: Path) -> None:
    with path.open("r+b") as written:
        written.seek(path.stat().st_size // 2)
        written.write(b"\0" * 4096)


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def delete_and_put_back_older(path: Path, other: Path) -> None:
    path.unlink()
    shutil.copy(other, path)


def move_away(path: Path, other: Path) -> None:
    path.replace(other.with_name("moved.trustcheck"))


def move_away_and_back(path: Path, other: Path) -> None:
    moved = path.replace(other.with_name("moved.trustcheck"))
    moved.replace(path)


def download_the_same_again(path: Path, _other: Path) -> None:
    same = Path(shutil.copy(path, path.with_name(".arriving")))
    same.replace(path)


def truncate(path: Path, _other: Path) -> None:
    os.truncate(path, 0)


def cut_in_half(path: Path, _other: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def put_words_there(path: Path, _other: Path) -> None:
    path.unlink()
    path.write_text("This file lies in the cloud.")


def touch(path: Path, _other: Path) -> None:
    os.utime(path, (1, 1))


def put_a_link_there(path: Path, other: Path) -> None:
    path.unlink()
    path.symlink_to(other)


def swap_twice(path: Path, other: Path) -> None:
    rename_over(path, other)
    copy_over(path, other)


def append(path: Path, _other: Path) -> None:
    with path.open("ab") as written:
        written.write(b"\0" * 4096)


SWAPS: dict[str, Swap] = {
    each.__name__.replace("_", " "): each
    for each in (
        rename_over,
        copy_over,
        copy_over_with_the_old_time,
        write_into_the_middle,
        delete,
        delete_and_put_back_older,
        move_away,
        move_away_and_back,
        download_the_same_again,
        truncate,
        cut_in_half,
        put_words_there,
        touch,
        put_a_link_there,
        swap_twice,
        append,
    )
}
ONE_OF_EACH_KIND = {
    "rename over",
    "copy over",
    "write into the middle",
    "delete",
    "truncate",
    "move away and back",
}
"""Another file, other bytes in the same one, some of them, none at all, fewer, and nothing new after all."""
EVERY_SWAP = pytest.mark.parametrize(
    "swap",
    [pytest.param(each, marks=() if each in ONE_OF_EACH_KIND else pytest.mark.long) for each in SWAPS],
)
SPOIL_IT = {"write into the middle", "truncate", "cut in half", "put words there", "append"}
"""What these leave there is no whole data file, and was none before TrustCheck met it."""

CONFLICTS = (
    "mine (conflicted copy 2026-11-30).trustcheck",
    "mine (Anna's conflicted copy 2026-11-30).trustcheck",
    "mine-DESKTOP-7Q1.trustcheck",
    "mine.sync-conflict-20261130-101010-ABCDEFG.trustcheck",
    "mine 2.trustcheck",
)
ITEMS = ("A1", "A2", "A3", "B1", "B2", "B3")
"""Answered in this order, each with another point than before."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "synchronised"
    folder.mkdir()
    return folder / "mine.trustcheck"


@pytest.fixture
def round_id(path: Path) -> int:
    return file_with_a_round(path)


@pytest.fixture
def other(path: Path, round_id: int, tmp_path: Path) -> Path:
    """Another version of the same file, as somebody went on with it on another computer."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = Path(shutil.copy(path, elsewhere))
    with closing(open_store(str(other))) as theirs:
        theirs.rounds.save_answer(round_id, "A9", Answer(1))
    with closing(open_store(str(path))) as mine:
        mine.rounds.save_answer(round_id, "A8", Answer(5))
    return other


def saved(store: SqliteStore, round_id: int, items: tuple[str, ...]) -> dict[str, Answer]:
    """What was called saved."""
    said = {"A8": Answer(5)}
    for at, item in enumerate(items):
        with suppress(NotSaved):
            store.rounds.save_answer(round_id, item, Answer(1 + at % 5))
            said[item] = Answer(1 + at % 5)
    return said


def versions(path: Path) -> list[Path]:
    """The data files that lie there once nobody has them open."""
    return [each for each in path.parent.iterdir() if each.suffix == ".trustcheck"]


def answers_in(file: Path, round_id: int) -> dict[str, Answer]:
    try:
        with closing(open_store(str(file), create=False)) as found:
            return dict(found.rounds.round(round_id).response.answers)
    except Refused:
        return {}


def require_nothing_lost(path: Path, round_id: int, said: dict[str, Answer], brought: bytes | None, swap: str) -> None:
    moved = path.parent.with_name("elsewhere") / "moved.trustcheck"
    lying = [*versions(path), *([moved] if moved.exists() else [])]
    if brought is not None and path.exists():
        assert path.read_bytes() == brought
    found = [answers_in(each, round_id) for each in lying]
    assert any(said.items() <= each.items() for each in found), (said, found)
    for each in lying:
        assert (swap in SPOIL_IT and each == path) or is_sound(each)
    assert {each.name for each in path.parent.iterdir()} == {each.name for each in lying if each.parent == path.parent}


def said_at_opening(path: Path) -> str:
    try:
        with closing(open_store(str(path), create=False)) as opened:
            return opened.safety.told_apart
    except NotOpened as refused:
        return str(refused)


def brings(swap: str) -> bool:
    """Whether something else lies there afterwards."""
    return swap not in ("delete", "move away", "move away and back", "touch")


def what_lies_there(path: Path, swap: str) -> bytes | None:
    return path.read_bytes() if brings(swap) else None


@EVERY_SWAP
def test_nothing_is_lost_where_the_file_is_swapped_while_nobody_answers(
    path: Path, other: Path, round_id: int, swap: str
) -> None:
    store = open_store(str(path))
    said = saved(store, round_id, ITEMS)

    SWAPS[swap](path, other)
    brought = what_lies_there(path, swap)
    store.close()

    require_nothing_lost(path, round_id, said, brought, swap)
    assert bool(store.safety.told_apart) == (swap not in ("move away and back", "touch"))


@EVERY_SWAP
def test_nothing_is_lost_where_the_file_is_swapped_between_two_answers(
    path: Path, other: Path, round_id: int, swap: str
) -> None:
    store = open_store(str(path))
    said = saved(store, round_id, ITEMS[:3])

    SWAPS[swap](path, other)
    brought = what_lies_there(path, swap)
    said |= saved(store, round_id, ITEMS[3:])
    store.close()

    require_nothing_lost(path, round_id, said, brought, swap)


@EVERY_SWAP
def test_nothing_is_lost_where_a_protected_file_is_swapped_and_locked(
    path: Path, other: Path, round_id: int, swap: str
) -> None:
    """Locking closes the file; what is written beside it opens with the same passphrase only."""
    path.unlink()
    store = open_store(str(path), passphrase="three small words")
    protected = begun(store)
    items = dict.fromkeys(ITEMS, Answer(2))
    for item in items:
        store.rounds.save_answer(protected, item, Answer(2))

    SWAPS[swap](path, other)
    store.close()

    found = []
    moved = path.parent.with_name("elsewhere") / "moved.trustcheck"
    for each in (*versions(path), moved):
        with suppress(Refused), closing(open_store(str(each), create=False, passphrase="three small words")) as kept:
            if kept.safety.is_protected:
                found += [
                    dict(kept.rounds.round(one.id).response.answers)
                    for one in kept.rounds.summaries()
                    if one.id == protected
                ]
    assert items in found


@EVERY_SWAP
def test_nothing_is_lost_where_the_file_is_swapped_and_the_program_killed(
    path: Path, other: Path, round_id: int, swap: str
) -> None:
    """The next opening reads no log into a file that it does not belong to."""
    said = {"A8": Answer(5)}
    with subprocess.Popen(
        command("answering_six.py", path, round_id),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=surroundings(),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"{READY}\n"
        for item in ITEMS:
            named, point = process.stdout.readline().split()
            assert named == item
            said[item] = Answer(int(point))
        SWAPS[swap](path, other)
        brought = what_lies_there(path, swap)
        process.send_signal(signal.SIGKILL)
        process.wait()

    is_same = swap in ("move away and back", "touch", "download the same again")
    assert ("kept here" in said_at_opening(path)) is not is_same
    # The log belongs to what is the same to the last byte; what is empty is begun anew, as any empty file is.
    require_nothing_lost(path, round_id, said, None if is_same or swap == "truncate" else brought, swap)


@pytest.mark.parametrize(
    "conflict", [CONFLICTS[0], *(pytest.param(each, marks=pytest.mark.long) for each in CONFLICTS[1:])]
)
@pytest.mark.parametrize("swap", ["rename over", "copy over", "delete"])
def test_the_files_of_a_conflict_stay_as_they_are_and_open(
    path: Path, other: Path, round_id: int, swap: str, conflict: str
) -> None:
    """What the tool puts beside the file is neither read with it nor taken for something left over."""
    beside = path.with_name(conflict)
    store = open_store(str(path))
    said = saved(store, round_id, ITEMS)
    shutil.copy(other, beside)
    before = beside.read_bytes()

    SWAPS[swap](path, other)
    store.close()

    assert beside.read_bytes() == before
    require_nothing_lost(path, round_id, said, None, swap)
    assert answers_in(beside, round_id) == answers_in(other, round_id) != {}

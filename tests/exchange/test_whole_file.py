"""A file is there whole or not at all, and never instead of a better one."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from trustcheck.app.ports import NotWritten
from trustcheck.exchange.files.atomic_files import write_whole

CONTENT = bytes(range(256)) * 100


def failing(number: int, *, winerror: int | None = None) -> Callable[..., None]:
    """Something of the system that always refuses."""

    def refuse(*_: object, **__: object) -> None:
        error = OSError(number, os.strerror(number))
        if winerror is not None:
            error.winerror = winerror  # type: ignore[attr-defined]
        raise error

    return refuse


def test_the_file_holds_every_byte_and_nothing_else_stays(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"

    write_whole(str(target), CONTENT)

    assert target.read_bytes() == CONTENT
    assert list(tmp_path.iterdir()) == [target]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"a longer one that was there before" * 1000)

    write_whole(str(target), b"new")

    assert target.read_bytes() == b"new"


def test_a_disk_that_does_not_give_back_what_was_written_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the better one")
    synced = os.fsync

    def forgetful(handle: int) -> None:
        """Says that it has kept everything, and has not."""
        os.pwrite(handle, b"\0" * 512, 4096)
        synced(handle)

    monkeypatch.setattr(os, "fsync", forgetful)

    with pytest.raises(NotWritten, match="did not give back what was written"):
        write_whole(str(target), CONTENT)

    assert target.read_bytes() == b"the better one"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("mask", [0, 0o022])
def test_only_the_owner_may_read_it(tmp_path: Path, mask: int) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"open to everybody")
    target.chmod(0o644)
    before = os.umask(mask)
    try:
        write_whole(str(target), CONTENT)
    finally:
        os.umask(before)

    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_content_and_name_are_on_disk_before_it_is_called_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the bytes, then the new name, then the folder that holds the name."""
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def replaced(self: Path, target: Path) -> Path:
        done.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)

    write_whole(str(tmp_path / "report.pdf"), CONTENT)

    assert done == ["file", "name", "folder"]


def test_behind_a_link_the_file_itself_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "report.pdf"
    link = tmp_path / "link.pdf"
    link.symlink_to(target)

    write_whole(str(link), CONTENT)

    assert link.is_symlink()
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    "name", ["mine.trustcheck", "MINE.TRUSTCHECK", "mine.trustcheck-wal", "mine.db", "mine.db-wal"]
)
@pytest.mark.parametrize("through_a_link", [False, True])
def test_no_data_file_and_no_part_of_one_is_replaced(tmp_path: Path, name: str, *, through_a_link: bool) -> None:
    """Also behind a link, whose name is all that somebody saw who confirmed it."""
    (tmp_path / "mine.db").write_bytes(b"SQLite format 3\0 and more")
    target, link = tmp_path / name, tmp_path / "out.json"
    if not target.exists():
        target.write_bytes(b"answers")
    before = target.read_bytes()
    link.symlink_to(target)

    with pytest.raises(NotWritten, match="is a data file or a part of one"):
        write_whole(str(link if through_a_link else target), CONTENT)

    assert target.read_bytes() == before


def test_nor_one_under_any_name_that_is_open_in_a_window(tmp_path: Path) -> None:
    target = tmp_path / "answers of the mill"
    target.write_bytes(b"protected, so nothing in it says what it is")
    (tmp_path / "answers of the mill-lock").touch()

    with pytest.raises(NotWritten, match="is a data file"):
        write_whole(str(target), CONTENT)

    assert target.read_bytes().startswith(b"protected")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk says it is full"),
        (errno.EDQUOT, "the disk says it is full"),
        (errno.EIO, "could not be written there"),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(number))

    with pytest.raises(NotWritten, match=told):
        write_whole(str(target), CONTENT)

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_open_in_another_program_is_named_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES, winerror=32))

    with pytest.raises(NotWritten) as refused:
        write_whole(str(target), CONTENT)

    assert refused.value.sentence == "The PDF is open in another program, so it can't be replaced."
    assert refused.value.todo == "Close it there, or save under another name."
    assert list(tmp_path.iterdir()) == [target]


def test_without_leave_to_write_the_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.pdf"
    monkeypatch.setattr("tempfile.mkstemp", failing(errno.EACCES))

    with pytest.raises(NotWritten) as refused:
        write_whole(str(target), CONTENT)

    assert refused.value.sentence == f"TrustCheck may not write to {tmp_path}."
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="There is no folder"):
        write_whole(str(tmp_path / "missing" / "report.pdf"), CONTENT)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "report.pdf"
    folder.mkdir()

    with pytest.raises(NotWritten, match="is a folder"):
        write_whole(str(folder), CONTENT)

    assert list(folder.iterdir()) == []


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotWritten, match="There is no folder"):
        write_whole(str(tmp_path / "file" / "report.pdf"), CONTENT)


@pytest.mark.parametrize("name", ["nul\0inside.pdf", "long" * 100 + ".pdf"])
def test_a_name_no_system_takes_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotWritten):
        write_whole(str(tmp_path / name), CONTENT)

    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_whole(str(tmp_path / "report.pdf"), CONTENT)

    assert list(tmp_path.iterdir()) == []

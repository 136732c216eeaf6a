"""Data files as a person may come to have them: with checks in them, damaged, with copies beside."""

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from trustcheck.app.application import Application
from trustcheck.app.ports import Damaged
from trustcheck.bootstrap import build

PAGE = 4096


@cache
def sample() -> bytes:
    """The sample's data file, made once for all tests: its answers go in one by one."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "sample.trustcheck")
        build(os.environ).make_sample(str(path))
        return path.read_bytes()


def with_checks(path: Path) -> Path:
    """A file of the person's own with what the sample holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sample())
    path.chmod(0o600)
    return path


def with_copy(application: Application, path: Path) -> Path:
    """The same, and a copy of yesterday beside it."""
    from datetime import timedelta

    with_checks(path)
    store = application.open_store(str(path))
    store.safety.make_copy(application.today() - timedelta(days=1))
    store.close()
    return path


def damage(application: Application, path: Path) -> bytes:
    """Empty one page of a file, so that it does not open in one piece; its bytes as they are then."""
    whole = path.read_bytes()
    for at in range(1, len(whole) // PAGE):
        path.write_bytes(whole[: at * PAGE] + bytes(PAGE) + whole[(at + 1) * PAGE :])
        before = path.read_bytes()
        try:
            store = application.open_store(str(path))
            try:
                store.rounds.summaries()
            finally:
                store.close()
        except Damaged:
            if path.read_bytes() == before:
                return before
        path.write_bytes(whole)
    raise AssertionError


def everything_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def holding(folder: Path, words: str) -> list[str]:
    """The files below a folder in whose bytes these words stand."""
    return sorted(name for name, content in everything_in(folder).items() if words.encode() in content)

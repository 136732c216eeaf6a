"""Whether the window before this one said goodbye.

While a window is open, two small private files with a name made by chance lie in the data folder: one that the
operating system keeps locked, so that a window that is still open is never mistaken for one that is gone, and one for
what Python writes when the whole process is torn down. Neither knows a time, a file or a person. A window that closes
takes both along; what is found unlocked was left behind.
"""

import faulthandler
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from trustcheck.storage.file.lock import FileLock, Held

# What Python leaves behind when its whole process is torn down, as places in the code and nothing else.
#
# The raw text names files, and with them folders that belong to somebody. Only what is known to be harmless is taken
# over: one of a few reasons, and module, line and function of each frame.


LARGEST = 256 * 1024
"""Bytes that are looked at."""

_REASONS = (
    "Segmentation fault",
    "Aborted",
    "Bus error",
    "Floating-point exception",
    "Floating point exception",
    "Illegal instruction",
    "access violation",
    "stack overflow",
)
_FRAME = r'  File "(?P<path>[^"]*)", line (?P<line>\d{1,7}) in (?P<name>[\w<>.]{1,100})'
_THREAD = r"(?P<current>Current thread|Thread) 0x[0-9a-fA-F]+( \[.*\])? \(most recent call first\):"
_PACKAGES = frozenset({"site-packages", "dist-packages"})
_LIBRARY = r"python3(\.\d+)?t?"


def places_in(dump: bytes) -> str:
    """The reason and the frames of every thread, most recent call first; empty where there is nothing to tell."""
    return "\n".join(_lines(dump[:LARGEST].decode("utf-8", "replace")))


def _lines(dump: str) -> Iterator[str]:
    for line in dump.splitlines():
        if line.startswith(("Fatal Python error: ", "Windows fatal exception: ")):
            yield next((each for each in _REASONS if each in line), "another reason")
        elif thread := re.fullmatch(_THREAD, line):
            yield "the thread it happened in" if thread["current"].startswith("Current") else "another thread"
        elif frame := re.fullmatch(_FRAME, line):
            yield f"  {_module(frame['path'])}, line {frame['line']}, in {frame['name']}"


def _module(path: str) -> str:
    """The module a file holds; a mark where it belongs to nothing that is known, since its name may be anybody's."""
    parts = list((PureWindowsPath(path) if "\\" in path else PurePosixPath(path)).parts)
    if not parts or not parts[-1].endswith(".py"):
        return "?"
    parts[-1] = parts[-1].removesuffix(".py")
    for at in range(len(parts) - 2, -1, -1):
        if parts[at] == "trustcheck":
            return ".".join(parts[at:])
        if parts[at] in _PACKAGES or (re.fullmatch(_LIBRARY, parts[at]) and parts[at - 1].startswith("lib")):
            return ".".join(parts[at + 1 :])
    return "?"


_NAMED = ".window-"


@contextmanager
def said_at_the_end(folder: Path, keep: Callable[[str], None]) -> Iterator[bool]:
    """Whether the one before said goodbye; while inside, it shows if this one does not.

    What was left behind is handed to ``keep``, as places in the code only, and is gone.
    """
    left = _left_behind(folder)
    for places in left:
        keep("\n".join(part for part in ("closed without saying goodbye", places) if part))
    with _watched(folder):
        yield not left


def _left_behind(folder: Path) -> list[str]:
    """What each window wrote that is gone without its goodbye; each is told once and never again."""
    with suppress(OSError):
        names = sorted({each.stem for each in folder.iterdir() if each.name.startswith(_NAMED)})
        return [places for name in names if (places := _taken_up(folder / name)) is not None]
    return []


def _taken_up(name: Path) -> str | None:
    """What one window left; ``None`` while it is open, or where another window took it up before us."""
    with suppress(OSError, Held):
        lock = FileLock(f"{name}.lock")
        try:
            dump = Path(f"{name}.fault")
            with dump.open("rb") as file:
                content = file.read(LARGEST)
            dump.unlink()
        finally:
            lock.release()
        return places_in(content)
    return None


@contextmanager
def _watched(folder: Path) -> Iterator[None]:
    """Where nothing can be written the window opens all the same, and nobody will know how it ended."""
    made_here = not folder.exists()
    name = folder / f"{_NAMED}{os.urandom(8).hex()}"
    dump, lock = Path(f"{name}.fault"), _locked(name)
    handle = _opened(dump) if lock is not None else None
    try:
        with _dumping(handle):
            yield
    finally:
        with suppress(OSError):
            if handle is not None:
                os.close(handle)
                dump.unlink()
        if lock is not None:
            lock.release()
        if made_here:
            # Nobody began anything, so nothing is left; a folder with something in it stays.
            with suppress(OSError):
                folder.rmdir()


def _locked(name: Path) -> FileLock | None:
    with suppress(OSError, Held):
        name.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(f"{name}.lock")
    return None


def _opened(dump: Path) -> int | None:
    with suppress(OSError):
        return os.open(dump, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    return None


@contextmanager
def _dumping(handle: int | None) -> Iterator[None]:
    """Have Python write down where it was when the whole process is torn down."""
    if handle is None:
        yield
        return
    was_on = faulthandler.is_enabled()
    faulthandler.enable(file=handle)
    try:
        yield
    finally:
        faulthandler.disable()
        if was_on and sys.__stderr__ is not None:
            with suppress(OSError, ValueError):
                faulthandler.enable(file=sys.__stderr__)

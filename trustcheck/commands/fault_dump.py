"""What Python leaves behind when its whole process is torn down, as places in the code and nothing else.

The raw text names files, and with them folders that belong to somebody. Only what is known to be harmless is taken
over: one of a few reasons, and module, line and function of each frame.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

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
_FRAME = re.compile(r'  File "(?P<path>[^"]*)", line (?P<line>\d{1,7}) in (?P<name>[\w<>.]{1,100})')
_THREAD = re.compile(r"(?P<current>Current thread|Thread) 0x[0-9a-fA-F]+( \[.*\])? \(most recent call first\):")
_PACKAGES = frozenset({"site-packages", "dist-packages"})
_LIBRARY = re.compile(r"python3(\.\d+)?t?")


def places_in(dump: bytes) -> str:
    """The reason and the frames of every thread, most recent call first; empty where there is nothing to tell."""
    return "\n".join(_lines(dump[:LARGEST].decode("utf-8", "replace")))


def _lines(dump: str) -> Iterator[str]:
    for line in dump.splitlines():
        if line.startswith(("Fatal Python error: ", "Windows fatal exception: ")):
            yield next((each for each in _REASONS if each in line), "another reason")
        elif thread := _THREAD.fullmatch(line):
            yield "the thread it happened in" if thread["current"].startswith("Current") else "another thread"
        elif frame := _FRAME.fullmatch(line):
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
        if parts[at] in _PACKAGES or (_LIBRARY.fullmatch(parts[at]) and parts[at - 1].startswith("lib")):
            return ".".join(parts[at + 1 :])
    return "?"

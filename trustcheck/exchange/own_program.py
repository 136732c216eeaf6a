"""Starts a program of our own that reads hostile files or listens, and can be ended: a few lines of ours, apart."""

import subprocess
import sys
from pathlib import Path

# Its own folder and the environment bring nothing in: a file of the folder somebody works in is no part of a program.
_WHERE_FROM = "import sys\nsys.path[:] = {path!r}\n"
PART = "trustcheck-part.exe" if sys.platform == "win32" else "trustcheck-part"
"""Stands beside a frozen program, which has no interpreter: it runs the lines that it is given."""


def started(program: str, *, on_its_own: bool = False) -> "subprocess.Popen[bytes] | None":
    """With pipes to and from it; ``None`` where none can be. ``on_its_own``, it hears no Ctrl+C of a terminal."""
    runs = _runs_lines()
    if not runs:
        return None
    where_from = _WHERE_FROM.format(path=[each for each in sys.path if each])
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter with our own words
            [*runs, where_from + program],
            stdin=pipe,
            stdout=pipe,
            stderr=nothing,
            start_new_session=on_its_own,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None


def _runs_lines() -> list[str]:
    """The beginning of a command that ends in lines to be run; empty where there is none."""
    if not sys.executable:
        return []
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-I", "-c"]
    part = Path(sys.executable).with_name(PART)
    return [str(part)] if part.is_file() else []

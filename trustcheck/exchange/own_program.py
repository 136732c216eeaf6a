"""Starts a program of our own, which reads hostile files and can be ended: our interpreter with a few lines of ours."""

import subprocess
import sys

# Its own folder and the environment bring nothing in: a file of the folder somebody works in is no part of a program.
_WHERE_FROM = "import sys\nsys.path[:] = {path!r}\n"


def started(program: str) -> "subprocess.Popen[bytes] | None":
    """With pipes to and from it; ``None`` where none can be started, as from a frozen program."""
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    where_from = _WHERE_FROM.format(path=[each for each in sys.path if each])
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter with our own words
            [sys.executable, "-I", "-c", where_from + program],
            stdin=pipe,
            stdout=pipe,
            stderr=nothing,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None

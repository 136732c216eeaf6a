"""An earlier build of the program, taken out of the history of this checkout, to be measured beside the present one."""

import io
import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PEER = "6159920"
"""The build before large checks were taken in as arrays."""


def peer_build(into: Path, *, everything: bool = False) -> Path:
    """The peer with its tests in a new folder, as bytecode; ``everything`` is what a wheel can be built from. Skips
    where there is no history to take it from.
    """
    content = _archive(() if everything else ("trustcheck", "resources", "tests"))
    if content is None:
        pytest.skip("there is no history here to take the earlier build from")
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(into, filter="data")
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(into)], check=True)
    return into


@cache
def _archive(parts: tuple[str, ...]) -> bytes | None:
    command = ["git", "-C", str(ROOT), "archive", PEER, *parts]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None

"""The largest picture that is taken needs no more memory than any other file, whatever its colours."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.killing import ROOT, surroundings

LARGEST = (16, 6)
"""Bits of each colour, and colours with what shines through: eight bytes for every dot."""
OTHERS = [pytest.param(*each, marks=pytest.mark.long) for each in ((8, 0), (16, 0), (8, 2), (8, 4), (8, 6))]


@pytest.mark.parametrize("door", ["logo by its parts", "printed logo by its parts"])
@pytest.mark.parametrize(("depth", "colours"), [LARGEST, *OTHERS])
def test_the_largest_picture_is_taken_in_little_memory(tmp_path: Path, door: str, depth: int, colours: int) -> None:
    script = f"""
from dataclasses import replace
from pathlib import Path
from tests.fuzz import attack, door, png_by_chunks
largest = png_by_chunks.plain(4000, 4000, {depth}, {colours})
where = replace(door.door({door!r}), case=lambda _chance: largest)
assert attack.attack(where, 1, 1, Path({str(tmp_path)!r})).taken == 1
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, env=surroundings(), timeout=300
    )

    assert ended.returncode == 0, ended.stderr[-2000:]

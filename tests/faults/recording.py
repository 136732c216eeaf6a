"""What a program did to the files of its folder, in order, taken down while it worked (``recorder.c``)."""

import atexit
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.faults.killing import HERE, ROOT, command, surroundings

SAID = "said"
"""The file, among those of the folder, that takes what the program says: so each line has its place in the record."""
_HEAD = struct.Struct("<cIIQI")
_PATIENCE = 60.0
_A_MOMENT = 0.01


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a file. ``kind`` is W write, T truncate, S sync, U unlink or R rename."""

    kind: str
    name: str
    """Within the folder; empty for the folder itself."""
    other: str = ""
    offset: int = 0
    data: bytes = b""


@cache
def compiled(source: Path) -> Path:
    """A library made of one C file, once for each run. Skips the test where nothing here compiles C."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("a C compiler (cc) is needed to stand between a program and the system")
    folder = Path(mkdtemp(prefix="compiled-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    library = folder / f"{source.stem}.so"
    made = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-o", str(library), str(source), "-ldl"],
        capture_output=True,
        text=True,
    )
    if made.returncode:
        pytest.skip(f"{source.name} does not compile on this system: {made.stderr.strip()[:200]}")
    return library


def record(folder: Path, program: str, *arguments: object, until: int) -> list[Step]:
    """Everything a program did to the files of ``folder`` until it had said ``until`` lines, and was ended by force."""
    said, target = folder / SAID, folder.with_name(f"{folder.name}.record")
    environment = surroundings() | {
        "LD_PRELOAD": str(compiled(HERE / "recorder.c")),
        "RECORDED_FOLDER": str(folder),
        "RECORD": str(target),
    }
    with (
        said.open("wb") as output,
        subprocess.Popen(command(program, *arguments), stdout=output, cwd=ROOT, env=environment) as process,
    ):
        ends = time.monotonic() + _PATIENCE
        while said.read_bytes().count(b"\n") < until:
            assert process.poll() is None, f"{program} ended by itself"
            assert time.monotonic() < ends, f"{program} said too little"
            time.sleep(_A_MOMENT)
        process.kill()
    return list(_steps(target.read_bytes(), str(folder.resolve())))


def _steps(content: bytes, folder: str) -> Iterator[Step]:
    at = 0
    while at + _HEAD.size <= len(content):
        kind, *lengths, offset, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        path, other, data = (content[start : start + length] for start, length in _spans(at, [*lengths, size]))
        at += sum(lengths) + size
        if at > len(content):
            return  # The program was ended while this was written down.
        yield Step(kind.decode(), _within(path, folder), _within(other, folder), offset, data)


def _spans(at: int, lengths: list[int]) -> Iterator[tuple[int, int]]:
    for length in lengths:
        yield at, length
        at += length


def _within(path: bytes, folder: str) -> str:
    return path.decode().removeprefix(folder).removeprefix("/")

"""Programs that say what they have done, and are ended by force at any moment.

Each is a module beside this one that works on a real store without end and writes one line for every thing the store
called done, after a first line ``ready``. What they said is then looked for in the file.
"""

import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
READY = "ready"


def say(line: str) -> None:
    """Called by a program that is to be ended: the line is out before anything else happens."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def command(program: str, *arguments: object) -> list[str]:
    return [sys.executable, str(HERE / program), *map(str, arguments)]


def surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def said_until_killed(program: str, *arguments: object, life: float, words: int = 0) -> list[str]:
    """What a program had said when it was ended by force, ``life`` seconds after it was ready and had said so many
    ``words``: however busy the computer is, it got that far.
    """
    with subprocess.Popen(
        command(program, *arguments), stdout=subprocess.PIPE, text=True, cwd=ROOT, env=surroundings()
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"{READY}\n"
        heard = [process.stdout.readline() for _ in range(words)]
        # Killing at any moment is the point; nothing is waited for here.
        time.sleep(life)
        process.kill()
        return whole_lines("".join(heard) + process.stdout.read())


def whole_lines(said: str) -> list[str]:
    """A line that broke off was not said."""
    return [line.removesuffix("\n") for line in said.splitlines(keepends=True) if line.endswith("\n")]


def is_sound(path: Path) -> bool:
    """Whether the database finds nothing wrong with a file."""
    with closing(dbapi2.connect(str(path))) as driver:
        return bool(driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)])

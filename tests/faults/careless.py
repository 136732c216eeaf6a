"""Runs another of these programs on a store that waits less for the disk than ours: ``careless.py PROGRAM ...``.

What is lost then shows that a loss would be seen.
"""

import runpy
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.key import FileKey

_ours = engines.writing_engine


def _careless(path: str, key: FileKey | None = None) -> sa.Engine:
    engine = _ours(path, key)

    def wait_less(driver: Any, _record: object) -> None:
        driver.execute("PRAGMA synchronous = NORMAL")

    sa.event.listen(engine, "connect", wait_less)
    return engine


if __name__ == "__main__":
    engines.writing_engine = _careless
    program = sys.argv[1]
    sys.argv = sys.argv[1:]
    runpy.run_path(str(Path(__file__).with_name(program)), run_name="__main__")

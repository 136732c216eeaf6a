"""A program that knows SQLite and nothing of TrustCheck: it looks into a data file and closes it."""

import subprocess
import sys
from pathlib import Path

_READ_AND_CLOSE = """
import sqlite3
import sys
driver = sqlite3.connect(sys.argv[1])
print(driver.execute("SELECT count(*) FROM answer").fetchone()[0])
driver.close()
"""


def answers_seen_elsewhere(path: Path) -> int:
    """How many answers it finds. Where it takes itself for the last one with the file open, it removes the log."""
    read = [sys.executable, "-c", _READ_AND_CLOSE, str(path)]
    return int(subprocess.run(read, capture_output=True, text=True, check=True).stdout)

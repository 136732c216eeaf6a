"""A passphrase as a command reads it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

PASSPHRASE = "amber otter lantern brook"


@contextmanager
def handed_over(line: str | bytes) -> Iterator[int]:
    """A descriptor from which these words can be read."""
    reading, writing = os.pipe()
    os.write(writing, line.encode() if isinstance(line, str) else line)
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)

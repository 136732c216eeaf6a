"""A disk on which no file grows."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no limit on the size of a file to stand in for a full disk", allow_module_level=True)

import resource


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes, as on a full disk or at the end of a quota."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

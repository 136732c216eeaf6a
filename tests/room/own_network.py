"""A network of a test's own: this computer's loop is its only way, and nothing else of the machine is heard there."""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_A_NETWORK = 0x40000000
"""``CLONE_NEWNET`` of Linux."""
MISSING = "a network of its own needs Linux and the rights of its administrator"


@contextmanager
def own_network() -> Iterator[bool]:
    """Programs that this thread starts meanwhile are in it. Says whether the system gave one."""
    before = Path("/proc/thread-self/ns/net")
    if not before.exists():
        yield False
        return
    system = ctypes.CDLL(None, use_errno=True)
    kept = os.open(before, os.O_RDONLY)
    try:
        if system.unshare(_A_NETWORK) != 0:
            yield False
            return
        try:
            subprocess.run(["ip", "link", "set", "lo", "up"], check=True, timeout=60)
            yield True
        finally:
            assert system.setns(kept, _A_NETWORK) == 0
    finally:
        os.close(kept)

"""Overwriting what held a key or a passphrase. Python lets go of memory without a word about what stood in it."""

import ctypes
import sys


def wipe(held: bytes | bytearray | str) -> None:
    """Overwrite in place. Only for what was made here, is known to nobody else, and is not read again.

    Where Python keeps its objects otherwise than CPython does, or a text is more than ASCII, nothing is done.
    """
    if isinstance(held, bytearray):
        held[:] = bytes(len(held))
    elif sys.implementation.name == "cpython" and len(held) > 1 and (isinstance(held, bytes) or held.isascii()):
        # Both end with their content and one byte more.
        begins = id(held) + sys.getsizeof(held) - len(held) - 1
        ctypes.memset(begins, 0, len(held))

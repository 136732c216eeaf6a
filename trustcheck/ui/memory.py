"""Leaving nothing readable in the memory of a program that has locked a file.

What is let go is only marked as free: words stay there until somebody else needs the place. So places that are free are
taken, overwritten, and given back to the system where it takes them. Nobody can promise that none was missed.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmapCache

_LARGEST_SMALL = 512
"""Up to so many bytes Python keeps objects in places of its own, in steps of sixteen."""
_SMALL_EACH = 12_000
_MOST_EACH = 12_000
_SIZES = (65_536, 16_384, 8_176, 4_080, 2_032, 1_008, 752, 496, 368, 240, 176, 112, 80, 48, 24)
_NO_MORE_FREE = 64 * 1024 * 1024
"""Bytes that are overwritten at most."""


_COUNTED = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
"""glibc's names, in its order."""


class _Counts(ctypes.Structure):
    """What glibc says of its memory (``mallinfo2``)."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _COUNTED)


def forget_what_was_let_go() -> None:
    """Destroy what waits for it, and overwrite what is free."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QPixmapCache.clear()
    for _filled in _small():
        pass
    _overwrite_free()


def _small() -> Iterator[list[bytes]]:
    """Python's own places, one size after the other, filled with nothing."""
    for size in range(64, _LARGEST_SMALL + 1, 16):
        room = size - sys.getsizeof(b"")
        yield [bytes(room) for _each in range(_SMALL_EACH)]


def _overwrite_free() -> None:
    """glibc's places, largest first; elsewhere the system has no such door."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is None or not all(hasattr(libc, each) for each in ("mallinfo2", "malloc_trim")):
        return
    libc.mallinfo2.restype = _Counts
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    libc.free.argtypes = (ctypes.c_void_p,)
    libc.malloc_trim(0)
    taken = []
    for size in _SIZES:
        free = min(libc.mallinfo2().fordblks, _NO_MORE_FREE)
        for _each in range(min(free // size, _MOST_EACH)):
            place = libc.malloc(size)
            ctypes.memset(place, 0, size)
            taken.append(place)
    for place in taken:
        libc.free(place)
    libc.malloc_trim(0)

"""Which rows of many: a byte for each row, 1 or 0, put together all at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import compress
from operator import or_


def any_of(masks: Iterable[bytes], rows: int) -> bytes:
    """1 where any of the masks is."""
    # As one whole number of a hundred thousand bytes: row by row it would take longer than reading the file.
    whole = reduce(or_, (int.from_bytes(each, "little") for each in masks), 0)
    return whole.to_bytes(rows, "little")


def both_of(one: bytes, other: bytes) -> bytes:
    """1 where both of two masks are."""
    return (int.from_bytes(one, "little") & int.from_bytes(other, "little")).to_bytes(len(one), "little")


def counted(kinds: Sequence[int], rows: bytes) -> dict[int, int]:
    """How often each of the kinds stands in some rows."""
    if not isinstance(kinds, bytes):
        return Counter(compress(kinds, rows))
    # In all other rows stands 0, which is taken off again.
    import numpy as np

    held = both_of(kinds, rows.translate(_ALL_OR_NOTHING))
    number = np.bincount(np.frombuffer(held, dtype=np.uint8), minlength=1)
    number[0] -= rows.count(0)
    return {kind: each for kind, each in enumerate(number.tolist()) if each}


_ALL_OR_NOTHING = bytes((0, *[255] * 255))

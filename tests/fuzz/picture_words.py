"""What a picture of either format says beside its pixels: a colour profile, what a camera noted, sizes that lie."""

import struct
from random import Random

Parts = list[tuple[bytes, bytes]]
"""What each part is called and what is in it."""

ODD_SIDES = (0, 1, 199, 4000, 4001, 16_001, 65_535, 2**24, 2**31 - 1, 2**31, 2**32 - 1)


def profile(chance: Random) -> bytes:
    """What a colour profile begins with: its length, its kind, and a table of places."""
    tags = chance.choice((0, 1, 3, 2**32 - 1))
    table = b"".join(chance.choice((b"rXYZ", b"A2B0", b"desc")) + chance.randbytes(8) for _each in range(3))
    head = struct.pack(">L4sL4s4s4s", chance.choice((0, 200, 2**32 - 1)), b"lcms", 0x4300000, b"mntr", b"RGB ", b"XYZ ")
    return head.ljust(128, b"\0") + struct.pack(">L", tags) + table


def exif(chance: Random) -> bytes:
    """A list of what a camera says: which way up, and places where more is said, in circles too."""
    mark, order = chance.choice(((b"II*\0", "<"), (b"MM\0*", ">")))
    entries = [
        struct.pack(
            f"{order}HHLL",
            chance.choice((0x112, 0x8769, 0x8825, 0x10E, 0x201)),
            chance.choice((1, 2, 3, 4, 5, 13, 255)),
            chance.choice((0, 1, 8, 2**31)),
            chance.choice((0, 1, 3, 6, 8, 9, 2**32 - 1)),
        )
        for _each in range(chance.choice((0, 1, 4)))
    ]
    number = chance.choice((len(entries), 65_535))
    return (
        mark
        + struct.pack(f"{order}LH", 8, number)
        + b"".join(entries)
        + struct.pack(f"{order}L", chance.choice((0, 8)))
    )

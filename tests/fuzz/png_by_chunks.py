"""PNG pictures of every kind, written chunk by chunk, with a header or pixels at odds with the rest."""

import struct
import zlib
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.picture_words import ODD_SIDES, Parts, exif, profile

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
SIZES = ((200, 120), (200, 2), (201, 3), (640, 10), (1300, 900), (333, 7), (1, 1), (3, 500))
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def _rows(across: int, along: int, bits: int, chance: Random) -> bytes:
    length = (across * bits + 7) // 8
    row = chance.randbytes(length)
    return b"".join(bytes([chance.randrange(5)]) + row for _each in range(along if length else 0))


def _pixels(size: tuple[int, int], bits: int, chance: Random, *, interlaced: bool) -> bytes:
    if not interlaced:
        return _rows(*size, bits, chance)
    return b"".join(
        _rows((size[0] - left + right - 1) // right, (size[1] - top + down - 1) // down, bits, chance)
        for left, top, right, down in PASSES
    )


def png(chance: Random) -> Parts:
    size, colours = chance.choice(SIZES), chance.choice((0, 2, 3, 4, 6))
    depth, interlaced = chance.choice(DEPTHS[colours]), chance.random() < 0.3
    header = struct.pack(">LLBBBBB", *size, depth, colours, 0, 0, interlaced)
    packed = zlib.compress(
        _pixels(size, depth * CHANNELS[colours], chance, interlaced=interlaced), chance.choice((0, 1, 9))
    )
    cut = chance.randrange(len(packed))
    palette = [(b"PLTE", chance.randbytes(3 * 2**depth))] if colours == 3 else []
    beside = [(kind, make(chance)) for kind, make in chance.sample(BESIDE, chance.choice((0, 0, 1, 3)))]
    pixels = [(b"IDAT", packed[:cut]), (b"IDAT", packed[cut:])] if chance.random() < 0.3 else [(b"IDAT", packed)]
    return [(b"IHDR", header), *beside, *palette, *pixels, (b"IEND", b"")]


def _zipped(chance: Random) -> bytes:
    return zlib.compress(chance.choice((b"", b"words", b"x" * 3_000_000, chance.randbytes(300))))


BESIDE: Sequence[tuple[bytes, Callable[[Random], bytes]]] = (
    (b"gAMA", lambda chance: struct.pack(">L", chance.choice((0, 1, 45_455, 2**32 - 1)))),
    (b"cHRM", lambda chance: chance.randbytes(32)),
    (b"sRGB", lambda chance: bytes([chance.choice((0, 3, 200))])),
    (b"iCCP", lambda chance: b"name\0\0" + zlib.compress(profile(chance))),
    (b"tRNS", lambda chance: chance.randbytes(chance.choice((0, 1, 2, 6, 256, 300)))),
    (b"tEXt", lambda chance: b"Title\0" + b"x" * chance.choice((0, 9, 300_000))),
    (b"zTXt", lambda chance: b"Title\0\0" + _zipped(chance)),
    (b"iTXt", lambda chance: b"Title\0\x01\0en\0t\0" + _zipped(chance)),
    (b"eXIf", exif),
    (b"pHYs", lambda chance: struct.pack(">LLB", chance.choice((0, 1, 2**32 - 1)), 1, chance.choice((0, 1, 9)))),
    (b"tIME", lambda chance: chance.randbytes(7)),
    (b"bKGD", lambda chance: chance.randbytes(chance.choice((1, 2, 6)))),
    (b"hIST", lambda chance: chance.randbytes(chance.choice((2, 512)))),
    (b"sPLT", lambda chance: b"name\0\x08" + chance.randbytes(60)),
    (b"acTL", lambda chance: struct.pack(">LL", chance.choice((0, 1, 3, 2**31)), 0)),
    (b"fcTL", lambda chance: struct.pack(">LLLLLHHBB", 0, *chance.choice(SIZES), 0, 0, 1, 0, chance.choice((0, 2)), 3)),
    (b"fdAT", lambda chance: struct.pack(">L", 1) + chance.randbytes(30)),
    (b"CgBI", lambda _chance: b"\x50\0\x20\2"),
    (b"aBCD", lambda chance: chance.randbytes(30)),
    (b"ABCD", lambda _chance: b""),
)  # fmt: skip


def header_amiss(parts: Parts, chance: Random) -> None:
    fields = list(struct.unpack(">LLBBBBB", parts[0][1]))
    at = chance.randrange(7)
    fields[at] = chance.choice(ODD_SIDES) if at < 2 else chance.choice((0, 1, 2, 3, 4, 5, 7, 8, 16, 32, 255))
    parts[0] = (b"IHDR", struct.pack(">LLBBBBB", *fields))


def pixels_amiss(parts: Parts, chance: Random) -> None:
    at = next(place for place, (kind, _data) in enumerate(parts) if kind == b"IDAT")
    packed = parts[at][1]
    parts[at] = (
        b"IDAT",
        chance.choice(
            (
                packed[: chance.randrange(len(packed) + 1)],
                zlib.compress(b"\5" * 30_000),
                zlib.compress(bytes(8_000_000), 9),
                packed[:2] + chance.randbytes(40),
                packed[2:],
                packed + chance.randbytes(90),
                packed[:-4] + b"\0\0\0\0",
                b"",
            )
        ),
    )


def written(parts: Parts, chance: Random, *, lies: bool) -> bytes:
    lie = chance.choice(("check", "length", "kind")) if lies else ""
    at_part, out = chance.randrange(len(parts)), bytearray(b"\x89PNG\r\n\x1a\n")
    for at, (kind, data) in enumerate(parts):
        length, check = len(data), zlib.crc32(kind + data)
        lies_here = lie if at == at_part else ""
        check ^= (lies_here == "check") << chance.randrange(32)
        length = chance.choice((0, 1, length + 1, 2**31 - 1, 2**31, 2**32 - 1)) if lies_here == "length" else length
        said = chance.choice((kind.lower(), kind.upper(), b"\0\0\0\0", b"....")) if lies_here == "kind" else kind
        out += struct.pack(">L", length) + said + data + struct.pack(">L", check)
    return bytes(out)


AMISS = (header_amiss, pixels_amiss)


def plain(across: int, along: int, depth: int, colours: int) -> bytes:
    """A sound one of one colour: as large as may be, and small as a file."""
    row = bytes(1 + across * depth * CHANNELS[colours] // 8)
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(row) for _each in range(along)) + packing.flush()
    header = struct.pack(">LLBBBBB", across, along, depth, colours, 0, 0, 0)
    return written([(b"IHDR", header), (b"IDAT", packed), (b"IEND", b"")], Random(1), lies=False)

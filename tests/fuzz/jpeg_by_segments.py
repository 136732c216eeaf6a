"""JPEG pictures of several kinds, taken apart into their segments, with a segment at odds with the rest."""

import struct
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from random import Random

from tests.fuzz.picture_words import ODD_SIDES, Parts, exif, profile


@cache
def sound_ones() -> Sequence[Parts]:
    """Sound ones of every kind, taken apart."""
    from PIL import Image

    found = []
    for mode, size in (("L", (208, 40)), ("RGB", (640, 100)), ("RGB", (2000, 300)), ("CMYK", (204, 8))):
        picture = Image.effect_noise(size, 90).convert(mode)
        for more in (
            {"progressive": True},
            {"restart_marker_blocks": 2},
            {"subsampling": 2},
            {"quality": 3, "optimize": True},
        ):
            out = BytesIO()
            picture.save(out, "JPEG", **more)
            found.append(_segments(out.getvalue()))
    return found


def _segments(content: bytes) -> Parts:
    """Marker and payload of each segment; what is coded stays with the scan it belongs to."""
    parts, at = [], 2
    while content[at + 1] != 0xD9:
        marker, (length,) = content[at : at + 2], struct.unpack(">H", content[at + 2 : at + 4])
        end = at + 2 + length
        while marker[1] == 0xDA and not (content[end] == 0xFF and content[end + 1] not in (0, *range(0xD0, 0xD8))):
            end += 1
        parts.append((marker, content[at + 4 : end]))
        at = end
    return parts


BESIDE: Sequence[tuple[bytes, Callable[[Random], bytes]]] = (
    (b"\xff\xe1", lambda chance: b"Exif\0\0" + exif(chance)),
    (b"\xff\xe1", lambda chance: b"http://ns.adobe.com/xap/1.0/\0" + b"<x/>" * chance.choice((1, 9000))),
    (b"\xff\xe2", lambda chance: b"ICC_PROFILE\0" + chance.choice((b"\1\1", b"\0\1", b"\2\377")) + profile(chance)),
    (b"\xff\xe2", lambda chance: b"MPF\0" + exif(chance)),
    (b"\xff\xed", lambda chance: b"Photoshop 3.0\08BIM" + chance.randbytes(20)),
    (b"\xff\xee", lambda chance: b"Adobe\0\x64\0\0\0\0" + bytes([chance.choice((0, 1, 2, 9))])),
    (b"\xff\xdd", lambda chance: struct.pack(">H", chance.choice((0, 1, 65_535)))),
    (b"\xff\xdc", lambda chance: struct.pack(">H", chance.choice((0, 40, 65_535)))),
    (b"\xff\xfe", lambda chance: b"x" * chance.choice((0, 60_000))),
    (b"\xff\xcc", lambda chance: chance.randbytes(6)), (b"\xff\x01", lambda _chance: b""),
    (b"\xff\xd8", lambda _chance: b""),
)  # fmt: skip
FRAMES = (0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC9, 0xCA, 0xCF, 0xF7)


def frame_amiss(parts: Parts, chance: Random) -> None:
    """Another size, depth or number of colours, or another way of coding, than what is coded there."""
    at = next(place for place, (marker, _data) in enumerate(parts) if marker[1] in (0xC0, 0xC1, 0xC2))
    marker, frame = parts[at][0], bytearray(parts[at][1])
    match chance.randrange(5):
        case 0:
            frame[1:3] = struct.pack(">H", chance.choice(ODD_SIDES) % 65_536)
        case 1:
            frame[3:5] = struct.pack(">H", chance.choice(ODD_SIDES) % 65_536)
        case 2:
            frame[chance.choice((0, 5))] = chance.choice((0, 1, 2, 3, 4, 5, 8, 12, 16, 255))
        case 3:
            frame[chance.randrange(6, len(frame))] = chance.choice((0, 0x11, 0x22, 0x41, 0x44, 0x55, 0xFF))
        case _:
            marker = bytes((0xFF, chance.choice(FRAMES)))
    parts[at] = (marker, bytes(frame))


def many_scans(parts: Parts, chance: Random) -> None:
    scans = [each for each in parts if each[0] == b"\xff\xda"]
    parts += [(marker, data[:200]) for marker, data in scans * chance.choice((1, 30, 400))]


def written(parts: Parts, chance: Random, *, lies: bool) -> bytes:
    at_part, out = chance.randrange(len(parts)) if lies else -1, bytearray(b"\xff\xd8")
    for at, (marker, data) in enumerate(parts):
        # A scan says how long its head is, and not how much is coded behind it.
        length = 2 * data[0] + 6 if marker == b"\xff\xda" and data else len(data) + 2
        if at == at_part:
            length = chance.choice((0, 1, 2, length + 1, length // 2, 65_535))
        out += marker + struct.pack(">H", length % 65_536) + data
    return bytes(out + b"\xff\xd9" * (chance.random() < 0.95))


AMISS = (frame_amiss, frame_amiss, many_scans)

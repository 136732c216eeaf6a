"""Pictures put together part by part, with one part that is missing, moved, there twice or not what it says."""

from functools import cache
from random import Random

from tests.fuzz import jpeg_by_segments, png_by_chunks
from tests.fuzz.door import Door
from tests.fuzz.logo_doors import let_logo_in, let_printed_logo_in
from tests.fuzz.picture_words import Parts


def _moved(parts: Parts, chance: Random) -> None:
    parts.insert(chance.randrange(len(parts)), parts.pop(chance.randrange(len(parts))))


def _twice(parts: Parts, chance: Random) -> None:
    parts[0:0] = [] if chance.random() < 0.5 else parts[:1]
    parts.insert(chance.randrange(len(parts)), chance.choice(parts))


def _gone(parts: Parts, chance: Random) -> None:
    if len(parts) > 1:
        del parts[chance.randrange(len(parts))]


def _other_bytes(parts: Parts, chance: Random) -> None:
    at = chance.randrange(len(parts))
    kind, data = parts[at][0], bytearray(parts[at][1])
    for _each in range(chance.choice((1, 3, 30)) if data else 0):
        data[chance.randrange(len(data))] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))
    parts[at] = (kind, bytes(data) + chance.choice((b"", b"", b"more")))


def _shorter(parts: Parts, chance: Random) -> None:
    at = chance.randrange(len(parts))
    parts[at] = (parts[at][0], parts[at][1][: chance.randrange(len(parts[at][1]) + 1)])


EITHER = (_moved, _twice, _gone, _other_bytes, _other_bytes, _shorter)
OTHERS = (
    b'<svg xmlns="http://www.w3.org/2000/svg"/>', b"GIF89a\x01\0\x01\0", b"RIFF\0\0\0\0WEBPVP8 ", b"BM", b"II*\0",
    b"P6 1 1 255\n", b"\0\0\x01\0\x01\0", b"%PDF-1.4", b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff",
    b"\x8aMNG\r\n\x1a\n", b"8BPS\0\x01",
)  # fmt: skip


def _case(chance: Random) -> bytes:
    amiss = chance.choice(("part", "part", "part", "beside", "lie", "cut", "other", ""))
    if amiss == "other":
        return chance.choice(OTHERS) + chance.randbytes(chance.choice((0, 60)))
    is_png = chance.random() < 0.6
    parts = png_by_chunks.png(chance) if is_png else list(chance.choice(jpeg_by_segments.sound_ones()))
    own = png_by_chunks.AMISS if is_png else jpeg_by_segments.AMISS
    if amiss == "part":
        chance.choice((*own, *EITHER))(parts, chance)
    for _each in range(chance.choice((1, 3)) if amiss == "beside" else 0):
        kind, make = chance.choice(png_by_chunks.BESIDE if is_png else jpeg_by_segments.BESIDE)
        parts.insert(chance.randrange(len(parts)), (kind, make(chance)))
    content = (png_by_chunks.written if is_png else jpeg_by_segments.written)(parts, chance, lies=amiss == "lie")
    return content[: chance.randrange(len(content))] if amiss == "cut" else content


@cache
def _sound() -> bytes:
    return jpeg_by_segments.written(jpeg_by_segments.sound_ones()[8], Random(1), lies=False)


DOORS = {
    "logo by its parts": Door(_case, _sound, let_logo_in),
    "printed logo by its parts": Door(_case, _sound, let_printed_logo_in),
}

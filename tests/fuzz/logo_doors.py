"""A logo, as the window takes it and as the report takes it once more."""

import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

from tests.fuzz.door import Door
from tests.fuzz.harm import any_of, bytes_harmed, noise, pieces_put
from trustcheck.report.pdf.logo import decoded
from trustcheck.ui.organisations.logo_file import picture_of, read_logo

MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK")


@cache
def _pictures() -> tuple[bytes, ...]:
    """Small pictures of every kind there is, some with words and a colour profile in them."""
    found = []
    for mode in MODES:
        file = BytesIO()
        Image.new(mode, (220, 40)).save(file, "JPEG" if mode == "CMYK" else "PNG")
        found.append(file.getvalue())
    for options in ({"progressive": True}, {"quality": 5}):
        file = BytesIO()
        Image.effect_noise((220, 40), 60).save(file, "JPEG", **options)
        found.append(file.getvalue())
    return tuple(found)


def _picture_case(chance: Random) -> bytes:
    content = chance.choice(_pictures())
    if content.startswith(b"\x89PNG") and chance.random() < 0.6:
        return _with_a_chunk_harmed(content, chance)
    return any_of(bytes_harmed, bytes_harmed, noise, pieces_put((b"IHDR", b"IDAT", b"IEND", b"\xff\xd8", b"\xff\xda")))(
        content, chance
    )


def _with_a_chunk_harmed(content: bytes, chance: Random) -> bytes:
    """A PNG with one part harmed and its check sum put right, so that the harm is read."""
    parts, at = [], 8
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        parts.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
        at += 12 + length
    harmed = chance.randrange(len(parts))
    kind, data = parts[harmed]
    if kind == b"IDAT" and chance.random() < 0.5:
        data = zlib.compress(bytes_harmed(zlib.decompress(data), chance))
    else:
        data = bytes_harmed(data, chance)
    parts[harmed] = (chance.choice((kind, kind, kind, b"IDAT", b"PLTE", b"tRNS", b"iCCP", b"zTXt")), data)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big") for kind, data in parts
    )


def let_logo_in(path: Path) -> bool:
    kept = picture_of(read_logo(str(path)))
    assert 1 <= kept.width() <= 1200
    assert 1 <= kept.height() <= 800
    return True


def let_printed_logo_in(path: Path) -> bool:
    pixels = decoded(path.read_bytes())
    assert len(zlib.decompress(pixels.data)) == pixels.width * pixels.height * 3
    return True


DOORS = {
    "logo": Door(_picture_case, lambda: _pictures()[4], let_logo_in),
    "printed logo": Door(_picture_case, lambda: _pictures()[4], let_printed_logo_in),
}

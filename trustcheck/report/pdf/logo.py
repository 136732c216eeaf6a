"""A picture somebody hands in for the cover: hostile until it has been decoded within limits.

Only the pixels go on. Whatever else the file held (a place, a camera, a program, words) stays behind.
"""

import zlib
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from trustcheck.app.ports import Refused
from trustcheck.report.document.parts import Logo, Pixels
from trustcheck.words import gettext as _

MOST_BYTES = 5_000_000
MOST_PIXELS = 16_000_000
LONGEST_SIDE = 900
"""Pixels; six to a point in a box of 150 points, more than any printer shows."""
BOX = (150.0, 50.0)
"""Width and height in points."""
_STRIP = 64
"""Rows that are put on white at a time."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def logo(picture: bytes, place: str) -> Logo | None:
    """A logo for a cover, or ``None`` without a picture. Raises :class:`Refused` naming what is wrong with it."""
    return Logo(decoded(picture), _("The logo of {place}").format(place=place)) if picture else None


def decoded(picture: bytes) -> Pixels:
    """The pixels on white, within the limits. Raises :class:`Refused`."""
    _check_outside(picture)
    try:
        with catch_warnings():
            # What a picture says of itself beside its pixels is not read, and nobody is told how it is wrong.
            simplefilter("ignore")
            return _pixels(picture)
    except Refused:
        raise
    # Pillow raises what its decoders raise, down to struct.error and SyntaxError.
    except Exception as failure:
        raise _refused(_("That picture cannot be read: it is damaged or not what it says it is.")) from failure


def _check_outside(picture: bytes) -> None:
    if len(picture) > MOST_BYTES:
        raise _refused(_("That picture is larger than five megabytes."))
    if not picture.startswith((_PNG, _JPEG)):
        raise _refused(_("That file is neither a PNG nor a JPEG picture."))


def _pixels(picture: bytes) -> Pixels:
    with _opened(picture) as image:
        _check_size(*image.size)
        # A JPEG can be decoded small at once; a PNG is known to be small enough.
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        flat = _on_white(image)
        flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return Pixels(flat.width, flat.height, zlib.compress(flat.tobytes(), 9))


def _opened(picture: bytes) -> Any:
    from PIL import Image

    try:
        return Image.open(BytesIO(picture), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError as bomb:
        raise _too_many_points() from bomb


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise _too_many_points()
    if min(width, height) < 1 or max(width, height) > 200 * min(width, height):
        raise _refused(_("That picture is a thin line and would not be seen."))


def _too_many_points() -> Refused:
    return _refused(_("That picture has more than sixteen million points."))


def _on_white(image: Any) -> Any:
    """Strip by strip: sixteen million points with their transparency would stand in memory three times."""
    from PIL import Image

    white = Image.new("RGB", image.size, "white")
    for top in range(0, image.height, _STRIP):
        strip = image.crop((0, top, image.width, min(top + _STRIP, image.height))).convert("RGBA")
        white.paste(strip, (0, top), strip)
    return white


def _refused(sentence: str) -> Refused:
    return Refused(sentence, _("The report is as it was."), _("Choose a PNG or JPEG picture, or go on without a logo."))

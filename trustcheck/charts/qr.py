"""A QR code as what it is: rows of dark and light modules, for the screen, the wall and paper alike."""

from functools import lru_cache

import segno

QUIET = 4
"""Light modules on each side, without which a camera does not find it."""


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, ``True`` for a dark one, without the quiet zone. Made once: to find the pattern that reads best
    takes as long as to paint a frame.

    Never a Micro QR code, which ``segno.make`` gives for a short text and which many phones do not read.
    """
    return tuple(tuple(bool(each) for each in row) for row in segno.make_qr(text, error="m").matrix)

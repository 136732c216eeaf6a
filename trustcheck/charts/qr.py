"""A QR code as what it is: rows of dark and light modules, for the screen, the wall and paper alike."""

import segno

QUIET = 4
"""Light modules on each side, without which a camera does not find it."""


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, ``True`` for a dark one, without the quiet zone.

    Never a Micro QR code, which ``segno.make`` gives for a short text and which many phones do not read.
    """
    return tuple(tuple(bool(each) for each in row) for row in segno.make_qr(text, error="m").matrix)

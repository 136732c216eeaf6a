"""A client's colour on white paper: good enough for words, for lines only, or no colour at all."""

import re
from gettext import gettext as _

READABLE = 4.5
"""The contrast that words need (WCAG 2.2, 1.4.3)."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_HUES = (
    (15.0, _("red")),
    (45.0, _("orange")),
    (70.0, _("yellow")),
    (165.0, _("green")),
    (200.0, _("turquoise")),
    (260.0, _("blue")),
    (290.0, _("violet")),
    (345.0, _("pink")),
    (360.0, _("red")),
)
"""Up to which angle of the colour wheel a name reaches."""


def is_colour(text: str) -> bool:
    """Whether it is written as ``#rrggbb``."""
    return bool(_COLOUR.fullmatch(text))


def contrast_on_white(colour: str) -> float:
    """1 to 21, by the formula of WCAG 2.2 for relative luminance."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def is_readable(colour: str) -> bool:
    return contrast_on_white(colour) >= READABLE


def about_accent(colour: str) -> str:
    """What to say about a colour, in one or two sentences; empty where all is well or none is chosen."""
    if not colour:
        return ""
    if not is_colour(colour):
        return _("A colour is written like #0B5F63.")
    if is_readable(colour):
        return ""
    return _("This {hue} is too pale to read on paper. Used for lines only.").format(hue=hue(colour))


def hue(colour: str) -> str:
    """The name of a colour's hue, or grey."""
    parts = _parts(colour)
    high, low = max(parts), min(parts)
    if high - low < 0.08:
        return _("grey")
    red, green, blue = parts
    sixth = {
        red: (green - blue) / (high - low) % 6,
        green: (blue - red) / (high - low) + 2,
        blue: (red - green) / (high - low) + 4,
    }[high]
    return next(name for end, name in _HUES if 60 * sixth <= end)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

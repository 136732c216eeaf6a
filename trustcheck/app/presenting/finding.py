"""Something that stands out in a result, for a tile and for a page that has room; both speak of the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """``short`` for a tile, ``whole`` where there is room. ``theme_id`` is what it is about, empty for facts."""

    heading: str
    short: str
    whole: str
    theme_id: str = ""

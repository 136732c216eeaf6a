"""What is said where characters stand as boxes on paper: how many, which, and what would make them readable."""

import unicodedata
from collections.abc import Sequence

from trustcheck.words import ngettext
from trustcheck.words.sentences import in_a_row

_NAMED = 6
_SCRIPTS = (
    "ARABIC", "ARMENIAN", "BENGALI", "CHEROKEE", "DEVANAGARI", "ETHIOPIC", "GEORGIAN", "GUJARATI", "GURMUKHI", "HEBREW",
    "KANNADA", "KHMER", "LAO", "MALAYALAM", "MONGOLIAN", "MYANMAR", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU",
    "THAANA", "THAI",
)  # fmt: skip
"""As Unicode's names of characters begin; a font of the Noto family is called after each."""
_EAST = {"CJK": "SC", "HANGUL": "KR", "HIRAGANA": "JP", "KATAKANA": "JP"}
_PICTURES = range(0x1F000, 0x20000)


def boxes_in_report(characters: Sequence[str]) -> str:
    """For the page of a report: what no font here has, by name; empty where everything could be printed."""
    if not characters:
        return ""
    # By name alone: the screen may have no glyph for them either.
    named = [unicodedata.name(each, f"U+{ord(each):04X}").lower() for each in characters[:_NAMED]]
    more = len(characters) - len(named)
    if more:
        named.append(ngettext("and one more", "and {more} more", more).format(more=more))
    said = ngettext(
        "One character is in no font of this computer and stands as a small box in the report: {names}.",
        "{number} characters are in no font of this computer and stand as small boxes in the report: {names}.",
        len(characters),
    ).format(number=len(characters), names=", ".join(named))
    return with_fonts(said, characters)


def boxes_made(characters: Sequence[str]) -> str:
    """For forms and cards; empty where everything could be printed."""
    if not characters:
        return ""
    said = ngettext(
        "One character is in no font of this computer and stands as a small box.",
        "{number} characters are in no font of this computer and stand as small boxes.",
        len(characters),
    ).format(number=len(characters))
    return with_fonts(said, characters)


def with_fonts(said: str, characters: Sequence[str]) -> str:
    """A sentence on boxes, and behind it which fonts would help, where there are any."""
    fonts = fonts_that_help(characters)
    if not fonts:
        return said
    help_ = ngettext(
        "With the font {fonts} installed on this computer, this can be read when it is made again.",
        "With the fonts {fonts} installed on this computer, this can be read when it is made again.",
        len(fonts),
    )
    return f"{said} {help_.format(fonts=in_a_row(fonts))}"


def fonts_that_help(characters: Sequence[str]) -> tuple[str, ...]:
    """Free ones that are easy to come by, each once."""
    scripts = [unicodedata.name(each, "").partition(" ")[0] for each in characters]
    # Whoever writes Japanese or Korean needs Chinese signs as they are drawn there.
    east = [_EAST[each] for each in scripts if each in _EAST and each != "CJK"]
    fonts: dict[str, None] = {}
    for character, script in zip(characters, scripts, strict=True):
        if script in _SCRIPTS:
            fonts[f"Noto Sans {script.capitalize()}"] = None
        elif script in _EAST:
            region = _EAST[script] if script != "CJK" or not east else east[0]
            fonts[f"Noto Sans CJK {region}"] = None
        elif ord(character) in _PICTURES:
            fonts["Noto Emoji"] = None
    return tuple(fonts)

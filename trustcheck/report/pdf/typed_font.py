"""A font for what people type into fields: whoever shows the file draws it, in Latin, Greek and Cyrillic letters.

One of the faces that every reader is said to have knows Latin letters alone, and programs draw nothing for the rest.
This is a composite font (ISO 32000-1, 9.7) around a part of Noto Sans, with a code for each character and a map back
from codes to characters: by that map programs find the code for what was typed.
"""

from dataclasses import dataclass
from functools import cache
from zlib import compress

from trustcheck.report.pdf.character_map import character_map
from trustcheck.report.pdf.typography import Typography

NAME = "NotoSans-Regular"
_FACE = "noto"
_LETTERS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2DD), (0x300, 0x30C), (0x370, 0x3FF), (0x400, 0x4FF), (0x1E00, 0x1EFF),
    (0x1F00, 0x1FFF), (0x2010, 0x2027), (0x2030, 0x203A), (0x20A0, 0x20BF), (0x2116, 0x2116), (0x2122, 0x2122),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x2264, 0x2265), (0xFFFD, 0xFFFD),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypedFont:
    """What stands in a file: four dictionaries and streams, the font's own parts named by the caller."""

    program: bytes
    """The glyphs, packed."""
    program_length: int
    glyphs: bytes
    """For each code the place of its glyph in ``program``, packed."""
    characters: str
    """The character of each code, from code 1."""
    widths: str
    descriptor: str

    def to_unicode(self) -> bytes:
        """The map from codes to characters, packed."""
        return compress(character_map("Typed", enumerate(self.characters, 1), 2))


@cache
def typed_font() -> TypedFont:
    """The same for every form."""
    face = Typography().font(_FACE).face
    codes = [code for first, last in _LETTERS for code in range(first, last + 1) if face.charToGlyph.get(code)]
    # ReportLab numbers the glyphs of a part as they come, after the box for what is missing. Letters share glyphs.
    places: dict[int, int] = {0: 0}
    for code in codes:
        places.setdefault(face.charToGlyph[code], len(places))
    glyphs = b"".join(places[face.charToGlyph[code]].to_bytes(2) for code in codes)
    program = face.makeSubset(codes)
    box = " ".join(f"{each:.0f}" for each in face.bbox)
    descriptor = (
        f"/FontName /{NAME} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {face.ascent:.0f}"
        f" /Descent {face.descent:.0f} /CapHeight {face.capHeight:.0f} /StemV {face.stemV:.0f}"
    )
    widths = " ".join(f"{face.charWidths[code]:.0f}" for code in codes)
    characters = "".join(map(chr, codes))
    return TypedFont(
        compress(program), len(program), compress(b"\0\0" + glyphs), characters, f"[1 [{widths}]]", descriptor
    )

"""A font whose signs are chosen and placed by HarfBuzz: for scripts that join, stack and reorder their letters.

It stands in a file as a composite font (ISO 32000-1, 9.7) of the glyphs that were drawn, under their own numbers, and
offers what ReportLab's documents ask of a font that grows while it is used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import md5
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import category, name, normalize

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from trustcheck.report.pdf.character_map import character_map

_EAST = {"CJK": "East", "HIRAGANA": "East", "KATAKANA": "East", "IDEOGRAPHIC": "East", "FULLWIDTH": "East"}
_LONGEST_KEPT = 40
"""Characters of a run whose shape is kept: words come again, whole lines do not."""

_FOR_SHAPING = (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"vhea", b"vmtx", b"VORG", b"STAT")
"""Tables of a font that nobody needs once its glyphs are chosen."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """Lengths in thousandths of the size."""

    number: int
    text: str
    """What it stands for; empty where one before it stands for that as well."""
    advance: float
    right: float
    up: float


class ShapedFont:
    """One per document and font file. Widths are for a size of one point."""

    def __init__(self, face: hb.Face, name: str) -> None:
        self.fontName = name
        self._face, self._font = face, hb.Font(face)
        self._scale = 1000 / face.upem
        self._drawn: dict[int, str] = {}
        self._name = ""
        self._kept: dict[tuple[str, bool | None], tuple[Glyph, ...]] = {}

    def width(self, text: str) -> float:
        return sum((each.advance for each in self.shaped(text)), 0.0) / 1000

    def shaped(self, text: str, *, to_the_left: bool | None = None) -> tuple[Glyph, ...]:
        """The glyphs from left to right; as each script runs, unless the line says otherwise."""
        key = (text, to_the_left)
        if (found := self._kept.get(key)) is not None:
            return found
        parts = [self._part(part, to_the_left) for part in _of_one_script(text)]
        made = tuple(glyph for part in (reversed(parts) if to_the_left else parts) for glyph in part)
        if len(text) <= _LONGEST_KEPT:
            self._kept[key] = made
        return made

    def _part(self, text: str, to_the_left: bool | None) -> Iterator[Glyph]:
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(each) for each in text])
        buffer.guess_segment_properties()
        buffer.language = language_of(text)
        if to_the_left is not None:
            buffer.direction = "rtl" if to_the_left else "ltr"
        left = buffer.direction == "rtl"
        levels = hb.BufferClusterLevel
        buffer.cluster_level = levels.MONOTONE_CHARACTERS if left else levels.MONOTONE_GRAPHEMES
        hb.shape(self._font, buffer, {})
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            end = ends.pop(info.cluster, info.cluster)
            lengths = (each * self._scale for each in (place.x_advance, place.x_offset, place.y_offset))
            said = text[info.cluster : end]
            yield Glyph(info.codepoint, _as_one(said) if left else said, *lengths)

    def operators(self, text: str, size: float, document: Any, *, to_the_left: bool) -> str:
        """What draws the text from where the pen stands."""
        glyphs = self.shaped(text, to_the_left=to_the_left)
        for each in glyphs:
            self._drawn[each.number] = self._drawn.get(each.number) or each.text
        code = [f"{self._internal_name(document)} {size:.4g} Tf"]
        for up, part in groupby(glyphs, lambda glyph: glyph.up):
            shown = " ".join(self._shown(each) for each in part)
            code.append(f"{up * size / 1000:.4g} Ts [{shown}] TJ")
        return " ".join((*code, "0 Ts"))

    def says(self, text: str) -> bool:
        """Whether each glyph of a text that runs to the right stands for one character of it, always the same."""
        glyphs = self.shaped(text, to_the_left=False)
        return [each.text for each in glyphs] == list(text) == [self._drawn.get(each.number) for each in glyphs]

    def _shown(self, glyph: Glyph) -> str:
        after = self._own_advance(glyph.number) + glyph.right - glyph.advance
        return f"{-glyph.right:.4g} <{glyph.number:04X}> {after:.4g}"

    def _own_advance(self, number: int) -> float:
        return float(self._font.get_glyph_h_advance(number) * self._scale)

    def _internal_name(self, document: Any) -> str:
        if not self._name:
            self._name = f"F{len(document.fontMapping) + 1}"
            document.fontMapping[self.fontName] = "/" + self._name
            document.delayedFonts.append(self)
        return f"/{self._name}+0"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        name = self._internal_name(doc)[1:]
        doc.idToObject["BasicFonts"].dict[name] = doc.Reference(self._composite(doc), name)

    def _composite(self, doc: Any) -> PDFDictionary:
        subset, by_curves = _subset(self._face, sorted(self._drawn))
        own = "".join(each for each in Path(self.fontName).stem if each.isascii() and (each.isalnum() or each == "-"))
        base = PDFName(f"{_tag(self._drawn)}+{own or 'Font'}")
        said = character_map("Shaped", ((number, text) for number, text in sorted(self._drawn.items()) if text), 2)
        widths = [each for number in sorted(self._drawn) for each in (number, PDFArray([self._width(number)]))]
        system = PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0})
        drawn_as = {"Subtype": PDFName("CIDFontType0")}
        if not by_curves:
            drawn_as = {"Subtype": PDFName("CIDFontType2"), "CIDToGIDMap": PDFName("Identity")}
        descendant = PDFDictionary(
            drawn_as
            | {
                "Type": PDFName("Font"),
                "BaseFont": base,
                "CIDSystemInfo": system,
                "FontDescriptor": doc.Reference(self._descriptor(doc, base, subset, by_curves=by_curves)),
                "DW": 1000,
                "W": PDFArray(widths),
            }
        )
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([doc.Reference(descendant)]),
                "ToUnicode": doc.Reference(PDFStream(content=said, filters=[PDFZCompress])),
            }
        )

    def _width(self, number: int) -> float:
        return round(self._own_advance(number), 3)

    def _descriptor(self, doc: Any, base: PDFName, subset: bytes, *, by_curves: bool) -> PDFDictionary:
        extents = self._font.get_font_extents("ltr")
        up, down = round(extents.ascender * self._scale), round(extents.descender * self._scale)
        kind = {"Subtype": PDFName("OpenType")} if by_curves else {"Length1": len(subset)}
        program = PDFStream(dictionary=PDFDictionary(kind), content=subset, filters=[PDFZCompress])
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "FontBBox": PDFArray([-1000, down, 2000, up]),
                "ItalicAngle": 0,
                "Ascent": up,
                "Descent": down,
                "CapHeight": up,
                "StemV": 80,
                "FontFile3" if by_curves else "FontFile2": doc.Reference(program),
            }
        )


def _subset(face: hb.Face, numbers: Sequence[int]) -> tuple[bytes, bool]:
    """A font file of these glyphs alone, and whether its outlines are PostScript's curves."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(numbers)
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.CFF_IDENTITY_CHARSET | flags.DOWNGRADE_CFF2
    wanted.pin_all_axes_to_default(face)
    wanted.drop_table_tag_set.update(int.from_bytes(each) for each in _FOR_SHAPING)
    subset = wanted.subset(face)
    return bytes(subset.blob.data), "glyf" not in subset.table_tags


def _tag(drawn: dict[int, str]) -> str:
    """Six letters before a font's name say that it is a part; the same part has the same."""
    digest = md5(repr(sorted(drawn)).encode(), usedforsecurity=False).digest()
    return "".join(chr(ord("A") + each % 26) for each in digest[:6])


@cache
def script_of(character: str) -> str:
    """A letter's script as Unicode names it, in capitals; empty for marks, digits and signs, which go with others."""
    if category(character)[0] != "L":
        return ""
    first = name(character, "").partition(" ")[0]
    return _EAST.get(first, first)


def _as_one(letters: str) -> str:
    """Letters that became one glyph, as the one character that stands for it: readers turn round what runs to the left,
    and would turn the letters of a glyph round as well."""
    return _ligatures().get(letters, letters) if len(letters) > 1 else letters


@cache
def _ligatures() -> dict[str, str]:
    forms = (chr(code) for code in (*range(0xFB1D, 0xFB50), *range(0xFEF5, 0xFEFD), *range(0xFB50, 0xFE00)))
    return {normalize("NFKC", form): form for form in reversed(tuple(forms)) if normalize("NFKC", form) != form}


def language_of(text: str) -> str:
    """One that writes these signs: Chinese, Japanese and Korean draw some of the same ones each in their own way."""
    names = {name(each, "").partition(" ")[0] for each in text}
    if names & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    if "HANGUL" in names:
        return "ko"
    return "zh-Hans" if "CJK" in names else "und"


def _of_one_script(text: str) -> Iterator[str]:
    begun, script = "", ""
    for each in text:
        own = script_of(each)
        if own and script and own != script:
            yield begun
            begun = ""
        script = own or script
        begun += each
    yield begun

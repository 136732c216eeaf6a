"""Faces, styles, and which face draws which character. One :class:`Typography` per document.

Texts come from people and may hold anything. Every character is drawn by the wanted face, else by Noto Sans, else as
a visible box that keeps the character for whoever copies or searches the text.
"""

import threading
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from trustcheck import assets

# A font of boxes: each character that no bundled font has is drawn as a box and stays searchable as itself.
#
# It is a PDF Type 3 font (ISO 32000-1, 9.6.5) with one drawing for every code and a map from codes to characters. It
# offers what ReportLab's documents ask of a font that grows while it is used.


_CODES = 255
_BOX = "620 0 60 -40 560 700 d1 60 -40 500 740 re 105 5 410 650 re f*"


class BoxFont:
    """One per document. ``splitString`` hands out codes, ``addObjects`` writes the font when the document is saved."""

    WIDTH: ClassVar[int] = 620
    fontName = "missing"  # noqa: N815 - ReportLab's name

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._name = ""

    def splitString(self, text: str, doc: Any) -> list[tuple[int, bytes]]:  # noqa: ARG002, N802 - as ReportLab calls it
        """The text as (subset, codes): 255 characters to a subset, code 0 unused."""
        parts: list[tuple[int, bytes]] = []
        for each in text:
            subset, code = divmod(self._codes.setdefault(each, len(self._codes)), _CODES)
            coded = bytes((code + 1,))
            if parts and parts[-1][0] == subset:
                parts[-1] = (subset, parts[-1][1] + coded)
            else:
                parts.append((subset, coded))
        return parts

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - ReportLab's name
        if not self._name:
            self._name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = "/" + self._name
            doc.delayedFonts.append(self)
        return f"/{self._name}+{subset}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        characters = list(self._codes)
        fonts = doc.idToObject["BasicFonts"].dict
        for start in range(0, len(characters), _CODES):
            name = self.getSubsetInternalName(start // _CODES, doc)[1:]
            fonts[name] = self._subset(characters[start : start + _CODES], doc)
            doc.Reference(fonts[name], name)

    def _subset(self, characters: list[str], doc: Any) -> PDFDictionary:
        drawing, unicodes = PDFStream(content=_BOX), PDFStream(content=_to_unicode(characters))
        differences = PDFArray([1, *[PDFName("box")] * len(characters)])
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type3"),
                "FontBBox": PDFArray([0, -40, self.WIDTH, 700]),
                "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
                "CharProcs": PDFDictionary({"box": doc.Reference(drawing)}),
                "Encoding": PDFDictionary({"Type": PDFName("Encoding"), "Differences": differences}),
                "FirstChar": 1,
                "LastChar": len(characters),
                "Widths": PDFArray([self.WIDTH] * len(characters)),
                "Resources": PDFDictionary({}),
                "ToUnicode": doc.Reference(unicodes),
            }
        )


def _to_unicode(characters: list[str]) -> str:
    """A CMap from codes to UTF-16, a hundred at a time as the format demands."""
    lines = [f"<{code:02X}> <{each.encode('utf-16-be').hex().upper()}>" for code, each in enumerate(characters, 1)]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Boxes def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


FILES = {
    "sans": "source-sans-3-400-normal.ttf",
    "sans-medium": "source-sans-3-500-normal.ttf",
    "sans-strong": "source-sans-3-600-normal.ttf",
    "sans-italic": "source-sans-3-400-italic.ttf",
    "serif": "source-serif-4-400-normal.ttf",
    "serif-strong": "source-serif-4-600-normal.ttf",
    "serif-italic": "source-serif-4-400-italic.ttf",
    "noto": "NotoSans-Regular.ttf",
    "noto-strong": "NotoSans-Bold.ttf",
    "noto-italic": "NotoSans-Italic.ttf",
}
FALLBACKS = {"strong": "noto-strong", "italic": "noto-italic"}
MISSING = "missing"
_BASIC_PLANE = 0xFFFF
"""ReportLab writes wrong character maps beyond it, so such characters count as missing."""

Align = Literal["start", "middle", "end"]
Piece = tuple[str, str]
"""A face and the text it draws."""
_reading = threading.Lock()


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in points; ``ink`` is a name of ``resources/themes/paper.toml``."""

    face: str
    size: float
    leading: float
    ink: str = "ink"
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Word:
    """A run without blanks, cut where the face changes. ``width`` is for a size of one point."""

    pieces: tuple[Piece, ...]
    width: float


@cache
def _parsed(path: str) -> TTFont:
    return TTFont("TrustCheck", path, asciiReadable=False, shapable=False)


def _font(face: str) -> TTFont:
    """A font of its own for each document around data that are parsed once: subsetting moves a reading position."""
    with _reading:
        parsed = _parsed(str(assets.path("fonts", FILES[face])))
    font = copy(parsed)
    font.fontName, font.face, font.state = face, copy(parsed.face), WeakKeyDictionary()
    return font


class Typography:
    """The faces of one document, what has been measured so far, and what no face can draw."""

    def __init__(self) -> None:
        self.unprintable: dict[str, None] = {}
        self._fonts: dict[str, Any] = {}
        self._words: dict[tuple[str, str], Word] = {}

    def font(self, face: str) -> Any:
        if face not in self._fonts:
            self._fonts[face] = BoxFont() if face == MISSING else _font(face)
        return self._fonts[face]

    def word(self, text: str, face: str) -> Word:
        key = (face, text)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._measured(text, face)
        return found

    def space(self, face: str) -> float:
        return self.width_of(" ", face)

    def width_of(self, text: str, face: str) -> float:
        """Width at a size of one point."""
        if face == MISSING:
            return BoxFont.WIDTH * len(text) / 1000
        widths = self.font(face).face.charWidths
        return float(sum(widths[ord(each)] for each in text)) / 1000

    def _measured(self, text: str, face: str) -> Word:
        known = self.font(face).face.charWidths
        if all(ord(each) in known for each in text) and max(text, default="") <= chr(_BASIC_PLANE):
            return Word(((face, text),), self.width_of(text, face))
        pieces: list[Piece] = []
        for each in text:
            drawn_by = self._face_for(each, face)
            if pieces and pieces[-1][0] == drawn_by:
                pieces[-1] = (drawn_by, pieces[-1][1] + each)
            else:
                pieces.append((drawn_by, each))
        return Word(tuple(pieces), sum(self.width_of(part, by) for by, part in pieces))

    def _face_for(self, character: str, face: str) -> str:
        code = ord(character)
        fallback = FALLBACKS.get(face.partition("-")[2], "noto")
        for each in (face, fallback):
            if code <= _BASIC_PLANE and code in self.font(each).face.charToGlyph:
                return each
        self.unprintable[character] = None
        return MISSING

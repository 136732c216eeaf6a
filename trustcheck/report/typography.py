"""Faces, styles, and which face draws which character. One :class:`Typography` per document.

Texts come from people and may hold anything. Every character is drawn by the wanted face, else by Noto Sans, else as
a visible box that keeps the character for whoever copies or searches the text.
"""

import threading
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTFont

from trustcheck import assets
from trustcheck.report.missing_glyphs import BoxFont

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

"""Faces, styles, and which face draws which character. One :class:`Typography` per document.

Texts come from people and may hold anything. Every character is drawn by the wanted face, else by Noto Sans, else by a
font of this computer that has it, else as a visible box that keeps the character for whoever copies or searches the
text.
"""

import threading
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTFont

from trustcheck import assets
from trustcheck.report.pdf.box_font import BoxFont
from trustcheck.report.pdf.breaks import clusters

if TYPE_CHECKING:
    from trustcheck.report.pdf.found_fonts import FontShelf


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
    """The faces of one document, what has been measured so far, and what no face can draw.

    ``folders`` are where fonts of this computer lie.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.unprintable: dict[str, None] = {}
        self._folders = folders
        self._shelf: FontShelf | None = None
        self._fonts: dict[str, Any] = {}
        self._words: dict[tuple[str, str], Word] = {}

    def font(self, face: str) -> Any:
        """One of ReportLab's, a ``BoxFont``, or for a face not in ``FILES`` a ``ShapedFont``."""
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
        if face not in FILES:
            return float(self.font(face).width(text))
        widths = self.font(face).face.charWidths
        return float(sum(widths[ord(each)] for each in text)) / 1000

    def _measured(self, text: str, face: str) -> Word:
        known = self.font(face).face.charWidths
        if all(ord(each) in known for each in text) and max(text, default="") <= chr(_BASIC_PLANE):
            return Word(((face, text),), self.width_of(text, face))
        pieces: list[Piece] = []
        for cluster in clusters(text):
            for drawn_by, part in self._drawn(cluster, face):
                if pieces and pieces[-1][0] == drawn_by:
                    pieces[-1] = (drawn_by, pieces[-1][1] + part)
                else:
                    pieces.append((drawn_by, part))
        return Word(tuple(pieces), sum(self.width_of(part, by) for by, part in pieces))

    def _drawn(self, cluster: str, face: str) -> Sequence[Piece]:
        """A sign and its marks in one face where one has them all; else each in the face that has it."""
        ours = self._ours(cluster, face)
        if ours is not None:
            return ((ours, cluster),)
        found = self._found(cluster, face)
        if found is not None:
            return ((found, cluster),)
        return [(self._face_for(each, face), each) for each in cluster]

    def _ours(self, cluster: str, face: str) -> str | None:
        for each in (face, _fallback(face)):
            glyphs = self.font(each).face.charToGlyph
            if all(ord(sign) <= _BASIC_PLANE and ord(sign) in glyphs for sign in cluster):
                return each
        return None

    def _found(self, cluster: str, face: str) -> str | None:
        """The name of a face of this computer, which is known from then on."""
        if not self._folders:
            return None
        from trustcheck.report.pdf.found_fonts import FontShelf
        from trustcheck.report.pdf.shaped_font import ShapedFont

        self._shelf = self._shelf or FontShelf(self._folders)
        font = self._shelf.having(cluster)
        if font is None:
            return None
        if face.endswith("-strong"):
            bold = self._shelf.bold(font)
            font = bold if bold.draws(cluster) else font
        if font.name not in self._fonts:
            self._fonts[font.name] = ShapedFont(font.face, font.name)
        return font.name

    def _face_for(self, character: str, face: str) -> str:
        known = self._ours(character, face) or self._found(character, face)
        if known is None:
            self.unprintable[character] = None
        return known or MISSING


def _fallback(face: str) -> str:
    return FALLBACKS.get(face.partition("-")[2], "noto")

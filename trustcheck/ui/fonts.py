"""The bundled fonts, and which face and size each kind of text uses."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

SANS, SANS_MEDIUM, SANS_STRONG = "Source Sans 3", "Source Sans 3 Medium", "Source Sans 3 SemiBold"
SERIF, SERIF_STRONG = "Source Serif 4", "Source Serif 4 SemiBold"
_FALLBACK = "Noto Sans"


@dataclass(frozen=True, slots=True)
class Face:
    """A family and its size in pixels at 100 % text size."""

    family: str
    size: int


FACES = {
    "display": Face(SERIF_STRONG, 44),
    "display_quiet": Face(SERIF, 44),
    "question": Face(SERIF_STRONG, 34),
    "title": Face(SERIF_STRONG, 32),
    "title_quiet": Face(SERIF, 32),
    "number": Face(SERIF_STRONG, 52),
    "card_title": Face(SERIF_STRONG, 23),
    "section": Face(SERIF_STRONG, 19),
    "quote": Face(SERIF, 19),
    "lead": Face(SANS, 18),
    "card_strong": Face(SANS_STRONG, 20),
    "strong": Face(SANS_STRONG, 18),
    "body": Face(SANS, 17),
    "body_strong": Face(SANS_STRONG, 17),
    "button": Face(SANS_STRONG, 17),
    "row": Face(SANS_MEDIUM, 16),
    "row_strong": Face(SANS_STRONG, 16),
    "nav": Face(SANS_MEDIUM, 16),
    "small": Face(SANS_MEDIUM, 16),
    "small_strong": Face(SANS_STRONG, 16),
    "caption": Face(SANS, 15),
    "pill": Face(SANS_STRONG, 14),
    "axis": Face(SANS, 14),
    "key": Face(SANS_STRONG, 14),
}


def load_fonts(folder: Path) -> None:
    """Make the bundled faces known to Qt; nothing relies on what the system has."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def font_of(face: Face, scale: float) -> QFont:
    font = QFont([face.family, _FALLBACK])
    font.setPixelSize(max(1, round(face.size * scale)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

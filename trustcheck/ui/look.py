"""How things look right now: inks, fonts, sizes, icons. Handed to every widget that paints; says when it changes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trustcheck.ui.fonts import FACES, SANS, SANS_MEDIUM, SANS_STRONG, SERIF_STRONG, Face, font_of
from trustcheck.ui.theme import Theme

_CHART_FAMILIES = {"regular": SANS, "medium": SANS_MEDIUM, "strong": SANS_STRONG, "serif": SERIF_STRONG}
_STROKE = "1.75"


@dataclass(frozen=True, slots=True)
class Taste:
    """What the person prefers to see."""

    theme: Theme
    scale: float = 1.0
    less_motion: bool = False


class Look(QObject):
    """The one source of colours and type. Signals: ``changed`` after any of it changed, and everything repaints."""

    changed = Signal()

    def __init__(self, taste: Taste, icons: Path) -> None:
        super().__init__()
        self._taste = taste
        self._icons = icons
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        # Of each face, and of no words: they may be somebody's, and stay with their page.
        self._measures: dict[str, QFontMetricsF] = {}

    @property
    def taste(self) -> Taste:
        return self._taste

    @property
    def theme(self) -> Theme:
        return self._taste.theme

    @property
    def scale(self) -> float:
        return self._taste.scale

    def show(self, taste: Taste) -> None:
        if taste != self._taste:
            self._taste = taste
            self._drawn.clear()
            self._measures.clear()
            self.changed.emit()

    def ink(self, name: str) -> QColor:
        return self._taste.theme.colour(name)

    def px(self, length: float) -> int:
        """A length of the design at 100 %, in pixels at the person's text size."""
        return round(length * self.scale)

    def font(self, role: str) -> QFont:
        return font_of(FACES[role], self.scale)

    def width_of(self, text: str, role: str) -> int:
        measure = self._measures.get(role)
        if measure is None:
            measure = self._measures[role] = QFontMetricsF(self.font(role))
        return int(measure.horizontalAdvance(text)) + 1

    def chart_font(self, weight: str, size: float) -> QFont:
        """A font for a chart label; the painter scales the whole scene, so the size is the scene's own."""
        return font_of(Face(_CHART_FAMILIES[weight], round(size)), 1.0)

    def icon(self, name: str, ink: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon in one ink, ``size`` pixels at 100 %, sharp at the screen's pixel ratio."""
        key = (name, ink, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw_icon(name, ink, self.px(size), ratio)
        return self._drawn[key]

    def _draw_icon(self, name: str, ink: str, size: int, ratio: float) -> QPixmap:
        source = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        coloured = source.replace("currentColor", self.theme.inks[ink]).replace(
            'stroke-width="2"', f'stroke-width="{_STROKE}"'
        )
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(picture.rect()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

"""How things look right now: inks, fonts, sizes, icons. Handed to every widget that paints; says when it changes."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPixmap,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

# Named inks read from ``resources/themes``, and the palette and style sheet made from them.


@dataclass(frozen=True)
class InkSet:
    """One set of inks. Widgets name an ink ("surface"), never a colour."""

    name: str
    dark: bool
    inks: dict[str, str]

    def colour(self, ink: str) -> QColor:
        return QColor(self.inks[ink])

    def more_contrast(self) -> "InkSet":
        """The same theme for people who asked their system for high contrast."""
        stronger = {
            "line_strong": "ink",
            "ink2": "ink",
            "ink3": "ink2",
            "line": "line_strong",
            "accent_soft": "surface",
        }
        return InkSet(self.name, self.dark, {**self.inks, **{to: self.inks[of] for to, of in stronger.items()}})


def read_theme(path: Path) -> InkSet:
    """A theme from its TOML file."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return InkSet(data["name"], data["dark"], dict(data["inks"]))


def palette_of(theme: InkSet) -> QPalette:
    """The palette for everything Qt paints itself: text fields, menus, tool tips, dialogs."""
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunk",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "line_strong",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Dark: "line_strong",
        QPalette.ColorRole.Shadow: "line_strong",
    }
    palette = QPalette()
    for role, ink in roles.items():
        palette.setColor(role, theme.colour(ink))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink3"))
    return palette


BESIDE_WORDS, OVER_WORDS = 12, 6
"""Pixels between the edge of a line to write on and its words, as the rules below have them."""

_INKS = """
QMainWindow, QDialog, QScrollArea, QScrollArea > QWidget > QWidget#column {{ background: {canvas}; }}
QWidget#sidebar, QScrollArea#pane {{ background: transparent; }}
QLineEdit, QPlainTextEdit, QDateEdit {{
    background: {surface}; color: {ink}; border: 1px solid {line_strong}; border-radius: 9px; padding: 6px 12px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus {{ border: 1px solid {focus}; }}
QPlainTextEdit#bare {{ border: none; padding: 0; background: transparent; }}
QMenuBar {{ background: {canvas}; color: {ink2}; border: none; padding: 2px 8px; }}
QMenuBar::item {{ border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu {{ background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 8px; }}
QMenu::item {{ border-radius: 6px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 6px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line_strong}; min-height: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line_strong}; min-width: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; width: 0; height: 0;
}}
QTableView {{
    background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: 9px; gridline-color: {line};
    selection-background-color: {accent_soft}; selection-color: {ink};
}}
QHeaderView::section {{ background: {sunk}; color: {ink2}; border: none; padding: 6px 8px; }}
QGroupBox {{ border: none; margin: 0; padding: 0; background: transparent; }}
QCalendarWidget QWidget {{ background: {raised}; color: {ink}; }}
"""

_LENGTHS = """
QMenuBar::item {{ padding: {p6}px {p8}px; }}
QMenu {{ padding: {p6}px; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p12}px; }}
QMenu::separator {{ margin: {p6}px; }}
"""


def style_sheet(theme: InkSet) -> str:
    """The few rules for widgets that Qt draws, at 100 % text size; everything of ours paints itself."""
    return _INKS.format(**theme.inks) + lengths(1.0)


@lru_cache(maxsize=8)
def lengths(scale: float) -> str:
    """The rules of menus that follow the text size."""
    return _LENGTHS.format(**{f"p{size}": round(size * scale) for size in (6, 8, 12, 24)})


# The bundled fonts, and which face and size each kind of text uses.


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


_CHART_FAMILIES = {"regular": SANS, "medium": SANS_MEDIUM, "strong": SANS_STRONG, "serif": SERIF_STRONG}
_STROKE = "1.75"
_DIRECTED = ("arrow-left", "arrow-right", "chevron-right", "trending-up", "chart-no-axes-gantt")
"""Icons that show the way of reading, and turn with it."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What the person prefers to see."""

    theme: InkSet
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
        self._fonts: dict[str, QFont] = {}

    @property
    def taste(self) -> Taste:
        return self._taste

    @property
    def theme(self) -> InkSet:
        return self._taste.theme

    @property
    def scale(self) -> float:
        return self._taste.scale

    @property
    def icons(self) -> Path:
        """The folder that icons are drawn from."""
        return self._icons

    def other_theme(self, theme: InkSet) -> InkSet:
        """The dark inks of the house for light ones, and the other way round."""
        return read_theme(self._icons.parent / "themes" / ("light.toml" if theme.dark else "dark.toml"))

    def show(self, taste: Taste) -> None:
        if taste != self._taste:
            self._taste = taste
            self._drawn.clear()
            self._measures.clear()
            self._fonts.clear()
            self.changed.emit()

    def ink(self, name: str) -> QColor:
        return self._taste.theme.colour(name)

    def px(self, length: float) -> int:
        """A length of the design at 100 %, in pixels at the person's text size."""
        return round(length * self.scale)

    def font(self, role: str) -> QFont:
        """One of the caller's own, which may be changed."""
        font = self._fonts.get(role)
        if font is None:
            font = self._fonts[role] = font_of(FACES[role], self.scale)
        return QFont(font)

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
        if name in _DIRECTED and QGuiApplication.isRightToLeft():
            painter.setTransform(QTransform(-1, 0, 0, 1, picture.width(), 0))
        QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(picture.rect()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture


# What Qt draws itself (lines to write on, menus) wears the room and the type of the person's text size.


def wear(widget: QWidget, look: Look, role: str) -> None:
    """Each by itself: a style sheet for the whole program would style every widget of every page anew, and people would
    wait for pages nobody sees.
    """
    beside, over = look.px(BESIDE_WORDS) - BESIDE_WORDS, look.px(OVER_WORDS) - OVER_WORDS
    if isinstance(widget, QLineEdit):
        widget.setTextMargins(beside, 0, beside, 0)
    elif isinstance(widget, QPlainTextEdit):
        bare = widget.objectName() == "bare"
        widget.setViewportMargins(*((0, 0, 0, 0) if bare else (beside, over, beside, over)))
    else:
        _wear_rules(widget, lengths(look.scale) if look.scale != 1 else "")
    # At last: a style sheet gives a widget back the type it was made with.
    widget.setFont(look.font(role))


def _wear_rules(widget: QWidget, rules: str) -> None:
    if widget.styleSheet() != rules:
        widget.setStyleSheet(rules)

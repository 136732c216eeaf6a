"""Named inks read from ``resources/themes``, and the palette and style sheet made from them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True)
class Theme:
    """One set of inks. Widgets name an ink ("surface"), never a colour."""

    name: str
    dark: bool
    inks: dict[str, str]

    def colour(self, ink: str) -> QColor:
        return QColor(self.inks[ink])

    def more_contrast(self) -> "Theme":
        """The same theme for people who asked their system for high contrast."""
        stronger = {
            "line_strong": "ink",
            "ink2": "ink",
            "ink3": "ink2",
            "line": "line_strong",
            "accent_soft": "surface",
        }
        return Theme(self.name, self.dark, {**self.inks, **{to: self.inks[of] for to, of in stronger.items()}})


def read_theme(path: Path) -> Theme:
    """A theme from its TOML file."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Theme(data["name"], data["dark"], dict(data["inks"]))


def palette_of(theme: Theme) -> QPalette:
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


def style_sheet(theme: Theme) -> str:
    """The few rules for widgets that Qt draws, at 100 % text size; everything of ours paints itself."""
    return _INKS.format(**theme.inks) + lengths(1.0)


@lru_cache(maxsize=8)
def lengths(scale: float) -> str:
    """The rules of menus that follow the text size."""
    return _LENGTHS.format(**{f"p{size}": round(size * scale) for size in (6, 8, 12, 24)})

"""How things look in every test of the window: the bundled type, daylight inks, 100 % text."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trustcheck.ui.kit.look import Look, Taste, load_fonts, palette_of, read_theme, style_sheet


@pytest.fixture(scope="session")
def fonts(qapp: QApplication, resources: Path) -> None:
    """The bundled faces, known to Qt once for all tests."""
    load_fonts(resources / "fonts")


@pytest.fixture
def look(qapp: QApplication, fonts: None, resources: Path) -> Look:
    """The light look, with palette and style sheet set as the program sets them. No movement."""
    theme = read_theme(resources / "themes" / "light.toml")
    styles = style_sheet(theme)
    # Only where another test left something else: every widget that still lives is styled anew, and that takes a while.
    if qapp.styleSheet() != styles:
        qapp.setStyle("Fusion")
        qapp.setPalette(palette_of(theme))
        qapp.setStyleSheet(styles)
    return Look(Taste(theme, less_motion=True), resources / "icons")

"""How things look in every test of the window: the bundled type, daylight inks, 100 % text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trustcheck.ui.fonts import load_fonts
from trustcheck.ui.look import Look, Taste
from trustcheck.ui.theme import palette_of, read_theme, style_sheet


@pytest.fixture(scope="session")
def fonts(qapp: QApplication, resources: Path) -> None:
    """The bundled faces, known to Qt once for all tests."""
    load_fonts(resources / "fonts")


@pytest.fixture
def look(qapp: QApplication, fonts: None, resources: Path) -> Iterator[Look]:
    """The light look, with palette and style sheet set as the program sets them. No movement."""
    theme = read_theme(resources / "themes" / "light.toml")
    before = qapp.palette(), qapp.styleSheet()
    qapp.setStyle("Fusion")
    qapp.setPalette(palette_of(theme))
    qapp.setStyleSheet(style_sheet(theme, 1.0))
    yield Look(Taste(theme, less_motion=True), resources / "icons")
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])

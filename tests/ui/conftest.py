"""How things look in every test of the window: the bundled type, daylight inks, 100 % text."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.person.looks import light
from trustcheck.ui.kit.look import Look, load_fonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication, resources: Path) -> None:
    """The bundled faces, known to Qt once for all tests."""
    load_fonts(resources / "fonts")


@pytest.fixture
def look(qapp: QApplication, fonts: None, resources: Path) -> Look:
    """The light look."""
    return light(qapp, resources)

"""How things look in every test of the window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from trustcheck.ui.kit.look import Look, Taste, palette_of, read_theme, style_sheet


def light(qapp: QApplication, resources: Path) -> Look:
    """The light look, with palette and style sheet set as the program sets them. No movement."""
    theme = read_theme(resources / "themes" / "light.toml")
    styles = style_sheet(theme)
    # Only where another test left something else: every widget that still lives is styled anew, and that takes a while.
    if qapp.styleSheet() != styles:
        qapp.setStyle("Fusion")
        qapp.setPalette(palette_of(theme))
        qapp.setStyleSheet(styles)
    return Look(Taste(theme, less_motion=True), resources / "icons")

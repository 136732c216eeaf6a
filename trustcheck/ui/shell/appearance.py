"""Makes the application look as the person, or else the system, wants it, and follows when either changes."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from trustcheck.settings import Settings
from trustcheck.ui.kit.look import InkSet, Look, Taste, palette_of, read_theme, style_sheet
from trustcheck.words import reads_from_the_right

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


class Appearance(QObject):
    """Own palettes on the Fusion style: asking the system for a dark scheme does nothing on some platforms."""

    def __init__(self, application: QApplication, resources: Path, settings: Settings) -> None:
        super().__init__()
        self._application, self._settings = application, settings
        self._light = read_theme(resources / "themes" / "light.toml")
        self._dark = read_theme(resources / "themes" / "dark.toml")
        application.setStyle("Fusion")
        sides = Qt.LayoutDirection
        application.setLayoutDirection(sides.RightToLeft if reads_from_the_right() else sides.LeftToRight)
        self.look = Look(self._taste(), resources / "icons")
        self._worn: InkSet | None = None
        self._put_on()
        # First of all who hear of it: a new style sheet gives every widget back the inks it was made with.
        self.look.changed.connect(self._put_on)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def prefer(self, settings: Settings) -> None:
        """Show what these settings ask for, at once."""
        self._settings = settings
        self._application.styleHints().setColorScheme(_SCHEMES[settings.look])
        self._refresh()

    def _system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self.look.show(self._taste())

    def _taste(self) -> Taste:
        theme = self._theme()
        if _wants_contrast():
            theme = theme.more_contrast()
        return Taste(theme, self._settings.text_size / 100, self._settings.less_motion or _wants_less_motion())

    def _theme(self) -> InkSet:
        chosen = self._settings.look
        if chosen == "system":
            scheme = self._application.styleHints().colorScheme()
            chosen = "dark" if scheme is Qt.ColorScheme.Dark else "light"
        return self._dark if chosen == "dark" else self._light

    def _put_on(self) -> None:
        """Inks only where they are others: to style every widget of every page anew takes seconds."""
        if self.look.theme != self._worn:
            self._worn = self.look.theme
            self._application.setPalette(palette_of(self.look.theme))
            self._application.setStyleSheet(style_sheet(self.look.theme))
        self._application.setFont(self.look.font("body"))


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _wants_less_motion() -> bool:
    """Read where this Qt knows of it."""
    hints = QGuiApplication.styleHints()
    preference = getattr(hints.accessibility(), "motionPreference", None) if hasattr(hints, "accessibility") else None
    return preference is not None and "Reduc" in str(preference())

"""What a language is called by those who speak it, and the toolkit's own words in it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from trustcheck.words import ENGLISH


def native_name(language: str) -> str:
    """ "Deutsch" for ``de``; the tag itself where nobody knows its name."""
    # Qt names a country's English, which no choice is meant to be about.
    if language.replace("-", "_").split("_")[0] == ENGLISH:
        return "English"
    # Nor its Spanish: "español de España".
    name = QLocale(language).nativeLanguageName().partition(" ")[0]
    return name[:1].upper() + name[1:] or language


def turn_toolkit(program: QCoreApplication, language: str) -> bool:
    """Let Qt's own words (the dialogs for files, the menus of a field) speak a language; whether it knows it."""
    translator = QTranslator(program)
    there = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(f"qtbase_{language}", there) and program.installTranslator(translator)

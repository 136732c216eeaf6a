"""Which languages can be chosen, and what each is called by those who speak it."""

from PySide6.QtCore import QLocale

from trustcheck import assets
from trustcheck.words import ENGLISH


def languages_there() -> tuple[str, ...]:
    """English first, then every language with a catalogue."""
    return (ENGLISH, *(each for each in assets.languages(assets.path("locales")) if each != ENGLISH))


def native_name(language: str) -> str:
    """ "Deutsch" for ``de``; the tag itself where nobody knows its name."""
    # Qt names a country's English, which no choice is meant to be about.
    if language.replace("-", "_").split("_")[0] == ENGLISH:
        return "English"
    name = QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:] or language

"""The words a person reads, in their language where there is a catalogue for it, in English otherwise.

A catalogue is a file that :mod:`trustcheck.assets` knows; a language is there as soon as its file is. It is read once:
the functions of the standard library look on the disk for every single sentence while there is none, which is a page's
worth of time on a page full of sentences.

A sentence is looked up when it is shown, never while a module is imported: it would stay in the language of the start.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from gettext import NullTranslations

ENGLISH = "en"
"""The language of the sentences in the code; it needs no catalogue."""
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Of the environment: which languages the person's system speaks, the first that is set alone."""


class _Spoken:
    """One for the whole program: what is said in a window and in a report made beside it is one language."""

    catalogue = NullTranslations()


def gettext(sentence: str) -> str:
    """A sentence in the person's language."""
    return _Spoken.catalogue.gettext(sentence)


def ngettext(one: str, several: str, number: int) -> str:
    """One of as many sentences as the person's language has plural forms, by number."""
    return _Spoken.catalogue.ngettext(one, several, number)


def of_the_system(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The languages the person's system speaks, the best first: ``de_AT:fr`` is German, as in Austria, or French."""
    named = next((value for each in _VARIABLES if (value := environment.get(each, "").strip())), "")
    return tuple(each for each in named.split(":") if each)


def speak(wanted: Sequence[str], there: Collection[str], read: Callable[[str], NullTranslations | None]) -> str:
    """Speak the first of the ``wanted`` languages that is English or one of those ``there``, else English.

    Of a language as in one country, the language alone is as good. Where ``read`` finds no catalogue that can be read,
    the next is spoken. Returns what is spoken from now on.
    """
    _Spoken.catalogue = NullTranslations()
    for language in _as_called(wanted):
        if language in there and (found := read(language)) is not None:
            _Spoken.catalogue = found
            return language
        if language in (ENGLISH, "C", "POSIX"):
            break
    return ENGLISH


def _as_called(wanted: Sequence[str]) -> Iterator[str]:
    """Each as a folder may be called: ``de_AT.UTF-8`` is ``de_AT`` or else ``de``."""
    for each in wanted:
        full = each.split(".")[0].split("@")[0].replace("-", "_")
        yield full
        yield full.split("_")[0]

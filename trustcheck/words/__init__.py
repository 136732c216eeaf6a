"""The words a person reads, in their language where there is a catalogue for it, in English otherwise.

A catalogue is a file that :mod:`trustcheck.assets` knows; a language is there as soon as its file is. It is read once:
the functions of the standard library look on the disk for every single sentence while there is none, which is a page's
worth of time on a page full of sentences.

A sentence is looked up when it is shown, never while a module is imported: it would stay in the language of the start.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

ENGLISH = "en"
"""The language of the sentences in the code; it needs no catalogue."""
_FROM_THE_RIGHT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Of the environment: which languages the person's system speaks, the first that is set alone."""


class _Spoken:
    """What the window and the commands say. A report in another language is made :func:`apart` from it."""

    catalogue = NullTranslations()
    language = ENGLISH


_apart: ContextVar[tuple[NullTranslations, str] | None] = ContextVar("_apart", default=None)
"""What this thread says for a while, whatever the window beside it says."""


def gettext(sentence: str) -> str:
    """A sentence in the person's language."""
    return _catalogue().gettext(sentence)


def ngettext(one: str, several: str, number: int) -> str:
    """One of as many sentences as the person's language has plural forms, by number."""
    return _catalogue().ngettext(one, several, number)


def language() -> str:
    """What is spoken here and now, as its catalogue is called: ``en``, ``de``, ``pt_BR``."""
    there = _apart.get()
    return _Spoken.language if there is None else there[1]


def reads_from_the_right() -> bool:
    """Whether what is spoken here and now is read from the right."""
    return language().partition("_")[0] in _FROM_THE_RIGHT


@contextmanager
def apart(spoken: str, catalogue: NullTranslations) -> Iterator[None]:
    """While inside, this thread alone speaks another language: a report for others is no reason to turn the window."""
    before = _apart.set((catalogue, spoken))
    try:
        yield
    finally:
        _apart.reset(before)


def _catalogue() -> NullTranslations:
    there = _apart.get()
    return _Spoken.catalogue if there is None else there[0]


def of_the_system(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The languages the person's system speaks, the best first: ``de_AT:fr`` is German, as in Austria, or French."""
    named = next((value for each in _VARIABLES if (value := environment.get(each, "").strip())), "")
    return tuple(each for each in named.split(":") if each)


def speak(wanted: Sequence[str], there: Collection[str], read: Callable[[str], NullTranslations | None]) -> str:
    """Speak the first of the ``wanted`` languages that is English or one of those ``there``, else English.

    Of a language as in one country, the language alone is as good. Where ``read`` finds no catalogue that can be read,
    the next is spoken. Returns what is spoken from now on.
    """
    _Spoken.catalogue, _Spoken.language = NullTranslations(), ENGLISH
    for each in _as_called(wanted):
        if each in there and (found := read(each)) is not None:
            _Spoken.catalogue, _Spoken.language = found, each
            break
        if each in (ENGLISH, "C", "POSIX"):
            break
    return _Spoken.language


def _as_called(wanted: Sequence[str]) -> Iterator[str]:
    """Each as a folder may be called: ``de_AT.UTF-8`` is ``de_AT`` or else ``de``."""
    for each in wanted:
        full = each.split(".")[0].split("@")[0].replace("-", "_")
        yield full
        yield full.split("_")[0]

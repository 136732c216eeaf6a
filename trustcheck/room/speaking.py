"""Pages in the language of one view, where the other view reads another one."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations

from trustcheck import assets, words


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """While inside, this thread speaks the language of a questionnaire (\"de\", \"en-GB\"), where it is known."""
    if not is_another(tag):
        yield
        return
    found = _spoken(tag)
    with words.apart(found, _catalogue(found)):
        yield


def is_another(tag: str) -> bool:
    """Whether a questionnaire's language is known, and is not the one that is spoken now."""
    return _spoken(tag) not in ("", words.language())


def _spoken(tag: str) -> str:
    language = tag.replace("-", "_")
    return next((each for each in (language, language.split("_")[0]) if each in assets.spoken_languages()), "")


@cache
def _catalogue(language: str) -> NullTranslations:
    return assets.catalogue(assets.path("locales"), language) or NullTranslations()

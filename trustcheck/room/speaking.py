"""Pages in the language of one view, where the other view reads another one."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations

from trustcheck import assets, words


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """While inside, this thread speaks the language of a questionnaire (\"de\", \"en-GB\"), where it is known."""
    language = tag.replace("-", "_")
    found = next((each for each in (language, language.split("_")[0]) if each in assets.spoken_languages()), "")
    if not found or found == words.language():
        yield
        return
    with words.apart(found, _catalogue(found)):
        yield


@cache
def _catalogue(language: str) -> NullTranslations:
    return assets.catalogue(assets.path("locales"), language) or NullTranslations()

"""A translation while it is written, as the file that it lies in beside its questionnaire."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from trustcheck.app.authoring.translating import Translating
from trustcheck.app.questionnaires.library import LANGUAGE
from trustcheck.app.refusals import Refused
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.authoring.author import Author
    from trustcheck.app.questionnaires.library import Library, OwnTranslation


class TranslationFile:
    """Writes the ``translating`` of now, whenever it is told to and from whichever thread: one at a time. Words that
    somebody wrote into the file elsewhere stay, unless other ones were written here in their place.
    """

    def __init__(self, author: Author, library: Library, name: str, language: str) -> None:
        """Raises :class:`~trustcheck.app.refusals.Refused` for what is no sign of a language: with none at all the
        file would be the original.
        """
        if not LANGUAGE.fullmatch(language):
            raise Refused(_("That is no sign of a language."), todo=_("Write one like nl, or pt-BR."))
        self._author, self._library, self.name, self.language = author, library, name, language
        self._original = library.text(name)
        self._text = self._there()
        self.translating = self._kept = Translating(language, author.sentences(self._original, self._text))
        self._is_forgotten = False
        self._lock = Lock()

    def keep(self) -> None:
        """Put it on the disk, unless it lies there as it is. Raises :class:`~trustcheck.app.refusals.Refused`."""
        with self._lock:
            translating, kept = self.translating, self._kept
            if self._is_forgotten or translating == kept:
                return
            if (text := self._there()) != self._text:
                there = Translating(self.language, self._author.sentences(self._original, text))
                known = {each.key: each.translated for each in kept.sentences}
                translating = there.with_words(
                    {each.key: each.translated for each in translating.sentences if each.translated != known[each.key]}
                )
            text = self._author.translation(self._original, text, self.language, translating.words)
            self._library.save(self.name, text, self.language)
            self._text, self._kept = self._there(), translating

    @property
    def kept(self) -> Translating:
        """What lies on the disk."""
        return self._kept

    def mistakes(self) -> tuple[str, ...]:
        """What stands in the way of asking it in this language beside sentences that are missing."""
        return next((each.mistakes for each in self._translations() if each.language == self.language), ())

    def forget(self) -> None:
        """Write nothing any more."""
        with self._lock:
            self._is_forgotten = True

    def _there(self) -> str:
        known = [each.language for each in self._translations()]
        return self._library.text(self.name, self.language) if self.language in known else ""

    def _translations(self) -> tuple[OwnTranslation, ...]:
        return next((each.translations for each in self._library.listed() if each.name == self.name), ())

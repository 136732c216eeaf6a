"""Questionnaires of one's own: the files that are kept, and what each of them can be used for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.model import Questionnaire

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
"""The sign of one that a translation may be in."""


@dataclass(frozen=True, slots=True)
class OwnTranslation:
    """The sentences of an own questionnaire in another language, as far as they are there."""

    language: str
    """As the file says: ``de``, ``pt-BR``."""
    missing: tuple[str, ...] = ()
    """The keys of the sentences that are still to be translated, as the original has them: ``items.A1.text``."""
    mistakes: tuple[str, ...] = ()
    """What is wrong in the file, one sentence each, with file, line and key."""

    @property
    def is_whole(self) -> bool:
        """Whether a check can be asked in it."""
        return not self.missing and not self.mistakes


@dataclass(frozen=True, slots=True)
class OwnQuestionnaire:
    """One file of one's own, as it stands in the library."""

    name: str
    """Of the file, without its ending. Every other call names the file by it."""
    questionnaire: Questionnaire | None = None
    """``None`` while there are mistakes in it."""
    mistakes: tuple[str, ...] = ()
    """What is wrong in it, one sentence each, with file, line and key."""
    translations: tuple[OwnTranslation, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Those a check can be asked in, the language it was written in first. None while there are mistakes in it."""
        if self.questionnaire is None:
            return ()
        return (self.questionnaire.language, *(each.language for each in self.translations if each.is_whole))


class Library(Protocol):
    """Keeps questionnaires of one's own as the files they are, never changed on the way in.

    Every method raises :class:`~trustcheck.app.refusals.Refused` where a file cannot be read or written.
    """

    @property
    def folder(self) -> str:
        """Where they lie; it may not be there yet."""
        ...

    def listed(self) -> tuple[OwnQuestionnaire, ...]:
        """All of them by name, those with mistakes and half-written ones among them."""
        ...

    def names(self) -> tuple[str, ...]:
        """The names alone, without a look into the files."""
        ...

    def look_into(self, path: str) -> OwnQuestionnaire:
        """A file anywhere, read like one's own and not kept: with its mistakes, where there are some."""
        ...

    def add(self, path: str) -> OwnQuestionnaire:
        """Keep a copy of a file. One in another language of a questionnaire that is kept is its translation.

        Refused where it has mistakes, or where another file of this id and version is kept already.
        """
        ...

    def questionnaire(self, name: str, language: str = "") -> Questionnaire:
        """One of them in ``language``, or as it was written. Refused with every mistake, or every missing sentence."""
        ...

    def text(self, name: str, language: str = "") -> str:
        """The file itself, or that of a translation."""
        ...

    def save(self, name: str, text: str, language: str = "") -> None:
        """Put ``text`` in the place of the file, or make it: whole or not at all, and whatever is in it."""
        ...

    def remove(self, name: str, language: str = "") -> None:
        """Take the file away with its translations, or one translation. Checks keep their own copy."""
        ...


DRAFT = "-draft"
"""Behind the version of a questionnaire that is still written."""


def is_draft(asked: Questionnaire) -> bool:
    return asked.version.endswith(DRAFT)


def name_for(questionnaire_id: str, version: str) -> str:
    """What the file of a questionnaire is called: no dot in it, as one begins the language of a translation."""
    return f"{questionnaire_id}-{version.translate({ord('.'): '_', ord('+'): '_'})}"

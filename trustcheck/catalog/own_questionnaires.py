"""Questionnaires of one's own as files in one folder: ``NAME.yaml``, with translations ``NAME.<language>.yaml``."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from trustcheck.app.questionnaires.library import LANGUAGE, OwnQuestionnaire, OwnTranslation, name_for
from trustcheck.app.refusals import NotWritten, Refused
from trustcheck.words import gettext as _

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trustcheck.catalog.document import Document
    from trustcheck.catalog.file_catalog import FileCatalog
    from trustcheck.catalog.translated import Laid
    from trustcheck.domain.questionnaire.model import Questionnaire

_ENDING = ".yaml"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")
MOST_KEPT = 200
"""Files that are listed; more in one folder were not put there by a person."""


class FileLibrary:
    """Keeps them in ``folder``, which is made when the first one comes. ``write_whole`` puts a file on the disk."""

    def __init__(self, folder: Path, write_whole: Callable[[str, bytes], None], catalog: FileCatalog) -> None:
        """``catalog`` knows what comes with the program: an own one may be another version of it, never the same."""
        self._folder, self._write_whole, self._catalog = folder, write_whole, catalog

    @property
    def folder(self) -> str:
        return str(self._folder)

    def names(self) -> tuple[str, ...]:
        try:
            found = sorted(each.stem for each in self._folder.glob(f"*{_ENDING}") if _NAME.fullmatch(each.stem))
        except OSError as trouble:
            raise _not_read(self.folder) from trouble
        return tuple(found[:MOST_KEPT])

    def listed(self) -> tuple[OwnQuestionnaire, ...]:
        return tuple(self._looked_into(each) for each in self.names())

    def look_into(self, path: str) -> OwnQuestionnaire:
        return _own(Path(path).stem, path)

    def add(self, path: str) -> OwnQuestionnaire:
        from trustcheck.catalog.document import QuestionnaireMistakes
        from trustcheck.catalog.questionnaires import questionnaire_from
        from trustcheck.catalog.reading import read_text

        text, document = read_text(path), _document(path)
        name, language = self._belongs(document)
        if language:
            laid = self._laid(name, document)
            if laid.mistakes:
                raise QuestionnaireMistakes(laid.mistakes)
            self.save(name, text, language)
            return self._looked_into(name)
        asked = questionnaire_from(document, own=True)
        name = name_for(asked.id, asked.version)
        if self._is_shipped(asked) or (name in self.names() and self.text(name) != text):
            raise _stands_already(asked)
        self.save(name, text)
        return self._looked_into(name)

    def questionnaire(self, name: str, language: str = "") -> Questionnaire:
        from trustcheck.catalog.document import QuestionnaireMistakes
        from trustcheck.catalog.questionnaires import questionnaire_from

        original = self._read(name)
        asked = questionnaire_from(original, own=True)
        if language in ("", asked.language):
            return asked
        laid = self._laid(name, self._read(name, language))
        if laid.missing:
            count = len(laid.missing)
            laid.mistakes += [
                laid.document.mistake((), _("The sentence {key} is missing.").format(key=each))
                for each in laid.missing[:count]
            ]
        if laid.mistakes:
            raise QuestionnaireMistakes(laid.mistakes)
        return questionnaire_from(laid.document, own=True)

    def text(self, name: str, language: str = "") -> str:
        from trustcheck.catalog.reading import read_text

        return read_text(str(self._file(name, language)))

    def save(self, name: str, text: str, language: str = "") -> None:
        file = self._file(name, language)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as trouble:
            raise NotWritten(
                _("The folder {folder} cannot be made.").format(folder=self._folder), _("Nothing was changed.")
            ) from trouble
        self._write_whole(str(file), text.encode("utf-8", "replace"))

    def remove(self, name: str, language: str = "") -> None:
        files = [self._file(name, language)]
        if not language:
            files = [*self._translations(name).values(), *files]
        for each in files:
            try:
                each.unlink(missing_ok=True)
            except OSError as trouble:
                raise NotWritten(
                    _("{file} cannot be removed.").format(file=each.name), _("It is still there.")
                ) from trouble

    def _is_shipped(self, asked: Questionnaire) -> bool:
        return asked.id in self._catalog.shipped() and self._catalog.questionnaire(asked.id).version == asked.version

    def _file(self, name: str, language: str = "") -> Path:
        """Raises :class:`Refused` for a name that could lead to another folder."""
        if not _NAME.fullmatch(name) or (language and not LANGUAGE.fullmatch(language)):
            raise Refused(_("No questionnaire of your own can be called {name}.").format(name=repr(name[:40])))
        return self._folder / (f"{name}.{language}{_ENDING}" if language else f"{name}{_ENDING}")

    def _translations(self, name: str) -> dict[str, Path]:
        """The files of translations by language."""
        with suppress(OSError):
            files = sorted(self._folder.glob(f"{name}.*{_ENDING}"))
            return {
                each.stem.split(".", 1)[1]: each for each in files if LANGUAGE.fullmatch(each.stem.split(".", 1)[1])
            }
        return {}

    def _read(self, name: str, language: str = "") -> Document:
        return _document(str(self._file(name, language)))

    def _laid(self, name: str, translation: Document) -> Laid:
        from trustcheck.catalog.translated import laid_over

        return laid_over(self._read(name), translation)

    def _looked_into(self, name: str) -> OwnQuestionnaire:
        return _own(name, str(self._file(name)), self._translations(name))

    def _belongs(self, document: Document) -> tuple[str, str]:
        """The name of the file that a document translates, and its language; both empty where it is an original."""
        said = document.data if isinstance(document.data, dict) else {}
        asked, version, language = (str(said.get(key) or "") for key in ("id", "version", "language"))
        name = name_for(asked, version)
        if language and name in self.names():
            kept = self._read(name).data
            if isinstance(kept, dict) and kept.get("language") not in (None, language):
                return name, language
        return "", ""


def _own(name: str, path: str, translations: dict[str, Path] | None = None) -> OwnQuestionnaire:
    """What one file can be used for, whatever is in it."""
    from trustcheck.catalog.document import QuestionnaireMistakes
    from trustcheck.catalog.questionnaires import questionnaire_from

    try:
        document = _document(path)
        asked = questionnaire_from(document, own=True)
    except QuestionnaireMistakes as found:
        return OwnQuestionnaire(name, None, tuple(map(str, found.mistakes)))
    return OwnQuestionnaire(name, asked, (), tuple(_translated(document, translations or {})))


def _translated(original: Document, files: dict[str, Path]) -> Iterator[OwnTranslation]:
    from trustcheck.catalog.document import QuestionnaireMistakes
    from trustcheck.catalog.questionnaires import questionnaire_from
    from trustcheck.catalog.translated import laid_over

    for language, path in files.items():
        try:
            laid = laid_over(original, _document(str(path)))
            if not laid.mistakes and not laid.missing:
                questionnaire_from(laid.document, own=True)
            yield OwnTranslation(language, tuple(laid.missing), tuple(map(str, laid.mistakes)))
        except QuestionnaireMistakes as found:
            yield OwnTranslation(language, (), tuple(map(str, found.mistakes)))


def _document(path: str) -> Document:
    from trustcheck.catalog.reading import read_text
    from trustcheck.catalog.yaml_text import load

    # Its folder stands on the page already.
    return load(read_text(path), Path(path).name)


def _stands_already(asked: Questionnaire) -> Refused:
    return Refused(
        _("There is a questionnaire {id}, version {version}, already.").format(id=asked.id, version=asked.version),
        _("Nothing was changed."),
        _("A changed word is a new version: write another version into the file, or remove the one that is kept."),
    )


def _not_read(folder: str) -> Refused:
    return Refused(_("The folder {folder} cannot be read.").format(folder=folder), _("Nothing was changed."))

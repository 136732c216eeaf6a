"""The questionnaires that come with the program, and those in files of one's own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from trustcheck import assets
from trustcheck.words import gettext as _

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Callable

    from trustcheck.app.questionnaires.library import Library
    from trustcheck.catalog.document import Document
    from trustcheck.domain.questionnaire.model import Questionnaire

MAIN = "questionnaire.yaml"
_BESIDE = ("suggestions", "scenarios")
"""What a shipped questionnaire keeps in files of their own, named after it and the language."""


class FileCatalog:
    """Reads questionnaire files strictly. ``folder`` holds one folder for each shipped questionnaire, named by its id.

    A shipped questionnaire keeps its suggestions in ``suggestions.<language>.yaml`` beside it, its scenario cards in
    ``scenarios.<language>.yaml``, and each translation, as whole as the original, in ``questionnaire.<language>.yaml``;
    a file of one's own is read alone.
    """

    def __init__(self, folder: Path | None = None, own: Callable[[], Library] | None = None) -> None:
        """``own`` keeps questionnaires of one's own, which may have been translated too."""
        self._folder, self._own = folder, own

    def shipped(self) -> tuple[str, ...]:
        """The ids, in alphabetical order."""
        return tuple(sorted(found.parent.name for found in self._root().glob(f"*/{MAIN}")))

    def translations(self, id_or_path: str) -> tuple[str, ...]:
        """The languages a shipped questionnaire can be asked in beside its own: ``("de", "fr")``. None of a file."""
        if id_or_path not in self.shipped():
            return ()
        first, last = MAIN.split(".")
        return tuple(sorted(each.name.split(".")[1] for each in (self._root() / id_or_path).glob(f"{first}.*.{last}")))

    def questionnaire(self, id_or_path: str, language: str = "") -> Questionnaire:
        """The questionnaire with this id, or in this file: a path has a separator or ends in .yaml or .yml.

        In ``language`` where there is such a translation, otherwise as it was written. Raises
        :class:`~trustcheck.catalog.document.QuestionnaireMistakes` with every mistake in it.
        """
        from trustcheck.app.questionnaires.shelf import is_path
        from trustcheck.catalog.questionnaires import questionnaire_from

        own = is_path(id_or_path) and not self._is_shipped(id_or_path)
        return questionnaire_from(self._document(id_or_path, language), own=own)

    def as_one_file(self, shipped_id: str, language: str = "") -> str:
        """The text of a shipped one with that of the files beside it, each without what is said at its head."""
        from trustcheck.catalog.reading import read_text

        file = self._file_in(shipped_id, language)
        said = self.questionnaire(shipped_id, language)
        beside = (file.with_name(f"{name}.{said.language}.yaml") for name in _BESIDE)
        parts = [_without_head(read_text(str(each))) for each in (file, *beside) if each.is_file()]
        head = f"# Begun from {said.title} {said.version} of TrustCheck, whose texts are under CC BY 4.0.\n"
        return "\n".join((head, *parts))

    def in_language(self, asked: Questionnaire, language: str) -> Questionnaire | None:
        """The same questionnaire, in the same version, in another language; ``None`` where that is not there whole.

        One's own is the same only while its file says every word that was asked.
        """
        if not asked.own:
            there = asked.id in self.shipped()
            found = self.questionnaire(asked.id, language) if there else None
            return found if found is not None and found.version == asked.version else None
        return self._own_in(asked, language)

    def _own_in(self, asked: Questionnaire, language: str) -> Questionnaire | None:
        from trustcheck.app.questionnaires.library import name_for
        from trustcheck.app.refusals import Refused

        wanted, name = language.split("_", maxsplit=1)[0], name_for(asked.id, asked.version)
        library = self._own() if self._own is not None else None
        with suppress(Refused):
            for own in library.listed() if library is not None else ():
                spoken = next((each for each in own.languages if each.split("-", maxsplit=1)[0] == wanted), "")
                if library is not None and spoken and own.name == name:
                    is_same = library.questionnaire(name, asked.language) == asked
                    return library.questionnaire(name, spoken) if is_same else None
        return None

    def _document(self, id_or_path: str, language: str) -> Document:
        from trustcheck.app.questionnaires.shelf import is_path

        if not is_path(id_or_path):
            return self._with_files_beside(str(self._file_in(id_or_path, language)))
        return self._with_files_beside(id_or_path) if self._is_shipped(id_or_path) else _read(id_or_path)

    def _file_in(self, wanted: str, language: str) -> Path:
        """In ``language`` where it is translated."""
        original = self._file_of(wanted)
        is_translated = language in self.translations(wanted)
        return original.with_name(f"{original.stem}.{language}.yaml") if is_translated else original

    def _file_of(self, wanted: str) -> Path:
        ids = self.shipped()
        if wanted not in ids:
            from trustcheck.catalog.document import whole_file

            sentence = _("There is no questionnaire with this id. There are: {ids}. A file of your own ends in .yaml.")
            raise whole_file(wanted, sentence.format(ids=", ".join(ids)))
        return self._root() / wanted / MAIN

    def _is_shipped(self, path: str) -> bool:
        try:
            file = Path(path).resolve()
        except (OSError, ValueError, RuntimeError):
            return False
        return file.name == MAIN and file.parent.parent == self._root().resolve()

    def _with_files_beside(self, path: str) -> Document:
        document = _read(path)
        language = document.data.get("language") if isinstance(document.data, dict) else None
        if document.whole and isinstance(language, str) and language.replace("-", "").isalnum():
            for name in _BESIDE:
                beside = Path(path).with_name(f"{name}.{language[:32]}.yaml")
                if beside.is_file():
                    document.add(_read(str(beside)), name)
        return document

    def _root(self) -> Path:
        return self._folder or assets.path("questionnaires")


def _without_head(text: str) -> str:
    """Without the comment at the very beginning."""
    lines = text.splitlines(keepends=True)
    first = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[first:]).lstrip("\n")


def _read(path: str) -> Document:
    from trustcheck.catalog.reading import read_text
    from trustcheck.catalog.yaml_text import load

    return load(read_text(path), path)

"""What an author's pages work with: files read as far as they go, judged, written back, and the words of the hints."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from trustcheck import assets
from trustcheck.app.authoring.author import FoundMistake
from trustcheck.app.authoring.hints import NONE, HintWords

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trustcheck.app.authoring.translating import Sentence
    from trustcheck.catalog.file_catalog import FileCatalog
    from trustcheck.domain.questionnaire.model import Questionnaire


class FileAuthor:
    """Fits :class:`~trustcheck.app.authoring.author.Author`."""

    def __init__(self, catalog: FileCatalog, words: Path | None = None) -> None:
        self._catalog, self._words = catalog, words

    def read(self, text: str) -> Questionnaire:
        """What ``text`` holds as far as it goes. Raises ``QuestionnaireMistakes`` where it cannot be read as YAML."""
        from trustcheck.catalog.as_written import as_far_as_it_goes
        from trustcheck.catalog.document import QuestionnaireMistakes
        from trustcheck.catalog.yaml_text import load

        document = load(text, "")
        if document.mistakes:
            raise QuestionnaireMistakes(document.mistakes)
        return as_far_as_it_goes(document)

    def mistakes(self, questionnaire: Questionnaire) -> tuple[FoundMistake, ...]:
        from trustcheck.catalog.as_written import plain
        from trustcheck.catalog.document import QuestionnaireMistakes
        from trustcheck.catalog.questionnaires import questionnaire_from_data

        try:
            questionnaire_from_data(plain(questionnaire))
        except QuestionnaireMistakes as found:
            return tuple(FoundMistake(each.key, each.sentence) for each in found.mistakes)
        return ()

    def written(self, text: str, questionnaire: Questionnaire) -> str:
        from trustcheck.catalog.rewriting import rewritten

        return rewritten(text, questionnaire)

    def sentences(self, original: str, translated: str) -> tuple[Sentence, ...]:
        from trustcheck.catalog.translating import sentences_in

        return sentences_in(original, translated)

    def translation(self, original: str, translated: str, language: str, words: Mapping[str, str]) -> str:
        from trustcheck.catalog.translating import written

        return written(original, translated, language, words)

    def shipped(self, questionnaire_id: str, language: str) -> str:
        return self._catalog.as_one_file(questionnaire_id, language)

    def hint_words(self, language: str) -> HintWords:
        """Of the language whatever the country: ``en-GB`` has those of ``en``. None where nobody listed any."""
        folder = self._words or assets.path("words")
        file = folder / f"hints.{language.replace('_', '-').split('-')[0].casefold()}.toml"
        if not file.is_file():
            return NONE
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        hardest = found.pop("hardest", NONE.hardest)
        return HintWords(**{key: tuple(each) for key, each in found.items()}, hardest=hardest)

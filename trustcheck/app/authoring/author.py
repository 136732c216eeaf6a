"""What an author's files must fit: read as far as they go, judged, and written back with nothing else changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trustcheck.app.authoring.hints import HintWords
    from trustcheck.app.authoring.item_table import ItemTable
    from trustcheck.app.authoring.translating import Sentence, TranslationTable
    from trustcheck.domain.questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class FoundMistake:
    """One thing that stands in the way of asking a questionnaire. ``key`` is its place: ``items.GI1.text``."""

    key: str
    sentence: str


class Author(Protocol):
    """Every method raises :class:`~trustcheck.app.refusals.Refused` where a file cannot be read."""

    def read(self, text: str) -> Questionnaire:
        """What a file holds as far as it goes: with empty places where something is missing or does not fit."""
        ...

    def mistakes(self, questionnaire: Questionnaire) -> tuple[FoundMistake, ...]:
        """What would be told of it as a file, by place."""
        ...

    def written(self, text: str, questionnaire: Questionnaire) -> str:
        """``text`` with what differs in the questionnaire, and every other line as it is. An empty text is begun."""
        ...

    def shipped(self, questionnaire_id: str, language: str) -> str:
        """One that comes with the program, as one file of one's own that is nothing but a copy."""
        ...

    def sentences(self, original: str, translated: str) -> tuple[Sentence, ...]:
        """Every sentence of a file beside what its translation says, which may be empty or half-written."""
        ...

    def translation(self, original: str, translated: str, language: str, words: Mapping[str, str]) -> str:
        """The file of a translation with these words by place, and everything around them as it is."""
        ...

    def hint_words(self, language: str) -> HintWords:
        """Words to look at twice in a question, in its language."""
        ...


class ItemTables(Protocol):
    """Tables of questions and of their translations, which other programs write."""

    def read(self, path: str) -> ItemTable:
        """A workbook or a CSV file, with every mistake in it. Raises :class:`~trustcheck.app.refusals.Refused`."""
        ...

    def template(self, kind: str) -> bytes:
        """An empty one with the head that is understood, as "xlsx" or "csv"."""
        ...

    def read_words(self, path: str) -> TranslationTable:
        """A table of translations, with every mistake in it. Raises :class:`~trustcheck.app.refusals.Refused`."""
        ...

    def words_table(self, kind: str, sentences: Sequence[Sentence]) -> bytes:
        """Sentences beside their translations, to fill in elsewhere, as "xlsx" or "csv"."""
        ...

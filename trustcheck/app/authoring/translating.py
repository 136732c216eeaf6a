"""The sentences of one's own questionnaire in another language: which are there, which are missing, and a table of
them that comes in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trustcheck.domain.questionnaire.model import tokens_in
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("key", "original", "translation")
"""Of the table, in their order; names for programs, the same in every language."""
LONGEST_TEXT = 2000
_TOKENS = "tokens."
"""Before the name of a word that differs between the two sides, and which side's it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at its place (``items.A1.text``), and its words in the other language; empty where they are
    missing.
    """

    key: str
    original: str
    translated: str = ""


@dataclass(frozen=True, slots=True)
class Translating:
    """All sentences of a questionnaire on their way into one other language, in the order of the file."""

    language: str
    sentences: tuple[Sentence, ...]

    @property
    def missing(self) -> tuple[Sentence, ...]:
        """The words of the two sides only where a translated sentence asks for them: it may do without."""
        used = {f"{_TOKENS}{name}" for each in self.sentences for name in tokens_in(each.translated)}
        return tuple(
            each
            for each in self.sentences
            if not each.translated and (not each.key.startswith(_TOKENS) or each.key.rpartition(".")[0] in used)
        )

    @property
    def words(self) -> dict[str, str]:
        """What there is, by place."""
        return {each.key: each.translated for each in self.sentences if each.translated}

    def with_words(self, words: Mapping[str, str]) -> Translating:
        """With other words at some places, each on one line; what stands elsewhere stays."""
        told = {key: " ".join(said.split()) for key, said in words.items()}
        return replace(
            self,
            sentences=tuple(replace(each, translated=told.get(each.key, each.translated)) for each in self.sentences),
        )

    def with_earlier(self, earlier: Translating) -> Translating:
        """Sentences that are missing as they were translated for another version, where the original is the same."""
        same = {(each.key, each.original): each.translated for each in earlier.sentences}
        return self.with_words(
            {each.key: same.get((each.key, each.original), "") for each in self.sentences if not each.translated}
        )


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """One row of a table: cells as text, and the line it stands in, from 1 for the head."""

    line: int
    key: str
    original: str
    translation: str


@dataclass(frozen=True, slots=True)
class TranslationTable:
    """What a file holds. ``mistakes`` are about the file as a whole: columns that are missing, or strange."""

    name: str
    rows: tuple[TranslationRow, ...] = ()
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenWords:
    """The translation with the words of a table, and how many changed; or every reason why it is not taken in."""

    translating: Translating
    changed: int = 0
    mistakes: tuple[str, ...] = ()


def words_taken_in(translating: Translating, table: TranslationTable) -> TakenWords:
    """All rows or none. An empty translation leaves what stands there."""
    known = {each.key: each for each in translating.sentences}
    mistakes = [*table.mistakes, *(_line(row, said) for row in table.rows if (said := _mistake(known, row)))]
    if mistakes:
        return TakenWords(translating, 0, tuple(mistakes))
    after = translating.with_words({row.key: row.translation for row in table.rows if row.translation.strip()})
    pairs = zip(translating.sentences, after.sentences, strict=True)
    return TakenWords(after, sum(one != other for one, other in pairs))


def _mistake(known: Mapping[str, Sentence], row: TranslationRow) -> str:
    if row.key not in known:
        return _("There is no sentence with the key {key}.").format(key=row.key[:64])
    if row.original and " ".join(row.original.split()) != known[row.key].original:
        return _("The original of {key} reads otherwise now. Save the table again, and translate that.").format(
            key=row.key
        )
    if len(row.translation) > LONGEST_TEXT:
        return _("This text is longer than {most} characters.").format(most=LONGEST_TEXT)
    return ""


def _line(row: TranslationRow, said: str) -> str:
    return _("Line {line}: {what}").format(line=row.line, what=said)

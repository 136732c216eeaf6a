"""What a machine can see of the rules for writing a question (CONTRIBUTING, *Writing a question*).

A hint says what to look at twice; it forbids nothing. What only a person can judge (could a night shift see it, does
it flatter) is no hint.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, Token
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

MOST_WORDS = 20
LONG_WORD = 7
"""Letters from which a word counts as long in LIX (Björnsson 1968), which reads alike in every language."""
_SENTENCE_END = re.compile(r"[.!?:]+")
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class HintWords:
    """Words of one language to look at twice. Small letters; ``*`` at an end stands for any letters."""

    negations: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    """Words that may join two ideas: "and", "or"."""
    either_or: tuple[str, ...] = ()
    jargon: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    """The very words that are asked about: "trust", "open"."""
    inner: tuple[str, ...] = ()
    """What happens inside a head, or in nobody's sight: "feel", "committed"."""
    hardest: int = 60
    """LIX above which a sentence is hard for a reader of twelve, in this language."""


NONE = HintWords()


def question_hints(asked: Questionnaire, text: str, words: HintWords) -> tuple[str, ...]:
    """What to look at twice in a question, one sentence each, in both wordings together."""
    read = asked.in_words(text, Perspective.STAFF)
    if not read.strip():
        return ()
    return tuple(
        dict.fromkeys((*_length(read), *_ideas(text, words), *_choice(text, words), *_tokens(text, asked.tokens)))
    )


def scale_hints(scale: Sequence[str], bands: Sequence[str]) -> tuple[str, ...]:
    """What to look at twice in the answers."""
    same = [each for each in scale if each.casefold() in {band.casefold() for band in bands}]
    said = _("“{word}” is also the name of a band. Choose another word, so that nobody mixes the two up.")
    return tuple(said.format(word=each) for each in same)


def _length(read: str) -> Iterator[str]:
    number = len(_WORD.findall(read))
    if number > MOST_WORDS:
        said = ngettext(
            "{n} word. At most twenty are easy to take in.", "{n} words. At most twenty are easy to take in.", number
        )
        yield said.format(n=number)


def _ideas(text: str, words: HintWords) -> Iterator[str]:
    if found := _first(text, words.either_or):
        yield _("“{word}” asks two things at once. Which of them is meant?").format(word=found)
    elif found := _first(text, words.joining):
        yield _("“{word}”: is this one idea, or are there two?").format(word=found)
    if found := _first(text, words.negations):
        yield _("“{word}” is a no. Say what happens instead of what does not.").format(word=found)


def _choice(text: str, words: HintWords) -> Iterator[str]:
    for listed, said in (
        (words.aims, _("“{word}” is what is looked for. Ask for something that shows it.")),
        (words.inner, _("“{word}” happens inside somebody. What could others see or hear?")),
        (words.jargon, _("“{word}” is a word of the trade. Would everybody here say it?")),
        (words.brands, _("“{word}” is a brand. What is it, in a plain word?")),
    ):
        if found := _first(text, listed):
            yield said.format(word=found)
    if _lix(text) > words.hardest:
        yield _("Many long words. Would a reader of twelve take it in at once?")


def _tokens(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    """Words that the two wordings change stand there as they are: both would read the same."""
    for token in tokens:
        for word in (token.staff, token.leader):
            if len(word.split()) > 1 and _has(text, word.casefold()):
                said = _("Write {token} for “{word}”, so that leaders and staff each read their own words.")
                yield said.format(token="{" + token.name + "}", word=word)


def _lix(text: str) -> float:
    """Words in a sentence and long ones in a hundred, added up; 0 for few words, of which it says nothing."""
    words = _WORD.findall(text)
    if len(words) < 6:
        return 0
    sentences = max(1, len([each for each in _SENTENCE_END.split(text) if each.strip()]))
    return len(words) / sentences + 100 * sum(len(each) >= LONG_WORD for each in words) / len(words)


def _first(text: str, listed: Sequence[str]) -> str:
    """The first of the listed words that stands there, as it is written there; empty where none does."""
    found = [hit for each in listed if (hit := _hit(text, each)) is not None]
    return min(found, key=lambda hit: hit.start()).group() if found else ""


def _has(text: str, words: str) -> bool:
    return _hit(text, words) is not None


def _hit(text: str, words: str) -> "re.Match[str] | None":
    start, end = "" if words.startswith("*") else r"(?<!\w)", "" if words.endswith("*") else r"(?!\w)"
    inside = re.escape(words.strip("*"))
    whole = rf"{start}{inside}{end}" if not words.endswith("*") else rf"{start}{inside}\w*"
    return re.search(whole, text, re.IGNORECASE)

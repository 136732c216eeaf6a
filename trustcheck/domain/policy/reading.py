"""A policy read by rules: each sentence once, and what it does. Nothing is understood, and each quote is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.domain.policy.rules import DeedRule, PolicyDeed, PolicyRules

WORDS_A_PAGE = 500
"""Of usual type on A4."""
MOST_LETTERS = 400_000
"""Of a policy that is read: some 120 pages."""
_LONG_WORD = 7
"""Letters from which Björnsson calls a word long."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_END = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u00bb)]*\s+(?=[\"'\u201c\u00ab(\u00bf\u00a1]*[A-Z\u00c0-\u00de0-9])")
_POINT = re.compile(r"^\s*(?:[-*\u2022\u2013\u2014\u00b7\u25aa\uf0b7]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_HEADING_WORDS = 3
"""A line of so few words without a full stop is a heading."""


@dataclass(frozen=True, slots=True)
class PolicySentence:
    """One sentence or point of a list, as it stands there. ``paragraph`` counts from 1, headings left out."""

    text: str
    paragraph: int
    is_point: bool = False


@dataclass(frozen=True, slots=True)
class CountedSentence:
    """``rule`` is why it counts; a point of a list may count by the line that leads to it, its ``lead``."""

    sentence: PolicySentence
    rule: DeedRule
    lead: str = ""


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """What was counted in one policy. A sentence that does nothing is in ``sentences`` alone."""

    sentences: tuple[PolicySentence, ...]
    counted: tuple[CountedSentence, ...]
    words: int
    words_before_annex: int
    """The same as ``words`` where there is no annex."""
    long_words: int
    to_reader: int
    """Sentences that speak to the reader."""
    about_staff: int

    @property
    def pages(self) -> int:
        """Of usual type, at least one."""
        return max(1, -(-self.words // WORDS_A_PAGE))

    @property
    def ease(self) -> float:
        """LIX: words a sentence plus long words in a hundred (Björnsson 1968), of any language with an alphabet.

        Below 40 newspapers are easy, from 60 on texts are heavy going. 0 without a word.
        """
        if not self.words or not self.sentences:
            return 0.0
        return self.words / len(self.sentences) + 100 * self.long_words / self.words

    def doing(self, deed: PolicyDeed) -> tuple[CountedSentence, ...]:
        return tuple(each for each in self.counted if each.rule.deed is deed)


def read_policy(text: str, rules: PolicyRules) -> PolicyReading:
    """``text`` as it was pasted or taken from a file; beyond :data:`MOST_LETTERS` it is not read."""
    text = text[:MOST_LETTERS]
    sentences = tuple(sentences_of(text))
    words = _WORD.findall(text)
    return PolicyReading(
        sentences,
        tuple(_counted(sentences, rules)),
        len(words),
        _before_annex(text, rules),
        sum(len(each) >= _LONG_WORD for each in words),
        sum(bool(rules.to_reader.search(each.text)) for each in sentences),
        sum(bool(rules.about_staff.search(each.text)) for each in sentences),
    )


def sentences_of(text: str) -> Iterator[PolicySentence]:
    """Paragraph by paragraph; a point of a list is a sentence, and a heading is none."""
    number = 0
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        found = [each for each in _of_paragraph(paragraph) if each[0]]
        if found:
            number += 1
        for words, is_point in found:
            yield PolicySentence(words, number, is_point)


def _of_paragraph(paragraph: str) -> Iterator[tuple[str, bool]]:
    running: list[str] = []
    lines = paragraph.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_point = bool(_POINT.match(line))
        said = _POINT.sub("", line)
        # A numbered heading looks like a point, but no other point comes after it.
        # A sentence that runs on over several lines has short ones too.
        is_apart = not running or not following.strip() or following.strip()[:1].isupper()
        if is_point or (_is_heading(line) and is_apart):
            yield from _split(" ".join(running))
            running = []
            if is_point and not (line is lines[0] and _is_heading(said) and not _POINT.match(following)):
                yield " ".join(said.split()), True
        else:
            running.append(line)
            if line.rstrip().endswith(":"):
                yield from _split(" ".join(running))
                running = []
    yield from _split(" ".join(running))


def _split(text: str) -> Iterator[tuple[str, bool]]:
    for each in _END.split(" ".join(text.split())):
        if _WORD.search(each):
            yield each.strip(), False


def _is_heading(line: str) -> bool:
    return not line.rstrip().endswith((".", ":", "!", "?", ";", ",")) and len(line.split()) <= _HEADING_WORDS


def _counted(sentences: tuple[PolicySentence, ...], rules: PolicyRules) -> Iterator[CountedSentence]:
    lead: PolicySentence | None = None
    for sentence in sentences:
        if not sentence.is_point:
            lead = sentence if sentence.text.endswith(":") else None
        own = _rule_of(sentence.text, rules)
        if own is not None and lead is not sentence:
            yield CountedSentence(sentence, own)
        elif sentence.is_point and lead is not None and (by_lead := _rule_of(lead.text, rules)) is not None:
            yield CountedSentence(sentence, by_lead, lead.text)


def _rule_of(text: str, rules: PolicyRules) -> DeedRule | None:
    return next((each for each in rules.deeds if each.words.search(text)), None)


def _before_annex(text: str, rules: PolicyRules) -> int:
    found = rules.annex.search(text)
    return len(_WORD.findall(text[: found.start()] if found else text))

"""Looking for words in the help: which sections have all of them, and the sentence that says most of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trustcheck.ui.help.topic import Cells, Keys, Paragraph, Part, Points, Section, Topic

_LONGEST = 160
_APART = re.compile(r"[^\w'+]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that has all the words. ``sentence`` is where most of them stand."""

    topic: Topic
    section: Section
    sentence: str


def hits(topics: Iterable[Topic], sought: str) -> tuple[Hit, ...]:
    """Sections with every word that is sought, beginning anywhere in one of theirs; those with it in the heading first.

    Case and the kind of apostrophe make no difference. Empty where nothing is sought.
    """
    words = _plain(sought).split()
    if not words:
        return ()
    found = [
        (sum(_has(section.heading, word) for word in words), topic, section)
        for topic in topics
        for section in topic.sections
        if all(_has(" ".join((topic.words, section.heading, *sentences(section))), word) for word in words)
    ]
    found.sort(key=lambda each: -each[0])
    return tuple(Hit(topic, section, _best(section, words)) for _in_heading, topic, section in found)


def sentences(section: Section) -> tuple[str, ...]:
    """Everything that stands in a section, piece by piece."""
    return tuple(sentence for part in section.parts for sentence in _said(part))


def _said(part: Part) -> Iterator[str]:
    match part:
        case Paragraph():
            yield part.words
        case Points():
            yield from part.words
        case Keys():
            yield from (f"{keys}: {does}" for keys, does in part.rows)
        case Cells():
            yield " ".join(part.table.columns)
            yield from (" ".join(row) for row in part.table.rows)


def _best(section: Section, words: Sequence[str]) -> str:
    said = sentences(section)
    best = max(said, key=lambda sentence: sum(_has(sentence, word) for word in words), default="")
    return best if len(best) <= _LONGEST else f"{best[:_LONGEST].rsplit(' ', 1)[0]}\u2026"


def _has(text: str, word: str) -> bool:
    """Whether one of the words of ``text`` begins with ``word``: "pin" is in "PINs" and not in "typing"."""
    return f" {word}" in f" {_plain(text)}"


def _plain(text: str) -> str:
    return _APART.sub(" ", text.casefold().replace("\u2019", "'"))

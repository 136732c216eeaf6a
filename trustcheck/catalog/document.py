"""What one file says, as plain values, and where in the file each of them stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from trustcheck.app.refusals import Refused
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# What is wrong in a questionnaire file: each mistake with file, line and key, in a sentence for whoever wrote it.


MOST_TOLD = 50
"""Mistakes that a refusal spells out: as many as anybody mends before looking again."""
_LONGEST_KEY = 100
"""Letters of a place in the file; the line is told in any case."""
_LONGEST_SENTENCE = 240
"""Letters of what is wrong: it may quote the file, and what stands there may be a book."""

Path = tuple[str | int, ...]
"""A place in the data: ``("items", 3, "text")``; list positions count from 0."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to mend. ``line`` counts from 1; 0 means the file as a whole, whose ``key`` is empty."""

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        line = _("line {line}").format(line=self.line) if self.line else ""
        told = ", ".join(part for part in (self.file, line, self.key) if part) + f": {_short(self.sentence)}"
        # A key of the file may hold anything, line ends among it.
        return "".join(each if each.isprintable() else "\ufffd" for each in told)


class QuestionnaireMistakes(Refused):
    """A questionnaire that cannot be used, with every mistake in it. ``str()`` lists the first fifty, one a line."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(dict.fromkeys(mistakes))
        count = len(self.mistakes)
        super().__init__(
            ngettext(
                "This questionnaire cannot be used yet; there is {n} mistake to mend.",
                "This questionnaire cannot be used yet; there are {n} mistakes to mend.",
                count,
            ).format(n=count),
            safe=_("Nothing was changed."),
        )

    def __str__(self) -> str:
        told = [super().__str__(), *map(str, self.mistakes[:MOST_TOLD])]
        if len(self.mistakes) > MOST_TOLD:
            told.append(_("and {number} more.").format(number=len(self.mistakes) - MOST_TOLD))
        return "\n".join(told)


def whole_file(file: str, sentence: str) -> QuestionnaireMistakes:
    """The one mistake of a file that could not be read at all."""
    return QuestionnaireMistakes([Mistake(file, 0, "", sentence)])


def key_of(path: Path, data: object) -> str:
    """The path in words: an entry is named by its id, or by its place from 1 ("items.GI1.text", "scale.2")."""
    parts: list[str] = []
    for step in path:
        data = _inside(data, step)
        name = data.get("id") if isinstance(step, int) and isinstance(data, dict) else None
        parts.append(name if isinstance(name, str) and name else str(step + 1 if isinstance(step, int) else step))
    told = ".".join(part[:64] for part in parts[:8])
    return told if len(told) <= _LONGEST_KEY else f"{told[:_LONGEST_KEY]}\u2026"


def _short(sentence: str) -> str:
    """Without the middle where it is too long: what is wrong stands at the beginning and at the end."""
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    return f"{sentence[: _LONGEST_SENTENCE * 2 // 3]}\u2026{sentence[-_LONGEST_SENTENCE // 3 :]}"


def _inside(data: object, step: str | int) -> object:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


class Digits(str):
    """A number as it was written, without quotes. Whether it is a number or a text ("1.10") is for its key to say."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SourcePlace:
    file: str
    line: int


@dataclass(slots=True)
class Document:
    """What one file says: dicts, lists, texts, :class:`Digits`, booleans and ``None``, and where each of them stands.

    ``whole`` is false where reading had to stop before the end: then only ``mistakes`` are worth telling.
    """

    file: str
    data: object = None
    places: dict[Path, SourcePlace] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    whole: bool = True

    def mistake(self, path: Path, sentence: str) -> Mistake:
        """A mistake at ``path``, or at the nearest place around it that has a line."""
        around = path
        while around and around not in self.places:
            around = around[:-1]
        place = self.places.get(around, SourcePlace(self.file, 1))
        return Mistake(place.file, place.line, key_of(path, self.data), sentence)

    def add(self, other: "Document", name: str) -> None:
        """Take in a file that holds nothing but the list ``name``, which goes on from the list that is here."""
        self.mistakes += other.mistakes
        self.whole = self.whole and other.whole
        more = other.data[name] if isinstance(other.data, dict) and set(other.data) == {name} else None
        here = self.data.setdefault(name, []) if isinstance(self.data, dict) else None
        if not isinstance(more, list):
            sentence = _("The key {name} with a list, and nothing else, is needed in this file.").format(name=name)
            self.mistakes.append(other.mistake((), sentence))
        elif isinstance(here, list):
            for path, place in other.places.items():
                if len(path) > 1 and isinstance(path[1], int):
                    self.places[(name, path[1] + len(here), *path[2:])] = place
            here += more

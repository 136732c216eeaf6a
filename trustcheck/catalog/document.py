"""What one file says, as plain values, and where in the file each of them stands."""

from dataclasses import dataclass, field

from trustcheck.catalog.mistakes import Mistake, Path, key_of
from trustcheck.words import gettext as _


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

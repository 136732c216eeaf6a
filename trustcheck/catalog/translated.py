"""A translation of one's own questionnaire: its sentences laid over the original, and those that are still missing.

Only words are taken from a translation. What is asked, in which order, and how it is scored stands in the original
alone, so that answers in two languages are answers to the same questions. Imports pydantic: import this lazily.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from trustcheck.catalog.document import Document, Mistake, Path, key_of
from trustcheck.catalog.questionnaire_rules import Data
from trustcheck.catalog.questionnaire_shape import as_text
from trustcheck.domain.questionnaire.model import tokens_in
from trustcheck.words import gettext as _

_OWN = ("format", "id", "version", "language", "tokens")
"""What a translation says of itself; the words of its tokens are those of its own language."""
SIDES = ("staff", "leader")
KNOWN_BY = {"next": "rung"}
"""What an entry of a list is known by, where that is not its id."""
_BY_PLACE = ("scale", "before", "definitions")
"""Lists whose entries have no name: the first belongs to the first."""
_SENTENCES = frozenset(
    {"title", "frame", "scale", "before", "word", "text", "name", "to_reader", "meaning", "on_your_own", "known"}
    | {"rare", "patchy", "usual", "consistent", "partly", "note"}
    | {"this_week", "thirty_days", "notice", "ask", "i_will", "we_will"}
)
"""The keys whose values are words that somebody reads."""
_MAY_STAY = frozenset({"source"})
"""Words that may stay as they are: where something comes from is called the same everywhere."""
_FEW_WORDS = 2
"""So few may well be the same in two languages."""


@dataclass(slots=True)
class Laid:
    """A translation over its original: the document that comes of it, and what is missing for it to be whole."""

    document: Document
    missing: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def laid_over(original: Document, translation: Document) -> Laid:
    """``original`` in the words of ``translation``. The original has no mistakes; the translation may have any."""
    data = deepcopy(original.data) if isinstance(original.data, dict) else {}
    laid = Laid(Document(translation.file, data, dict(original.places)), mistakes=list(translation.mistakes))
    if not isinstance(translation.data, dict):
        if translation.whole:
            sentence = _(
                "A questionnaire is made of keys with values, such as \u201ctitle: ...\u201d. There are none here."
            )
            laid.mistakes.append(translation.mistake((), sentence))
        return laid
    said = translation.data
    for key in ("id", "version"):
        if as_text(said.get(key)) != as_text(data.get(key)):
            sentence = _("This belongs to {wanted}, whose words it translates: write the same here.")
            laid.mistakes.append(translation.mistake((key,), sentence.format(wanted=as_text(data.get(key)))))
    data["language"] = said.get("language")
    if "tokens" in said:
        data["tokens"] = said["tokens"]
    rest = {key: value for key, value in said.items() if key not in _OWN}
    _Overlay(laid, original, translation).lay(data, rest, (), ())
    laid.missing += _words_of_sides(laid, said.get("tokens"))
    laid.document.places.update({path: place for path, place in translation.places.items() if path[:1] == ("tokens",)})
    return laid


def _words_of_sides(laid: Laid, said: object) -> Iterator[str]:
    """The tokens that translated sentences ask for, and the translation has no words of its own for."""
    data, missing = laid.document.data, set(laid.missing)
    assert isinstance(data, dict)
    translated = (words for path, words in sentence_paths(data) if key_of(path, data) not in missing)
    used = {name for words in translated for name in tokens_in(str(as_text(words)))}
    there, known = (each if isinstance(each, dict) else {} for each in (data.get("tokens"), said))
    for name in there:
        if name in used and name not in known:
            yield from (f"tokens.{name}.{side}" for side in SIDES)


def sentence_paths(here: Data, at: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every sentence of an original that a translation has to say, in the order of the file, with its words."""
    for key, value in here.items():
        if key in _OWN and not at:
            continue
        inside = value if isinstance(value, list) else ()
        if isinstance(value, dict):
            yield from sentence_paths(value, (*at, key))
        for place, each in enumerate(inside):
            if isinstance(each, dict):
                yield from sentence_paths(each, (*at, key, place))
            elif key in _BY_PLACE and as_text(each):
                yield (*at, key, place), each
        if key in _SENTENCES and isinstance(as_text(value), str) and as_text(value):
            yield (*at, key), value


class _Overlay:
    """Walks both files side by side, by key and by id."""

    def __init__(self, laid: Laid, original: Document, translation: Document) -> None:
        self._laid, self._original, self._translation = laid, original, translation

    def lay(self, here: Data, said: Data, at: Path, there: Path) -> None:
        """``here`` is an entry of the original at ``at``, ``said`` what the translation says of it at ``there``."""
        for key, value in here.items():
            if key in _OWN and not at:
                continue
            self._lay_one(here, key, value, said.get(key), (*at, key), (*there, key))
        for key in said:
            if key not in here:
                self._tell((*there, key), _("The original has nothing here to translate."))

    def _lay_one(self, here: Data, key: str, value: object, said: object, at: Path, there: Path) -> None:
        if isinstance(value, dict):
            self.lay(value, said if isinstance(said, dict) else {}, at, there)
        elif isinstance(value, list) and key in _BY_PLACE:
            self._lay_by_place(value, said, at, there)
        elif isinstance(value, list) and all(isinstance(each, dict) for each in value):
            self._lay_entries(value, said, at, there, KNOWN_BY.get(key, "id"))
        elif key in _SENTENCES:
            here[key] = self._sentence(value, said, at, there)
        elif said is not None and key in _MAY_STAY:
            here[key] = said
        elif said is not None and said != value:
            self._tell(there, _("Only words can be translated, and the original says otherwise here."))

    def _lay_by_place(self, value: list[object], said: object, at: Path, there: Path) -> None:
        given = said if isinstance(said, list) else []
        if len(given) > len(value):
            self._tell(there, _("The original has nothing here to translate."))
        for place, each in enumerate(value):
            other = given[place] if place < len(given) else None
            if isinstance(each, dict):
                self.lay(each, other if isinstance(other, dict) else {}, (*at, place), (*there, place))
            else:
                value[place] = self._sentence(each, other, (*at, place), (*there, place))

    def _lay_entries(self, value: list[Data], said: object, at: Path, there: Path, known_by: str) -> None:
        given = dict(_named(said, known_by))
        for place, each in enumerate(value):
            found = given.pop(str(each.get(known_by)), None)
            where, other = found or (0, {})
            self.lay(each, other, (*at, place), (*there, where) if found else there)
        for where, _other in given.values():
            self._tell((*there, where), _("The original has nothing here to translate."))

    def _sentence(self, value: object, said: object, at: Path, there: Path) -> object:
        """The translated sentence. One that was only copied is as good as missing."""
        words = as_text(value)
        if not isinstance(words, str) or not words:
            return value
        other = as_text(said)
        if said is None or other == "" or (other == words and len(words.split()) > _FEW_WORDS):
            self._laid.missing.append(key_of(at, self._original.data))
            return value
        if there in self._translation.places:
            self._laid.document.places[at] = self._translation.places[there]
        return said

    def _tell(self, there: Path, sentence: str) -> None:
        self._laid.mistakes.append(self._translation.mistake(there, sentence))


def _named(listed: object, known_by: str) -> Iterator[tuple[str, tuple[int, Data]]]:
    for place, each in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(each, dict):
            yield str(each.get(known_by)), (place, each)

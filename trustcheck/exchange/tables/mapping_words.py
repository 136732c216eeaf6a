"""What the words of another tool's export mean: headings, answers, and whose answers they are."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_APART = re.compile(r"[\W_]+")
_SILENT = str.maketrans("", "", "'\u2019\u2018`\u00b4")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NUMBERING = re.compile(r"^\s*(?:(?:question|q)\s*)?\d+(?:[._]\d+)*[a-z]?\s*[.):\u2013-]*\s*", re.IGNORECASE)
_DASH = re.compile(r"\s[-\u2013|]\s")
_LONGEST_HEADING = 2_000
_MOST_PARTS = 8

_DONT_KNOW = ("dk", "don't know", "I don't know", "do not know", "I do not know", "not sure")
_NOT_APPLICABLE = ("na", "n/a", "not applicable", "doesn't apply", "does not apply", "does not apply here")
_LEADER = ("leader", "leaders", "a leader", "as a leader", "we leaders", "I lead here", "leadership")
_STAFF = ("staff", "as staff", "staff member", "member of staff", "I work here", "employee", "employees")

_PERSPECTIVE = frozenset({"perspective", "are you answering as", "leader or staff", "leaders or staff"})
_PERHAPS_PERSPECTIVE = frozenset({"role", "group", "view", "your role", "your group", "i am", "you are"})
_ASKED_AS = "are you answering as"
_PERSONAL = _words(
    "name surname email mail ip address timestamp time date started completed username user respondent participant "
    "phone telephone mobile id token location latitude longitude country city department team age gender"
)
_TECHNICAL = _words(
    "status progress finished duration seconds language score points channel collector seed page source device "
    "browser feedback total result number no nr weight type"
)
_MOST_WORDS = 4
"""A heading with more words is a question of its own, whatever words are in it."""


def plain(text: str) -> str:
    """Words as they compare: no case, no punctuation, no difference between kinds of spaces and quotes."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_SILENT)
    return _APART.sub(" ", folded).strip()


def answer_codes(questionnaire: Questionnaire) -> dict[str, int]:
    """The code of every way to write an answer: numbers, words, both together. Words of two points are none."""
    points = range(questionnaire.low, questionnaire.high + 1)
    codes = {str(point): point for point in points}
    labels = [plain(label) for label in questionnaire.scale]
    for point, label in zip(points, labels, strict=True):
        if labels.count(label) == 1:
            codes |= dict.fromkeys((label, f"{point} {label}", f"{label} {point}"), point)
    codes |= {plain(words): DONT_KNOW_CODE for words in (*_DONT_KNOW, _("I don't know"))}
    codes |= {plain(words): NOT_APPLICABLE_CODE for words in (*_NOT_APPLICABLE, _("Doesn't apply here"))}
    return codes


def answer_code(cell: str, codes: Mapping[str, int]) -> int | None:
    """The code of a trimmed cell, 0 for an empty one, ``None`` for one that is no answer."""
    if not cell:
        return 0
    folded = unicodedata.normalize("NFKC", cell).casefold()
    # Without letters it is a number, and a number is read as it stands: -4 is not 4.
    return codes.get(plain(cell)) if any(each.isalpha() for each in folded) else codes.get(folded)


def perspectives() -> dict[str, Perspective]:
    """Whose answers a row holds, by what stands in it. Who would rather not say is counted with staff."""
    leaders = dict.fromkeys(map(plain, (*_LEADER, _("I lead here"))), Perspective.LEADER)
    rather_not = (_("I'd rather not say"), "I would rather not say")
    return leaders | dict.fromkeys(map(plain, (*_STAFF, _("I work here"), *rather_not)), Perspective.STAFF)


def item_keys(questionnaire: Questionnaire) -> dict[str, str]:
    """The item of every heading that names one: its id, either wording, or both."""
    found: dict[str, str] = {}
    for item in questionnaire.items:
        wordings = {plain(questionnaire.wording(item.id, each)) for each in Perspective}
        for key in {plain(item.id), *wordings, *(f"{plain(item.id)} {words}" for words in wordings)}:
            found[key] = item.id if key not in found else ""
    return {key: item_id for key, item_id in found.items() if key and item_id}


def heading_keys(heading: str) -> Iterator[str]:
    """What a heading may stand for, likeliest first: survey tools add numbers, brackets and what stood above."""
    heading = heading[:_LONGEST_HEADING]
    parts = [heading, *_BRACKETS.findall(heading)[-_MOST_PARTS:][::-1], heading.partition("[")[0]]
    parts.append(_DASH.split(heading)[-1])
    for part in parts:
        for words in (part, _NUMBERING.sub("", part)):
            if key := plain(words):
                yield key


def names_perspective(heading: str) -> bool:
    keys = list(heading_keys(heading))
    return any(key in _PERSPECTIVE or key.startswith(_ASKED_AS) for key in keys)


def may_name_perspective(heading: str) -> bool:
    """A heading that means the perspective where nothing else stands below it."""
    return any(key in _PERHAPS_PERSPECTIVE for key in heading_keys(heading))


def is_personal(heading: str) -> bool:
    """A heading that says its column could tell who answered, or when."""
    return _has_word(heading, _PERSONAL)


def is_technical(heading: str) -> bool:
    """A heading of what a survey tool notes for itself."""
    return _has_word(heading, _TECHNICAL)


def _has_word(heading: str, words: frozenset[str]) -> bool:
    found = plain(heading[:_LONGEST_HEADING].casefold().replace("e-mail", "email")).split()
    return len(found) <= _MOST_WORDS and not words.isdisjoint(found)

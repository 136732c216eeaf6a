"""What the words of another tool's export mean: headings, answers, and whose answers they are."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_APART = re.compile(r"[\W_]+")
_SPACED = str.maketrans(dict.fromkeys("'\u2019\u2018`\u00b4", " "))
_SILENT = str.maketrans("", "", "'\u2019\u2018`\u00b4")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NUMBERING = re.compile(r"^\s*(?:(?:question|q)\s*)?\d+(?:[._]\d+)*[a-z]?\s*[.):\u2013-]*\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,200}>")
_ENDS_AFTER = re.compile(r"[/\-.:>_\n\r\u2192\u2013|]+")
"""Signs after which survey tools write a question that stands in a group."""
_COMPANION = re.compile(
    r"^\s*(?:points|feedback)\s*[-\u2013:]|[\[(.]\s*(?:comment|other|score|time)\s*[\])]?\s*$|^\s*lastpage\s*$",
    re.IGNORECASE,
)
"""What a survey tool keeps beside a question, under the question's own words."""
_WHOLE = re.compile(r"([+-]?\d+)[.,]0*")
"""A whole number as programs write it whose columns hold fractions: 4.0, 4,00, 4."""
_ROW_OF_GRID = re.compile(r"^\s*row\s*\d+\s*[.:)]\s*", re.IGNORECASE)
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
    "browser feedback total result number no nr weight type iteration version edits"
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
    if is_error(cell):
        return None
    folded = unicodedata.normalize("NFKC", cell).casefold()
    if any(each.isdigit() and not each.isdecimal() for each in cell):
        return None  # a number above the line stands for a footnote
    # Without letters it is a number, and a number is read as it stands: -4 is not 4.
    if any(each.isalpha() for each in folded):
        return codes.get(plain(cell))
    return codes.get(whole_number(folded))


def whole_number(cell: str) -> str:
    """A whole number without its point and noughts; any other cell as it is."""
    whole = _WHOLE.fullmatch(cell)
    return whole.group(1) if whole else cell


def is_error(cell: str) -> bool:
    """Whether a spreadsheet wrote the cell because it could work nothing out: ``#N/A``, ``#WERT!``, ``Err:502``."""
    return len(cell) > 1 and (cell.startswith("#") or cell.casefold().startswith("err:"))


def is_formula(cell: str) -> bool:
    """Whether a cell is a formula and not what it would work out: so it is where nobody ever worked it out."""
    return cell.startswith("=") and not cell[1:].replace(".", "").replace(",", "").strip().isdigit()


def is_companion(heading: str) -> bool:
    """A heading of what stands beside a question: a comment, points for it, its time."""
    return bool(_COMPANION.search(heading[:_LONGEST_HEADING]))


def perspectives() -> dict[str, Perspective]:
    """Whose answers a row holds, by what stands in it. Who would rather not say is counted with staff."""
    leaders = dict.fromkeys(map(plain, (*_LEADER, _("I lead here"))), Perspective.LEADER)
    rather_not = (_("I'd rather not say"), "I would rather not say")
    return leaders | dict.fromkeys(map(plain, (*_STAFF, _("I work here"), *rather_not)), Perspective.STAFF)


def item_keys(questionnaire: Questionnaire) -> dict[str, str]:
    """The item of every heading that names one: its id, either wording, or both."""
    found: dict[str, str] = {}
    for item in questionnaire.items:
        said = [questionnaire.wording(item.id, each) for each in Perspective]
        # R puts a full stop in the place of every sign, an apostrophe too.
        wordings = {plain(each) for each in said} | {plain(each.translate(_SPACED)) for each in said}
        for key in {plain(item.id), *wordings, *(f"{plain(item.id)} {words}" for words in wordings)}:
            found[key] = item.id if key not in found else ""
    return {key: item_id for key, item_id in found.items() if key and item_id}


def number_keys(asked: Sequence[str]) -> dict[str, str]:
    """The item of every heading that is a number alone: "1", "Q1", "Question 1"."""
    numbered = enumerate(asked, start=1)
    return {key: item_id for at, item_id in numbered for key in (str(at), f"q{at}", f"question {at}")}


def heading_keys(heading: str) -> Iterator[str]:
    """What a heading may stand for, likeliest first: survey tools add numbers, brackets and what stood above."""
    heading = html.unescape(_TAG.sub(" ", heading[:_LONGEST_HEADING]))
    parts = [heading, *_BRACKETS.findall(heading)[-_MOST_PARTS:][::-1], heading.partition("[")[0]]
    ends = [each.end() for each in _ENDS_AFTER.finditer(heading)]
    parts += [heading[at:] for at in ends[-_MOST_PARTS:]]
    for part in parts:
        for words in (part, _NUMBERING.sub("", part), _ROW_OF_GRID.sub("", part)):
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

"""What the columns of a table seem to be: questions by id or by their words, the perspective, or nothing of ours."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from trustcheck.app.collecting.tables import Column, ColumnCells, Plan, RawTable, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _

# What the words of another tool's export mean: headings, answers, and whose answers they are.


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


TOP = 5
"""Rows at the top among which the headings are looked for."""
_IMPORT_ROW = '{"ImportId"'
"""One survey tool writes a row of its own below the headings."""
_MOST_KINDS = 200
"""More different texts than this are no answers."""


def plan_of(table: RawTable, setup: GroupSetup, questionnaire: Questionnaire) -> Plan:
    """How to read a table. Raises :class:`Refused` where no row of answers stands below the headings."""
    items = item_keys(questionnaire)
    heading_row = _heading_row(table, items)
    if first_row(table, heading_row) >= table.rows:
        raise Refused(
            _("{name} holds headings, and no row of answers.").format(name=table.name),
            _("Nothing was taken."),
            _("Choose the file with the answers."),
        )
    asked = set(questionnaire.asked(setup.form))
    recognising = _Recognising(items, asked, answer_codes(questionnaire), first_row(table, heading_row))
    headings = _named(table.row(heading_row))
    columns = tuple(recognising.column(heading, cells) for heading, cells in zip(headings, table.columns, strict=False))
    everybody = setup.perspectives[0] if len(setup.perspectives) == 1 else None
    return Plan(heading_row, columns, everybody)


def first_row(table: RawTable, heading_row: int) -> int:
    """The row on which the answers begin."""
    below = heading_row + 1
    if below < table.rows and any(text.startswith(_IMPORT_ROW) for text in table.row(below)):
        below += 1
    return below


def _heading_row(table: RawTable, items: dict[str, str]) -> int:
    """The row with most headings that are known; of several, the last. The first row where none is known."""
    known = [_known(table.row(at), items) for at in range(min(TOP, table.rows))]
    return max(range(len(known)), key=lambda at: (known[at], at)) if any(known) else 0


def _known(row: tuple[str, ...], items: dict[str, str]) -> int:
    return sum(any(key in items for key in heading_keys(cell)) for cell in row if cell)


def _named(headings: tuple[str, ...]) -> list[str]:
    unnamed = _("Column {place}, without a heading")
    return [heading or unnamed.format(place=place) for place, heading in enumerate(headings, start=1)]


class _Recognising:
    """Knows what a heading and the cells below it can mean."""

    def __init__(self, items: dict[str, str], asked: set[str], codes: dict[str, int], begins: int) -> None:
        self._items, self._asked, self._codes, self._begins = items, asked, codes, begins
        self._views = perspectives()

    def column(self, heading: str, cells: ColumnCells) -> Column:
        item_id = next((self._items[key] for key in heading_keys(heading) if key in self._items), "")
        if item_id:
            asked = item_id in self._asked
            return Column(heading, Use.QUESTION if asked else Use.LEFT_OUT, item_id if asked else "")
        if names_perspective(heading) or (may_name_perspective(heading) and self._holds_perspectives(cells)):
            return Column(heading, Use.PERSPECTIVE)
        if is_personal(heading):
            return Column(heading, Use.LEFT_OUT, personal=True)
        if not is_technical(heading) and self._holds_answers(cells):
            return Column(heading, Use.UNDECIDED)
        return Column(heading, Use.LEFT_OUT)

    def _holds_perspectives(self, cells: ColumnCells) -> bool:
        found = self._below(cells)
        return bool(found) and all(plain(text) in self._views for text in found)

    def _holds_answers(self, cells: ColumnCells) -> bool:
        found = self._below(cells)
        return bool(found) and all(answer_code(text, self._codes) is not None for text in found)

    def _below(self, cells: ColumnCells) -> set[str]:
        """The texts below the heading; none where there are too many kinds to be anything of ours."""
        kinds = set(cells.at[self._begins :])
        return {cells.texts[kind] for kind in kinds} - {""} if len(kinds) <= _MOST_KINDS else set()

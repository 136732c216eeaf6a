"""What a table does not say of itself, and a person has to: words nobody can explain, blanks, which end is one, rows.

Each is asked once, with how often it stands there and what is likeliest; nothing is guessed in silence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from trustcheck.app.collecting.tables import OF_SOMETHING, Choice, ColumnCells, Decision, Plan, RawTable, Use
from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.exchange.tables.mapping import is_our_own
from trustcheck.exchange.tables.mapping_words import (
    answer_code,
    answer_codes,
    is_error,
    is_formula,
    perspectives,
    plain,
    whole_number,
)
from trustcheck.exchange.tables.picks import Picks
from trustcheck.exchange.tables.row_masks import any_of, counted
from trustcheck.exchange.tables.states import UNFINISHED, uncounted_rows
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.exchange.tables.untakables import printable
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

MOST_WORDS = 12
"""So many words of a kind are asked about. A file with more holds something else than answers: each is a mistake."""

SKIPPED, DONT_KNOW, DOES_NOT_APPLY = "skipped", "dk", "na"
LEADER, STAFF, LEAVE_OUT, COUNT = "leader", "staff", "leave-out", "count"
ENDS, BLANK, HIDDEN = "ends", "blank", "hidden"
WORD, VIEW, ROWS = "word:", "view:", "rows:"
"""How the ids of decisions begin that concern a word, or the rows it stands in."""
UP, DOWN, FROM_ZERO, DOWN_TO_ZERO = "up", "down", "from-zero", "down-to-zero"

_BLANK = "NA"
"""How R writes a blank. To TrustCheck's own tables ``na`` is *Doesn't apply here*."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d\b|\d{1,2}:\d\d\b|\d+ days?\b")
"""As days and hours are shown that a spreadsheet made of something: of 3, of 3-4, of a number in a look it mistook."""
_CODE = re.compile(r"(?P<name>[A-Za-z]{0,3})0?(?P<place>[1-9][0-9]?)")
"""A choice as survey tools call it that number them."""
_FRACTION = re.compile(r"[+-]?\d*[.,]\d*[1-9]\d*")
_SUMMARY = frozenset(
    ["average", "mean", "median", "total", "sum", "count", "n", "averages", "totals", "mittelwert", "moyenne"]
)


class Asked:
    """The decisions of one table with one plan: what is asked, and what was decided."""

    def __init__(self, table: RawTable, plan: Plan, questionnaire: Questionnaire) -> None:
        self._table, self._plan, self._questionnaire = table, plan, questionnaire
        self._codes, self._views = answer_codes(questionnaire), perspectives()
        self._begins = plan.begins if plan.begins >= 0 else plan.heading_row + 1
        self._again = self._headings_again()
        self._filled = self._rows_filled()
        self._found = self._count(Use.QUESTION)
        self._blank_cells = self._found.pop("", 0)
        self._found += self._count(Use.GUESS)
        del self._found[""]
        self._numbers = {int(text) for text in map(_as_number, self._found) if text is not None}
        self._ends_chosen = self._blank_chosen = ""
        self._some_rows: dict[str, frozenset[int]] = {}
        self.picks = Picks(plan, table.columns, questionnaire, self._begins, self._filled)
        of_answers = (*self._ends(), *self._blanks(), *self._words())
        self.decisions = (*of_answers, *self.picks.decisions, *self._people(), *self._rows())

    # -- what was decided

    def codes(self) -> dict[str, int]:
        """The code of every text of an answer as decided; 0 is a skipped question."""
        questionnaire = self._questionnaire
        meanings = {SKIPPED: 0, DONT_KNOW: DONT_KNOW_CODE, DOES_NOT_APPLY: NOT_APPLICABLE_CODE}
        points = range(questionnaire.low, questionnaire.high + 1)
        meanings |= {str(point): point for point in points}
        codes = {text: meanings[value] for text, value in self._decided(WORD) if value in meanings}
        shift = questionnaire.low if self._ends_chosen in (FROM_ZERO, DOWN_TO_ZERO) else 0
        turned = self._ends_chosen in (DOWN, DOWN_TO_ZERO)
        if shift or turned:
            whole = questionnaire.low + questionnaire.high
            for point in points:
                codes[str(point - shift)] = whole - point if turned else point
            if shift:
                codes[str(questionnaire.high)] = _NO_POINT
        if self._blank_chosen == SKIPPED:
            codes[_BLANK] = 0
        return codes

    def views(self) -> dict[str, Perspective | None]:
        """Whose sheet it is by what stands there, as decided; ``None`` where the row is left out."""
        meanings = {LEADER: Perspective.LEADER, STAFF: Perspective.STAFF, LEAVE_OUT: None}
        return {text: meanings[value] for text, value in self._decided(VIEW) if value in meanings}

    def open(self, kind: str) -> frozenset[str]:
        """The words of a kind that are asked about, decided or not."""
        return frozenset(each.id.removeprefix(kind) for each in self.decisions if each.id.startswith(kind))

    def open_rows(self) -> frozenset[int]:
        """The rows of which somebody still has to say whether they count, counted from the first row of answers."""
        decided = self._plan.decided
        return frozenset().union(*(rows for each, rows in self._some_rows.items() if not decided.get(each)))

    def left_out(self) -> dict[str, frozenset[int]]:
        """The rows that are nobody's, counted from the first row of answers, by what they say; headings say nothing."""
        decided = self._plan.decided
        said = {each: rows for each, rows in self._some_rows.items() if decided.get(each) == LEAVE_OUT}
        named = {name.removeprefix(ROWS): rows for name, rows in said.items()}
        return {**named, "": self._again} if self._again else named

    def _decided(self, kind: str) -> list[tuple[str, str]]:
        decided = self._plan.decided.items()
        return [(name.removeprefix(kind), value) for name, value in decided if name.startswith(kind)]

    # -- what is asked

    def _ends(self) -> Iterable[Decision]:
        """Which end of the scale is one, where answers are numbers: said, and asked where it is not certain."""
        low, high = self._questionnaire.low, self._questionnaire.high
        scale = range(low, high + 1)
        if not self._numbers & {0, *scale} or any(number for number in self._numbers if number not in (0, *scale)):
            return
        first, last = self._questionnaire.scale[0], self._questionnaire.scale[-1]
        said = _("{low} is read as \u201c{first}\u201d, {high} as \u201c{last}\u201d")
        choices = [
            Choice(UP, said.format(low=low, first=first, high=high, last=last)),
            Choice(DOWN, said.format(low=low, first=last, high=high, last=first)),
        ]
        may_begin_at_zero = high not in self._numbers
        if may_begin_at_zero:
            choices += [
                Choice(FROM_ZERO, said.format(low=0, first=first, high=high - low, last=last)),
                Choice(DOWN_TO_ZERO, said.format(low=0, first=last, high=high - low, last=first)),
            ]
        if 0 in self._numbers:
            choices = choices[2:] if may_begin_at_zero else []
        if not choices:
            return
        certain = 0 not in self._numbers and (
            not may_begin_at_zero or self._says_words() or is_our_own(self._plan.columns, self._questionnaire)
        )
        likeliest = FROM_ZERO if 0 in self._numbers else UP
        chosen = self._plan.decided.get(ENDS, likeliest if certain else "")
        self._ends_chosen = chosen
        yield Decision(ENDS, _("Which end of the scale is which?"), tuple(choices), likeliest, chosen)

    def _says_words(self) -> bool:
        """Whether points of the scale are there in its own words: then its numbers are those beside them."""
        return any(any(map(str.isalpha, text)) and (answer_code(text, self._codes) or 0) > 0 for text in self._found)

    def _blanks(self) -> Iterable[Decision]:
        """What ``NA`` stands for: R writes it where nothing was answered, and we for *Doesn't apply here*."""
        number = self._found.get(_BLANK, 0)
        if not number or any(text in self._found for text in ("na", "n/a", "Na")):
            return
        others = {text for text in self._found if self._codes.get(plain(text)) == NOT_APPLICABLE_CODE} - {_BLANK}
        has_blanks = self._blank_cells > 0
        likeliest = DOES_NOT_APPLY if has_blanks and not others else SKIPPED
        # Beside the whole words, or beside cells that are blank, it can only be the other of the two.
        chosen = self._plan.decided.get(BLANK, likeliest if has_blanks or others else "")
        question = ngettext(
            "What does \u201cNA\u201d stand for in one cell?",
            "What does \u201cNA\u201d stand for in {number} cells?",
            number,
        ).format(number=number)
        choices = (Choice(SKIPPED, _("Nothing was answered")), Choice(DOES_NOT_APPLY, _("Doesn't apply here")))
        self._blank_chosen = chosen
        yield Decision(BLANK, question, choices, likeliest, chosen)

    def _words(self) -> Iterable[Decision]:
        """Words in the place of answers that nobody can explain: what each stands for."""
        unknown = {
            text: number
            for text, number in self._found.items()
            if answer_code(text, self._codes) is None and not self._explains_itself(text)
        }
        if len(unknown) > MOST_WORDS:
            return
        scale = self._questionnaire
        points = range(scale.low, scale.high + 1)
        choices = (
            *(Choice(str(point), label) for point, label in zip(points, scale.scale, strict=True)),
            Choice(DONT_KNOW, _("I don't know")),
            Choice(DOES_NOT_APPLY, _("Doesn't apply here")),
            Choice(SKIPPED, _("Nothing was answered")),
        )
        in_order = self._in_order(unknown)
        for text, number in unknown.items():
            is_nothing = _declines(text) or not (any(map(str.isalpha, text)) or _DATE.match(text))
            likeliest = in_order.get(text, SKIPPED if is_nothing else "")
            yield self._word(WORD + text, text, number, choices, likeliest)

    def _in_order(self, unknown: Iterable[str]) -> dict[str, str]:
        """What numbers and codes most likely are that a tool gave the choices in their order: AO01, AO02 ... or 6, 7.

        After the points of the scale come the two beside it, if there are two more of them.
        """
        low, high = self._questionnaire.low, self._questionnaire.high
        beside = {high + 1: DONT_KNOW, high + 2: DOES_NOT_APPLY}
        codes = {text: _CODE.fullmatch(text) for text in unknown}
        placed = {text: int(code["place"]) for text, code in codes.items() if code}
        names = {code["name"] for code in codes.values() if code}
        if not beside.keys() <= {*placed.values()} or len(names) > 1 or len({*placed.values()}) < len(placed):
            beside = {}
        points = {place: str(place) for place in range(low, high + 1)} if len(names) == 1 and names != {""} else {}
        meant = points | beside
        return {text: meant[place] for text, place in placed.items() if place in meant}

    def _people(self) -> Iterable[Decision]:
        """Words in the place of leader or staff that nobody can explain."""
        found = self._count(Use.PERSPECTIVE)
        unknown = {
            text: number
            for text, number in found.items()
            if text and plain(text) not in self._views and not (is_error(text) or is_formula(text))
        }
        choices = (
            Choice(LEADER, _("A leader")),
            Choice(STAFF, _("One of staff")),
            Choice(LEAVE_OUT, _("Leave these rows out")),
        )
        if number := self._rows_without_view():
            question = ngettext(
                "One row does not say whether it is a leader's or staff's. Whose is it?",
                "{number} rows do not say whether they are a leader's or staff's. Whose are they?",
                number,
            ).format(number=number)
            yield Decision(VIEW, question, choices, "", self._plan.decided.get(VIEW, ""))
        if len(unknown) > MOST_WORDS:
            return
        for text, number in unknown.items():
            question = ngettext(
                "One row says \u201c{word}\u201d. Is it a leader's or staff's?",
                "{number} rows say \u201c{word}\u201d. Are they leaders' or staff's?",
                number,
            ).format(word=printable(shortened(text)), number=number)
            chosen = self._plan.decided.get(VIEW + text, "")
            yield Decision(VIEW + text, question, choices, STAFF if _declines(text) else "", chosen)

    def _rows_without_view(self) -> int:
        """How many rows of somebody say nothing in any column that could tell whose they are."""
        columns = self._columns(Use.PERSPECTIVE)
        silent = self._filled if columns else []
        for cells in columns:
            blank = [not text for text in cells.texts]
            silent = [each and blank[kind] for each, kind in zip(silent, cells.at[self._begins :], strict=True)]
        return sum(silent)

    def _word(self, name: str, text: str, number: int, choices: Sequence[Choice], likeliest: str) -> Decision:
        if _DATE.match(text):
            question = ngettext(
                "What does the date or time \u201c{word}\u201d stand for in one cell?",
                "What does the date or time \u201c{word}\u201d stand for in {number} cells?",
                number,
            )
        else:
            question = ngettext(
                "What does \u201c{word}\u201d stand for in one cell?",
                "What does \u201c{word}\u201d stand for in {number} cells?",
                number,
            )
        question = question.format(word=printable(shortened(text)), number=number)
        return Decision(name, question, tuple(choices), likeliest, self._plan.decided.get(name, ""))

    def _rows(self) -> Iterable[Decision]:
        """Rows that a survey tool marked as previews, tests, spam or unfinished, and one that sums the others up."""
        self._some_rows = {**self._by_state(), **self._summary()}
        if hidden := self._hidden():
            self._some_rows[HIDDEN] = hidden
        for name, rows in self._some_rows.items():
            question = _whether_hidden_count(len(rows)) if name == HIDDEN else _whether_they_count(name, len(rows))
            choices = (Choice(LEAVE_OUT, _("Leave them out")), Choice(COUNT, _("They count")))
            yield Decision(name, question, choices, LEAVE_OUT, self._plan.decided.get(name, ""))

    def _hidden(self) -> frozenset[int]:
        """Rows with answers that nobody sees in the workbook, and that nothing else is asked about."""
        below = {row - self._begins for row in self._table.hidden if row >= self._begins}
        return frozenset(row for row in below if self._filled[row]).difference(*self._some_rows.values())

    def _by_state(self) -> dict[str, frozenset[int]]:
        marked = uncounted_rows(self._plan.columns, self._table.columns, self._begins)
        return {ROWS + said: rows for said, rows in marked.items()} if len(marked) <= MOST_WORDS else {}

    def _summary(self) -> dict[str, frozenset[int]]:
        last = self._table.rows - 1
        uses = zip(self._plan.columns, self._table.columns, strict=False)
        said = [cells.text(last) for column, cells in uses if column.use is not Use.QUESTION]
        named = next((text for text in said if plain(text) in _SUMMARY), "")
        return {ROWS + named: frozenset({last - self._begins})} if named and last >= self._begins else {}

    # -- the cells

    def _headings_again(self) -> frozenset[int]:
        """Rows below that repeat the headings: two files were put one below the other."""
        cells, heading = self._columns(Use.QUESTION), self._plan.heading_row
        if len(cells) < 2:
            return frozenset()
        said = {cells[0].at[heading]}
        if not said <= cells[0].kinds(self._begins):
            return frozenset()
        alike = [row for row, kind in enumerate(cells[0].at[self._begins :]) if kind in said]
        return frozenset(
            row for row in alike if all(each.text(self._begins + row) == each.text(heading) for each in cells)
        )

    def _rows_filled(self) -> bytes:
        """For every row, 1 where any question, card or guess has more in it than a blank: the others are nobody's."""
        columns = (cells for use in OF_SOMETHING for cells in self._columns(use))
        filled = (cells.read(self._begins, lambda text: text not in ("", _BLANK)) for cells in columns)
        rows = bytearray(any_of(filled, self._table.rows - self._begins))
        for row in self._again:
            rows[row] = False
        return bytes(rows)

    def _count(self, use: Use) -> Counter[str]:
        """How often each text stands in the columns of a use, in rows of somebody."""
        found: Counter[str] = Counter()
        for cells in self._columns(use):
            for kind, number in counted(cells.at[self._begins :], self._filled).items():
                found[cells.texts[kind]] += number
        return found

    def _columns(self, use: Use) -> list[ColumnCells]:
        uses = zip(self._plan.columns, self._table.columns, strict=False)
        return [cells for column, cells in uses if column.use is use]

    def _explains_itself(self, text: str) -> bool:
        """What is no word to ask about: an error, a fraction, and a nought that can be an end of the scale."""
        is_end = whole_number(text) == "0" and self._questionnaire.high not in self._numbers
        return is_end or is_error(text) or is_formula(text) or bool(_FRACTION.fullmatch(text))


_NO_POINT = 126
"""In a byte, a number that is no point of a scale which begins at nought."""


def _whether_they_count(name: str, number: int) -> str:
    return ngettext(
        "Does one row count that says \u201c{kind}\u201d?",
        "Do {number} rows count that say \u201c{kind}\u201d?",
        number,
    ).format(kind=state_words(name.removeprefix(ROWS)), number=number)


def _whether_hidden_count(number: int) -> str:
    return ngettext(
        "1 row is hidden in the workbook. Does it count?",
        "{number} rows are hidden in the workbook. Do they count?",
        number,
    ).format(number=number)


def _as_number(text: str) -> str | None:
    whole = whole_number(text)
    return whole if whole.isascii() and whole.isdecimal() and len(whole) < 3 else None


def _declines(text: str) -> bool:
    return "not" in plain(text).split() and bool({"say", "answer", "tell"} & set(plain(text).split()))


def state_words(said: str) -> str:
    """What is said of rows that may not count, as a sentence can quote it."""
    return _("not finished") if said == UNFINISHED else printable(shortened(said))


def decided_code(text: str, decided: Mapping[str, int], known: Mapping[str, int]) -> int | None:
    """The code of a cell as somebody decided, or else as it is known; ``None`` for one that is no answer."""
    said = text if text in decided else whole_number(text)
    if said in decided:
        return None if decided[said] == _NO_POINT else decided[said]
    return answer_code(text, known)

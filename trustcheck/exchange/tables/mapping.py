"""What the columns of a table seem to be: questions by id or by their words, the perspective, or nothing of ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain, groupby

from trustcheck.app.collecting.tables import Column, ColumnCells, Plan, RawTable, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.tables.beside_words import BesideHeadings
from trustcheck.exchange.tables.mapping_words import (
    answer_code,
    answer_codes,
    heading_keys,
    is_companion,
    is_personal,
    is_technical,
    item_keys,
    may_name_perspective,
    names_perspective,
    number_keys,
    perspectives,
    plain,
)
from trustcheck.words import gettext as _

TOP = 30
"""Rows at the top among which the headings are looked for."""
IMPORT_ROW = '{"ImportId"'
"""One survey tool writes a row of its own below the headings."""
_MOST_KINDS = 200
"""More different texts than this are no answers."""
_MOST_ROLES = 6
_NEAR = 0.75
"""How alike two questions are at least, from 0 to 1, for one to be offered for the other."""
Span = tuple[int, int]
"""The first and the last row of headings, from 0."""
_BELOW = " / "
"""Between two headings of one column that stand one below the other."""


def plan_of_rows(table: RawTable, setup: GroupSetup, questionnaire: Questionnaire, chosen: Span | None = None) -> Plan:
    """How to read one sheet, with the rows of headings that somebody chose.

    Raises :class:`Refused` where no row of answers stands below the headings.
    """
    return plan_below(Headings(table, questionnaire, questionnaire.asked(setup.form), chosen), setup, questionnaire)


def plan_below(headings: "Headings", setup: GroupSetup, questionnaire: Questionnaire) -> Plan:
    """How to read the sheet that headings were found in. Raises :class:`Refused` as :func:`plan_of_rows` does."""
    table = headings.table
    if headings.begins >= table.rows:
        raise Refused(
            _("{name} holds headings, and no row of answers.").format(name=table.name),
            _("Nothing was taken."),
            _("Choose the file with the answers."),
        )
    beside = BesideHeadings(setup, questionnaire)
    columns = tuple(headings.column(place, beside) for place in range(headings.width))
    if setup.compares and not any(column.use is Use.PERSPECTIVE for column in columns):
        columns = tuple(_whose(columns, headings))
    columns = _with_offers(columns, setup, questionnaire)
    everybody = setup.perspectives[0] if len(setup.perspectives) == 1 else None
    return Plan(headings.last, columns, everybody, headings.begins, headings.first)


def _whose(columns: Sequence[Column], headings: "Headings") -> Iterator[Column]:
    """The columns, and of those that may say whose answers a row holds the only one: its words are asked about."""
    likely = [place for place, column in enumerate(columns) if headings.may_say_whose(place, column)]
    for place, column in enumerate(columns):
        yield replace(column, use=Use.PERSPECTIVE, personal=False) if likely == [place] else column


def _with_offers(columns: tuple[Column, ...], setup: GroupSetup, questionnaire: Questionnaire) -> tuple[Column, ...]:
    """Each undecided column with the question it most likely is, of those without a column."""
    asked = questionnaire.asked(setup.form)
    by_place = _by_place(columns, (asked, [item.id for item in questionnaire.items if item.id in set(asked)]))
    open_ = set(asked) - {column.item_id for column in columns}
    words = {plain(questionnaire.wording(item_id, each)): item_id for item_id in open_ for each in setup.perspectives}
    offered = list(columns)
    for place, column in enumerate(columns):
        if column.use is Use.UNDECIDED:
            keys = dict.fromkeys(heading_keys(column.heading))
            near = [words[found] for key in keys for found in get_close_matches(key, words, 1, _NEAR)]
            likeliest = next((each for each in (by_place.get(place, ""), *near) if each in open_), "")
            offered[place] = replace(column, offered=likeliest)
    return tuple(offered)


def _by_place(columns: Sequence[Column], orders: Sequence[Sequence[str]]) -> dict[int, str]:
    """For each undecided column the question that stands at its place between its neighbours.

    Survey tools keep the order of the questionnaire: what stands between the second question and the fourth is the
    third, in whatever words.
    """
    asked = [place for place, column in enumerate(columns) if column.use in (Use.QUESTION, Use.UNDECIDED)]
    # Several columns of one question, one for each answer, are one step.
    together = [list(group) for _said, group in groupby(asked, lambda place: columns[place].heading.split(_BELOW)[0])]
    steps = [columns[group[0]].item_id for group in together]
    for order in orders:
        likely = {at: _between(steps, at, list(order)) for at, item_id in enumerate(steps) if not item_id}
        if any(likely.values()):
            return {place: found for at, found in likely.items() for place in together[at]}
    return {}


def _between(steps: Sequence[str], at: int, order: list[str]) -> str:
    """What comes after the known question before it, and before the known one after it, if both say the same."""
    before = next((back for back in range(1, at + 1) if steps[at - back]), 0)
    after = next((on for on in range(1, len(steps) - at) if steps[at + on]), 0)
    found = set()
    for known, step in ((steps[at - before], before), (steps[at + after] if after else "", -after)):
        if step and known in order:
            place = order.index(known) + step
            found.add(order[place] if 0 <= place < len(order) else "")
    return found.pop() if len(found) == 1 else ""


class Headings:
    """Where the headings stand, in one row or in several, and what each of them can mean."""

    def __init__(
        self, table: RawTable, questionnaire: Questionnaire, asked: Sequence[str], chosen: Span | None = None
    ) -> None:
        self.table, self._asked = table, set(asked)
        self._codes, self._views = answer_codes(questionnaire), perspectives()
        words = item_keys(questionnaire)
        numbers = number_keys(asked)
        rows = [table.row(at) for at in range(min(TOP, table.rows))]
        # Answers look alike in every row: each text is taken apart once.
        keys = {cell: [*heading_keys(cell)] for cell in set(chain.from_iterable(rows)) if cell}
        known = [_known(row, keys, words) for row in rows]
        # Numbers alone are headings of a table whose questions have no other name.
        by_number = [_known(row, keys, numbers) for row in rows]
        self._items: Mapping[str, str] = words
        if not any(known) and max(by_number, default=0) >= max(3, len(asked) // 2):
            self._items, known = numbers, by_number
        self.known = max(known)
        """How many headings of one row are questions."""
        self._spread = False
        if chosen is not None:
            self.first, self.last = chosen
            self._spread = self.last > self.first and self._is_spread(self.last - 1)
            self._begin_below()
            return
        self.last = known.index(max(known)) if any(known) else 0
        # Ids above and words below; headings further down are those of another file put below.
        while any(known[self.last + 1 :][:1]) and known[self.last + 1] == known[self.last]:
            self.last += 1
        self.first = self.last
        while self.first > 0 and self._heads(rows[self.first - 1]):
            self.first -= 1
        self._look_below()

    @property
    def width(self) -> int:
        return max(len(self.table.row(at)) for at in range(self.first, self.last + 1))

    def column(self, place: int, beside: BesideHeadings) -> Column:
        """What one column was understood as."""
        known, said = self._of_questions(place), self._said(place)[::-1]
        return beside.column(known, said, self._below(self.table.columns[place]))

    def _of_questions(self, place: int) -> Column:
        said = [each for each in self._said(place) if each and not each.startswith(IMPORT_ROW)]
        heading = _BELOW.join(dict.fromkeys(said)) or nameless(place)
        # What stands lowest says most: above it stand groups, below a question's id its words.
        nearest = said[::-1]
        if any(is_companion(each) for each in said):
            return Column(heading, Use.LEFT_OUT)
        if item_id := self._item(nearest):
            asked = item_id in self._asked
            return Column(heading, Use.QUESTION if asked else Use.LEFT_OUT, item_id if asked else "")
        return self._without_a_question(heading, nearest, self._below(self.table.columns[place]))

    def may_say_whose(self, place: int, column: Column) -> bool:
        """Whether a column is called like one that tells leaders from staff, and holds a few words each of many."""
        found = self._below(self.table.columns[place])
        is_free = column.use in (Use.LEFT_OUT, Use.UNDECIDED)
        return is_free and 1 < len(found) <= _MOST_ROLES and any(map(may_name_perspective, self._said(place)))

    def _without_a_question(self, heading: str, said: Sequence[str], found: set[str]) -> Column:
        views = {text for text in found if plain(text) in self._views}
        if any(map(names_perspective, said)) or (found and (found == views or self._mostly(said, found, views))):
            return Column(heading, Use.PERSPECTIVE)
        if any(map(is_personal, said)):
            return Column(heading, Use.LEFT_OUT, personal=True)
        if found and not any(map(is_technical, said)) and self._are_answers(found):
            return Column(heading, Use.UNDECIDED)
        return Column(heading, Use.LEFT_OUT)

    @staticmethod
    def _mostly(said: Sequence[str], found: set[str], views: set[str]) -> bool:
        return any(map(may_name_perspective, said)) and 2 * len(views) > len(found)

    def _item(self, said: Sequence[str]) -> str:
        return next((self._items[key] for each in said for key in heading_keys(each) if key in self._items), "")

    def _said(self, place: int) -> list[str]:
        """What stands over a column, from above. In a table with a column for each answer, the question over all."""
        said = [self.table.columns[place].text(at) for at in range(self.first, self.last + 1)]
        while self._spread and not said[0] and place > 0:
            place -= 1
            said[0] = self.table.columns[place].text(self.first)
        return said

    def _heads(self, row: Sequence[str]) -> bool:
        """Whether a row above the headings belongs to them: it heads several columns, and answers nothing."""
        filled = [cell for cell in row if cell]
        return len(filled) > 2 and not any(self._is_answer(cell) for cell in filled)

    def _look_below(self) -> None:
        """Rows below the headings that are headings too: an import's ids, "Response", the answers as columns."""
        if self._is_spread(self.last):
            self._spread, self.last = True, self.last + 1
        elif self._only_heads(self.last + 1):
            self.last += 1
        self._begin_below()

    def _begin_below(self) -> None:
        self.begins = self.last + 1
        if self.begins < self.table.rows and any(cell.startswith(IMPORT_ROW) for cell in self._row(self.begins)):
            self.begins += 1

    def _is_spread(self, at: int) -> bool:
        """A column for each answer: below a question and the blanks beside it stand the answers, each once."""
        below = at + 1
        if below >= self.table.rows:
            return False
        above, under = self._row(at), self._row(below)
        blanks = [place for place, cell in enumerate(under) if cell and not (place < len(above) and above[place])]
        said = {under[place] for place in blanks}
        return len(blanks) > 2 and all(self._is_answer(each) or plain(each) in self._views for each in said)

    def _only_heads(self, at: int) -> bool:
        """Whether a row below the headings has words where answers belong, which are nobody's answer further down."""
        if at + 1 >= self.table.rows or any(plain(cell) in self._views for cell in self._row(at)):
            return False
        questions = [place for place in range(self.width) if self._item(self._said(place)[::-1])]
        said = {place: self.table.columns[place].text(at) for place in questions}
        if not any(said.values()) or any(self._is_answer(cell) for cell in said.values() if cell):
            return False
        further = range(at + 1, self.table.rows)
        return all(
            not cell or all(self.table.columns[place].text(row) != cell for row in further)
            for place, cell in said.items()
        ) and any(self._is_answer(self.table.columns[place].text(row)) for place in questions for row in further[:TOP])

    def _row(self, at: int) -> tuple[str, ...]:
        return self.table.row(at)

    def _is_answer(self, cell: str) -> bool:
        return bool(cell) and answer_code(cell, self._codes) is not None

    def _are_answers(self, found: set[str]) -> bool:
        return all(answer_code(text, self._codes) is not None for text in found)

    def _below(self, cells: ColumnCells) -> set[str]:
        """The texts below the headings; none where there are too many kinds to be anything of ours."""
        kinds = cells.kinds(self.begins)
        return {cells.texts[kind] for kind in kinds} - {""} if len(kinds) <= _MOST_KINDS else set()


def nameless(place: int) -> str:
    """What a column is called, counted from 0, over which nothing stands."""
    return _("Column {place}, without a heading").format(place=place + 1)


def is_our_own(columns: Sequence[Column], questionnaire: Questionnaire) -> bool:
    """Whether questions are called by their short names: a table made for TrustCheck, whose scale begins at one."""
    own = {plain(item_id) for item_id in questionnaire.item_by_id}
    asked = [column for column in columns if column.use is Use.QUESTION]
    return all(plain(column.heading.split(_BELOW)[0]) in own for column in asked)


def _known(row: Sequence[str], keys: Mapping[str, Sequence[str]], items: Mapping[str, str]) -> int:
    return sum(any(key in items for key in keys[cell]) for cell in row if cell)

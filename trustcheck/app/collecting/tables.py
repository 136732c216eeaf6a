"""Taking sheets in from a table: what its columns mean, what would be taken, and what would not and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from trustcheck.app.ports import Progress
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire

if TYPE_CHECKING:
    from array import array


_KINDS_OF_A_BYTE = 256


@dataclass(frozen=True, slots=True)
class ColumnCells:
    """One column of a table, each text in it kept once."""

    texts: tuple[str, ...]
    at: "bytes | array[int]"
    """For every row, which of ``texts`` stands there; a byte for each where that is enough."""

    def text(self, row: int) -> str:
        return self.texts[self.at[row]]

    def kinds(self, begins: int) -> set[int]:
        """Which of ``texts`` stand there from a row on."""
        below = self.at[begins:]
        # Looking for each of a few is faster than looking at a hundred thousand.
        return {kind for kind in range(len(self.texts)) if kind in below} if isinstance(below, bytes) else set(below)

    def read(self, begins: int, meaning: Callable[[str], int]) -> bytes:
        """What each cell means from a row on, in a byte. Each text is looked up once, and only if a row has it."""
        below = self.at[begins:]
        meanings = {kind: meaning(self.texts[kind]) for kind in self.kinds(begins)}
        if not isinstance(below, bytes):
            return bytes(map(meanings.__getitem__, below))
        return below.translate(bytes(meanings.get(kind, 0) for kind in range(_KINDS_OF_A_BYTE)))


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of a file as they are, headings among them; empty rows are left out."""

    name: str
    lines: "array[int]"
    """For every row, the line of the file on which it begins, from 1."""
    lengths: "array[int]"
    """For every row, how many cells it has in the file."""
    columns: tuple[ColumnCells, ...]
    """As many as the longest of the first rows has; a shorter row ends in empty cells."""
    digest: str
    """Says whether two files are the same, and nothing else of them."""
    sheet: str = ""
    """What the sheet of the workbook is called; empty where a file has no sheets."""
    are_entries: bool = False
    """Its rows are entries of a file without lines, numbered from 1; headings made of their names have the number 0."""
    is_hidden: bool = False
    """Whether nobody sees the sheet in the workbook."""
    hidden: frozenset[int] = frozenset()
    """The rows that nobody sees in the workbook, from 0."""
    workbook: tuple["RawTable", ...] = ()
    """Every sheet of the workbook with anything in it, this one too; empty where there is no other."""
    origins: tuple[tuple[int, str], ...] = ()
    """Of sheets that were joined: the row at which each begins, and what it is called."""
    headings_apart: int = 0
    """Rows of headings of sheets that were joined to the first; they are no rows of this table."""
    above_apart: int = 0
    """Rows above those headings, which are none either."""

    @property
    def rows(self) -> int:
        return len(self.lines)

    def origin(self, row: int) -> str:
        """The sheet a row comes from; empty unless sheets were joined."""
        return next((sheet for begins, sheet in reversed(self.origins) if begins <= row), "")

    def row(self, at: int) -> tuple[str, ...]:
        return tuple(column.text(at) for column in self.columns[: self.lengths[at]])


class Use(StrEnum):
    """What a column of a table is for."""

    QUESTION = "question"
    CARD = "card"
    """What was picked on a scenario card."""
    GUESS = "guess"
    """What leaders guess that staff will answer to a theme."""
    PERSPECTIVE = "perspective"
    LEFT_OUT = "left-out"
    UNDECIDED = "undecided"
    """It looks like answers and its heading is no question: somebody has to say."""


OF_SOMETHING = (Use.QUESTION, Use.CARD, Use.GUESS)
"""The uses of a column that name which question, card or theme it is of."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it was understood as."""

    heading: str
    use: Use
    item_id: str = ""
    """The question it answers, the card on which it picks, or the theme of which it guesses; empty where none."""
    personal: bool = False
    """Its heading says that it could tell who answered, or when."""
    offered: str = ""
    """Of an undecided column the question whose words are nearest; empty where none is near."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to a :class:`Decision`."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Something about a table that its cells do not say, and a person has to: in words, with what is likeliest."""

    id: str
    question: str
    choices: tuple[Choice, ...]
    likeliest: str
    """The ``value`` that is offered; empty where none is likelier than another."""
    chosen: str = ""
    """The ``value`` somebody chose; empty while it waits."""


COLUMN, EVERYBODY = "column:", "everybody"
"""How the id of what was said of a column begins, and the id of whose answers all rows are."""
SHEETS, HEADINGS = "sheets", "headings"
"""The ids of the decisions with which the columns are others, so that the table is planned anew."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table would be read. The program proposes one; a person may change each column and decide what is asked."""

    heading_row: int
    """The last row of headings, from 0."""
    columns: tuple[Column, ...]
    everybody: Perspective | None = None
    """Whose answers all rows are, where no column says so."""
    begins: int = -1
    """The row on which the answers begin, from 0; below the headings where it is -1."""
    heading_from: int = -1
    """The first row of headings, from 0; the last one where it is -1."""
    decided: Mapping[str, str] = field(default_factory=dict)
    """By the id of each :class:`Decision` that was made, the ``value`` that was chosen."""
    sheets: str = ""
    """The ``value`` of the sheets that it is a plan of, chosen or likeliest; empty where there is no choice."""

    def with_column(self, place: int, use: Use, item_id: str = "") -> "Plan":
        """The same plan with one column, counted from 0, used otherwise."""
        changed = replace(self.columns[place], use=use, item_id=item_id if use in OF_SOMETHING else "")
        return replace(self, columns=(*self.columns[:place], changed, *self.columns[place + 1 :]))

    def with_everybody(self, perspective: Perspective) -> "Plan":
        return replace(self, everybody=perspective)

    def with_decisions(self, chosen: Mapping[str, str]) -> "Plan":
        return replace(self, decided={**self.decided, **chosen})

    def with_said(self, said: Mapping[str, str]) -> "Plan":
        """The same plan with what was said of a file: :attr:`said` of an earlier one, or typed at a terminal.

        A column's id is ``column:`` and its heading, and its value the id of a question, ``card:`` or ``guess:`` and
        the id of a card or a theme, or one of :class:`Use`.
        """
        plan = self
        for place, column in enumerate(self.columns):
            meant = said.get(COLUMN + column.heading, "")
            if meant:
                uses = {each.value for each in Use}
                use, colon, known = meant.partition(":")
                if not (colon and use in (Use.CARD, Use.GUESS)):
                    use, known = (meant if meant in uses else Use.QUESTION), meant
                plan = plan.with_column(place, Use(use), known)
        whose = [each for each in Perspective if each.value == said.get(EVERYBODY)]
        plan = plan.with_everybody(whose[0]) if whose else plan
        return plan.with_decisions({each: value for each, value in said.items() if not each.startswith(COLUMN)})

    def with_offers(self) -> "Plan":
        """This plan with every undecided column as it is offered; without an offer it stays undecided."""
        taken = (
            replace(column, use=Use.QUESTION, item_id=column.offered)
            if column.use is Use.UNDECIDED and column.offered
            else column
            for column in self.columns
        )
        return replace(self, columns=tuple(taken))

    def keeping(self, earlier: "Plan") -> "Plan":
        """This plan of a file that was looked at again, with all that somebody decided of it before."""
        # A tool that branches writes a heading more than once: the first is the first again, the second the second.
        before = dict(zip(_numbered(earlier.columns), earlier.columns, strict=True))
        numbered = zip(_numbered(self.columns), self.columns, strict=True)
        columns = tuple(before.get(place, column) for place, column in numbered)
        return replace(self, columns=columns, everybody=earlier.everybody or self.everybody, decided=earlier.decided)

    @property
    def heading_first(self) -> int:
        """The first row of headings, from 0."""
        return self.heading_from if self.heading_from >= 0 else self.heading_row

    @property
    def says_perspective(self) -> bool:
        return any(column.use is Use.PERSPECTIVE for column in self.columns)

    def headings(self, use: Use) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns if column.use is use)


def _numbered(columns: Sequence[Column]) -> list[tuple[str, int]]:
    """Each heading, and how often it stood there before."""
    said = [column.heading for column in columns]
    return [(heading, said[:at].count(heading)) for at, heading in enumerate(said)]


@dataclass(frozen=True, slots=True)
class Untaken:
    """One thing that would not be taken, with its place in the file."""

    sentence: str
    line: int = 0
    """From 1; 0 where it concerns the whole file."""
    column: str = ""
    sheet: str = ""
    """Where sheets were joined, the one it stands on."""
    is_entry: bool = False
    """``line`` is the number of an entry, in a file without lines."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of many things, and how many there are in all."""

    first: tuple[Untaken, ...] = ()
    number: int = 0

    @property
    def more(self) -> int:
        return self.number - len(self.first)


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of some rows; ``words`` say it with their number: "2 rows of headings"."""

    words: str
    rows: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen if a table was taken in as planned. Counts, never an answer."""

    taken: Mapping[Perspective, int]
    with_answers: int
    """Rows in which any question is answered, whatever else is wrong with them."""
    mistakes: Listed
    """What has to be put right first: as long as there is one, nothing is taken."""
    without_answers: Listed
    """Rows in which no question is answered; they are not taken."""
    left_out: tuple[str, ...]
    """The headings of the columns of which nothing is kept."""
    undecided: tuple[str, ...]
    """The headings of the columns somebody has to decide about."""
    without_column: tuple[str, ...]
    """The ids of the questions that no column answers; they count as skipped."""
    asks_perspective: bool
    """No column says whose answers the rows are, and the check asks more than one perspective."""
    decisions: tuple[Decision, ...] = ()
    """What somebody has to say of the file, and what was said."""
    account: tuple[Fate, ...] = ()
    """Every row of the file that is not blank, by what becomes of it."""
    passed_over: tuple[str, ...] = ()
    """The ids of the scenario cards that no column is of."""

    @property
    def all_taken(self) -> int:
        return sum(self.taken.values())

    @property
    def can_be_taken(self) -> bool:
        waits = self.mistakes.number or self.undecided or self.asks_perspective or self.waiting
        return bool(self.all_taken) and not waits

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """What somebody still has to say."""
        return tuple(each for each in self.decisions if not each.chosen)


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """A table read as planned: what a person is shown, and the sheets, in an order that means nothing."""

    preview: Preview
    sheets: Sequence[Sheet]
    """Empty unless everything can be taken. Each sheet is made when it is asked for."""


TABLE_ENDINGS = ("xlsx", "csv")
"""As what a table to fill in can be saved, the usual one first."""


class TakesTables(Protocol):
    """Reads tables of answers, and makes one to fill in. Every method may take seconds for a large file; call it off
    the main thread."""

    def read(self, path: str, progress: Progress | None = None) -> RawTable:
        """A CSV, XLSX, ODS or JSON file. Raises :class:`~trustcheck.app.ports.Refused` in one sentence, or
        ``Cancelled``."""
        ...

    def plan(
        self, table: RawTable, setup: GroupSetup, questionnaire: Questionnaire, before: Plan | None = None
    ) -> Plan:
        """What the columns seem to be, with all that was decided ``before``. Raises ``Refused`` where no row of
        answers can be found."""
        ...

    def look_through(
        self,
        table: RawTable,
        plan: Plan,
        setup: GroupSetup,
        questionnaire: Questionnaire,
        progress: Progress | None = None,
    ) -> LookedThrough: ...

    def to_fill_in(self, setup: GroupSetup, questionnaire: Questionnaire, ending: str) -> bytes:
        """A table without rows whose headings :meth:`plan` knows; ``ending`` is one of :data:`TABLE_ENDINGS`."""
        ...

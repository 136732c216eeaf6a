"""Which part of a file is the table: its sheets, one or several joined, and the rows that hold the headings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trustcheck.app.collecting.tables import HEADINGS, SHEETS, Choice, Decision, Fate, Plan, RawTable, Use
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.tables.joined_sheets import SheetToJoin, joined
from trustcheck.exchange.tables.mapping import IMPORT_ROW, TOP, Headings, Span, plan_below, plan_of_rows
from trustcheck.exchange.tables.mapping_rows import answers_above
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.exchange.tables.subject import Subject
from trustcheck.exchange.tables.untakables import printable
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped

TOGETHER = "together"
_ONE = "sheet:"
_MOST_CHOICES = 30
_NAMED, _CELLS = 3, 6


def plan_of(table: RawTable, setup: GroupSetup, questionnaire: Questionnaire, before: Plan | None = None) -> Plan:
    """How to read a file, with all that was decided ``before`` and still fits.

    Raises :class:`Refused` where no row of answers stands below the headings.
    """
    decided = before.decided if before is not None else {}
    sheets = Sheets(table, setup, questionnaire)
    wanted = decided.get(SHEETS, "")
    value = wanted if wanted in sheets.values() else sheets.likeliest
    rows = sheets.table(value)
    plan = replace(plan_of_rows(rows, setup, questionnaire, _span(decided.get(HEADINGS, ""), rows)), sheets=value)
    if rows.origins and setup.compares and not plan.says_perspective:
        # One sheet for leaders and one for staff: whose each of them is, is asked once.
        plan = plan.with_column(0, Use.PERSPECTIVE)
    return plan if before is None else plan.keeping(before)


def subject_of(table: RawTable, plan: Plan, setup: GroupSetup, questionnaire: Questionnaire) -> Subject:
    """The rows that a plan is of, and what is asked of the file as a whole."""
    sheets = Sheets(table, setup, questionnaire)
    value = plan.sheets if plan.sheets in sheets.values() else sheets.likeliest
    rows = sheets.table(value)
    asked = (*sheets.decision(plan), *_headings(rows, plan, setup, questionnaire))
    return Subject(rows, plan, setup, questionnaire, asked, tuple(sheets.elsewhere(value)))


class Sheets:
    """The sheets of a workbook: which of them hold questions of a check, and what can be chosen."""

    def __init__(self, table: RawTable, setup: GroupSetup, questionnaire: Questionnaire) -> None:
        self._table, self._setup, self._questionnaire = table, setup, questionnaire
        asked = questionnaire.asked(setup.form)
        found = [Headings(each, questionnaire, asked) for each in table.workbook]
        can_hold_answers = [each for each in found if each.begins < each.table.rows]
        known = {each.table.sheet: each.known for each in can_hold_answers if not each.table.is_hidden and each.known}
        self._plans = {
            each.table.sheet: plan_below(each, setup, questionnaire)
            for each in can_hold_answers
            if each.table.sheet in known
        }
        self._with_questions = [each for each in table.workbook if each.sheet in known]
        others = [each.table for each in can_hold_answers if each.table.sheet not in known]
        self._choosable = [*self._with_questions, *others][:_MOST_CHOICES]
        """The worksheets with headings and a row below them, those with questions first."""
        # Questions over no row at all are an empty table to fill in, whatever stands on the worksheets beside it.
        empty = [each.table for each in found if each.known and not each.table.is_hidden]
        seen = next((each for each in (*empty, *others) if not each.is_hidden), table)
        self._most = max(self._with_questions, key=lambda each: known[each.sheet], default=seen)
        self._alike = len(set(map(_items, self._plans.values()))) == 1

    def values(self) -> list[str]:
        """What can be chosen; nothing where there is one sheet."""
        together = [TOGETHER] if len(self._with_questions) > 1 else []
        return [*together, *(_ONE + each.sheet for each in self._choosable)]

    @property
    def likeliest(self) -> str:
        if not self._table.workbook:
            return ""
        if len(self._with_questions) > 1 and self._alike:
            return TOGETHER
        return _ONE + self._most.sheet

    def table(self, value: str) -> RawTable:
        """The rows of a choice."""
        if value == TOGETHER:
            return joined(list(self._parts()))
        return next((each for each in self._table.workbook if _ONE + each.sheet == value), self._table)

    def _parts(self) -> Iterator[SheetToJoin]:
        for each in self._with_questions:
            plan = self._plans[each.sheet]
            above = answers_above(Subject(each, plan, self._setup, self._questionnaire))
            yield SheetToJoin(each, plan, bool(above))

    def decision(self, plan: Plan) -> Iterator[Decision]:
        """Which sheet, where there are several. One that alone holds questions is taken without asking."""
        if len(self._choosable) < 2:
            return
        is_certain = len(self._with_questions) < 2
        chosen = plan.decided.get(SHEETS, self.likeliest if is_certain else "")
        chosen = chosen if chosen in self.values() else ""
        yield Decision(SHEETS, _("Which worksheet holds the answers?"), tuple(self._choices()), self.likeliest, chosen)

    def elsewhere(self, value: str) -> Iterator[Fate]:
        """What becomes of the rows of the sheets that were not chosen."""
        together = {each.sheet for each in self._with_questions} if value == TOGETHER else set()
        others = [each for each in self._table.workbook if each.sheet not in together and _ONE + each.sheet != value]
        if len(others) > _NAMED:
            rows = sum(each.rows for each in others)
            words = _("{number} on {sheets} other worksheets").format(number=grouped(rows), sheets=len(others))
            yield Fate(words, rows)
            return
        for each in others:
            words = _("{number} on the worksheet \u201c{name}\u201d").format(
                number=grouped(each.rows), name=_named(each)
            )
            yield Fate(words, each.rows)

    def _choices(self) -> Iterator[Choice]:
        if len(self._with_questions) > 1:
            names = ", ".join(map(_named, self._with_questions[:_CELLS]))
            more = len(self._with_questions) - _CELLS
            named = _("{names} and {number} more").format(names=names, number=more) if more > 0 else names
            yield Choice(TOGETHER, _("All of them together: {names}").format(names=named))
        for each in self._choosable:
            words = ngettext("{name}: {number} row", "{name}: {number} rows", each.rows)
            if each.is_hidden:
                words = ngettext(
                    "{name}, a hidden worksheet: {number} row", "{name}, a hidden worksheet: {number} rows", each.rows
                )
            yield Choice(_ONE + each.sheet, words.format(name=_named(each), number=each.rows))


def _items(plan: Plan) -> frozenset[str]:
    return frozenset(column.item_id for column in plan.columns if column.item_id)


def _named(sheet: RawTable) -> str:
    return printable(shortened(sheet.sheet))


# The rows of headings. Where they stand first and alone nobody needs to be asked.


def _headings(rows: RawTable, plan: Plan, setup: GroupSetup, questionnaire: Questionnaire) -> Iterator[Decision]:
    found = Headings(rows, questionnaire, questionnaire.asked(setup.form))
    likeliest = (found.first, found.last)
    spans = [likeliest, *(each for each in _spans(rows, likeliest) if each != likeliest)]
    chosen = _span(plan.decided.get(HEADINGS, ""), rows) or likeliest
    are_made = not rows.lines[0]
    if are_made or (likeliest == (0, 0) and found.known and chosen == likeliest):
        return
    spans = sorted({*spans[:_MOST_CHOICES], chosen})
    if len(spans) > 1:
        choices = tuple(Choice(_value(each), _heading_words(rows, each)) for each in spans)
        yield Decision(HEADINGS, _("Which lines hold the headings?"), choices, _value(likeliest), _value(chosen))


def _spans(rows: RawTable, likeliest: Span) -> Iterator[Span]:
    """Every row near the top that can be a heading, and near the likeliest two of them together."""
    first, last = likeliest
    below = range(min(TOP, rows.rows - 1))
    filled = [at for at in below if sum(map(bool, rows.row(at))) >= min(2, len(rows.columns))]
    for at in filled:
        if first - 1 <= at <= last and at + 1 in filled:
            yield at, at + 1
        yield at, at


def _value(span: Span) -> str:
    return f"{span[0]}-{span[1]}"


def _span(value: str, rows: RawTable) -> Span | None:
    """What was chosen, where it still fits."""
    said = value.split("-")
    if len(said) != 2 or not all(each.isascii() and each.isdecimal() and len(each) < 4 for each in said):
        return None
    first, last = map(int, said)
    return (first, last) if first <= last < min(TOP, rows.rows - 1) else None


def _heading_words(rows: RawTable, span: Span) -> str:
    first, last = span
    rows_said = map(rows.row, range(first, last + 1))
    said = [row for row in rows_said if not any(cell.startswith(IMPORT_ROW) for cell in row)]
    words = ", ".join(dict.fromkeys(_first_cells(said[-1] if said else rows.row(last))))
    told = printable(shortened(words))
    if first == last:
        return _("Line {line}: {words}").format(line=rows.lines[first], words=told)
    return _("Lines {first} to {last}: {words}").format(first=rows.lines[first], last=rows.lines[last], words=told)


def _first_cells(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell][:_CELLS]

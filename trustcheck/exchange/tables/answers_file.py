"""A file of answers as a command is handed it: read as the window reads it, with nobody there to ask.

What a page would ask is a mistake here, unless it was said beforehand.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from trustcheck.app.collecting.readings import Reading
from trustcheck.app.collecting.tables import (
    COLUMN,
    HEADINGS,
    SHEETS,
    Column,
    Decision,
    Fate,
    LookedThrough,
    Plan,
    RawTable,
    Untaken,
    Use,
)
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.exchange.files.data_files import enough_memory
from trustcheck.exchange.tables.decisions import VIEW, WORD
from trustcheck.exchange.tables.mapping import is_our_own, nameless
from trustcheck.exchange.tables.mapping_rows import look_through
from trustcheck.exchange.tables.picks import PICK
from trustcheck.exchange.tables.planning import plan_of, subject_of
from trustcheck.exchange.tables.strict_reading import Mistakes, content_of
from trustcheck.exchange.tables.subject import Subject
from trustcheck.exchange.tables.taking import table_of
from trustcheck.words import gettext as _

_HEADINGS_AND_A_ROW = 2
ALL = "all"
"""The view everybody belongs to where the file names none."""


@dataclass(frozen=True, slots=True)
class AnswerSheets:
    """What a file holds: one response per person, and beside it the view it belongs to."""

    form: Form
    responses: tuple[Response, ...]
    perspectives: tuple[str, ...]
    """``leader`` or ``staff`` per person, or ``all`` throughout."""
    without_answers: int = 0
    """Rows in which no question is answered: they are nobody's sheet."""
    account: tuple[Fate, ...] = ()
    """Every row of the file that is not blank, by what becomes of it."""
    left_out: tuple[str, ...] = ()
    """The headings of the columns of which nothing was read."""


def read_answers(
    path: str, questionnaire: Questionnaire, said: Mapping[str, str] | None = None, reading: Reading | None = None
) -> AnswerSheets:
    """Read a table of answers. Raises :class:`~trustcheck.app.ports.Refused` with every mistake in it at once.

    ``said`` is what was decided beforehand, as :meth:`Plan.with_said` takes it; it goes before a ``reading``.
    """
    name = Path(path).name
    with enough_memory(name):
        return _sheets(table_of(content_of(path), name), questionnaire, said or {}, reading)


def answers_in(
    text: str, questionnaire: Questionnaire, name: str, said: Mapping[str, str] | None = None
) -> AnswerSheets:
    """Answers from the text of a file; ``name`` stands in the sentences about mistakes."""
    return _sheets(table_of(text.encode(), name), questionnaire, said or {})


def _sheets(
    table: RawTable, questionnaire: Questionnaire, said: Mapping[str, str], reading: Reading | None = None
) -> AnswerSheets:
    if table.rows < _HEADINGS_AND_A_ROW and not table.workbook:
        mistakes = Mistakes(table.name)
        mistakes.add(_("the header stands alone; there is no row of answers."), line=table.lines[0])
        mistakes.refuse_if_any()
    everybody = GroupSetup(Form.FULL, tuple(Perspective), {}, "", guesses=True, drill=bool(questionnaire.scenarios))
    if reading is not None:
        said = {**reading.of(table, plan_of(table, everybody, questionnaire)), **said}
    of_the_file = {each: said[each] for each in (SHEETS, HEADINGS) if each in said}
    plan = plan_of(table, everybody, questionnaire, Plan(0, (), decided=of_the_file)).with_said(said)
    setup = replace(everybody, form=_form(plan, questionnaire))
    names_views = plan.says_perspective or plan.everybody is not None
    plan = plan if names_views else plan.with_everybody(Perspective.STAFF)
    subject = subject_of(table, plan, setup, questionnaire)
    found = look_through(subject, _as_they_stand)
    unknown = [*_unknown(subject, said)]
    if unknown or not found.preview.can_be_taken:
        _refuse(subject, found, unknown)
    responses = tuple(each.response for each in found.sheets)
    return AnswerSheets(
        setup.form,
        responses,
        tuple(each.perspective.value if names_views else ALL for each in responses),
        found.preview.without_answers.number,
        found.preview.account,
        found.preview.left_out,
    )


def _as_they_stand(_rows: list[int]) -> None:
    """Whoever has the file has its order too."""


def _form(plan: Plan, questionnaire: Questionnaire) -> Form:
    """A file whose question columns are exactly the short form is one; a pulse of all items is the full form."""
    asked = {column.item_id for column in plan.columns if column.use is Use.QUESTION}
    is_pulse = asked == set(questionnaire.pulse) and len(asked) < len(questionnaire.items)
    return Form.PULSE if is_pulse else Form.FULL


def _unknown(subject: Subject, said: Collection[str]) -> Iterator[Column]:
    """In a table made for TrustCheck, the columns that are none of its own: most likely a slip in a short name."""
    # The first column of worksheets that were joined says which of them a row is from, and is in no file.
    first = 1 if subject.table.origins else 0
    columns = subject.plan.columns[first:]
    if is_our_own(columns, subject.questionnaire):
        for column, cells in zip(columns, subject.table.columns[first:], strict=False):
            if column.use is Use.LEFT_OUT and any(cells.texts) and COLUMN + column.heading not in said:
                yield column


def _refuse(subject: Subject, found: LookedThrough, unknown: list[Column]) -> None:
    """Tell all that is wrong with a file at once, in the order of its lines."""
    mistakes = Mistakes(subject.table.name)
    heading = subject.table.lines[subject.plan.heading_row]
    strictly = look_through(subject, _as_they_stand, asks=False).preview
    for place, column in enumerate(subject.plan.columns):
        if column.heading == nameless(place) and (column in unknown or column.use is Use.UNDECIDED):
            mistakes.add(_("column {place} has no name.").format(place=place + 1), line=heading)
        elif column in unknown:
            mistakes.add(_("this column is not known."), line=heading, column=column.heading)
        elif column.use is Use.UNDECIDED:
            sentence = _("it holds answers, and its heading is no question of this questionnaire.")
            mistakes.add(sentence, line=heading, column=column.heading)
    for each in strictly.mistakes.first:
        mistakes.add(_lowered(each), line=each.line or heading, column=each.column, is_entry=each.is_entry)
    mistakes.add_more(strictly.mistakes.more)
    asked = [each for each in found.preview.waiting if not each.id.startswith((WORD, VIEW, PICK))]
    for decision in asked:
        mistakes.add(_said(decision), line=heading)
    if not mistakes:
        mistakes.add(_("no question is answered in any row."), line=heading)
    mistakes.refuse_if_any(_todo(subject.questionnaire, found))


def _todo(questionnaire: Questionnaire, found: LookedThrough) -> str:
    answers = _("An answer is a whole number from {low} to {high}, its words, dk, na, or nothing.")
    told = answers.format(low=questionnaire.low, high=questionnaire.high)
    if not found.preview.waiting:
        return told
    return " ".join((told, _("What else a word stands for can be said with --decide.")))


def _lowered(mistake: Untaken) -> str:
    """A sentence as it follows a colon."""
    told = mistake.sentence[:1].lower() + mistake.sentence[1:]
    if not mistake.sheet:
        return told
    return _("on the worksheet \u201c{name}\u201d, {told}").format(name=mistake.sheet, told=told)


def _said(decision: Decision) -> str:
    """What a page would ask, with what can be answered: ``--decide blank=skipped``."""
    choices = "; ".join(f"{decision.id}={choice.value}: {choice.words}" for choice in decision.choices)
    return _("{question} ({choices})").format(question=decision.question, choices=choices)

"""Reads answers from a CSV file: a header of item ids, a row per person (contract, section 2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.exchange.files.data_files import enough_memory
from trustcheck.exchange.tables.strict_reading import (
    Mistakes,
    TableRow,
    check_columns,
    check_width,
    rows_of,
    shortened,
    text_of,
)
from trustcheck.words import gettext as _

PERSPECTIVE = "perspective"
ALL = "all"
"""The view everybody belongs to where the file names none."""

_PERSPECTIVES = {each.value: each for each in Perspective}


@dataclass(frozen=True, slots=True)
class AnswerSheets:
    """What a file holds: one response per data row, and beside it the view it belongs to."""

    form: Form
    responses: tuple[Response, ...]
    perspectives: tuple[str, ...]
    """``leader`` or ``staff`` per row, or ``all`` throughout."""


def read_answers(path: str, questionnaire: Questionnaire) -> AnswerSheets:
    """Read a file of answers. Raises :class:`~trustcheck.app.ports.Refused` with every mistake in it at once."""
    name = Path(path).name
    with enough_memory(name):
        return answers_in(text_of(path), questionnaire, name)


def answers_in(text: str, questionnaire: Questionnaire, name: str) -> AnswerSheets:
    """Answers from the text of a file; ``name`` stands in the sentences about mistakes."""
    mistakes = Mistakes(name)
    rows = rows_of(text, mistakes)
    if not rows:
        mistakes.add(_("there is no header of question ids."), line=1)
        mistakes.refuse_if_any()
    header, people = rows[0], rows[1:]
    _check_header(header, people, questionnaire, mistakes)
    columns = [each if each in (PERSPECTIVE, *questionnaire.item_by_id) else "" for each in header.cells]
    cells = _cells_allowed(questionnaire)
    sheets = [_sheet(row, columns, cells, mistakes) for row in people if check_width(row, header, mistakes)]
    mistakes.refuse_if_any()
    form = _form(header, questionnaire)
    return AnswerSheets(
        form,
        tuple(Response(_PERSPECTIVES.get(view, Perspective.STAFF), form, answers) for view, answers in sheets),
        tuple(view for view, _answers in sheets),
    )


def _check_header(
    header: TableRow, people: Sequence[TableRow], questionnaire: Questionnaire, mistakes: Mistakes
) -> None:
    known = [PERSPECTIVE, *questionnaire.item_by_id]
    check_columns(header, known, mistakes)
    if not any(column in questionnaire.item_by_id for column in header.cells):
        mistakes.add(_("no column is a question of this questionnaire."), line=header.line)
    if not people and not mistakes:
        mistakes.add(_("the header stands alone; there is no row of answers."), line=header.line)


def _cells_allowed(questionnaire: Questionnaire) -> dict[str, Answer | None]:
    points = {str(point): Answer(point) for point in range(questionnaire.low, questionnaire.high + 1)}
    return {**points, "dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE, "": None}


def _sheet(
    row: TableRow, columns: Sequence[str], cells: Mapping[str, Answer | None], mistakes: Mistakes
) -> tuple[str, dict[str, Answer]]:
    """The view and the answers of one row; a cell that cannot be read is noted, an unknown column passed over."""
    view, answers = ALL, {}
    for column, cell in zip(columns, row.cells, strict=True):
        found = cell.lower()
        if column == PERSPECTIVE:
            view = found
            if found not in _PERSPECTIVES:
                mistakes.add(_said_perspective(cell), line=row.line, column=column)
        elif column and found not in cells:
            mistakes.add(_said_cell(cell, cells), line=row.line, column=column)
        elif column and (answer := cells[found]) is not None:
            answers[column] = answer
    return view, answers


def _said_perspective(cell: str) -> str:
    if not cell:
        return _("the perspective is missing; write leader or staff.")
    return _("\u201c{cell}\u201d is not a perspective; write leader or staff.").format(cell=shortened(cell))


def _said_cell(cell: str, cells: Mapping[str, Answer | None]) -> str:
    high = sum(answer is not None and answer.is_point for answer in cells.values())
    return _("\u201c{cell}\u201d is not an answer; write a whole number from 1 to {high}, dk, na, or nothing.").format(
        cell=shortened(cell), high=high
    )


def _form(header: TableRow, questionnaire: Questionnaire) -> Form:
    """A file whose question columns are exactly the short form is one; a pulse of all items is the full form."""
    asked = set(header.cells) - {PERSPECTIVE}
    is_pulse = asked == set(questionnaire.pulse) and len(asked) < len(questionnaire.items)
    return Form.PULSE if is_pulse else Form.FULL

"""Reads the facts of an organisation from a CSV file with the columns id, answer and evidence."""

from pathlib import Path

from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Questionnaire
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

ID, ANSWER, EVIDENCE = "id", "answer", "evidence"
LONGEST_EVIDENCE = 4000

_FACTS = {each.value: each for each in Fact}


def read_facts(path: str, questionnaire: Questionnaire) -> dict[str, PracticeAnswer]:
    """Read a file of facts, by fact id. Raises :class:`~trustcheck.app.ports.Refused` with every mistake at once."""
    name = Path(path).name
    with enough_memory(name):
        return facts_in(text_of(path), questionnaire, name)


def facts_in(text: str, questionnaire: Questionnaire, name: str) -> dict[str, PracticeAnswer]:
    """Facts from the text of a file. The evidence column may be missing; a fact without an answer is left out."""
    mistakes = Mistakes(name)
    rows = rows_of(text, mistakes)
    if not rows:
        mistakes.add(_("there is no header with the columns id, answer and evidence."), line=1)
        mistakes.refuse_if_any()
    header = rows[0]
    check_columns(header, (ID, ANSWER, EVIDENCE), mistakes)
    for column in (ID, ANSWER):
        if column not in header.cells:
            mistakes.add(_("this column is missing."), line=header.line, column=column)
    mistakes.refuse_if_any()
    facts: dict[str, PracticeAnswer] = {}
    for row in rows[1:]:
        if check_width(row, header, mistakes):
            _take(row, header, facts, questionnaire, mistakes)
    mistakes.refuse_if_any()
    return {fact_id: given for fact_id, given in facts.items() if given is not _UNANSWERED}


_UNANSWERED = PracticeAnswer("", Fact.DONT_KNOW)
"""Stands for a fact whose answer cell is empty: it is named, so that a second row for it is noticed."""


def _take(
    row: TableRow, header: TableRow, facts: dict[str, PracticeAnswer], questionnaire: Questionnaire, mistakes: Mistakes
) -> None:
    cells = dict(zip(header.cells, row.cells, strict=True))
    fact_id, answer, evidence = cells[ID], cells[ANSWER].lower(), cells.get(EVIDENCE, "")
    if fact_id not in questionnaire.practice_by_id:
        mistakes.add(
            _("\u201c{fact}\u201d is not a fact of this questionnaire.").format(fact=shortened(fact_id)),
            line=row.line,
            column=ID,
        )
    if fact_id in facts:
        mistakes.add(
            _("\u201c{fact}\u201d stands here twice.").format(fact=shortened(fact_id)), line=row.line, column=ID
        )
    if answer and answer not in _FACTS:
        told = _("\u201c{answer}\u201d is not an answer; write yes, partly, no, dk or na.").format(
            answer=shortened(cells[ANSWER])
        )
        mistakes.add(told, line=row.line, column=ANSWER)
    if len(evidence) > LONGEST_EVIDENCE:
        told = _("the evidence is longer than {limit} characters.").format(limit=LONGEST_EVIDENCE)
        mistakes.add(told, line=row.line, column=EVIDENCE)
    facts[fact_id] = PracticeAnswer(fact_id, _FACTS[answer], evidence) if answer in _FACTS else _UNANSWERED

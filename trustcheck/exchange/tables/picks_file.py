"""What people picked on scenario cards, from a table of its own: a row for each person, a column for each card.

It names nobody and no row of the answers: picks stand beside scores and never in them.
"""

from dataclasses import dataclass
from pathlib import Path

from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.exchange.files.data_files import enough_memory
from trustcheck.exchange.tables.strict_reading import (
    Mistakes,
    TableRow,
    check_columns,
    fitted,
    rows_of,
    shortened,
    text_of,
)
from trustcheck.words import gettext as _

PERSPECTIVE, ALL = "perspective", "all"
_VIEWS = {each.value: each for each in Perspective}


@dataclass(frozen=True, slots=True)
class PickedSheets:
    """One response for each person, and beside it the view it belongs to: ``leader``, ``staff``, or ``all``."""

    responses: tuple[Response, ...]
    views: tuple[str, ...]


def read_picks(path: str, questionnaire: Questionnaire) -> PickedSheets:
    """Read a file of picks. Raises :class:`~trustcheck.app.ports.Refused` with every mistake at once."""
    name = Path(path).name
    with enough_memory(name):
        return picks_in(text_of(path), questionnaire, name)


def picks_in(text: str, questionnaire: Questionnaire, name: str) -> PickedSheets:
    """Picks from the text of a file. A cell is a rung of its card, or empty where that was passed over."""
    mistakes = Mistakes(name)
    rows = rows_of(text, mistakes)
    if not rows:
        mistakes.add(_("there is no header with the ids of scenario cards."), line=1)
        mistakes.refuse_if_any()
    header = rows[0]
    check_columns(header, (PERSPECTIVE, *questionnaire.scenario_by_id), mistakes)
    if not set(header.cells) & questionnaire.scenario_by_id.keys():
        mistakes.add(_("none of these columns is a card of this questionnaire."), line=header.line)
    if len(rows) < len((header, "a row")):
        mistakes.add(_("the header stands alone; there is no row of picks."), line=header.line)
    mistakes.refuse_if_any()
    found = [
        _sheet(whole, header, questionnaire, mistakes)
        for row in rows[1:]
        if (whole := fitted(row, header, mistakes)) is not None
    ]
    mistakes.refuse_if_any()
    return PickedSheets(tuple(each for each, _view in found), tuple(view for _each, view in found))


def _sheet(row: TableRow, header: TableRow, questionnaire: Questionnaire, mistakes: Mistakes) -> tuple[Response, str]:
    cells = dict(zip(header.cells, row.cells, strict=True))
    view = cells.pop(PERSPECTIVE, ALL).lower()
    if view not in {*_VIEWS, ALL} or (view == ALL and PERSPECTIVE in header.cells):
        mistakes.add(_("write leader or staff."), line=row.line, column=PERSPECTIVE)
    drill = {}
    for card_id, cell in cells.items():
        rungs = {str(rung): rung for rung in questionnaire.scenario_by_id[card_id].rungs}
        if cell in rungs:
            drill[card_id] = rungs[cell]
        elif cell:
            told = _("\u201c{cell}\u201d is no rung of this card; write {rungs}, or nothing.")
            rungs_said = ", ".join(rungs)
            mistakes.add(told.format(cell=shortened(cell), rungs=rungs_said), line=row.line, column=card_id)
    return Response(_VIEWS.get(view, Perspective.STAFF), beside=SaidBeside(drill=drill)), view

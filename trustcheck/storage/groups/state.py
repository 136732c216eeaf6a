"""Which state a group's round is in, and what may be done in it: preparing, open, closed."""

from dataclasses import dataclass

import sqlalchemy as sa

from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.storage.file import refusals
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.rounds.beside_text import beside_text
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text
from trustcheck.storage.schema import group_tables, tables

_STATE = """
SELECT round.state, group_round.round FROM round LEFT JOIN group_round ON group_round.round = round.id
WHERE round.id = ? AND round.organisation NOT IN (SELECT organisation FROM deleted_organisation)
"""


@dataclass(frozen=True, slots=True)
class Taking:
    """What an open round takes."""

    questionnaire: Questionnaire
    form: Form
    perspectives: frozenset[Perspective]
    with_notes: bool
    asked: frozenset[str]
    """The ids of the items."""
    dots: bool = False
    guesses: bool = False
    drill: bool = False

    def kept(self, perspective: Perspective, beside: SaidBeside) -> str:
        """Of what somebody said beside the questions, what the check asks of them, as it is written."""
        guesses = beside.guesses if self.guesses and perspective is Perspective.LEADER else {}
        return beside_text(SaidBeside(beside.dots and self.dots, guesses, beside.drill if self.drill else {}))


def state_of(connection: sa.Connection, round_id: int, unsaved: str) -> RoundState:
    """The state of a group's round. Raises ``NotSaved`` where it is gone, ``Refused`` where one person answers it."""
    row = connection.exec_driver_sql(_STATE, (round_id,)).first()
    if row is None:
        raise refusals.check_is_gone(unsaved)
    if row[1] is None:
        raise group_refusals.not_a_groups()
    return RoundState(row[0])


def require_open(connection: sa.Connection, round_id: int, unsaved: str) -> None:
    """Raises ``NotSaved`` where a round takes no sheets."""
    state = state_of(connection, round_id, unsaved)
    if state is not RoundState.OPEN:
        raise group_refusals.not_taking_sheets(state)


def taking(connection: sa.Connection, round_id: int, unsaved: str) -> Taking:
    """What an open round takes. Raises ``NotSaved`` where it takes nothing."""
    require_open(connection, round_id, unsaved)
    group, asked, round_ = group_tables.group_round, group_tables.asked_perspective, tables.round_
    wanted = (
        sa.select(round_.c.form, group, tables.questionnaire.c.text)
        .select_from(round_.join(group).join(tables.questionnaire))
        .where(round_.c.id == round_id)
    )
    row = connection.execute(wanted).one()
    perspectives = connection.execute(sa.select(asked.c.perspective).where(asked.c.round == round_id)).scalars()
    questionnaire, form = questionnaire_from_text(row.text), Form(row.form)
    return Taking(
        questionnaire=questionnaire,
        form=form,
        perspectives=frozenset(Perspective(each) for each in perspectives),
        with_notes=NotesUse(row.notes) is not NotesUse.NONE,
        asked=frozenset(questionnaire.asked(form)),
        dots=row.dots,
        guesses=row.guesses,
        drill=row.drill,
    )

"""All rows of one check as values, so that two states of it can be compared and joined."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import sqlalchemy as sa

from trustcheck.domain.checks.round import RoundState
from trustcheck.storage.groups.sheet_rows import RELEASED, RELEASED_SHEETS
from trustcheck.storage.rounds import seals
from trustcheck.storage.schema import group_tables, tables

_ROUND = ("form", "state", "asked", "started_on", "closed_on", "at_item", "leaders_are", "retests", "promise")
_GROUP = tuple(each.name for each in group_tables.group_round.columns if each.name not in ("round", "lock"))
_HEAD = f"""
SELECT round.organisation, questionnaire.digest, {", ".join(f"round.{each}" for each in _ROUND)}
FROM round JOIN questionnaire ON questionnaire.id = round.questionnaire WHERE round.id = ?
"""  # noqa: S608 - our own names
_SHEETS = """
SELECT response.id, response.perspective,
(SELECT json_group_object(item, code) FROM answer WHERE answer.response = response.id), response.beside,
sheet.code, sheet.hurried, sheet.standing
FROM response LEFT JOIN sheet ON sheet.response = response.id WHERE response.round = ? ORDER BY response.id
"""
SMALL = (
    group_tables.asked_perspective,
    group_tables.importance,
    group_tables.target,
    group_tables.carried_result,
    group_tables.joined_late,
    group_tables.group_note,
    group_tables.sealed_sheet,
    group_tables.reply_key,
    tables.note,
    tables.practice_answer,
    tables.promise,
    tables.answer_mark,
    tables.suggestion_by_hand,
    tables.proposed_answer,
    tables.proposed_fact,
)
"""The tables whose rows are few, in the order of :meth:`CheckRows.small`."""

Rows = dict[Any, tuple[Any, ...]]
"""By the key of each row within its check, what else stands in it."""


class SheetRow(NamedTuple):
    """What one person answered, in the words of the file; the last three are of a sheet among several only."""

    perspective: str
    answers: str
    """As JSON, by item."""
    beside: str = ""
    code: str | None = None
    hurried: int | None = None
    standing: str | None = None


@dataclass(frozen=True)
class CheckRows:
    """Everything of one check but its id, its number, and what is of one moment or one computer only."""

    organisation: int
    questionnaire: str
    """Its digest."""
    head: dict[str, Any]
    group: dict[str, Any] | None
    """``None`` where one person answers."""
    sheets: dict[int, SheetRow] = field(default_factory=dict)
    asked: Rows = field(default_factory=dict)
    importance: Rows = field(default_factory=dict)
    targets: Rows = field(default_factory=dict)
    carried: Rows = field(default_factory=dict)
    joined_late: Rows = field(default_factory=dict)
    group_notes: Rows = field(default_factory=dict)
    drafts: Rows = field(default_factory=dict)
    reply_keys: Rows = field(default_factory=dict)
    notes: Rows = field(default_factory=dict)
    facts: Rows = field(default_factory=dict)
    promises: Rows = field(default_factory=dict)
    marks: Rows = field(default_factory=dict)
    by_hand: Rows = field(default_factory=dict)
    """Suggestions that were moved or put aside."""
    proposed: Rows = field(default_factory=dict)
    proposed_facts: Rows = field(default_factory=dict)

    @property
    def state(self) -> RoundState:
        return RoundState(self.head["state"])

    @property
    def set_up(self) -> dict[str, Any]:
        """What a check of several people was set up with; empty where one person answers."""
        return self.group or {}

    def small(self) -> tuple[Rows, ...]:
        """In the order of :data:`SMALL`."""
        return (
            self.asked,
            self.importance,
            self.targets,
            self.carried,
            self.joined_late,
            self.group_notes,
            self.drafts,
            self.reply_keys,
            self.notes,
            self.facts,
            self.promises,
            self.marks,
            self.by_hand,
            self.proposed,
            self.proposed_facts,
        )

    def released(self) -> dict[int, SheetRow]:
        """The sheets that a result was shown of, if the check is closed or was."""
        return {id_: each for id_, each in self.sheets.items() if each.standing == RELEASED}


def read_check(connection: sa.Connection, round_id: int) -> CheckRows:
    """The rows of a check that is there. Raises ``Damaged`` where it says something else than when it was sealed."""
    organisation, digest, *head = connection.exec_driver_sql(_HEAD, (round_id,)).one()
    columns = ", ".join(f'"{each}"' for each in _GROUP)
    wanted = f"SELECT {columns} FROM group_round WHERE round = ?"  # noqa: S608 - our own names
    group = connection.exec_driver_sql(wanted, (round_id,)).first()
    sheets = {id_: SheetRow(*rest) for id_, *rest in connection.exec_driver_sql(_SHEETS, (round_id,))}
    seals.require_unbroken(connection, round_id, seals.SHEETS if group is None else RELEASED_SHEETS)
    return CheckRows(
        organisation,
        digest,
        dict(zip(_ROUND, head, strict=True)),
        None if group is None else dict(zip(_GROUP, group, strict=True)),
        sheets,
        *(_read(connection, table, round_id) for table in SMALL),
    )


def _read(connection: sa.Connection, table: sa.Table, round_id: int) -> Rows:
    columns = ", ".join(f'"{each.name}"' for each in table.columns)
    wanted = f'SELECT {columns} FROM "{table.name}" WHERE round = ?'  # noqa: S608 - our own names
    found = connection.exec_driver_sql(wanted, (round_id,))
    split = _split(table)
    return dict(sorted(split(tuple(row)) for row in found))


def _split(table: sa.Table) -> Callable[[tuple[Any, ...]], tuple[Any, tuple[Any, ...]]]:
    """How a row falls into its key within its check and what else stands in it."""
    names = [each.name for each in table.columns]
    own = next((names.index(each.name) for each in table.primary_key if each.name != "round"), None)
    round_at = names.index("round")

    def split(row: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
        rest = tuple(value for at, value in enumerate(row) if at not in (own, round_at))
        return ("" if own is None else row[own]), rest

    return split

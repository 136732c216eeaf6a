"""Reading a group's round: its set-up at any time, counts while it is open, and its release once it is closed."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import intern
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.group_round import (
    NOTES_FROM,
    Arrived,
    GroupNote,
    GroupRound,
    GroupSetup,
    NotesUse,
    Way,
)
from trustcheck.domain.checks.marks import flagged
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import LONGEST_SCALE, Answer, PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.groups.earlier_check import earlier_check
from trustcheck.storage.groups.sheet_rows import LEFT_OUT, RELEASED, WAITING, released_sheets
from trustcheck.storage.groups.workshop_text import workshop_from
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.arrangement_rows import arrangement_of, aside_before
from trustcheck.storage.rounds.beside_text import AGREED, beside_from
from trustcheck.storage.rounds.mark_rows import marks_of
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text
from trustcheck.storage.rounds.reader import facts_of, on_scale, promises_of, questionnaire_of, summary_row, targets_of
from trustcheck.storage.rounds.summaries import summary
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart

# A group's set-up as it is kept.


_reader_group = group_tables.group_round
_asked = group_tables.asked_perspective.c
_importance = group_tables.importance.c


def setup_of(connection: sa.Connection, round_id: int) -> GroupSetup:
    """The set-up of a round that is known to be a group's."""
    wanted = (
        sa.select(_reader_group, tables.round_.c.form, tables.round_.c.leaders_are)
        .join(tables.round_)
        .where(_reader_group.c.round == round_id)
    )
    row = connection.execute(wanted).one()
    invited = invited_of(connection, round_id)
    weights = sa.select(_importance.theme, _importance.weight).where(_importance.round == round_id)
    return GroupSetup(
        form=Form(row.form),
        perspectives=tuple(invited),
        invited=invited,
        leaders_are=row.leaders_are,
        staff_are=row.staff_are,
        way=Way(row.way),
        minutes=row.minutes,
        threshold=row.threshold,
        notes=NotesUse(row.notes),
        importance={each.theme: each.weight for each in connection.execute(weights)},
        targets=targets_of(connection, round_id),
        routes=row.routes,
        one_leader_agreed=row.one_leader_agreed,
        rows_may_leave=row.rows_may_leave,
        dots=row.dots,
        guesses=row.guesses,
        drill=row.drill,
        translated=_translated(connection, round_id),
    )


def _translated(connection: sa.Connection, round_id: int) -> dict[Perspective, Questionnaire]:
    wanted = sa.select(_asked.perspective, _asked.words).where(_asked.round == round_id, _asked.words != "")
    return {Perspective(row.perspective): questionnaire_from_text(row.words) for row in connection.execute(wanted)}


def invited_of(connection: sa.Connection, round_id: int) -> dict[Perspective, int]:
    """How many are invited of each perspective that is asked, leaders first."""
    wanted = sa.select(_asked.perspective, _asked.invited).where(_asked.round == round_id).order_by(_asked.perspective)
    return {Perspective(row.perspective): row.invited for row in connection.execute(wanted)}


_group = group_tables.group_round
_sheet = group_tables.sheet.c
_note = group_tables.group_note.c


class GroupReader(StorePart):
    """Every method sees one moment of the file. All raise ``NotOpened`` where it cannot be read."""

    def setup(self, round_id: int) -> tuple[RoundSummary, GroupSetup, Questionnaire]:
        with self._file.reading() as connection:
            found, questionnaire = _found(connection, round_id)
            return found, setup_of(connection, round_id), questionnaire

    def facts(self, round_id: int) -> dict[str, PracticeAnswer]:
        """The organisation's facts, in any state: they are nobody's answers."""
        with self._file.reading() as connection:
            _found(connection, round_id)
            return facts_of(connection, round_id)

    def arrived(self, round_id: int) -> Arrived:
        sealed = group_tables.sealed_sheet.c
        with self._file.reading() as connection:
            _found(connection, round_id)
            asked, sheets = invited_of(connection, round_id), _counts(connection, round_id)
            drafts = connection.execute(sa.select(sa.func.count()).where(sealed.round == round_id)).scalar_one()
        hurried = _counted(sheets, asked, lambda row: bool(row.hurried))
        return Arrived(_counted(sheets, asked, lambda _: True), drafts, sum(hurried.values()))

    def round(self, round_id: int) -> GroupRound:
        """Raises ``Refused`` while the round is preparing or open."""
        with self._file.reading() as connection:
            found, questionnaire = _found(connection, round_id)
            if found.state is not RoundState.CLOSED:
                raise group_refusals.results_wait()
            setup, sheets = setup_of(connection, round_id), _counts(connection, round_id, _apart)
            kept = connection.execute(sa.select(_group).where(_group.c.round == round_id)).one()
            responses = self._responses(connection, round_id, found.form, questionnaire)
            carried = _carried(connection, round_id)
            enough = bool(carried) or len(responses) >= NOTES_FROM
            # It reads sheets as this module does, and counts with more than most readers need.

            return GroupRound(
                summary=found,
                setup=setup,
                questionnaire=questionnaire,
                responses=responses,
                notes=_notes(connection, round_id) if setup.notes is not NotesUse.NONE and enough else (),
                joined_late=joined_late(connection, round_id),
                earlier=earlier_check(connection, round_id, setup, questionnaire, responses),
                all_agreed=setup.dots and _all_agreed(connection, round_id),
                waiting=_counted(sheets, setup.invited, lambda row: row.standing == WAITING),
                hurried=_counted(sheets, setup.invited, lambda row: row.hurried and row.standing != WAITING),
                left_out=kept.left_out and any(row.standing == LEFT_OUT for row in sheets),
                facts=facts_of(connection, round_id),
                promises=promises_of(connection, round_id),
                own_words=kept.own_words,
                workshop=workshop_from(kept.workshop),
                flags=flagged(marks_of(connection, round_id)),
                arrangement=arrangement_of(connection, round_id),
                aside_before=aside_before(connection, round_id),
                carried=carried,
            )

    def locked_round(self) -> tuple[int, bytes] | None:
        deleted = sa.select(group_tables.deleted_organisation.c.organisation)
        wanted = (
            sa.select(_group.c.round, _group.c.lock)
            .join(tables.round_)
            .where(_group.c.lock != b"", tables.round_.c.organisation.not_in(deleted))
        )
        with self._file.reading() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else (row.round, bytes(row.lock))

    def _responses(
        self, connection: sa.Connection, round_id: int, form: Form, questionnaire: Questionnaire
    ) -> Sequence[Response]:
        from trustcheck.storage.groups.sheet_texts import coded_responses

        rows = released_sheets(connection, round_id, is_protected=self._file.key is not None)
        return coded_responses(seals.watched(connection, round_id, rows), form, questionnaire) or ()


class _Answers(dict[int, Answer]):
    """Equal answers as one object: a hundred thousand sheets would hold millions otherwise."""

    def __init__(self, high: int) -> None:
        super().__init__()
        self._high = high

    def __missing__(self, code: int) -> Answer:
        self[code] = answer = on_scale(Answer(code), self._high)
        return answer


def responses_by_sheet(rows: Iterable[Any], form: Form, high: int = LONGEST_SCALE) -> Iterator[tuple[int, Response]]:
    """``(id, response)`` from rows of :data:`SHEETS`. Raises ``ValueError`` or ``TypeError`` where one is damaged."""
    known = _Answers(high)
    for id_, perspective, codes, beside in rows:
        answers = {intern(item): known[code] for item, code in json.loads(codes).items()}
        yield id_, Response(Perspective(perspective), form, answers, beside_from(beside))


def joined_late(connection: sa.Connection, round_id: int) -> frozenset[Perspective]:
    """Perspectives whose result was shown before sheets joined it."""
    late = group_tables.joined_late.c
    wanted = sa.select(late.perspective).where(late.round == round_id)
    return frozenset(Perspective(each) for each in connection.scalars(wanted))


def _found(connection: sa.Connection, round_id: int) -> tuple[RoundSummary, Questionnaire]:
    """A group's round in any state. Raises ``Refused`` for one person's."""
    row = summary_row(connection, round_id)
    found = summary(row)
    if found.kind is not RoundKind.GROUP:
        raise group_refusals.not_a_groups()
    return found, questionnaire_of(connection, row.questionnaire)


# Hurried, or not in the result: the few sheets that are counted beside it.
_apart = _sheet.hurried | (_sheet.standing != RELEASED)


def _counts(connection: sa.Connection, round_id: int, *which: sa.ColumnElement[bool]) -> list[sa.Row[Any]]:
    """How many sheets there are of each perspective and standing, hurried or not."""
    kinds = (tables.response.c.perspective, _sheet.standing, _sheet.hurried)
    wanted = (
        sa.select(*kinds, sa.func.count().label("sheets"))
        .select_from(group_tables.sheet.join(tables.response))
        .where(_sheet.round == round_id, *which)
        .group_by(*kinds)
    )
    return list(connection.execute(wanted))


def _counted(sheets: list[sa.Row[Any]], asked: Any, belongs: Callable[[sa.Row[Any]], bool]) -> dict[Perspective, int]:
    """For each perspective that is asked, how many sheets belong."""
    return {each: sum(row.sheets for row in sheets if row.perspective == each.value and belongs(row)) for each in asked}


def _all_agreed(connection: sa.Connection, round_id: int) -> bool:
    """Whether everybody agreed to dots, also those whose sheet waits or was left out."""
    wanted = "SELECT count(*), sum(beside LIKE ?) FROM response WHERE round = ?"
    sheets, agreed = connection.exec_driver_sql(wanted, (AGREED, round_id)).one()
    return bool(sheets) and sheets == agreed


def _carried(connection: sa.Connection, round_id: int) -> str:
    carried = group_tables.carried_result.c
    return connection.execute(sa.select(carried.text).where(carried.round == round_id)).scalar() or ""


def _notes(connection: sa.Connection, round_id: int) -> tuple[GroupNote, ...]:
    """In the order of their random ids."""
    wanted = sa.select(_note.item, _note.text).where(_note.round == round_id, _note.released).order_by(_note.id)
    return tuple(GroupNote(row.item, row.text) for row in connection.execute(wanted))

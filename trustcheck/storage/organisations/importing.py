"""Taking a parcel in: all of it or nothing, beside what is there, under ids drawn anew."""

from typing import Any

import sqlalchemy as sa

from trustcheck.app.carrying.importing import free_names, sheets_of
from trustcheck.app.portraits.carried_result import carried_text
from trustcheck.app.ports import Progress
from trustcheck.app.store.export_model import Belongings, GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.marks import AnswerMark, Marks
from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.checks.round import OrganisationDetails, RoundState
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.storage.file import refusals
from trustcheck.storage.groups.sheet_rows import RELEASED, RELEASED_SHEETS
from trustcheck.storage.groups.sheets import SheetWriter
from trustcheck.storage.groups.state import Taking
from trustcheck.storage.groups.workshop_text import workshop_text
from trustcheck.storage.groups.writer import keep_lists, of_the_group, of_the_round, require_sound
from trustcheck.storage.organisations.writer import kept_details
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.arrangement_rows import put_arrangement
from trustcheck.storage.rounds.beside_text import beside_text
from trustcheck.storage.rounds.mark_rows import mark_row
from trustcheck.storage.rounds.promise_rows import promise_row
from trustcheck.storage.rounds.proposal_rows import put_proposal
from trustcheck.storage.rounds.writer import NEXT_NUMBER, keep_targets, questionnaire_id
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

AnyCheck = PersonalCheck | GroupCheck
QuestionnaireIds = dict[Questionnaire, int]
"""The questionnaires that were put in, and under which id."""


class ParcelStore(StorePart):
    def bring_in(self, parcel: Parcel, progress: Progress | None = None) -> tuple[str, ...]:
        """The names under which the organisations stand now, in the parcel's order."""
        with self._file.writing(_("Nothing of it was taken in.")) as connection:
            if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
                raise refusals.damaged()
            known = connection.execute(sa.select(tables.organisation.c.name)).scalars()
            names = free_names((each.name for each in parcel.organisations), known)
            # Put in once, however many thousand checks were answered with it.
            asked: QuestionnaireIds = {}
            for at, (each, name) in enumerate(zip(parcel.organisations, names, strict=True)):
                self._put_organisation(connection, each, name, asked)
                if progress is not None:
                    progress(at + 1, len(names))
        return names

    def _put_organisation(
        self, connection: sa.Connection, each: Belongings, name: str, asked: QuestionnaireIds
    ) -> None:
        organisation_id = self._new_id()
        connection.execute(tables.organisation.insert().values(id=organisation_id, name=name))
        # Who came without a check, or with something kept of them, stays when the last check goes.
        if not each.checks or each.details != OrganisationDetails():
            values = {"organisation": organisation_id} | kept_details(each.details)
            connection.execute(group_tables.organisation_details.insert().values(values))
        for check in each.checks:
            round_id = self._put_round(connection, organisation_id, check, asked)
            if isinstance(check, PersonalCheck):
                self._put_answers(connection, round_id, check)
                keep_targets(connection, round_id, check.targets)
            else:
                self._put_group(connection, round_id, check)
            self._put_facts_and_promises(connection, round_id, check)
            _seal(connection, round_id, check)

    def _put_round(
        self, connection: sa.Connection, organisation_id: int, check: AnyCheck, asked: QuestionnaireIds
    ) -> int:
        round_id, questionnaire = self._new_id(), check.questionnaire
        if questionnaire not in asked:
            asked[questionnaire] = questionnaire_id(connection, questionnaire, self._new_id())
        values = {
            "id": round_id,
            "organisation": organisation_id,
            "questionnaire": asked[questionnaire],
            "number": NEXT_NUMBER,
            "started_on": check.started_on,
            "closed_on": check.closed_on,
            "state": check.state.value,
        }
        if isinstance(check, PersonalCheck):
            values |= {
                "form": check.form.value,
                "asked": len(check.questionnaire.asked(check.form)),
                "at_item": check.at_item,
                "leaders_are": check.leaders_are,
            }
        else:
            values |= of_the_round(check.setup)
            # Whoever was answering goes on where they began; here nobody has been asked yet.
            if check.state is not RoundState.CLOSED:
                values["state"] = RoundState.PREPARING.value
        connection.execute(tables.round_.insert().values(values))
        return round_id

    def _put_answers(self, connection: sa.Connection, round_id: int, check: PersonalCheck) -> None:
        response = self._new_id()
        connection.execute(
            tables.response.insert().values(
                id=response,
                round=round_id,
                perspective=check.perspective.value,
                beside=beside_text(SaidBeside(drill=check.drill)),
            )
        )
        answers = [{"response": response, "item": item, "code": each.code} for item, each in check.answers.items()]
        notes = [
            {"id": self._new_id(), "round": round_id, "response": response, "item": item, "text": text}
            for item, text in check.notes.items()
        ]
        _insert(connection, tables.answer, answers)
        put_proposal(
            connection, round_id, LastSaid(check.proposed, {each.practice_id: each for each in check.proposed_facts})
        )
        _insert(connection, tables.note, notes)

    def _put_group(self, connection: sa.Connection, round_id: int, check: GroupCheck) -> None:
        require_sound(check.setup)
        said = {"own_words": check.own_words, "workshop": workshop_text(check.workshop)}
        group = {"round": round_id, **said} | of_the_group(check.setup)
        connection.execute(group_tables.group_round.insert().values(group))
        keep_lists(connection, round_id, check.setup)
        if check.result is not None:
            kept = {"round": round_id, "answered": check.answered, "text": carried_text(check.result)}
            connection.execute(group_tables.carried_result.insert().values(kept))
        notes = [
            {"id": self._new_id(), "round": round_id, "item": each.item_id, "text": each.text, "released": True}
            for each in check.notes
        ]
        _insert(connection, group_tables.group_note, sorted(notes, key=lambda each: each["id"]))
        if check.rows:
            self._put_rows(connection, round_id, check)

    def _put_rows(self, connection: sa.Connection, round_id: int, check: GroupCheck) -> None:
        """As sheets that were released, which they were where they come from."""
        setup = check.setup
        asked = frozenset(check.questionnaire.asked(setup.form))
        taken = Taking(
            check.questionnaire,
            setup.form,
            frozenset(setup.perspectives),
            with_notes=False,
            asked=asked,
            guesses=setup.guesses,
            drill=setup.drill,
        )
        SheetWriter(self._current, self._draw).put(connection, round_id, sheets_of(check), taken)
        sheet = group_tables.sheet
        connection.execute(sheet.update().where(sheet.c.round == round_id).values(standing=RELEASED))

    def _put_facts_and_promises(self, connection: sa.Connection, round_id: int, check: AnyCheck) -> None:
        facts = [
            {
                "round": round_id,
                "practice": each.practice_id,
                "fact": each.fact.value,
                "evidence": each.evidence,
                "grade": each.grade.value if each.grade else "",
            }
            for each in check.facts
        ]
        _insert(connection, tables.practice_answer, facts)
        _insert(connection, tables.promise, [promise_row(round_id, each) for each in check.promises])
        _insert(
            connection, tables.answer_mark, [mark_row(round_id, item, each) for item, each in _marks(check).items()]
        )
        put_arrangement(connection, round_id, check.suggestions)


def _marks(check: AnyCheck) -> Marks:
    return check.marks if isinstance(check, PersonalCheck) else dict.fromkeys(check.flags, AnswerMark(flagged=True))


def _seal(connection: sa.Connection, round_id: int, check: AnyCheck) -> None:
    """A closed check with answers is sealed as if it had been closed here."""
    if check.state is not RoundState.CLOSED:
        return
    if isinstance(check, PersonalCheck):
        seals.put(connection, round_id, connection.exec_driver_sql(seals.SHEETS, (round_id,)))
    elif check.rows:
        seals.put(connection, round_id, connection.exec_driver_sql(RELEASED_SHEETS, (round_id,)))


def _insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)

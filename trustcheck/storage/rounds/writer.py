"""Beginning, closing and reopening one person's rounds, and deleting rounds of either kind."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, RetestOf, RoundState
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.storage.file import refusals
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.proposal_rows import put_proposal
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text, questionnaire_to_text
from trustcheck.storage.rounds.requirements import require_one_persons
from trustcheck.storage.rounds.tidying import is_to_be_tidied, mark_untidy, sweep, tidy
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

_organisation = tables.organisation.c
_questionnaire = tables.questionnaire.c
_round = tables.round_.c

NEXT_NUMBER = sa.select(sa.func.coalesce(sa.func.max(_round.number), 0) + 1).scalar_subquery()


class RoundWriter(StorePart):
    """Each method is one transaction and raises ``NotSaved``."""

    def begin(self, new: NewRound) -> int:
        """The new round's id. The questionnaire is kept exactly as it is handed in."""
        name = fitting(new.organisation, NAME_LIMIT)
        leaders_are = fitting(new.leaders_are, NOTE_LIMIT)
        round_id = self._new_id()
        with self._file.writing(_("This check is not saved yet.")) as connection:
            values = {
                "id": round_id,
                "organisation": self._organisation_id(connection, name),
                "questionnaire": questionnaire_id(connection, new.questionnaire, self._new_id()),
                "number": NEXT_NUMBER,
                "form": new.form.value,
                "state": RoundState.OPEN.value,
                "asked": len(new.questionnaire.asked(new.form)),
                "started_on": new.started_on,
                "leaders_are": leaders_are,
                **retested(connection, new.retests),
            }
            connection.execute(tables.round_.insert().values(values))
            keep_targets(connection, round_id, new.targets)
            response = {"id": self._new_id(), "round": round_id, "perspective": new.perspective.value}
            connection.execute(tables.response.insert().values(response))
            put_proposal(connection, round_id, new.proposed)
        return round_id

    def close(self, round_id: int, on: date) -> None:
        unsaved = _("This change is not saved yet.")
        with self._file.writing(unsaved) as connection:
            _turn(connection, round_id, unsaved, state=RoundState.CLOSED.value, closed_on=on)
            seals.put(connection, round_id, connection.exec_driver_sql(seals.SHEETS, (round_id,)))

    def reopen(self, round_id: int) -> None:
        unsaved = _("This change is not saved yet.")
        with self._file.writing(unsaved) as connection:
            _turn(connection, round_id, unsaved, state=RoundState.OPEN.value, closed_on=None)
            seals.lift(connection, round_id)

    def ask_in_full(self, round_id: int) -> None:
        """The short form becomes the full one, open again; answers, notes, facts and the promise stay."""
        unsaved = _("This change is not saved yet.")
        with self._file.writing(unsaved) as connection:
            words = sa.select(_questionnaire.text).join(tables.round_).where(_round.id == round_id)
            text = connection.execute(words).scalar()
            if text is None:
                raise refusals.check_is_gone(unsaved)
            asked = len(questionnaire_from_text(text).asked(Form.FULL))
            opened = {"state": RoundState.OPEN.value, "closed_on": None, "at_item": ""}
            _turn(connection, round_id, unsaved, form=Form.FULL.value, asked=asked, **opened)
            seals.lift(connection, round_id)

    def delete(self, round_id: int) -> None:
        """Take a round out with everything in it, and what only it needed; no byte of its words stays in the file."""
        with self._file.writing(_("This check is not deleted yet.")) as connection:
            connection.execute(tables.round_.delete().where(_round.id == round_id))
            sweep(connection)
            # Rows that moved to another page left their words in the room behind them, where no deleting reaches.
            mark_untidy(connection)
        if is_to_be_tidied(self._file):
            tidy(self._file)
        else:
            self._file.merge()

    def _organisation_id(self, connection: sa.Connection, name: str) -> int:
        values = {"id": self._new_id(), "name": name}
        connection.execute(insert(tables.organisation).values(values).on_conflict_do_nothing())
        known = sa.select(_organisation.id).where(_organisation.name == name)
        return int(connection.execute(known).scalar_one())


def keep_targets(connection: sa.Connection, round_id: int, targets: Mapping[str, float]) -> None:
    """In the place of those that stood there."""
    target = group_tables.target
    connection.execute(target.delete().where(target.c.round == round_id))
    for theme, points in targets.items():
        connection.execute(target.insert().values(round=round_id, theme=theme, tenths=round(points * 10)))


def retested(connection: sa.Connection, promise: RetestOf | None) -> dict[str, object]:
    """The columns that say which promise a round asks again. Raises ``NotSaved`` where nobody can find it."""
    if promise is None:
        return {}
    known = tables.promise.c
    wanted = sa.select(known.number).where(known.round == promise.round_id, known.number == promise.number)
    if connection.execute(wanted).first() is None:
        raise refusals.no_such_promise()
    return {"retests": promise.round_id, "promise": promise.number}


def _turn(connection: sa.Connection, round_id: int, unsaved: str, **values: object) -> None:
    require_one_persons(connection, round_id)
    turned = connection.execute(tables.round_.update().where(_round.id == round_id).values(**values))
    if turned.rowcount == 0:
        raise refusals.check_is_gone(unsaved)


def questionnaire_id(connection: sa.Connection, questionnaire: Questionnaire, new_id: int) -> int:
    """The id under which exactly these words are kept, once for all rounds that use them."""
    text = questionnaire_to_text(questionnaire)
    digest = sha256(text.encode("ascii")).hexdigest()
    values = {"id": new_id, "digest": digest, "text": text}
    connection.execute(insert(tables.questionnaire).values(values).on_conflict_do_nothing())
    known = sa.select(_questionnaire.id).where(_questionnaire.digest == digest)
    return int(connection.execute(known).scalar_one())

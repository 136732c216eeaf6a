"""Late sheets that would join a result that was shown: whether every single value of it hides who they are."""

from collections.abc import Collection

import sqlalchemy as sa

from trustcheck.domain.answers import Response
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.storage import refusals, tables
from trustcheck.storage.group_reader import SHEETS, answers_by_sheet, joined_late
from trustcheck.storage.round_reader import questionnaire_of


class JoiningSheets:
    """The answers of one round, read only where late sheets are about to join."""

    def __init__(self, connection: sa.Connection, round_id: int, threshold: int) -> None:
        self._connection, self._round, self._threshold = connection, round_id, threshold

    def hide_each_other(self, shown: Collection[int], joining: Collection[int]) -> bool:
        """Whether a result of the ``shown`` sheets tells nothing of a ``joining`` one beside the result of both.

        Sheets by the ids of their responses. Raises ``Damaged`` where one does not read.
        """
        from trustcheck.domain.joining import may_join

        try:
            earlier, later, questionnaire, form = self._read(set(shown), set(joining))
            again = bool(earlier) and earlier[0].perspective in joined_late(self._connection, self._round)
            return may_join(earlier, later, questionnaire, form, self._threshold, again=again)
        except (ValueError, TypeError, ArithmeticError, RecursionError, sa.exc.NoResultFound) as error:
            raise refusals.damaged() from error

    def _read(self, shown: set[int], joining: set[int]) -> tuple[list[Response], list[Response], Questionnaire, Form]:
        columns = (tables.round_.c.questionnaire, tables.round_.c.form)
        kept = self._connection.execute(sa.select(*columns).where(tables.round_.c.id == self._round)).one()
        questionnaire, form = questionnaire_of(self._connection, kept.questionnaire), Form(kept.form)
        rows = self._connection.exec_driver_sql(f"{SHEETS} WHERE sheet.round = ?", (self._round,))
        earlier: list[Response] = []
        later: list[Response] = []
        for response, perspective, answers in answers_by_sheet(rows, questionnaire.high):
            if response in shown or response in joining:
                some = earlier if response in shown else later
                some.append(Response(Perspective(perspective), form, answers))
        return earlier, later, questionnaire, form

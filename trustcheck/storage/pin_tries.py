"""How often the PIN of a laptop that goes round was tried in vain: kept, so that starting anew forgets none of it."""

import sqlalchemy as sa

from trustcheck.storage import group_tables
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

_wrong = group_tables.wrong_pin

# One statement: a try is counted before anybody knows whether it opens, and by nobody twice.
_COUNT = """
INSERT INTO wrong_pin (round, tries) SELECT round, 1 FROM group_round WHERE round = ? AND lock <> x''
ON CONFLICT (round) DO UPDATE SET tries = min(tries + 1, 1000000)
"""


class PinTries(StorePart):
    def count_pin_try(self, round_id: int) -> int:
        """Raises ``NotSaved``; nothing may be tried then."""
        with self._file.writing(_("The PIN was not tried.")) as connection:
            connection.exec_driver_sql(_COUNT, (round_id,))
            return _tries(connection, round_id)

    def pin_tries(self, round_id: int) -> int:
        with self._file.reading() as connection:
            return _tries(connection, round_id)


def forget_tries(connection: sa.Connection, round_id: int) -> None:
    """Where there is another lock, or none any more, nobody has tried it yet."""
    connection.execute(_wrong.delete().where(_wrong.c.round == round_id))


def _tries(connection: sa.Connection, round_id: int) -> int:
    return connection.scalar(sa.select(_wrong.c.tries).where(_wrong.c.round == round_id)) or 0

"""What opens the sealed replies to a check: made when its first page is, and gone when it closes."""

from collections.abc import Callable

import sqlalchemy as sa

from trustcheck.storage.groups.state import require_open
from trustcheck.storage.schema import group_tables
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

_table = group_tables.reply_key


class ReplyKeys(StorePart):
    def reply_key(self, round_id: int, make: Callable[[], bytes]) -> bytes:
        """One transaction. Raises ``NotSaved``, also where the round is not open."""
        unsaved = _("The key for the replies is not saved yet.")
        with self._file.writing(unsaved) as connection:
            require_open(connection, round_id, unsaved)
            known = _known(connection, round_id)
            if not known:
                known = (make(),)
                connection.execute(_table.insert().values(round=round_id, secret=known[0]))
            return known[0]

    def reply_keys(self, round_id: int) -> tuple[bytes, ...]:
        with self._file.reading() as connection:
            return _known(connection, round_id)


def _known(connection: sa.Connection, round_id: int) -> tuple[bytes, ...]:
    wanted = sa.select(_table.c.secret).where(_table.c.round == round_id).order_by(_table.c.secret)
    return tuple(bytes(each) for each in connection.execute(wanted).scalars())

"""Half-filled sheets that only their return phrase opens: kept, listed and thrown away, never read."""

import sqlalchemy as sa

from trustcheck.app.ports import SealedSheet
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.groups.state import require_open
from trustcheck.storage.schema import group_tables
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

_sealed = group_tables.sealed_sheet.c

# One statement, straight to the driver: this is the way of every answer while a laptop goes round.
_KEEP = """
INSERT INTO sealed_sheet (id, round, sealed)
SELECT ?, group_round.round, ? FROM group_round JOIN round ON round.id = group_round.round
WHERE round.id = ? AND round.state = 'open'
ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed WHERE round = excluded.round
"""


class SealedSheets(StorePart):
    """Those that write are one transaction each and raise ``NotSaved``."""

    def save_sealed(self, round_id: int, sheet: SealedSheet) -> None:
        unsaved = _("This answer is not saved yet.")
        with self._file.writing(unsaved) as connection:
            kept = connection.exec_driver_sql(_KEEP, (sheet.id, sheet.sealed, round_id))
            if kept.rowcount == 0:
                require_open(connection, round_id, unsaved)
                raise group_refusals.draft_is_gone()

    def sealed_sheets(self, round_id: int) -> tuple[SealedSheet, ...]:
        """By their random ids, an order that means nothing."""
        wanted = sa.select(_sealed.id, _sealed.sealed).where(_sealed.round == round_id).order_by(_sealed.id)
        with self._file.reading() as connection:
            return tuple(SealedSheet(row.id, bytes(row.sealed)) for row in connection.execute(wanted))

    def discard_sealed(self, round_id: int, sheet_id: int) -> None:
        sealed = group_tables.sealed_sheet
        with self._file.writing(_("This half-filled sheet is not discarded yet.")) as connection:
            connection.execute(sealed.delete().where(_sealed.id == sheet_id, _sealed.round == round_id))

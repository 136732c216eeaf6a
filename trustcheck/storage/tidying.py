"""What a file must not go on holding: deleted organisations, and the traces of how its rows were written.

A mark in the file says that something is left to do, so that a program that was stopped, or a disk that was full,
only puts it off until the file is closed or opened the next time.
"""

from contextlib import suppress

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from trustcheck.app.ports import Refused
from trustcheck.storage import group_tables, seals, tables
from trustcheck.storage.folders_kept import FORGET_GONE
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

_UNTIDY = "untidy"
_setting = tables.setting
_deleted = group_tables.deleted_organisation.c.organisation


def mark_untidy(connection: sa.Connection) -> None:
    """Remember, with the change that makes it so, that the file is to be packed."""
    connection.execute(insert(_setting).values(name=_UNTIDY, value="1").on_conflict_do_nothing())


def sweep(connection: sa.Connection) -> None:
    """Take out questionnaires no round uses, and organisations nobody keeps: no round, and not added by hand."""
    used = sa.select(tables.round_.c.questionnaire)
    connection.execute(tables.questionnaire.delete().where(tables.questionnaire.c.id.not_in(used)))
    with_rounds = sa.select(tables.round_.c.organisation)
    by_hand = sa.select(group_tables.organisation_details.c.organisation)
    organisation = tables.organisation.c.id
    connection.execute(
        tables.organisation.delete().where(organisation.not_in(with_rounds), organisation.not_in(by_hand))
    )
    seals.forget_gone(connection)
    connection.exec_driver_sql(FORGET_GONE)


class Tidying(StorePart):
    def _tidy(self) -> None:
        """Pack the file where something marked it. Failing harms nothing: the mark stays."""
        with suppress(Refused):
            if self._is_marked() and self._file.pack():
                with self._file.writing("") as connection:
                    connection.execute(_setting.delete().where(_setting.c.name == _UNTIDY))
                self._file.merge()

    def _purge(self) -> None:
        """Take what was deleted out for good. Failing harms nothing: it stays out of every list."""
        with suppress(Refused):
            if self._holds_deleted():
                with self._file.writing(_("This organisation is not deleted yet.")) as connection:
                    organisation = tables.organisation.c.id
                    connection.execute(tables.organisation.delete().where(organisation.in_(sa.select(_deleted))))
                    sweep(connection)
                    mark_untidy(connection)
        self._tidy()

    def _is_to_be_tidied(self) -> bool:
        """Whether something is left to do, in a file of which every page and every pointer is sound: where one is not,
        what nobody keeps may be what nobody finds, and a rescue reads more of the file as it is.
        """
        with suppress(Refused), self._file.reading() as connection:
            return (self._holds_deleted() or self._is_marked()) and _is_sound(connection)
        return False

    def _is_marked(self) -> bool:
        with self._file.reading() as connection:
            marked = sa.select(_setting.c.name).where(_setting.c.name == _UNTIDY)
            return connection.execute(marked).first() is not None

    def _holds_deleted(self) -> bool:
        with self._file.reading() as connection:
            return connection.execute(sa.select(_deleted).limit(1)).first() is not None


def _is_sound(connection: sa.Connection) -> bool:
    whole = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    return bool(whole == "ok") and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None

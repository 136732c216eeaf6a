"""What a file must not go on holding: what was deleted or taken back, and the traces of how its rows were written.

A mark in the file says that something is left to do, so that a program that was stopped, or a disk that was full,
only puts it off until the file is closed or opened the next time.
"""

from collections.abc import Iterable
from contextlib import suppress

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from trustcheck.app.ports import Refused
from trustcheck.storage.file.data_file import DataFile
from trustcheck.storage.rounds import seals
from trustcheck.storage.schema import group_tables, tables
from trustcheck.words import gettext as _

_UNTIDY = "untidy"
_setting = tables.setting
_deleted = group_tables.deleted_organisation.c.organisation
FORGET_GONE = """
DELETE FROM setting WHERE name LIKE 'folder %'
AND CAST(substr(name, 8) AS INTEGER) NOT IN (SELECT 0 UNION SELECT id FROM organisation)
"""
"""Lets go of the folders of organisations that are gone."""


def mark_untidy(connection: sa.Connection) -> None:
    """Remember, with the change that makes it so, that the file is to be packed."""
    connection.execute(insert(_setting).values(name=_UNTIDY, value="1").on_conflict_do_nothing())


def mark_taken_back(connection: sa.Connection, before: Iterable[str | None], after: Iterable[str]) -> None:
    """Have the file packed where words go from it: a row that had moved left them where it stood, where no overwriting
    of what is deleted reaches. Whoever writes on takes nothing back."""
    now = tuple(after)
    if any(words and not any(words in each for each in now) for words in before):
        mark_untidy(connection)


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


def forget_taken_back(file: DataFile) -> None:
    """Take what was changed or taken back out of the log, and out of the file. Failing harms nothing: it is done
    the next time."""
    # Whoever closes the file waits for it.
    with file.copying, suppress(Refused):
        if file.has_full_log:
            tidy(file) if is_marked(file) and is_to_be_tidied(file) else file.merge()


def forget_organisation(file: DataFile, organisation_id: int) -> None:
    """Take one organisation that was deleted out for good. Failing harms nothing: it stays out of every list."""
    with file.copying, suppress(Refused):
        if organisation_id in deleted_organisations(file) and is_to_be_tidied(file):
            _take_out(file, _deleted == organisation_id)
            tidy(file)


def deleted_organisations(file: DataFile) -> frozenset[int]:
    """Those that can be brought back still."""
    with file.reading() as connection:
        return frozenset(connection.execute(sa.select(_deleted)).scalars())


def forget_deleted(file: DataFile) -> None:
    """Take what was deleted out of the file for good; a file that is only looked at stays as it is, and so does one
    that is damaged."""
    with file.copying:
        if file.takes_changes and is_to_be_tidied(file):
            purge(file)


def tidy(file: DataFile) -> None:
    """Pack the file where something marked it. Failing harms nothing: the mark stays."""
    with suppress(Refused):
        if is_marked(file) and file.pack():
            with file.writing("") as connection:
                connection.execute(_setting.delete().where(_setting.c.name == _UNTIDY))
            file.merge()


def purge(file: DataFile) -> None:
    """Take what was deleted out for good. Failing harms nothing: it stays out of every list."""
    with suppress(Refused):
        if _holds_deleted(file):
            _take_out(file, sa.true())
    tidy(file)


def _take_out(file: DataFile, which: sa.ColumnElement[bool]) -> None:
    """Raises ``NotSaved``."""
    with file.writing(_("This organisation is not deleted yet.")) as connection:
        gone = sa.select(_deleted).where(which)
        connection.execute(tables.organisation.delete().where(tables.organisation.c.id.in_(gone)))
        sweep(connection)
        mark_untidy(connection)


def is_to_be_tidied(file: DataFile) -> bool:
    """Whether something is left to do, in a file of which every page and every pointer is sound: where one is not,
    what nobody keeps may be what nobody finds, and a rescue reads more of the file as it is.
    """
    with suppress(Refused), file.reading() as connection:
        return (_holds_deleted(file) or is_marked(file)) and _is_sound(connection)
    return False


def is_marked(file: DataFile) -> bool:
    with file.reading() as connection:
        marked = sa.select(_setting.c.name).where(_setting.c.name == _UNTIDY)
        return connection.execute(marked).first() is not None


def _holds_deleted(file: DataFile) -> bool:
    with file.reading() as connection:
        return connection.execute(sa.select(_deleted).limit(1)).first() is not None


def _is_sound(connection: sa.Connection) -> bool:
    whole = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    return bool(whole == "ok") and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None

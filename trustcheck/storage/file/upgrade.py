"""Bringing a data file to the newest schema: a new one at once, an older one by migrations after a copy was made."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from trustcheck.storage.file import engine as engines
from trustcheck.storage.file import refusals
from trustcheck.storage.file.atomic_files import make_private, put, remove, sync
from trustcheck.storage.schema import group_tables
from trustcheck.storage.schema.tables import APPLICATION_ID, SCHEMA, setting

_ALEMBIC = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), nullable=False))
_ALEMBIC.append_constraint(sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"))


@dataclass(frozen=True, slots=True)
class Ladder:
    """The schemas a program knows: the number of the newest, and the folder of the steps that lead there.

    A step is an Alembic revision whose id is its schema number in four digits.
    """

    newest: int = SCHEMA
    versions: Path = Path(__file__).parent.with_name("migrations") / "versions"


def create(engine: sa.Engine, written_by: str) -> None:
    """Make all tables in a file that has none, as the migrations would, in one transaction."""
    with engines.for_writing(engine).begin() as connection:
        # The tables of groups belong to the same metadata as the first ones; naming one brings them all.
        group_tables.group_round.metadata.create_all(connection)
        _ALEMBIC.create(connection)
        connection.execute(_ALEMBIC.insert().values(version_num=revision(SCHEMA)))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        stamp(connection, SCHEMA, written_by)


def climb(engine: sa.Engine, path: str, number: int, ladder: Ladder, written_by: str) -> None:
    """Bring a file of schema ``number`` to the newest, after a copy was made. Raises ``NotOpened``, file unchanged."""
    copy = copy_before(engine, path, number)
    try:
        migrate(engine, ladder, written_by)
    except Exception as error:
        raise refusals.not_migrated(copy) from error


def migrate(engine: sa.Engine, ladder: Ladder, written_by: str) -> None:
    """Climb to the newest schema: all steps in one transaction, or none.

    Foreign keys rest meanwhile, because rebuilding a table would delete what points to it; they are checked before
    the end.
    """
    with engines.without_transactions(engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _climb(connection, ladder)
            stamp(connection, ladder.newest, written_by)
            connection.commit()
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        # So that the number in the file itself is the new one at once; if not, it stands in the log.
        with suppress(sa.exc.DBAPIError):
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_before(engine: sa.Engine, path: str, number: int) -> str:
    """Put a whole copy beside the file, named with the schema number it has, readable by its owner only."""
    file = Path(path)
    copy = file.with_name(f"{file.stem}.schema-{number}{file.suffix}")
    fresh = file.with_name(f"{copy.name}.new")
    try:
        make_private(fresh)
        with engines.without_transactions(engine).connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(fresh),))
        sync(fresh)
        put(fresh, copy)
    finally:
        remove(fresh)
    return str(copy)


def revision(number: int) -> str:
    """The id of the migration that leads to a schema."""
    return f"{number:04d}"


def stamp(connection: sa.Connection, number: int, written_by: str) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {number:d}")
    connection.execute(setting.delete().where(setting.c.name == "written_by"))
    connection.execute(setting.insert().values(name="written_by", value=written_by))


def _climb(connection: sa.Connection, ladder: Ladder) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", _literal(Path(__file__).parent.with_name("migrations")))
    config.set_main_option("version_locations", _literal(ladder.versions))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, revision(ladder.newest))
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        message = "a migration left rows that point nowhere"
        raise ValueError(message)


def _literal(path: Path) -> str:
    return str(path).replace("%", "%%")

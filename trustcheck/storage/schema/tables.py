"""The tables of a data file. Days, never clock times; random ids, so that no order of arrival can be read from them."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

# Kinds of columns that are read as what they are, or not at all.
#
# SQLite keeps in a column whatever it is given. A file that is damaged, or that somebody made by hand, may hold bytes
# where words should be, and words where a number should; what is read wrongly here would break a page much later.


ValueRead = Callable[[Any], Any]


def _only(kind: type) -> ValueRead:
    """Lets values of one kind through. Raises :class:`ValueError` for others, which is told as damage."""

    def read(value: Any) -> Any:
        if value is not None and type(value) is not kind:
            message = f"{type(value).__name__} where {kind.__name__} should be"
            raise ValueError(message)
        return value

    return read


class TextColumn(sa.Text):
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> ValueRead:  # noqa: ARG002 - SQLAlchemy asks so
        return _only(str)


class WholeColumn(sa.Integer):
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> ValueRead:  # noqa: ARG002 - SQLAlchemy asks so
        return _only(int)


class Bytes(sa.LargeBinary):
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> ValueRead:  # noqa: ARG002 - SQLAlchemy asks so
        return _only(bytes)


SCHEMA = 11
"""The number of the newest schema; it stands in the file's ``user_version`` and names its migration."""
APPLICATION_ID = 0x54727573
"""Marks a SQLite file as ours ("Trus"), in its header."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> sa.Column[int]:
    return sa.Column("id", WholeColumn, primary_key=True, autoincrement=False)


def belongs_to(table: str, *, ondelete: str = "CASCADE", nullable: bool = False, key: bool = False) -> sa.Column[int]:
    """A column named after the table it points to."""
    target = sa.ForeignKey(f"{table}.id", ondelete=ondelete)
    return sa.Column(table, WholeColumn, target, nullable=nullable, primary_key=key, autoincrement=False)


organisation = sa.Table(
    "organisation",
    metadata,
    id_column(),
    sa.Column("name", TextColumn, nullable=False, unique=True),
)

# The words of a questionnaire are kept once, however many rounds were answered with them.
questionnaire = sa.Table(
    "questionnaire",
    metadata,
    id_column(),
    sa.Column("digest", TextColumn, nullable=False, unique=True),
    sa.Column("text", TextColumn, nullable=False),
)

round_ = sa.Table(
    "round",
    metadata,
    id_column(),
    belongs_to("organisation"),
    belongs_to("questionnaire", ondelete="RESTRICT"),
    # Which of two rounds begun on one day is the newer one.
    sa.Column("number", WholeColumn, nullable=False, unique=True),
    sa.Column("form", TextColumn, nullable=False),
    sa.Column("state", TextColumn, nullable=False),
    sa.Column("asked", WholeColumn, nullable=False),
    sa.Column("started_on", sa.Date, nullable=False),
    sa.Column("closed_on", sa.Date),
    sa.Column("at_item", TextColumn, nullable=False, server_default=""),
    sa.Column("leaders_are", TextColumn, nullable=False, server_default=""),
    # Of a check that asks one promise again: the check after which it was made, and its number there.
    sa.Column("retests", WholeColumn, sa.ForeignKey("round.id", ondelete="CASCADE")),
    sa.Column("promise", WholeColumn),
    sa.CheckConstraint("form IN ('full', 'pulse')", name="form"),
    sa.CheckConstraint("state IN ('preparing', 'open', 'closed')", name="state"),
    sa.CheckConstraint("asked >= 0", name="asked"),
    sa.CheckConstraint("(closed_on IS NOT NULL) = (state = 'closed')", name="closed_on"),
    sa.CheckConstraint("length(started_on) = 10 AND length(closed_on) = 10", name="days"),
    sa.CheckConstraint("(retests IS NULL) = (promise IS NULL)", name="retests"),
    sa.Index(None, "organisation"),
    sa.Index(None, "questionnaire"),
    sa.Index(None, "retests"),
)

response = sa.Table(
    "response",
    metadata,
    id_column(),
    belongs_to("round"),
    sa.Column("perspective", TextColumn, nullable=False),
    # What was said beside the questions, as JSON; empty where nothing was.
    sa.Column("beside", TextColumn, nullable=False, server_default=""),
    sa.CheckConstraint("perspective IN ('leader', 'staff')", name="perspective"),
    sa.Index(None, "round"),
)

answer = sa.Table(
    "answer",
    metadata,
    belongs_to("response", key=True),
    sa.Column("item", TextColumn, primary_key=True, nullable=False),
    sa.Column("code", WholeColumn, nullable=False),
    sa.CheckConstraint("typeof(code) = 'integer' AND code BETWEEN -2 AND 7 AND code <> 0", name="code"),
    sqlite_with_rowid=False,
)

# Apart from the answers; a group's notes lose their response when the round closes.
note = sa.Table(
    "note",
    metadata,
    id_column(),
    belongs_to("round"),
    belongs_to("response", nullable=True),
    sa.Column("item", TextColumn, nullable=False),
    sa.Column("text", TextColumn, nullable=False),
    sa.CheckConstraint("text <> ''", name="text"),
    sa.UniqueConstraint("response", "item"),
    sa.Index(None, "round"),
)

practice_answer = sa.Table(
    "practice_answer",
    metadata,
    belongs_to("round", key=True),
    sa.Column("practice", TextColumn, primary_key=True, nullable=False),
    sa.Column("fact", TextColumn, nullable=False),
    sa.Column("evidence", TextColumn, nullable=False, server_default=""),
    # How well it is shown; empty where nobody said.
    sa.Column("grade", TextColumn, nullable=False, server_default=""),
    sa.CheckConstraint("fact IN ('yes', 'partly', 'no', 'dk', 'na')", name="fact"),
    sa.CheckConstraint("grade IN ('', 'feeling', 'example', 'document', 'outsider')", name="grade"),
    sqlite_with_rowid=False,
)

# What is said about an answer and never enters a score; of a group's check only whether it is flagged.
answer_mark = sa.Table(
    "answer_mark",
    metadata,
    belongs_to("round", key=True),
    sa.Column("item", TextColumn, primary_key=True, nullable=False),
    sa.Column("flagged", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("aloud", TextColumn, nullable=False, server_default=""),
    sa.Column("grade", TextColumn, nullable=False, server_default=""),
    sa.CheckConstraint("aloud IN ('', 'yes', 'some', 'no')", name="aloud"),
    sa.CheckConstraint("grade IN ('', 'feeling', 'example', 'document', 'outsider')", name="grade"),
    sqlite_with_rowid=False,
)

# What one person said last time, as proposals: nothing that counts reads them.
proposed_answer = sa.Table(
    "proposed_answer",
    metadata,
    belongs_to("round", key=True),
    sa.Column("item", TextColumn, primary_key=True, nullable=False),
    sa.Column("code", WholeColumn, nullable=False),
    sa.CheckConstraint("typeof(code) = 'integer' AND code BETWEEN -2 AND 7 AND code <> 0", name="code"),
    sqlite_with_rowid=False,
)

proposed_fact = sa.Table(
    "proposed_fact",
    metadata,
    belongs_to("round", key=True),
    sa.Column("practice", TextColumn, primary_key=True, nullable=False),
    sa.Column("fact", TextColumn, nullable=False),
    sa.Column("evidence", TextColumn, nullable=False, server_default=""),
    sa.Column("grade", TextColumn, nullable=False, server_default=""),
    sa.CheckConstraint("fact IN ('yes', 'partly', 'no', 'dk', 'na')", name="fact"),
    sa.CheckConstraint("grade IN ('', 'feeling', 'example', 'document', 'outsider')", name="grade"),
    sqlite_with_rowid=False,
)

# Where somebody put a suggestion, and whether it is for them; empty where nobody said so.
suggestion_by_hand = sa.Table(
    "suggestion_by_hand",
    metadata,
    belongs_to("round", key=True),
    sa.Column("suggestion", TextColumn, primary_key=True, nullable=False),
    sa.Column("place", WholeColumn),
    sa.Column("wanted", sa.Boolean),
    sa.CheckConstraint("place >= 0", name="place"),
    sa.CheckConstraint("wanted IN (0, 1)", name="wanted"),
    sqlite_with_rowid=False,
)

promise = sa.Table(
    "promise",
    metadata,
    belongs_to("round", key=True),
    # It stays with a promise whatever its words become; the next one gets another.
    sa.Column("number", WholeColumn, primary_key=True, nullable=False),
    sa.Column("text", TextColumn, nullable=False),
    sa.Column("look_again_on", sa.Date),
    sa.Column("sign", TextColumn, nullable=False, server_default=""),
    sa.Column("suggestion", TextColumn, nullable=False, server_default=""),
    # So that a calendar that holds it already takes it as the newer one.
    sa.Column("changes", WholeColumn, nullable=False, server_default=sa.text("0")),
    sa.Column("who", TextColumn, nullable=False, server_default=""),
    sa.Column("status", TextColumn, nullable=False, server_default="open"),
    # The ids of the questions it should move, as a list in JSON.
    sa.Column("questions", TextColumn, nullable=False, server_default="[]"),
    sa.CheckConstraint("number > 0", name="number"),
    sa.CheckConstraint("length(look_again_on) = 10", name="days"),
    sa.CheckConstraint("status IN ('open', 'kept', 'partly', 'not', 'dropped')", name="status"),
    sqlite_with_rowid=False,
)

setting = sa.Table(
    "setting",
    metadata,
    sa.Column("name", TextColumn, primary_key=True, nullable=False),
    sa.Column("value", TextColumn, nullable=False),
    sqlite_with_rowid=False,
)

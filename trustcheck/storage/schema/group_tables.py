"""The tables of a group's check and of what is kept of an organisation. They stand beside the first ones.

A round with a row in ``group_round`` is a group's; its responses are its sheets. What says *waiting*, *released* or
*left out* of a sheet or a note says nothing of whose it is, and nothing here is a time.
"""

import sqlalchemy as sa

from trustcheck.storage.schema.tables import Bytes, TextColumn, WholeColumn, belongs_to, id_column, metadata

# Who was added by hand has a row here and stays when the last check goes.
organisation_details = sa.Table(
    "organisation_details",
    metadata,
    belongs_to("organisation", key=True),
    sa.Column("notes", TextColumn, nullable=False, server_default=""),
    sa.Column("routes", TextColumn, nullable=False, server_default=""),
    sa.Column("prepared_by", TextColumn, nullable=False, server_default=""),
    sa.Column("accent", TextColumn, nullable=False, server_default=""),
    sa.Column("closing_words", TextColumn, nullable=False, server_default=""),
    sa.Column("logo", Bytes, nullable=False, server_default=sa.text("x''")),
)

# Out of every list until it is brought back or the file is closed; its name is free meanwhile.
deleted_organisation = sa.Table(
    "deleted_organisation",
    metadata,
    belongs_to("organisation", key=True),
    sa.Column("name", TextColumn, nullable=False),
)

group_round = sa.Table(
    "group_round",
    metadata,
    belongs_to("round", key=True),
    sa.Column("way", TextColumn, nullable=False),
    sa.Column("minutes", WholeColumn, nullable=False),
    sa.Column("threshold", WholeColumn, nullable=False),
    sa.Column("notes", TextColumn, nullable=False),
    sa.Column("routes", TextColumn, nullable=False),
    sa.Column("staff_are", TextColumn, nullable=False),
    sa.Column("one_leader_agreed", sa.Boolean, nullable=False),
    sa.Column("own_words", TextColumn, nullable=False, server_default=""),
    sa.Column("left_out", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("lock", Bytes, nullable=False, server_default=sa.text("x''")),
    sa.Column("rows_may_leave", sa.Boolean, nullable=False, server_default=sa.text("0")),
    # The session about the result, as JSON; empty while there was none.
    sa.Column("workshop", TextColumn, nullable=False, server_default=""),
    # What people are asked beside the questions.
    sa.Column("dots", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("guesses", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.Column("drill", sa.Boolean, nullable=False, server_default=sa.text("0")),
    sa.CheckConstraint("threshold BETWEEN 3 AND 10", name="threshold"),
    sa.CheckConstraint("notes IN ('none', 'facilitator', 'group')", name="notes"),
    sa.CheckConstraint("minutes >= 0", name="minutes"),
)

# Tries of the PIN since the laptop began to go round; counted before each, forgotten with the lock.
wrong_pin = sa.Table(
    "wrong_pin",
    metadata,
    belongs_to("round", key=True),
    sa.Column("tries", WholeColumn, nullable=False),
    sa.CheckConstraint("tries > 0", name="tries"),
)

# A result that came from another data file without its sheets, as it was shown there.
carried_result = sa.Table(
    "carried_result",
    metadata,
    belongs_to("round", key=True),
    sa.Column("answered", WholeColumn, nullable=False),
    sa.Column("text", TextColumn, nullable=False),
    sa.CheckConstraint("answered >= 0", name="answered"),
)

asked_perspective = sa.Table(
    "asked_perspective",
    metadata,
    belongs_to("round", key=True),
    sa.Column("perspective", TextColumn, primary_key=True, nullable=False),
    sa.Column("invited", WholeColumn, nullable=False),
    # The questionnaire as this perspective reads it, where that is in another language; empty where it is not.
    sa.Column("words", TextColumn, nullable=False, server_default=""),
    sa.CheckConstraint("perspective IN ('leader', 'staff')", name="perspective"),
    sa.CheckConstraint("invited >= 0", name="invited"),
    sqlite_with_rowid=False,
)

# Whose result was shown before sheets joined it, since two results tell more than one; which sheets is kept nowhere.
joined_late = sa.Table(
    "joined_late",
    metadata,
    belongs_to("round", key=True),
    sa.Column("perspective", TextColumn, primary_key=True, nullable=False),
    sa.CheckConstraint("perspective IN ('leader', 'staff')", name="perspective"),
    sqlite_with_rowid=False,
)

importance = sa.Table(
    "importance",
    metadata,
    belongs_to("round", key=True),
    sa.Column("theme", TextColumn, primary_key=True, nullable=False),
    sa.Column("weight", WholeColumn, nullable=False),
    sa.CheckConstraint("weight BETWEEN 1 AND 3", name="weight"),
    sqlite_with_rowid=False,
)

# What was aimed for before anybody saw a score; without a theme, for all that have none of their own.
target = sa.Table(
    "target",
    metadata,
    belongs_to("round", key=True),
    sa.Column("theme", TextColumn, primary_key=True, nullable=False),
    sa.Column("tenths", WholeColumn, nullable=False),
    sa.CheckConstraint("tenths IN (625, 750, 875)", name="tenths"),
    sqlite_with_rowid=False,
)

sheet = sa.Table(
    "sheet",
    metadata,
    belongs_to("response", key=True),
    belongs_to("round"),
    # Printed on a form, to notice one that is taken twice; forgotten when the round closes.
    sa.Column("code", TextColumn),
    # How it was answered, never what it says; it follows from the answers and is kept because counting would be slow.
    sa.Column("hurried", sa.Boolean, nullable=False),
    sa.Column("standing", TextColumn, nullable=False),
    sa.CheckConstraint("standing IN ('waiting', 'released', 'left out')", name="standing"),
    sa.CheckConstraint("code <> ''", name="code"),
    sa.UniqueConstraint("round", "code"),
)

# Notes of a closed round, which know no sheet any more.
group_note = sa.Table(
    "group_note",
    metadata,
    id_column(),
    belongs_to("round"),
    sa.Column("item", TextColumn, nullable=False),
    sa.Column("text", TextColumn, nullable=False),
    sa.Column("released", sa.Boolean, nullable=False),
    sa.CheckConstraint("text <> ''", name="text"),
    sa.Index(None, "round"),
)

# What opens the sealed replies to an open check: a private number on P-256. Forgotten when the round closes. More than
# one only where two states of a data file, each with its own, were brought together.
reply_key = sa.Table(
    "reply_key",
    metadata,
    belongs_to("round", key=True),
    sa.Column("secret", Bytes, primary_key=True, nullable=False),
    sa.CheckConstraint("length(secret) = 32", name="secret"),
    sqlite_with_rowid=False,
)

sealed_sheet = sa.Table(
    "sealed_sheet",
    metadata,
    id_column(),
    belongs_to("round"),
    sa.Column("sealed", Bytes, nullable=False),
    sa.Index(None, "round"),
    sqlite_with_rowid=False,
)

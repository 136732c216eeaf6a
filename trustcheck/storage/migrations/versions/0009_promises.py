"""Several promises of a check, with whose they are, what became of them, which questions they should move; how well
a fact is shown; and what a check aims for.

The only promise that a check could have until now is its first, and open. Of older facts nobody said how well, and of
older checks nobody set a target.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    # Made anew under another key, so that the file equals one that was made at once.
    op.execute(
        "CREATE TEMPORARY TABLE kept AS SELECT round, text, look_again_on, sign, suggestion, changes FROM promise"
    )
    op.drop_table("promise")
    _promise()
    # By hand there may be more rows of one check than any version of the program wrote.
    op.execute(
        "INSERT INTO promise (number, round, text, look_again_on, sign, suggestion, changes)"
        " SELECT row_number() OVER (PARTITION BY round ORDER BY text),"
        " round, text, look_again_on, sign, suggestion, changes FROM kept"
    )
    op.execute("DROP TABLE kept")
    _grades()
    _targets()


def _targets() -> None:
    op.create_table(
        "target",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("theme", sa.Text, nullable=False),
        sa.Column("tenths", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round", "theme", name="pk_target"),
        sa.CheckConstraint("tenths IN (625, 750, 875)", name="ck_target_tenths"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_target_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _grades() -> None:
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT round, practice, fact, evidence FROM practice_answer")
    op.drop_table("practice_answer")
    op.create_table(
        "practice_answer",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("practice", sa.Text, nullable=False),
        sa.Column("fact", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False, server_default=""),
        sa.Column("grade", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("round", "practice", name="pk_practice_answer"),
        sa.CheckConstraint("fact IN ('yes', 'partly', 'no', 'dk', 'na')", name="ck_practice_answer_fact"),
        sa.CheckConstraint(
            "grade IN ('', 'feeling', 'example', 'document', 'outsider')", name="ck_practice_answer_grade"
        ),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_practice_answer_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO practice_answer (round, practice, fact, evidence) SELECT round, practice, fact, evidence FROM kept"
    )
    op.execute("DROP TABLE kept")


def _promise() -> None:
    op.create_table(
        "promise",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("look_again_on", sa.Date),
        sa.Column("sign", sa.Text, nullable=False, server_default=""),
        sa.Column("suggestion", sa.Text, nullable=False, server_default=""),
        sa.Column("changes", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("who", sa.Text, nullable=False, server_default=""),
        sa.Column("status", sa.Text, nullable=False, server_default="open"),
        sa.Column("questions", sa.Text, nullable=False, server_default="[]"),
        sa.PrimaryKeyConstraint("round", "number", name="pk_promise"),
        sa.CheckConstraint("number > 0", name="ck_promise_number"),
        sa.CheckConstraint("length(look_again_on) = 10", name="ck_promise_days"),
        sa.CheckConstraint("status IN ('open', 'kept', 'partly', 'not', 'dropped')", name="ck_promise_status"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_promise_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )

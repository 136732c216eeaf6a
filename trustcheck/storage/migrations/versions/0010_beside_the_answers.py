"""What is said about an answer, beside it: to be talked about, whether it would be said aloud, how well it is shown;
which promise a check asks again; and what one person said last time, as a proposal.

Of older checks nobody said anything of the kind, and none asked a promise again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_KEPT = "id, organisation, questionnaire, number, form, state, asked, started_on, closed_on, at_item, leaders_are"


def upgrade() -> None:
    _marks()
    _proposals()
    # Made anew, so that the file equals one that was made at once.
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM round")
    op.drop_table("round")
    _round()
    op.execute(f"INSERT INTO round ({_KEPT}) SELECT {_KEPT} FROM kept")  # noqa: S608 - our own names
    op.execute("DROP TABLE kept")


def _marks() -> None:
    op.create_table(
        "answer_mark",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False, server_default=sa.text("0")),
        sa.Column("aloud", sa.Text, nullable=False, server_default=""),
        sa.Column("grade", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("round", "item", name="pk_answer_mark"),
        sa.CheckConstraint("aloud IN ('', 'yes', 'some', 'no')", name="ck_answer_mark_aloud"),
        sa.CheckConstraint("grade IN ('', 'feeling', 'example', 'document', 'outsider')", name="ck_answer_mark_grade"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_answer_mark_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _proposals() -> None:
    op.create_table(
        "proposed_answer",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("code", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round", "item", name="pk_proposed_answer"),
        sa.CheckConstraint(
            "typeof(code) = 'integer' AND code BETWEEN -2 AND 7 AND code <> 0", name="ck_proposed_answer_code"
        ),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_proposed_answer_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "proposed_fact",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("practice", sa.Text, nullable=False),
        sa.Column("fact", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False, server_default=""),
        sa.Column("grade", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("round", "practice", name="pk_proposed_fact"),
        sa.CheckConstraint("fact IN ('yes', 'partly', 'no', 'dk', 'na')", name="ck_proposed_fact_fact"),
        sa.CheckConstraint(
            "grade IN ('', 'feeling', 'example', 'document', 'outsider')", name="ck_proposed_fact_grade"
        ),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_proposed_fact_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _round() -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("organisation", sa.Integer, nullable=False),
        sa.Column("questionnaire", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("started_on", sa.Date, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("at_item", sa.Text, nullable=False, server_default=""),
        sa.Column("leaders_are", sa.Text, nullable=False, server_default=""),
        sa.Column("retests", sa.Integer),
        sa.Column("promise", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        sa.CheckConstraint("form IN ('full', 'pulse')", name="ck_round_form"),
        sa.CheckConstraint("state IN ('preparing', 'open', 'closed')", name="ck_round_state"),
        sa.CheckConstraint("asked >= 0", name="ck_round_asked"),
        sa.CheckConstraint("(closed_on IS NOT NULL) = (state = 'closed')", name="ck_round_closed_on"),
        sa.CheckConstraint("length(started_on) = 10 AND length(closed_on) = 10", name="ck_round_days"),
        sa.CheckConstraint("(retests IS NULL) = (promise IS NULL)", name="ck_round_retests"),
        _points_to("organisation", "CASCADE"),
        _points_to("questionnaire", "RESTRICT"),
        sa.UniqueConstraint("number", name="uq_round_number"),
        sa.ForeignKeyConstraint(["retests"], ["round.id"], name="fk_round_retests_round", ondelete="CASCADE"),
    )
    for column in ("organisation", "questionnaire", "retests"):
        op.create_index(f"ix_round_{column}", "round", [column])


def _points_to(table: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([table], [f"{table}.id"], name=f"fk_round_{table}_{table}", ondelete=ondelete)

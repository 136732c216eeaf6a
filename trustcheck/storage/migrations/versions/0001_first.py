"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _organisations_and_rounds()
    _answers_and_notes()
    _facts_promises_settings()


def _organisations_and_rounds() -> None:
    op.create_table(
        "organisation",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("name", name="uq_organisation_name"),
    )
    op.create_table(
        "questionnaire",
        _id(),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaire"),
        sa.UniqueConstraint("digest", name="uq_questionnaire_digest"),
    )
    op.create_table(
        "round",
        _id(),
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
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        sa.CheckConstraint("form IN ('full', 'pulse')", name="ck_round_form"),
        sa.CheckConstraint("state IN ('preparing', 'open', 'closed')", name="ck_round_state"),
        sa.CheckConstraint("asked >= 0", name="ck_round_asked"),
        sa.CheckConstraint("(closed_on IS NOT NULL) = (state = 'closed')", name="ck_round_closed_on"),
        sa.CheckConstraint("length(started_on) = 10 AND length(closed_on) = 10", name="ck_round_days"),
        _points_to("organisation", "round"),
        _points_to("questionnaire", "round", "RESTRICT"),
        sa.UniqueConstraint("number", name="uq_round_number"),
    )
    op.create_index("ix_round_organisation", "round", ["organisation"])
    op.create_index("ix_round_questionnaire", "round", ["questionnaire"])


def _answers_and_notes() -> None:
    op.create_table(
        "response",
        _id(),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("perspective", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_response"),
        sa.CheckConstraint("perspective IN ('leader', 'staff')", name="ck_response_perspective"),
        _points_to("round", "response"),
    )
    op.create_index("ix_response_round", "response", ["round"])
    op.create_table(
        "answer",
        sa.Column("response", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("code", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("response", "item", name="pk_answer"),
        sa.CheckConstraint("typeof(code) = 'integer' AND code BETWEEN -2 AND 7 AND code <> 0", name="ck_answer_code"),
        _points_to("response", "answer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "note",
        _id(),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("response", sa.Integer),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        sa.CheckConstraint("text <> ''", name="ck_note_text"),
        sa.UniqueConstraint("response", "item", name="uq_note_response_item"),
        _points_to("round", "note"),
        _points_to("response", "note"),
    )
    op.create_index("ix_note_round", "note", ["round"])


def _facts_promises_settings() -> None:
    op.create_table(
        "practice_answer",
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("practice", sa.Text, nullable=False),
        sa.Column("fact", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("round", "practice", name="pk_practice_answer"),
        sa.CheckConstraint("fact IN ('yes', 'partly', 'no', 'dk', 'na')", name="ck_practice_answer_fact"),
        _points_to("round", "practice_answer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "promise",
        _id(),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("look_again_on", sa.Date),
        sa.Column("sign", sa.Text, nullable=False, server_default=""),
        sa.Column("suggestion", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_promise"),
        sa.CheckConstraint("length(look_again_on) = 10", name="ck_promise_days"),
        _points_to("round", "promise"),
    )
    op.create_index("ix_promise_round", "promise", ["round"])
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
        sqlite_with_rowid=False,
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False, autoincrement=False)


def _points_to(target: str, table: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{target}_{target}"
    return sa.ForeignKeyConstraint([target], [f"{target}.id"], name=name, ondelete=ondelete)

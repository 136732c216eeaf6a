"""Several people answer one check, and organisations have a life of their own. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _organisations()
    _group_rounds()
    _sheets()


def _organisations() -> None:
    op.create_table(
        "organisation_details",
        sa.Column("organisation", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("notes", sa.Text, nullable=False, server_default=""),
        sa.Column("routes", sa.Text, nullable=False, server_default=""),
        sa.Column("prepared_by", sa.Text, nullable=False, server_default=""),
        sa.Column("accent", sa.Text, nullable=False, server_default=""),
        sa.Column("closing_words", sa.Text, nullable=False, server_default=""),
        sa.Column("logo", sa.LargeBinary, nullable=False, server_default=sa.text("x''")),
        sa.PrimaryKeyConstraint("organisation", name="pk_organisation_details"),
        _points_to("organisation", "organisation_details"),
    )
    op.create_table(
        "deleted_organisation",
        sa.Column("organisation", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("organisation", name="pk_deleted_organisation"),
        _points_to("organisation", "deleted_organisation"),
    )


def _group_rounds() -> None:
    op.create_table(
        "group_round",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("way", sa.Text, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("threshold", sa.Integer, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("routes", sa.Text, nullable=False),
        sa.Column("staff_are", sa.Text, nullable=False),
        sa.Column("one_leader_agreed", sa.Boolean, nullable=False),
        sa.Column("own_words", sa.Text, nullable=False, server_default=""),
        sa.Column("left_out", sa.Boolean, nullable=False, server_default=sa.text("0")),
        sa.Column("lock", sa.LargeBinary, nullable=False, server_default=sa.text("x''")),
        sa.PrimaryKeyConstraint("round", name="pk_group_round"),
        sa.CheckConstraint("threshold BETWEEN 3 AND 10", name="ck_group_round_threshold"),
        sa.CheckConstraint("notes IN ('none', 'facilitator', 'group')", name="ck_group_round_notes"),
        sa.CheckConstraint("minutes >= 0", name="ck_group_round_minutes"),
        _points_to("round", "group_round"),
    )
    op.create_table(
        "asked_perspective",
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("perspective", sa.Text, nullable=False),
        sa.Column("invited", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round", "perspective", name="pk_asked_perspective"),
        sa.CheckConstraint("perspective IN ('leader', 'staff')", name="ck_asked_perspective_perspective"),
        sa.CheckConstraint("invited >= 0", name="ck_asked_perspective_invited"),
        _points_to("round", "asked_perspective"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "importance",
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("theme", sa.Text, nullable=False),
        sa.Column("weight", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round", "theme", name="pk_importance"),
        sa.CheckConstraint("weight BETWEEN 1 AND 3", name="ck_importance_weight"),
        _points_to("round", "importance"),
        sqlite_with_rowid=False,
    )


def _sheets() -> None:
    op.create_table(
        "sheet",
        sa.Column("response", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("code", sa.Text),
        sa.Column("hurried", sa.Boolean, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("response", name="pk_sheet"),
        sa.CheckConstraint("standing IN ('waiting', 'released', 'left out')", name="ck_sheet_standing"),
        sa.CheckConstraint("code <> ''", name="ck_sheet_code"),
        sa.UniqueConstraint("round", "code", name="uq_sheet_round_code"),
        _points_to("response", "sheet"),
        _points_to("round", "sheet"),
    )
    op.create_table(
        "group_note",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("released", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_note"),
        sa.CheckConstraint("text <> ''", name="ck_group_note_text"),
        _points_to("round", "group_note"),
    )
    op.create_index("ix_group_note_round", "group_note", ["round"])
    op.create_table(
        "sealed_sheet",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sealed_sheet"),
        _points_to("round", "sealed_sheet"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sealed_sheet_round", "sealed_sheet", ["round"])


def _points_to(target: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([target], [f"{target}.id"], name=f"fk_{table}_{target}_{target}", ondelete="CASCADE")

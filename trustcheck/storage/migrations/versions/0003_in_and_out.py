"""Whether answers may leave as rows, and results that came without their sheets. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KEPT = "way, minutes, threshold, notes, routes, staff_are, one_leader_agreed, own_words, left_out, lock"


def upgrade() -> None:
    # Made anew with the new column in it, so that the file equals one that was made at once.
    op.execute(f"CREATE TEMPORARY TABLE kept AS SELECT round, {_KEPT} FROM group_round")  # noqa: S608 - names of columns
    op.drop_table("group_round")
    _group_round()
    # Who answered until now was promised that no row leaves, which is what the new column says by itself.
    op.execute(f"INSERT INTO group_round (round, {_KEPT}) SELECT round, {_KEPT} FROM kept")  # noqa: S608 - names of columns
    op.execute("DROP TABLE kept")
    _carried_result()


def _group_round() -> None:
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
        sa.Column("rows_may_leave", sa.Boolean, nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("round", name="pk_group_round"),
        sa.CheckConstraint("threshold BETWEEN 3 AND 10", name="ck_group_round_threshold"),
        sa.CheckConstraint("notes IN ('none', 'facilitator', 'group')", name="ck_group_round_notes"),
        sa.CheckConstraint("minutes >= 0", name="ck_group_round_minutes"),
        _points_to_round("group_round"),
    )


def _carried_result() -> None:
    op.create_table(
        "carried_result",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("round", name="pk_carried_result"),
        sa.CheckConstraint("answered >= 0", name="ck_carried_result_answered"),
        _points_to_round("carried_result"),
    )


def _points_to_round(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["round"], ["round.id"], name=f"fk_{table}_round_round", ondelete="CASCADE")

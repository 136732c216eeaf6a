"""Whose result was shown before sheets joined it; of older ones nothing is known. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "joined_late",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("perspective", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("round", "perspective", name="pk_joined_late"),
        sa.CheckConstraint("perspective IN ('leader', 'staff')", name="ck_joined_late_perspective"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_joined_late_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )

"""In which order somebody put the suggestions of a check, and which of them are not for them.

Of older checks nobody said anything of the kind.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "suggestion_by_hand",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("suggestion", sa.Text, nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("wanted", sa.Boolean),
        sa.PrimaryKeyConstraint("round", "suggestion", name="pk_suggestion_by_hand"),
        sa.CheckConstraint("place >= 0", name="ck_suggestion_by_hand_place"),
        sa.CheckConstraint("wanted IN (0, 1)", name="ck_suggestion_by_hand_wanted"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_suggestion_by_hand_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )

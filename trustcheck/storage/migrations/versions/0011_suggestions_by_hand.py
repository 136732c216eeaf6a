"""In which order somebody put the suggestions of a check, and which of them are not for them; what opens the
sealed replies to an open check; and in which words a perspective reads its questions.

Of older checks nobody said anything of the kind, none has replies, and all read the same language.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("asked_perspective", sa.Column("words", sa.Text, nullable=False, server_default=""))
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
    op.create_table(
        "reply_key",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("round", "secret", name="pk_reply_key"),
        sa.CheckConstraint("length(secret) = 32", name="ck_reply_key_secret"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_reply_key_round_round", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )

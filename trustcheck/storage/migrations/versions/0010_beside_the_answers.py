"""What is said about an answer, beside it: to be talked about, whether it would be said aloud, how well it is shown.

Of older checks nobody said anything of the kind.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
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

"""How often the PIN of a laptop that goes round was tried in vain. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "wrong_pin",
        sa.Column("round", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round", name="pk_wrong_pin"),
        sa.CheckConstraint("tries > 0", name="ck_wrong_pin_tries"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_wrong_pin_round_round", ondelete="CASCADE"),
    )

"""What people are asked beside the questions, and what they said. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    for asked in ("dots", "guesses", "drill"):
        op.add_column("group_round", sa.Column(asked, sa.Boolean, nullable=False, server_default=sa.text("0")))
    op.add_column("response", sa.Column("beside", sa.Text, nullable=False, server_default=""))

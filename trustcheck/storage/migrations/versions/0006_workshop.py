"""The session about a result: its slides, its times, what was decided. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("group_round", sa.Column("workshop", sa.Text, nullable=False, server_default=""))

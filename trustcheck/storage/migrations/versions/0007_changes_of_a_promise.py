"""How often a promise was changed. Nothing that was there is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("promise", sa.Column("changes", sa.Integer, nullable=False, server_default=sa.text("0")))

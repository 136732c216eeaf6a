"""Steps from older schemas to the newest, run by Alembic."""

"""Rows that point to others, and whether the database looks for those as each row is written."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2


@contextmanager
def trusting_links(connection: sa.Connection) -> Iterator[None]:
    """Around a transaction: nothing is looked for in it, and nothing goes with what it belonged to."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        # Inside a transaction the next line would change nothing, and nothing be looked for ever after.
        if driver.in_transaction:
            with suppress(dbapi2.Error):
                driver.rollback()
        driver.execute("PRAGMA foreign_keys = ON")

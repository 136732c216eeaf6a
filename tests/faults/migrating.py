"""A program that opens a file of an older schema and says ``climbed`` once it is open; run as ``migrating.py FILE``."""

import sys
import time

from alembic import command, config  # noqa: F401 - loaded before anybody counts

from tests.faults.killing import READY, say
from trustcheck.storage import migrations  # noqa: F401
from trustcheck.storage.store import open_store

if __name__ == "__main__":
    say(READY)
    store = open_store(sys.argv[1], create=False)
    say("climbed")
    store.close()
    say("closed")
    time.sleep(60)

"""A copy that somebody else is holding: nobody can tell whether it is whole, so nobody throws it away."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.storage.people import DAY, opened, sheets
from tests.storage.test_safekeeping import KEEPING
from trustcheck.storage import copies_changed
from trustcheck.storage.round_store import open_store


def test_a_copy_that_another_program_holds_is_not_taken_for_damaged(path: Path) -> None:
    store = open_store(str(path))
    round_id = opened(store)
    store.add_sheets(round_id, sheets(range(6)))
    copy = store.make_copy(DAY)
    store.close()
    with closing(dbapi2.connect(copy.path, isolation_level=None)) as theirs:
        theirs.execute("PRAGMA journal_mode = DELETE")
        theirs.execute("BEGIN EXCLUSIVE")
        theirs.execute("UPDATE answer SET code = 1")

        copies_changed.forget_closed([copy], None, round_id)

        theirs.execute("ROLLBACK")
    assert KEEPING.look_into(copy.path).checks == 1
    copies_changed.forget_closed([copy], None, round_id)
    assert KEEPING.look_into(copy.path).checks == 0

"""A copy that somebody else is holding, or that is out of reach: nobody can tell whether it is whole, so nobody throws
it away."""

import errno
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.kept_copies import KEEPING
from tests.storage.people import DAY, opened, sheets
from trustcheck.storage.file.copies import folder_of
from trustcheck.storage.safety import copies_changed
from trustcheck.storage.store import open_store


def test_a_copy_that_another_program_holds_is_not_taken_for_damaged(path: Path) -> None:
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(6)))
    copy = store.safety.make_copy(DAY)
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


def test_copies_that_nobody_may_reach_are_neither_thrown_away_nor_in_the_way_of_closing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(6)))
    copy = store.safety.make_copy(DAY)

    with monkeypatch.context() as shut:
        # As in a folder that may be listed and not entered; whoever owns the computer could enter it all the same.
        shut.setattr(Path, "stat", _refused_in(folder_of(str(path))))
        assert KEEPING.copies(str(path)) == ()
        assert copies_changed.holding([copy], None, "round", round_id) == (copy,)
        copies_changed.forget_closed([copy], None, round_id)
        store.groups.close(round_id, DAY)

    store.close()
    assert KEEPING.copies(str(path)) == (copy,)


def _refused_in(folder: Path) -> Callable[..., os.stat_result]:
    stat = Path.stat

    def refused(path: Path, **how: bool) -> os.stat_result:
        if path.parent == folder:
            raise PermissionError(errno.EACCES, "may not be entered", str(path))
        return stat(path, **how)

    return refused

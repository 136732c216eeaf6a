"""Two files read alike where every row of every table is the same, and never where one value is another."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.storage.people import opened, sheets
from trustcheck.storage.file.whole_copy import content_of, reads_alike
from trustcheck.storage.store import open_store


@pytest.fixture
def file(path: Path) -> Iterator[Any]:
    """A file with several sheets, with whatever is written to it checked by nobody."""
    store = open_store(str(path))
    store.sheets.add(opened(store), sheets(range(12)))
    store.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("PRAGMA ignore_check_constraints = ON")
        yield driver


@pytest.fixture
def copy(file: Any, tmp_path: Path) -> Iterator[Any]:
    with closing(dbapi2.connect(str(tmp_path / "copy.trustcheck"), isolation_level=None)) as driver:
        file.backup(driver)
        driver.execute("PRAGMA ignore_check_constraints = ON")
        yield driver


def test_a_copy_reads_like_its_file(file: Any, copy: Any) -> None:
    assert reads_alike(file, copy)
    assert max(len(some) for some in content_of(file)) < 12 * 12, "answers come one by one"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE answer SET code = code % 5 + 1 WHERE rowid_of = 1",
        "UPDATE answer SET code = CAST(code AS TEXT) || '.5'",
        "UPDATE answer SET item = 'Z9' WHERE item = 'D4'",
        "UPDATE answer SET item = CAST(item AS BLOB) WHERE item = 'D4'",
        "DELETE FROM answer WHERE item = 'D4' AND response = (SELECT max(response) FROM answer)",
        "DELETE FROM answer WHERE response = (SELECT min(response) FROM answer)",
        "INSERT INTO answer SELECT response, 'E1', 1 FROM answer LIMIT 1",
        "UPDATE answer SET response = (SELECT max(response) FROM answer), item = 'A0' WHERE rowid_of = 2",
        "UPDATE response SET perspective = 'leader' WHERE id = (SELECT max(id) FROM response)",
        "UPDATE asked_perspective SET invited = invited + 1 WHERE perspective = 'leader'",
        "UPDATE setting SET value = CAST(value AS BLOB)",
        "DROP TABLE importance",
        "CREATE INDEX another ON answer (code)",
    ],
)
def test_one_value_that_is_another_is_seen(file: Any, copy: Any, change: str) -> None:
    for one, other in ((file, copy), (copy, file)):
        copy.execute("BEGIN")
        last = "response = (SELECT max(response) FROM answer) AND item = 'D4'"
        first = "response = (SELECT min(response) FROM answer) AND item = 'D4'"
        assert copy.execute(change.replace("rowid_of = 1", last).replace("rowid_of = 2", first)) is not None
        assert not reads_alike(one, other)
        copy.execute("ROLLBACK")
        assert reads_alike(one, other)


def test_bytes_where_words_should_be_are_compared_as_well(file: Any, copy: Any) -> None:
    for each in (file, copy):
        each.execute("UPDATE answer SET item = x'ff00' WHERE item = 'D4'")
    assert reads_alike(file, copy)

    copy.execute("UPDATE answer SET item = x'ff01' WHERE item = x'ff00'")
    assert not reads_alike(file, copy)


def test_keys_that_are_nothing_are_compared_row_by_row(file: Any, copy: Any) -> None:
    """As in a damaged file, whose list of tables may say another key."""
    for each in (file, copy):
        each.execute("CREATE TABLE odd (one, two, said, PRIMARY KEY (one, two))")
        each.executemany("INSERT INTO odd VALUES (?, ?, ?)", [(None, 1, "this"), (None, 2, "this"), (3, 4, "this")])
    assert reads_alike(file, copy)

    copy.execute("UPDATE odd SET said = 'that' WHERE two = 2")
    assert not reads_alike(file, copy)

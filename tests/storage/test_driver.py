"""Whatever a file makes the driver raise becomes a sentence: of damage where the file is damaged, of memory where it is
memory that is missing. Nothing here is a file that does harm: a stand-in raises what the driver would.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.storage.kept_copies import KEEPING, planted
from tests.storage.people import opened
from trustcheck.app.ports import Damaged, NewRound, NotOpened, NotSaved
from trustcheck.storage.file import driver
from trustcheck.storage.file import engine as engines
from trustcheck.storage.store import SqliteStore, open_store

ODD = {
    "memory": MemoryError,
    "library": lambda: SystemError("error return without exception set"),
    "text": lambda: UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
}
READINGS: dict[str, Callable[[SqliteStore], object]] = {
    "organisations": lambda store: store.organisations.summaries(),
    "their names": lambda store: store.organisations.all(),
    "checks": lambda store: store.rounds.summaries(),
}


class Breaking:
    """What the driver hands out of a row raises, from :meth:`now` on and as often as it says."""

    def __init__(self) -> None:
        self._raised: Callable[[], Exception] = MemoryError
        self._left = 0

    def now(self, raised: Callable[[], Exception], times: int = 1000) -> None:
        self._raised, self._left = raised, times

    def connect(self, uri: str) -> Any:
        connection = driver.connect(uri)
        connection.row_factory = self._row
        return connection

    def _row(self, _cursor: Any, row: tuple[Any, ...]) -> tuple[Any, ...]:
        if self._left:
            self._left -= 1
            raise self._raised()
        return row


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Breaking:
    breaks = Breaking()
    monkeypatch.setattr(engines, "connect", breaks.connect)
    return breaks


@pytest.fixture(params=[True, False], ids=["looked at", "opened"])
def store(request: pytest.FixtureRequest, path: Path, new: NewRound, breaking: Breaking) -> Iterator[SqliteStore]:
    with closing(open_store(str(path))) as made:
        planted(made, new)
    with closing(open_store(str(path), look_only=request.param)) as found:
        yield found
        breaking.now(MemoryError, 0)


@pytest.mark.parametrize("raised", ODD.values(), ids=ODD)
@pytest.mark.parametrize("read", READINGS.values(), ids=READINGS)
def test_each_reading_of_a_damaged_file_ends_in_the_one_sentence(
    store: SqliteStore, breaking: Breaking, read: Callable[[SqliteStore], object], raised: Callable[[], Exception]
) -> None:
    breaking.now(raised)

    with pytest.raises(Damaged, match="will not open in one piece"):
        read(store)


@pytest.mark.parametrize("raised", ODD.values(), ids=ODD)
def test_a_file_that_breaks_as_it_is_opened_verified_or_rescued_is_told_too(
    path: Path, new: NewRound, breaking: Breaking, raised: Callable[[], Exception]
) -> None:
    with closing(open_store(str(path))) as made:
        planted(made, new)
    breaking.now(raised)

    with pytest.raises(Damaged):
        open_store(str(path), look_only=True)
    assert not KEEPING.verify(str(path)).is_whole
    with pytest.raises(Damaged):
        KEEPING.rescue(str(path), str(path.with_name("rescued.trustcheck")))


def test_a_sound_file_for_which_there_is_no_memory_is_not_called_damaged(
    store: SqliteStore, breaking: Breaking
) -> None:
    """Once: the look through the file that follows finds it whole."""
    breaking.now(MemoryError, 1)

    with pytest.raises(NotOpened, match="needs more memory than there is") as refused:
        store.organisations.summaries()

    assert not isinstance(refused.value, Damaged)


def test_nor_where_there_is_not_even_memory_to_look_through_it(
    store: SqliteStore, breaking: Breaking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "is_there_memory", lambda: False)
    breaking.now(MemoryError)

    with pytest.raises(NotOpened, match="needs more memory than there is") as refused:
        store.rounds.summaries()

    assert not isinstance(refused.value, Damaged)


@pytest.mark.parametrize(("times", "told"), [(1, "There is not enough memory"), (1000, "The data file is damaged")])
def test_what_could_not_be_saved_for_either_reason_says_so(
    path: Path, new: NewRound, breaking: Breaking, times: int, told: str
) -> None:
    with closing(open_store(str(path))) as answered:
        round_id = planted(answered, new)
        breaking.now(MemoryError, times)

        with pytest.raises(NotSaved, match=told):
            answered.rounds.save_note(round_id, "A1", "On Monday")
        breaking.now(MemoryError, 0)

        answered.rounds.save_note(round_id, "A1", "On Monday")
        assert answered.rounds.round(round_id).notes["A1"] == "On Monday"


def test_two_rows_where_there_is_one_at_most_are_damage(path: Path) -> None:
    with closing(open_store(str(path))) as made:
        round_id = opened(made)
    with closing(dbapi2.connect(str(path), isolation_level=None)) as hand:
        hand.execute("CREATE TABLE twice AS SELECT * FROM group_round UNION ALL SELECT * FROM group_round")
        hand.execute("DROP TABLE group_round")
        hand.execute("ALTER TABLE twice RENAME TO group_round")

    with closing(open_store(str(path), look_only=True)) as looked_at, pytest.raises(Damaged):
        looked_at.groups.setup(round_id)

"""A process killed while sheets come in or a check is closed loses no sheet that was called saved, and none halfway."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.faults.killing import said_until_killed
from tests.faults.left_after_collecting import Tally, count
from tests.storage.people import DAY, SETUP, opened, sheet
from trustcheck.storage.store import open_store

MOST_WORDS = 45
"""A process has taken some 35 sheets and closed its check five times at most, or a few more ..."""
LONGEST_LIFE = 0.1
"""... as so many seconds may go by after that before it is killed."""


def kill_again_and_again(path: Path, kills: int, report: Callable[[str], None]) -> Tally:
    store = open_store(str(path))
    round_id = opened(store, SETUP)
    store.close()
    chance = random.Random(9)
    tally = Tally()
    for _ in range(kills):
        first = (tally.people[-1] if tally.people else 0) + 1
        life, words = chance.random() * LONGEST_LIFE, chance.randrange(MOST_WORDS)
        said = said_until_killed("collecting.py", path, round_id, first, life=life, words=words)
        count(path, round_id, said, tally)
    report(f"killed while collecting: {tally}")
    return tally


def test_no_sheet_is_lost_and_no_closing_is_halfway_in_four_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 4, print_figures)

    assert (tally.lost, tally.halfway, tally.damaged) == (0, 0, 0), tally
    assert tally.saved > 25, tally
    assert tally.closings > 2, tally


@pytest.mark.long
def test_no_sheet_is_lost_and_no_closing_is_halfway_in_two_hundred_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 200, print_figures)

    assert (tally.lost, tally.halfway, tally.damaged) == (0, 0, 0), tally
    assert tally.saved > 2000, tally
    assert tally.closings > 200, tally


def test_the_count_would_notice_a_lost_sheet_and_one_that_is_there_halfway(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(1, code="C1", notes={"A1": "1"})])
    store.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("DELETE FROM answer WHERE item = 'A1'")
    tally = Tally()

    count(path, round_id, ["sheet 1", "sheet 2"], tally)

    assert tally.lost == 2
    assert tally.halfway == 1


def test_the_count_would_notice_a_closing_and_an_opening_that_are_lost(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(each, code=f"C{each}", notes={"A1": str(each)}) for each in range(1, 8)])
    store.close()
    tally = Tally()
    sheets = [f"sheet {each}" for each in range(1, 8)]

    count(path, round_id, [*sheets, "closed"], tally)
    assert tally.lost == 1

    store = open_store(str(path))
    store.groups.close(round_id, DAY)
    store.close()
    tally = Tally()
    count(path, round_id, [*sheets, "closed"], tally)
    assert tally.lost == 0
    tally = Tally()
    count(path, round_id, [*sheets, "closed", "open"], tally)
    assert tally.lost == 1

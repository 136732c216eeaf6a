"""Organisation files made by hand or damaged: each comes in as what it says, or is refused, and nothing is changed."""

import gc
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.figures import Figures
from tests.storage.handed_over import OURS, fill, rows_of
from tests.storage.mutated_files import MADE_BY_HAND, change, mutated
from tests.storage.people import DAY, SETUP, STAFF, opened, sheet
from trustcheck.app.ports import NewRound, NotOpened, Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.organisations import foreign_file
from trustcheck.storage.store import SqliteStore, open_store

HARMLESS = {
    "a table of somebody else's": "CREATE TABLE payroll (who TEXT); INSERT INTO payroll VALUES ('secret salaries')",
    "settings that open another door": """
        INSERT INTO setting VALUES ('untidy', '1'), ('folder 5', 'secret salaries');
        UPDATE group_round SET lock = x'31323334'; UPDATE sheet SET code = CAST(response AS TEXT);
        INSERT INTO sealed_sheet (id, round, sealed) SELECT 1, round, 'secret salaries' FROM group_round LIMIT 1
    """,
    "no index at all": "DROP INDEX ix_response_round; DROP INDEX ix_note_round",
    "one more column": "ALTER TABLE promise ADD COLUMN secret TEXT DEFAULT 'secret salaries'",
}  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file of one client with everything in it."""
    path = tmp_path_factory.mktemp("full") / "theirs.trustcheck"
    with closing(open_store(str(path), draw=random.Random(3).getrandbits)) as store:
        fill(store, OURS)
    return path


@pytest.fixture
def hostile(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(full, tmp_path / "hostile.trustcheck"))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one organisation and its closed check."""
    path = tmp_path_factory.mktemp("begun") / "mine.trustcheck"
    with closing(open_store(str(path))) as store:
        store.groups.close(_with_sheets(store), DAY)
    return path


@pytest.fixture
def mine(begun: Path, path: Path) -> Iterator[SqliteStore]:
    """A copy of it, which must be as it was in the end."""
    shutil.copyfile(begun, path)
    before = rows_of(path)
    with closing(open_store(str(path))) as store:
        yield store
    after = rows_of(path)
    for table, rows in before.items():
        assert set(rows) <= set(after[table])


def _with_sheets(store: SqliteStore) -> int:
    round_id = opened(store, name="The mill")
    store.sheets.add(round_id, [sheet(each) for each in range(6)])
    return round_id


@pytest.mark.parametrize("script", MADE_BY_HAND.values(), ids=MADE_BY_HAND.keys())
def test_what_trustcheck_would_not_have_written_is_refused(
    mine: SqliteStore, path: Path, hostile: Path, script: str
) -> None:
    change(hostile, script)
    before, theirs = rows_of(path), hostile.read_bytes()
    with pytest.raises(
        NotOpened, match=r"not as TrustCheck writes it|TrustCheck never puts there|cannot be read any more"
    ):
        mine.carrying.arriving(str(hostile))
    with pytest.raises(NotOpened):
        mine.carrying.take_in_organisation(str(hostile), OURS)

    assert rows_of(path) == before
    assert hostile.read_bytes() == theirs


@pytest.mark.parametrize("script", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_does_not_belong_there_is_left_where_it_is(
    mine: SqliteStore, path: Path, full: Path, hostile: Path, script: str
) -> None:
    change(hostile, script)
    here = mine.carrying.take_in_organisation(str(hostile), OURS)

    assert len(mine.rounds.of_organisation(here)) == 4
    assert mine.groups.locked_round() is None
    there, came = rows_of(full), rows_of(path)
    assert len(came["answer"]) == len(there["answer"]) + 6 * 16
    assert [row for row in came["sheet"] if row[2] is not None] == came["sealed_sheet"] == []
    assert {str(name).split(" ")[0] for name, _value in came["setting"]} == {"seal", "written_by"}
    mine.close()
    assert b"secret salaries" not in path.read_bytes()
    assert _shape(path) == _shape(full)


def _shape(path: Path) -> list[tuple[object, ...]]:
    with closing(dbapi2.connect(str(path))) as driver:
        return list(driver.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall())


def test_a_reading_that_goes_in_circles_ends(mine: SqliteStore, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_file, "STEPS_AT_LEAST", 0)
    monkeypatch.setattr(foreign_file, "STEPS_FOR_A_BYTE", 0)
    monkeypatch.setattr(foreign_file, "STEPS_AT_ONCE", 100)

    with pytest.raises(NotOpened, match="not as TrustCheck writes it"):
        mine.carrying.arriving(str(hostile))


# -- thousands of them


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file with one client, a closed check of five people and one of one person."""
    path = tmp_path_factory.mktemp("small") / "theirs.trustcheck"
    with closing(open_store(str(path), draw=random.Random(3).getrandbits)) as store:
        round_id = opened(store, SETUP, OURS)
        store.sheets.add(round_id, [sheet(each, STAFF, notes={"A1": "heron"}) for each in range(5)])
        store.groups.close(round_id, DAY)
        questionnaire = store.groups.setup(round_id)[2]
        personal = store.rounds.begin(NewRound(OURS, Form.FULL, STAFF, questionnaire, "", DAY))
        store.rounds.save_answer(personal, "A1", Answer(4))
    return path.read_bytes()


def throw(store: SqliteStore, path: Path, whole: bytes, folder: Path, cases: int, seed: int) -> Counter[str]:
    """Look so many mutated files through, and take every tenth that can come in. A refusal leaves every row as it was;
    what comes in, reads."""
    chance, ended = random.Random(seed), Counter[str]()
    case, before = folder / "case.trustcheck", rows_of(path)
    for number in range(cases):
        case.write_bytes(mutated(whole, chance))
        began, as_it_was = time.monotonic(), _bytes(path)
        try:
            coming = store.carrying.arriving(str(case))
            if coming and ended["sound"] % 10 == 0:
                _taken_in(store, store.carrying.take_in_organisation(str(case), coming[0].name))
                ended["taken in"] += 1
            ended["sound"] += 1
        except Refused:
            ended["refused"] += 1
            assert _bytes(path) == as_it_was
        ended["slowest in milliseconds"] = max(ended["slowest in milliseconds"], int(1000 * (time.monotonic() - began)))
        if number % 500 == 0:
            # As the window does when it has a moment; nobody else does it here.
            gc.collect()
        if number % 50 == 0:
            assert _kept(rows_of(path)) == _kept(before)
    return ended


def _bytes(path: Path) -> bytes:
    """The target with its log."""
    return path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()


def _taken_in(store: SqliteStore, here: int) -> None:
    """What came in reads, and goes again without a trace."""
    for each in store.rounds.of_organisation(here):
        with suppress(Refused):
            store.rounds.round(each.id)
            store.groups.round(each.id)
    store.organisations.delete(here)
    store.organisations.forget_deleted()


def _kept(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(own, key=repr) for table, own in rows.items()}


@pytest.fixture
def target(tmp_path: Path) -> Iterator[tuple[SqliteStore, Path]]:
    path = tmp_path / "mine.trustcheck"
    store = open_store(str(path))
    store.organisations.add("The mill")
    yield store, path
    store.close()


def test_fifty_mutated_files_come_in_or_are_refused(
    target: tuple[SqliteStore, Path], small: bytes, tmp_path: Path, print_figures: Figures
) -> None:
    ended = throw(*target, small, tmp_path, 50, seed=1)

    print_figures(f"mutated organisation files, 50: {dict(ended)}")
    assert ended["refused"] > 15
    assert ended["taken in"] > 0


@pytest.mark.long
def test_a_hundred_thousand_mutated_files_come_in_or_are_refused(
    target: tuple[SqliteStore, Path], small: bytes, tmp_path: Path, print_figures: Figures
) -> None:
    ended = throw(*target, small, tmp_path, 100_000, seed=2)

    print_figures(f"mutated organisation files, 100,000: {dict(ended)}")
    assert ended["refused"] > 10_000

"""Organisation files made by hand or damaged: each comes in as what it says, or is refused, and nothing is changed."""

import gc
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.conftest import Figures
from tests.storage.handed_over import OURS, fill, rows_of
from tests.storage.people import DAY, SETUP, STAFF, opened, sheet
from trustcheck.app.ports import NewRound, NotOpened, Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.organisations import foreign_file
from trustcheck.storage.store import SqliteStore, open_store

MADE_BY_HAND = {
    "words for a number": "UPDATE round SET asked = 'many'",
    "a number for words": "UPDATE promise SET text = CAST(x'ff00ff' AS BLOB)",
    "bytes for a name": "UPDATE organisation SET name = x'4869'",
    "words that are no words": "UPDATE promise SET text = CAST(x'c328' AS TEXT)",
    "half a character": "UPDATE promise SET text = CAST(x'eda080' AS TEXT)",
    "a zero in a text": "UPDATE promise SET text = 'a' || char(0) || 'b'",
    "a day that is none": "UPDATE round SET started_on = '2026-02-30'",
    "a day of another kind": "UPDATE round SET started_on = '2026-W48-1'",
    "an answer beyond the scale": "UPDATE answer SET code = 6 WHERE item = 'A1'",
    "an answer that turned into another": "UPDATE answer SET code = 5 WHERE item = 'A1' AND code <> 5",
    "an answer to nothing": "UPDATE answer SET item = 'Z9' WHERE item = 'A1'",
    "a note to nothing": "UPDATE group_note SET item = 'Z9'",
    "a weight of nothing": "UPDATE importance SET theme = 'Z'",
    "a weight of nine": "PRAGMA ignore_check_constraints = ON; UPDATE importance SET weight = 9",
    "a code of nought": "PRAGMA ignore_check_constraints = ON; UPDATE answer SET code = 0",
    "a state of its own": "PRAGMA ignore_check_constraints = ON; UPDATE round SET state = 'ajar'",
    "a threshold of one": "PRAGMA ignore_check_constraints = ON; UPDATE group_round SET threshold = 1",
    "a way of its own": "UPDATE group_round SET way = 'pigeon'",
    "a huge number": "UPDATE asked_perspective SET invited = 9223372036854775807",
    "a huge time": "UPDATE group_round SET minutes = 99999999999",
    "a number with a point": "UPDATE group_round SET minutes = 1.5",
    "a huge text": "UPDATE promise SET text = printf('%.*c', 4001, 'x')",
    "a huge name": "UPDATE organisation SET name = printf('%.*c', 121, 'x')",
    "a huge picture": "UPDATE organisation_details SET logo = zeroblob(2097153)",
    "no name": "UPDATE organisation SET name = '  '",
    "a name over two lines": "UPDATE organisation SET name = 'Mill' || char(10) || 'pond'",
    "a questionnaire that is none": "UPDATE questionnaire SET text = '[]'",
    "a questionnaire too deep": "UPDATE questionnaire SET text = printf('%.*c', 100000, '[')",
    "a number too long": "UPDATE questionnaire SET text = '{\"format\":' || printf('%.*c', 9000, '9') || '}'",
    "a questionnaire under another digest": "UPDATE questionnaire SET digest = digest || '0'",
    "a sheet without a check": "DELETE FROM group_round",
    "a check without a sheet's row": "DELETE FROM sheet",
    "a check without a questionnaire": "DELETE FROM questionnaire",
    "a check without an organisation": "UPDATE round SET organisation = 5",
    "a person without answers": "DELETE FROM response WHERE round NOT IN (SELECT round FROM group_round)",
    "nobody who is asked": "DELETE FROM asked_perspective",
    "a note of another check": "UPDATE note SET round = (SELECT max(id) FROM round)",
    "a result beside its sheets": """
        INSERT INTO carried_result (round, answered, text) SELECT round, 3, '{}' FROM group_round
    """,
    "a result of one person": """
        INSERT INTO carried_result (round, answered, text)
        SELECT id, 3, '{}' FROM round WHERE id NOT IN (SELECT round FROM group_round)
    """,
    "a result that is none": """
        DELETE FROM response WHERE round IN (SELECT round FROM group_round);
        DELETE FROM setting; DELETE FROM sheet; DELETE FROM answer;
        INSERT INTO carried_result (round, answered, text) SELECT id, 3, '{}' FROM round
        WHERE state = 'closed' AND id IN (SELECT round FROM group_round)
    """,
    "two promises": "INSERT INTO promise (id, round, text) SELECT id + 1, round, text FROM promise",
    "a table that is gone": "DROP TABLE importance",
    "a column that is gone": "ALTER TABLE promise DROP COLUMN sign",
    "a table called otherwise": "ALTER TABLE answer RENAME TO answers",
    "a view in the place of a table": """
        ALTER TABLE promise RENAME TO kept; CREATE VIEW promise AS
        SELECT id, round, text, look_again_on, sign, suggestion FROM kept
    """,
    "a view that never ends": """
        DROP TABLE promise; CREATE VIEW promise AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS id, i AS round, '' AS text, NULL AS look_again_on, '' AS sign, '' AS suggestion FROM n
    """,
    "a column that works itself out": """
        DROP TABLE promise; CREATE TABLE promise (id INTEGER PRIMARY KEY, round INTEGER, look_again_on, sign,
        suggestion, text TEXT AS (printf('%.*c', 100000000, 'x')))
    """,
    "a table that is a program": """
        DROP TABLE promise; CREATE VIRTUAL TABLE promise USING fts5(id, round, text, look_again_on, sign, suggestion)
    """,
    "a trigger that would spoil it": """
        CREATE TRIGGER spoil AFTER INSERT ON round BEGIN DELETE FROM answer; END;
        CREATE TRIGGER spoil_it BEFORE UPDATE ON organisation BEGIN SELECT RAISE(ABORT, 'spoilt'); END
    """,
    "a view of somebody else's": """
        CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
    """,
    "an index that works itself out": "CREATE INDEX slow ON promise (printf('%.*c', 1000, text))",
    "an index of some rows": "CREATE INDEX some ON promise (text) WHERE length(text) > 2",
}  # fmt: skip
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


@pytest.fixture
def mine(store: SqliteStore, path: Path) -> Iterator[SqliteStore]:
    """A file with one organisation, which must be as it was in the end."""
    store.groups.close(_with_sheets(store), DAY)
    before = rows_of(path)
    yield store
    after = rows_of(path)
    for table, rows in before.items():
        assert set(rows) <= set(after[table])


def _with_sheets(store: SqliteStore) -> int:
    round_id = opened(store, name="The mill")
    store.sheets.add(round_id, [sheet(each) for each in range(6)])
    return round_id


def change(path: Path, script: str) -> None:
    with closing(dbapi2.connect(str(path))) as driver:
        driver.executescript(f"PRAGMA foreign_keys = OFF; {script}; PRAGMA journal_mode = DELETE;")


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
    monkeypatch.setattr(foreign_file, "_STEPS_AT_LEAST", 0)
    monkeypatch.setattr(foreign_file, "_STEPS_FOR_A_BYTE", 0)
    monkeypatch.setattr(foreign_file, "_STEPS_AT_ONCE", 100)

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


@cache
def written_places(whole: bytes) -> list[int]:
    """Where something stands in it: most of a small file is empty, and nobody reads what is written there."""
    return [place for place, byte in enumerate(whole) if byte]


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """The file with something wrong in it: a few bytes, a page, its end, or one value that was changed by hand."""
    kind = chance.randrange(10)
    content = bytearray(whole)
    if kind < 4:
        held = written_places(whole)
        for _ in range(chance.choice((1, 1, 2, 8, 64))):
            content[chance.choice(held)] = chance.randrange(256)
    elif kind < 6:
        # Where keys, pointers and lengths lie: the first bytes of a page.
        page = 4096 * chance.randrange(len(content) // 4096)
        content[page + chance.randrange(64)] = chance.choice((0, 1, 2, 5, 10, 13, 127, 128, 255))
    elif kind == 6:
        one, other = (4096 * chance.randrange(len(content) // 4096) for _ in range(2))
        content[one : one + 4096] = content[other : other + 4096]
    elif kind == 7:
        at = chance.randrange(len(content))
        content[at : at + chance.randrange(1, 4096)] = bytes(chance.randrange(1, 4096))
    elif kind == 8:
        del content[chance.randrange(len(content)) :]
    else:
        at, other = chance.randrange(len(content)), chance.randrange(len(content))
        length = chance.randrange(1, 40)
        content[at : at + length] = content[other : other + length]
    return bytes(content)


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


def test_a_thousand_mutated_files_come_in_or_are_refused(
    target: tuple[SqliteStore, Path], small: bytes, tmp_path: Path, print_figures: Figures
) -> None:
    ended = throw(*target, small, tmp_path, 1000, seed=1)

    print_figures(f"mutated organisation files, 1,000: {dict(ended)}")
    assert ended["refused"] > 100
    assert ended["taken in"] > 10


@pytest.mark.long
def test_a_hundred_thousand_mutated_files_come_in_or_are_refused(
    target: tuple[SqliteStore, Path], small: bytes, tmp_path: Path, print_figures: Figures
) -> None:
    ended = throw(*target, small, tmp_path, 100_000, seed=2)

    print_figures(f"mutated organisation files, 100,000: {dict(ended)}")
    assert ended["refused"] > 10_000

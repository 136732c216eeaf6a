"""Climbing from one schema to the next: a copy first, all or nothing, and nothing lost on the way."""

import shutil
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from trustcheck.app.ports import NewRound, NotOpened
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.file import atomic_files, upgrade
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.schema.tables import SCHEMA
from trustcheck.storage.store import open_store

NEXT = SCHEMA + 1
# Rebuilds a table others point to, which is where a careless climb deletes everything that belongs to it.
REBUILD = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{this}", "{before}"
def upgrade():
    op.create_table("early", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("round", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.Text, nullable=False, server_default="calm"))
    {then}
"""


@pytest.fixture
def answered(path: Path, new: NewRound) -> Path:
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    for item in new.questionnaire.order:
        store.rounds.save_answer(round_id, item, Answer(4))
    store.rounds.save_note(round_id, "A1", "On Monday")
    store.close()
    return path


def ladder(folder: Path, then: str = "") -> Ladder:
    """Today's steps and one more that does not exist yet."""
    versions = folder / "versions"
    shutil.copytree(Ladder().versions, versions, ignore=shutil.ignore_patterns("__pycache__"))
    step = REBUILD.format(this=upgrade.revision(NEXT), before=upgrade.revision(SCHEMA), then=then)
    (versions / "9999_next.py").write_text(step)
    return Ladder(NEXT, versions)


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True)) as driver:
        return list(driver.execute(question).fetchall())


def shape(path: Path) -> dict[str, str]:
    """Every table and index with its words, blanks aside."""
    found = rows(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {str(name): " ".join(str(sql).split()) for name, sql in found}


def constraints(path: Path) -> dict[str, list[list[str]]]:
    """What SQLite itself makes of each table: columns, foreign keys, indexes, without the order they were made in."""
    kinds = ("table_xinfo", "foreign_key_list", "index_list")
    return {
        table: [sorted(str(row[1:]) for row in rows(path, f"PRAGMA {kind}({table})")) for kind in kinds]
        for table in shape(path)
    }


def test_a_file_made_at_once_equals_one_made_by_the_migrations(path: Path, tmp_path: Path) -> None:
    open_store(str(path)).close()
    climbed = tmp_path / "climbed.trustcheck"
    atomic_files.make_private(climbed)
    engine = engines.writing_engine(str(climbed))
    upgrade.migrate(engine, Ladder(), "0.0.0")
    engine.dispose()

    assert shape(climbed) == shape(path)
    assert constraints(climbed) == constraints(path)
    assert rows(climbed, "SELECT * FROM alembic_version") == rows(path, "SELECT * FROM alembic_version")
    assert rows(climbed, "PRAGMA user_version") == rows(path, "PRAGMA user_version")


def test_an_older_file_climbs_with_everything_in_it(answered: Path, tmp_path: Path) -> None:
    store = open_store(str(answered), ladder=ladder(tmp_path))
    try:
        kept = store.rounds.round(store.rounds.summaries()[0].id)
    finally:
        store.close()

    assert set(kept.response.answers.values()) == {Answer(4)}
    assert len(kept.response.answers) == 16
    assert kept.notes == {"A1": "On Monday"}
    assert rows(answered, "SELECT mood FROM round") == [("calm",)]
    assert rows(answered, "PRAGMA user_version") == [(NEXT,)]
    assert rows(answered, "PRAGMA foreign_key_check") == []
    assert engines.header(str(answered))[1] == NEXT


def test_the_copy_made_before_is_whole_private_and_named_with_its_schema(answered: Path, tmp_path: Path) -> None:
    open_store(str(answered), ladder=ladder(tmp_path)).close()
    copy = answered.with_name(f"mine.schema-{SCHEMA}.trustcheck")

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    old = open_store(str(copy), create=False)
    try:
        assert old.rounds.summaries()[0].answered == 16
    finally:
        old.close()
    assert {each.name for each in answered.parent.iterdir() if each.is_file()} == {answered.name, copy.name}


@pytest.mark.parametrize(
    "then",
    [
        "raise RuntimeError",
        "op.execute('no such statement')",
        "op.execute('DELETE FROM round')",
        "import missing",
    ],
    ids=["python", "sql", "orphans", "import"],
)
def test_a_climb_that_breaks_off_leaves_the_old_file_and_its_copy(answered: Path, tmp_path: Path, then: str) -> None:
    before = shape(answered)

    with pytest.raises(NotOpened, match="could not be brought up to date") as refused:
        open_store(str(answered), ladder=ladder(tmp_path, then))

    copy = answered.with_name(f"mine.schema-{SCHEMA}.trustcheck")
    assert copy.name in str(refused.value)
    for file in (answered, copy):
        assert shape(file) == before
        assert rows(file, "PRAGMA user_version") == [(SCHEMA,)]
        assert rows(file, "SELECT count(*) FROM answer") == [(16,)]
    store = open_store(str(answered), create=False)
    assert store.rounds.summaries()[0].answered == 16
    store.close()


def test_no_climb_without_a_copy(answered: Path, tmp_path: Path) -> None:
    """What would be the copy's place is taken by something that cannot be replaced."""
    in_the_way = answered.with_name(f"mine.schema-{SCHEMA}.trustcheck")
    in_the_way.mkdir()

    with pytest.raises(NotOpened):
        open_store(str(answered), ladder=ladder(tmp_path))

    assert rows(answered, "PRAGMA user_version") == [(SCHEMA,)]
    assert not any(each.name.endswith(".new") for each in answered.parent.iterdir())


def test_a_file_that_is_only_looked_at_is_not_brought_up_to_date(answered: Path, tmp_path: Path) -> None:
    before = answered.read_bytes()

    with pytest.raises(NotOpened, match="written by an older TrustCheck"):
        open_store(str(answered), look_only=True, ladder=ladder(tmp_path))

    assert answered.read_bytes() == before


def test_alembic_is_not_imported_unless_there_is_something_to_climb(tmp_path: Path) -> None:
    script = (
        "import sys; from trustcheck.storage.store import open_store\n"
        "for _ in range(2): open_store(sys.argv[1]).close()\n"
        "print('alembic' in sys.modules, 'sqlalchemy.orm' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "mine.trustcheck")], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["False", "False"]

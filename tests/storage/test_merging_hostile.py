"""The other file is a door: what is made by hand or damaged in it is refused whole, or comes in as what it says."""

import gc
import random
import shutil
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.faults.killing import is_sound
from tests.figures import Figures
from tests.storage.handed_over import OURS, fill, rows_of
from tests.storage.mutated_files import MADE_BY_HAND, change, mutated
from tests.storage.people import DAY, SETUP, STAFF, opened, sheet
from trustcheck.app.ports import NewRound, NotOpened, Refused
from trustcheck.app.store.merging import MergeChoice
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.store import SqliteStore, open_store


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file of one client with everything in it."""
    path = tmp_path_factory.mktemp("full") / "mine.trustcheck"
    with closing(open_store(str(path), draw=random.Random(3).getrandbits)) as store:
        fill(store, OURS)
    return path


@pytest.mark.parametrize("script", MADE_BY_HAND.values(), ids=MADE_BY_HAND.keys())
def test_what_trustcheck_would_not_have_written_is_refused(full: Path, tmp_path: Path, script: str) -> None:
    here, hostile = (Path(shutil.copyfile(full, tmp_path / f"{each}.trustcheck")) for each in ("here", "hostile"))
    change(hostile, script)
    before, theirs = rows_of(here), hostile.read_bytes()
    with closing(open_store(str(here))) as store, pytest.raises(NotOpened):
        store.carrying.compare_with(str(hostile))
    assert rows_of(here) == before
    assert hostile.read_bytes() == theirs


HOSTILE = {
    "a check under another organisation": """
        INSERT INTO organisation VALUES (77, 'Quarry'); UPDATE round SET organisation = 77 WHERE state = 'preparing'
    """,
    "a check of several that is one person's": """
        UPDATE round SET state = 'open' WHERE state = 'preparing';
        DELETE FROM group_round WHERE round IN (SELECT id FROM round WHERE state = 'open');
        DELETE FROM asked_perspective WHERE round NOT IN (SELECT round FROM group_round);
        DELETE FROM importance WHERE round NOT IN (SELECT round FROM group_round);
        INSERT INTO response SELECT id + 1, id, 'staff', '' FROM round
        WHERE state = 'open' AND id NOT IN (SELECT round FROM response)
    """,
}


@pytest.mark.parametrize("script", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_known_number_on_quite_another_thing_is_refused(full: Path, tmp_path: Path, script: str) -> None:
    here, hostile = (Path(shutil.copyfile(full, tmp_path / f"{each}.trustcheck")) for each in ("here", "hostile"))
    change(hostile, script)
    with closing(open_store(str(here))) as store, pytest.raises(NotOpened, match="not as TrustCheck writes it"):
        store.carrying.compare_with(str(hostile))


def test_settings_triggers_and_a_lock_of_the_other_file_stay_there(full: Path, tmp_path: Path) -> None:
    here, other = (Path(shutil.copyfile(full, tmp_path / f"{each}.trustcheck")) for each in ("here", "other"))
    change(other, "INSERT INTO setting VALUES ('folder 5', 'secret salaries'), ('untidy', '1')")
    with closing(open_store(str(here))) as store:
        seen = store.carrying.compare_with(str(other))
        store.carrying.merge(str(other), seen, {}, DAY)
    assert b"secret salaries" not in here.read_bytes()


def _small(path: Path) -> None:
    with closing(open_store(str(path), draw=random.Random(3).getrandbits)) as store:
        round_id = opened(store, SETUP, OURS)
        store.sheets.add(round_id, [sheet(each, STAFF, notes={"A1": "heron"}) for each in range(5)])
        questionnaire = store.groups.setup(round_id)[2]
        personal = store.rounds.begin(NewRound(OURS, Form.FULL, STAFF, questionnaire, "", DAY))
        store.rounds.save_answer(personal, "A1", Answer(4))


def throw(folder: Path, cases: int, seed: int) -> Counter[str]:
    """Bring in so many mutated copies of one file, each over a fresh one, with a choice drawn for everything."""
    chance, ended = random.Random(seed), Counter[str]()
    whole, here, case = (folder / f"{each}.trustcheck" for each in ("whole", "here", "case"))
    _small(whole)
    content = whole.read_bytes()
    for number in range(cases):
        case.write_bytes(mutated(content, chance))
        shutil.copyfile(whole, here)
        with closing(open_store(str(here))) as store:
            before = rows_of(here)
            try:
                seen = store.carrying.compare_with(str(case))
                assert rows_of(here) == before
                chosen = {each.id: chance.choice(tuple(MergeChoice)) for each in seen.parts}
                Path(store.carrying.merge(str(case), seen, chosen, DAY)).unlink()
                ended["brought in"] += 1
                _reads(store)
            except Refused:
                ended["refused"] += 1
                assert rows_of(here) == before
        assert is_sound(here)
        if number % 200 == 0:
            gc.collect()
    return ended


def _reads(store: SqliteStore) -> None:
    for each in store.rounds.summaries():
        with suppress(Refused):
            store.rounds.round(each.id)
            store.groups.setup(each.id)


def test_fifteen_mutated_files_come_in_or_are_refused(tmp_path: Path, print_figures: Figures) -> None:
    ended = throw(tmp_path, 15, seed=1)
    print_figures(f"mutated other files, 15: {dict(ended)}")
    assert ended["refused"] > 1
    assert ended["brought in"] > 1


@pytest.mark.long
def test_ten_thousand_mutated_files_come_in_or_are_refused(tmp_path: Path, print_figures: Figures) -> None:
    ended = throw(tmp_path, 10_000, seed=2)
    print_figures(f"mutated other files, 10,000: {dict(ended)}")
    assert ended["refused"] > 1000
    assert ended["brought in"] > 1000

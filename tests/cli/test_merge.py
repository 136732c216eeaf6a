"""``trustcheck merge`` as somebody types it: what would be done is said first, and nobody's choice is made."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.commands import Run
from tests.cli.passphrases import PASSPHRASE, handed_over
from tests.storage.handed_over import OURS, fill
from tests.storage.people import opened, sheets
from tests.storage.two_machines import TwoMachines
from trustcheck.domain.checks.round import RoundKind, RoundState
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.storage.store import SqliteStore, open_store


def begin(store: SqliteStore) -> tuple[int, int]:
    fill(store, OURS)
    personal = next(
        each.id
        for each in store.rounds.summaries()
        if each.kind is RoundKind.PERSONAL and each.state is RoundState.OPEN
    )
    several = opened(store)
    store.sheets.add(several, sheets(range(3)))
    return personal, several


@pytest.fixture
def machines(tmp_path: Path) -> TwoMachines:
    files = TwoMachines(tmp_path, begin)
    files.on(files.there, lambda store: store.sheets.add(files.began[1], sheets(range(3, 7))))
    return files


def clash(machines: TwoMachines) -> None:
    for path, point in ((machines.here, 1), (machines.there, 5)):
        with closing(open_store(path)) as store:
            store.rounds.save_answer(machines.began[0], "A1", Answer(point))


def test_it_says_what_would_be_done_and_writes_nothing(run: Run, machines: TwoMachines) -> None:
    before = [Path(each).read_bytes() for each in (machines.here, machines.there)]
    done = run("merge", machines.here, machines.there, "--dry-run")

    assert (done.code, done.err) == (0, "")
    assert "The other file adds something in one place." in done.out
    assert "It is open in both: 3 sheets here, 7 over there. Together 7, each of them once." in done.out
    assert done.out.endswith("Nothing was changed.\n")
    assert [Path(each).read_bytes() for each in (machines.here, machines.there)] == before
    assert sorted(each.name for each in Path(machines.here).parent.iterdir()) == ["here.trustcheck", "there.trustcheck"]


def test_it_brings_in_and_keeps_a_copy(run: Run, machines: TwoMachines) -> None:
    done = run("merge", machines.here, machines.there)

    assert (done.code, done.err) == (0, "")
    assert "Brought in. The file as it was before is kept: " in done.out
    with closing(open_store(machines.here)) as store:
        assert store.groups.arrived(machines.began[1]).all_finished == 7
    assert "There is nothing to bring in" in run("merge", machines.here, machines.there).out
    assert len([each for each in Path(machines.here).parent.iterdir() if "set aside" in each.name]) == 1


def test_nobody_is_chosen_for(run: Run, machines: TwoMachines) -> None:
    clash(machines)
    before = Path(machines.here).read_bytes()
    done = run("merge", machines.here, machines.there)
    assert done.code == 1
    assert "--where-both-changed here, there or both" in done.err
    assert Path(machines.here).read_bytes() == before

    assert run("merge", machines.here, machines.there, "--where-both-changed", "there").code == 0
    with closing(open_store(machines.here)) as store:
        assert store.rounds.round(machines.began[0]).response.answer("A1") == Answer(5)


def test_both_may_stay(run: Run, machines: TwoMachines) -> None:
    clash(machines)
    assert run("merge", machines.here, machines.there, "--where-both-changed", "both").code == 0
    with closing(open_store(machines.here)) as store:
        personal = [store.rounds.round(each.id) for each in store.rounds.summaries() if each.kind is RoundKind.PERSONAL]
    assert sorted(answer.code for each in personal if (answer := each.response.answer("A1"))) == [1, 4, 5]


def test_an_open_check_is_told_by_its_number_of_sheets_and_nothing_else(run: Run, machines: TwoMachines) -> None:
    machines.on(
        machines.there,
        lambda store: store.rounds.save_fact(machines.began[1], "K1", PracticeAnswer("K1", Fact.YES, "a list")),
    )
    said = run("merge", machines.here, machines.there, "--dry-run").out
    assert not any(word in said for word in ("leader", "staff", "hurried", "a list", "A1"))


def test_protected_files_ask_for_their_passphrase(run: Run, machines: TwoMachines) -> None:
    for path in (machines.here, machines.there):
        with handed_over(f"{PASSPHRASE}\n") as descriptor:
            assert run("encrypt", path, "--passphrase-fd", descriptor).code == 0
    with handed_over("wrong\n") as descriptor:
        assert run("merge", machines.here, machines.there, "--passphrase-fd", descriptor).code == 1
    with handed_over(f"{PASSPHRASE}\n") as descriptor:
        done = run("merge", machines.here, machines.there, "--passphrase-fd", descriptor)
    assert (done.code, done.err) == (0, "")
    assert PASSPHRASE not in done.out


def test_another_workspace_a_damaged_file_and_none_are_refused(run: Run, machines: TwoMachines, tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "foreign.trustcheck"))) as store:
        fill(store, OURS)
    damaged = tmp_path / "damaged.trustcheck"
    shutil.copyfile(machines.there, damaged)
    damaged.write_bytes(damaged.read_bytes()[:9000])
    before = Path(machines.here).read_bytes()
    for other, words in (
        (tmp_path / "foreign.trustcheck", "handed over as a file of its own"),
        (damaged, ""),
        (tmp_path / "nowhere.trustcheck", "nowhere.trustcheck"),
    ):
        done = run("merge", machines.here, other)
        assert (done.code, done.out) == (1, "")
        assert words in done.err
    assert Path(machines.here).read_bytes() == before
    assert run("merge", tmp_path / "nowhere.trustcheck", machines.there).code == 1
    assert not (tmp_path / "nowhere.trustcheck").exists()

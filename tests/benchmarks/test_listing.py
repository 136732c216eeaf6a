"""What lists cost with many organisations, and what an open check's count costs. Ratios of one run, never limits."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests import builders
from tests.storage.people import SETUP
from trustcheck.app.ports import NewGroupRound, SealedSheet
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store import SqliteStore, open_store

pytestmark = pytest.mark.benchmark

CHECKS = 10
SHEETS = 12
DAY = date(2026, 11, 22)
ASKED = builders.questionnaire({"people": {"A": 20}, "openness": {"B": 20}})


def file_of(path: Path, organisations: int) -> SqliteStore:
    """Each organisation with ten group checks of twelve sheets, the newest of them open."""
    store, chance = open_store(str(path)), random.Random(4)
    first = store.groups.prepare(NewGroupRound(store.organisations.add("Client 0"), ASKED, SETUP, DAY))
    with store._file.reading() as connection:
        kept = connection.execute(tables.round_.select()).one()._asdict()
        group = connection.execute(group_tables.group_round.select()).one()._asdict()
        asked = [each._asdict() for each in connection.execute(group_tables.asked_perspective.select())]
    clients = [{"id": chance.getrandbits(63), "name": f"Client {each}"} for each in range(1, organisations)]
    owners = [kept["organisation"]] * (CHECKS - 1) + [each["id"] for each in clients for _ in range(CHECKS)]
    rounds = [
        {
            **kept,
            "id": chance.getrandbits(63),
            "organisation": owner,
            "number": 2 + at,
            "started_on": DAY - timedelta(days=at % 900),
            "state": "open" if at % CHECKS == 0 else "closed",
            "closed_on": None if at % CHECKS == 0 else DAY,
        }
        for at, owner in enumerate(owners)
    ]
    sheets = [(chance.getrandbits(63), each["id"]) for each in rounds for _ in range(SHEETS)]
    with store._file.writing("") as connection:
        if clients:
            connection.execute(tables.organisation.insert(), clients)
        connection.execute(tables.round_.insert(), rounds)
        connection.execute(group_tables.group_round.insert(), [{**group, "round": each["id"]} for each in rounds])
        perspectives = [{**one, "round": each["id"]} for each in rounds for one in asked]
        connection.execute(group_tables.asked_perspective.insert(), perspectives)
        connection.exec_driver_sql("INSERT INTO response VALUES (?, ?, 'staff')", sheets)
        rows = [(new, round_id, 0, "waiting") for new, round_id in sheets]
        connection.exec_driver_sql("INSERT INTO sheet (response, round, hurried, standing) VALUES (?, ?, ?, ?)", rows)
    assert store.rounds.of_organisation(int(kept["organisation"]))[0].id in {first, *(each["id"] for each in rounds)}
    return store


def seconds(ask: Callable[[], object], times: int) -> float:
    took = []
    for _ in range(times):
        start = perf_counter()
        ask()
        took.append(perf_counter() - start)
    return median(took)


def growth(folder: Path, few: int, many: int) -> list[str]:
    small, large = file_of(folder / "few.trustcheck", few), file_of(folder / "many.trustcheck", many)
    one = small.organisations.summaries()[0].organisation.id
    other = large.organisations.summaries()[0].organisation.id
    asked: dict[str, tuple[Callable[[], object], Callable[[], object], int]] = {
        "list of organisations, for each of them": (
            small.organisations.summaries,
            large.organisations.summaries,
            many // few,
        ),
        "list of all checks, for each of them": (small.rounds.summaries, large.rounds.summaries, many // few),
        "the checks of one organisation": (
            lambda: small.rounds.of_organisation(one),
            lambda: large.rounds.of_organisation(other),
            1,
        ),
    }
    lines = []
    for name, (at_few, at_many, shown) in asked.items():
        slow, quick = seconds(at_many, 15), seconds(at_few, 15)
        lines.append(
            f"{name}: {slow / quick / shown:.2f} x with {many:,} organisations of ten checks against {few} (goal 1.5; "
            f"{slow * 1e3:.0f} ms)"
        )
    assert len(large.organisations.summaries()) == many
    assert len(large.rounds.summaries()) == many * CHECKS
    for store in (small, large):
        store.close()
    return lines


def test_lists_with_a_thousand_organisations(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    print_figures(*growth(tmp_path, 10, 1_000))


def test_a_sealed_answer_beside_many_checks(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    took = {}
    for number in (1, 200):
        store = file_of(tmp_path / f"{number}.trustcheck", number)
        round_id = next(each.id for each in store.rounds.summaries() if each.state.value == "open")
        drafts = iter(range(1, 1000))
        took[number] = seconds(
            lambda at=store, of=round_id, each=drafts: at.sheets.save_sealed(
                of, SealedSheet(7, bytes(2000 + next(each)))
            ),
            200,
        )
        store.close()

    print_figures(
        f"one sealed answer kept beside 200 organisations: {took[200] / took[1]:.2f} x alone in the file (goal 1.3; "
        f"{took[200] * 1e3:.2f} ms)"
    )
    assert took[1] > 0

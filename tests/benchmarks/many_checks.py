"""A data file with many checks of one organisation."""

import random
from datetime import date, timedelta
from pathlib import Path

from tests import builders
from tests.storage.people import SETUP
from trustcheck.app.ports import NewGroupRound
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store import SqliteStore, open_store

CHECKS = 10


SHEETS = 12


DAY = date(2026, 11, 22)


ASKED = builders.questionnaire({"people": {"A": 20}, "openness": {"B": 20}})


def file_of(path: Path, organisations: int) -> SqliteStore:
    """Each organisation with ten group checks of twelve sheets, the newest of them open."""
    store, chance = open_store(str(path)), random.Random(4)
    first = store.groups.prepare(NewGroupRound(store.organisations.add("Client 0"), ASKED, SETUP, DAY))
    with store.file.reading() as connection:
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
    with store.file.writing("") as connection:
        if clients:
            connection.execute(tables.organisation.insert(), clients)
        connection.execute(tables.round_.insert(), rounds)
        connection.execute(group_tables.group_round.insert(), [{**group, "round": each["id"]} for each in rounds])
        perspectives = [{**one, "round": each["id"]} for each in rounds for one in asked]
        connection.execute(group_tables.asked_perspective.insert(), perspectives)
        connection.exec_driver_sql("INSERT INTO response VALUES (?, ?, 'staff', '')", sheets)
        rows = [(new, round_id, 0, "waiting") for new, round_id in sheets]
        connection.exec_driver_sql("INSERT INTO sheet (response, round, hurried, standing) VALUES (?, ?, ?, ?)", rows)
    assert store.rounds.of_organisation(int(kept["organisation"]))[0].id in {first, *(each["id"] for each in rounds)}
    return store

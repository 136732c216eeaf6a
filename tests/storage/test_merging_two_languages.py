"""Sheets of two computers stand together where leaders and staff of their check read two languages."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.people import ASKED, DAY, LEADER, SETUP, STAFF, opened, prepared, sheets
from tests.storage.two_machines import TwoMachines, bring_in, part_of
from trustcheck.app.store.merging import MergeChoice, PartState
from trustcheck.storage.store import open_store

GERMAN = replace(ASKED, language="de", frame="In den letzten drei Monaten")
IN_TWO = replace(SETUP, translated={LEADER: GERMAN})


def test_their_sheets_are_joined_and_each_view_keeps_the_words_it_read(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: opened(store, IN_TWO))
    machines.on(machines.here, lambda store: store.sheets.add(machines.began, sheets(range(1, 7), LEADER)))
    machines.on(machines.there, lambda store: store.sheets.add(machines.began, sheets(range(20, 28), STAFF)))

    assert part_of(bring_in(machines), machines.began).found is PartState.JOINED
    with closing(open_store(machines.here)) as store:
        assert store.groups.setup(machines.began)[1].translated == {LEADER: GERMAN}
        store.groups.close(machines.began, DAY)
        assert len(store.groups.round(machines.began).responses) == 14


@pytest.mark.parametrize(("choice", "read"), [(MergeChoice.HERE, {}), (MergeChoice.THERE, {LEADER: GERMAN})])
def test_where_only_one_of_them_was_given_a_second_language_a_person_chooses(
    tmp_path: Path, choice: MergeChoice, read: dict[object, object]
) -> None:
    machines = TwoMachines(tmp_path, lambda store: prepared(store, SETUP))
    machines.on(machines.there, lambda store: store.groups.change_setup(machines.began, IN_TWO))
    machines.on(machines.here, lambda store: store.groups.change_setup(machines.began, replace(SETUP, minutes=9)))

    assert part_of(bring_in(machines, choice), machines.began).found is PartState.CHANGED
    with closing(open_store(machines.here)) as store:
        assert store.groups.setup(machines.began)[1].translated == read

"""What people say beside the questions stays with their sheet wherever it goes, and is as hard to trace."""

import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.handed_over import PASSPHRASE
from tests.storage.kept_copies import KEEPING
from tests.storage.people import DAY, LEADER, SETUP, STAFF, opened, sheet
from tests.storage.two_machines import TwoMachines
from trustcheck.app.carrying.export_making import parcel_of
from trustcheck.app.carrying.importing import settled
from trustcheck.app.ports import Damaged, NewRound, NotSaved, Refused
from trustcheck.app.store.merging import MergeChoice
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json
from trustcheck.storage.store import SqliteStore, open_store

ALL_ASKED = replace(SETUP, dots=True, guesses=True, drill=True, rows_may_leave=True)
OLD = Path(__file__).with_name("old")


def said(person: int, perspective: Perspective = STAFF) -> SaidBeside:
    guesses = {theme: 1 + (person + at) % 5 for at, theme in enumerate("ABCD")} if perspective is LEADER else {}
    return SaidBeside(dots=True, guesses=guesses, drill={"memo": person % 5, "review": (person + 2) % 5})


def full(person: int, perspective: Perspective = STAFF, *, code: str = "") -> Sheet:
    plain = sheet(person, perspective, code=code)
    return replace(plain, response=replace(plain.response, beside=said(person, perspective)))


PEOPLE = [*(full(each, LEADER) for each in range(6)), *(full(each) for each in range(20, 29))]


def fill(store: SqliteStore, setup: GroupSetup = ALL_ASKED) -> int:
    round_id = opened(store, setup)
    store.sheets.add(round_id, PEOPLE)
    return round_id


def together(responses: Iterable[Response]) -> list[str]:
    """What each person said, in no order."""
    return sorted(repr((each.perspective, sorted(each.answers.items(), key=repr), each.beside)) for each in responses)


def test_it_stays_with_its_sheet_when_a_check_is_closed(store: SqliteStore) -> None:
    round_id = fill(store)
    store.groups.close(round_id, DAY)

    held = store.groups.round(round_id)

    assert (held.setup.dots, held.setup.guesses, held.setup.drill) == (True, True, True)
    assert together(held.responses) == together(each.response for each in PEOPLE)


def test_after_closing_it_is_under_another_id_and_in_another_order(store: SqliteStore, path: Path) -> None:
    round_id = fill(store)
    before = dict(rows(path))
    store.groups.close(round_id, DAY)
    after = dict(rows(path))

    assert not before.keys() & after.keys()
    assert sorted(before.values()) == sorted(after.values())
    assert [after[each] for each in sorted(after)] != [before[each] for each in sorted(before)]


def test_only_what_a_check_asks_is_kept_and_guesses_of_leaders_only(store: SqliteStore) -> None:
    asked = opened(store, replace(SETUP, guesses=True))
    store.sheets.add(asked, [full(1, LEADER), _with(sheet(2), SaidBeside(guesses={"A": 2}))])
    nothing = opened(store, SETUP, "The mill")
    store.sheets.add(nothing, [full(3, code="AB12")])

    assert sorted(text for _id, text in rows(Path(store.path))) == ["", "", '{"guesses":{"A":2,"B":3,"C":4,"D":5}}']
    kept = store.sheets.of_code(nothing, "AB12")
    assert kept is not None
    assert kept.response.beside == SaidBeside()


def test_everybody_agreed_only_if_each_single_sheet_did_also_one_that_waits(store: SqliteStore) -> None:
    round_id = fill(store)
    store.groups.close(round_id, DAY)
    assert store.groups.round(round_id).all_agreed

    store.groups.reopen(round_id)
    store.sheets.add(round_id, [_with(sheet(70), SaidBeside(drill={"memo": 1}))])
    store.groups.close(round_id, DAY)

    held = store.groups.round(round_id)
    assert held.waiting[STAFF] == 1
    assert not held.all_agreed


def test_nobody_agreed_where_nobody_was_asked(store: SqliteStore) -> None:
    round_id = fill(store, SETUP)
    store.groups.close(round_id, DAY)

    assert not store.groups.round(round_id).all_agreed


def test_a_form_that_is_put_right_gives_back_what_was_said(store: SqliteStore) -> None:
    round_id = opened(store, ALL_ASKED)
    store.sheets.add(round_id, [full(1, LEADER, code="AB12")])
    store.sheets.replace(round_id, "AB12", full(2, LEADER, code="AB12"))

    assert store.sheets.of_code(round_id, "AB12") == full(2, LEADER, code="AB12")


@pytest.mark.parametrize("guesses", [{"Z": 1}, {"A": 6}])
def test_a_guess_at_what_is_not_asked_is_refused_and_nothing_is_taken(
    store: SqliteStore, guesses: dict[str, int]
) -> None:
    round_id = opened(store, ALL_ASKED)
    with pytest.raises(NotSaved):
        store.sheets.add(round_id, [full(1), _with(sheet(2, LEADER), SaidBeside(guesses=guesses))])

    assert store.groups.arrived(round_id).all_finished == 0


def test_what_is_promised_beside_the_questions_stays_once_people_answer(store: SqliteStore) -> None:
    round_id = opened(store, SETUP)
    for each in ("dots", "guesses", "drill"):
        with pytest.raises(Refused):
            store.groups.change_setup(round_id, replace(SETUP, **{each: True}))


def test_one_flipped_consent_in_a_closed_check_is_told_as_damage(store: SqliteStore, path: Path) -> None:
    round_id = fill(store, replace(SETUP, dots=True))
    store.groups.close(round_id, DAY)
    store.close()
    with closing(dbapi2.connect(str(path))) as driver:
        driver.execute("UPDATE response SET beside = '' WHERE id = (SELECT min(id) FROM response)")
        driver.commit()

    with closing(open_store(str(path))) as again, pytest.raises(Damaged):
        again.groups.round(round_id)


@pytest.mark.parametrize("text", ["[]", '{"guesses":{"A":9}}', '{"drill":{"memo":true}}', '{"dots":1}', "{", '{"x":1}'])
def test_what_no_program_wrote_is_told_as_damage(store: SqliteStore, path: Path, text: str) -> None:
    round_id = fill(store)
    store.groups.close(round_id, DAY)
    store.close()
    with closing(dbapi2.connect(str(path))) as driver:
        driver.execute("UPDATE response SET beside = ?", (text,))
        driver.execute("DELETE FROM setting WHERE name LIKE 'seal %'")
        driver.commit()

    with closing(open_store(str(path))) as again, pytest.raises(Damaged):
        again.groups.round(round_id)


def test_it_travels_with_an_export_but_for_what_was_agreed_for_one_room(store: SqliteStore, tmp_path: Path) -> None:
    round_id = fill(store)
    store.groups.close(round_id, DAY)
    parcel = parcel_from_json(parcel_to_json(parcel_of(store)), "export.json")

    with closing(open_store(str(tmp_path / "other.trustcheck"))) as other:
        other.carrying.bring_in(settled(parcel))
        held = other.groups.round(other.rounds.summaries()[0].id)
    without = [replace(each, beside=replace(each.beside, dots=False)) for each in (one.response for one in PEOPLE)]
    assert together(held.responses) == together(without)


def test_it_is_handed_over_and_taken_in_with_its_sheets(store: SqliteStore, tmp_path: Path) -> None:
    round_id = fill(store)
    store.groups.close(round_id, DAY)
    target = str(tmp_path / "theirs.trustcheck")
    (organisation,) = store.organisations.all()
    store.carrying.hand_over(organisation.id, target, PASSPHRASE)

    with closing(open_store(target, passphrase=PASSPHRASE)) as theirs:
        held = theirs.groups.round(theirs.rounds.summaries()[0].id)
    assert together(held.responses) == together(each.response for each in PEOPLE)


def test_sheets_of_two_computers_are_joined_with_all_they_say(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: opened(store, ALL_ASKED))
    machines.on(machines.here, lambda store: store.sheets.add(machines.began, PEOPLE[:6]))
    machines.on(machines.there, lambda store: store.sheets.add(machines.began, PEOPLE[6:]))
    _bring_in(machines)

    machines.on(machines.here, lambda store: store.groups.close(machines.began, DAY))
    held = machines.on(machines.here, lambda store: store.groups.round(machines.began))
    assert together(held.responses) == together(each.response for each in PEOPLE)


def test_what_one_person_says_to_scenario_cards_is_kept_taken_back_and_joined(tmp_path: Path, new: NewRound) -> None:
    machines = TwoMachines(tmp_path, lambda store: store.rounds.begin(new))
    round_id = machines.began
    machines.on(machines.here, lambda store: store.rounds.save_drill(round_id, "memo", 3))
    machines.on(machines.here, lambda store: store.rounds.save_drill(round_id, "thread", 1))
    machines.on(machines.here, lambda store: store.rounds.save_drill(round_id, "thread", None))
    machines.on(machines.there, lambda store: store.rounds.save_drill(round_id, "review", 0))
    _bring_in(machines)

    kept = machines.on(machines.here, lambda store: store.rounds.round(round_id))
    assert kept.response.beside == SaidBeside(drill={"memo": 3, "review": 0})


def test_one_person_s_cards_come_in_with_their_check(store: SqliteStore, new: NewRound, tmp_path: Path) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.save_drill(round_id, "memo", 4)
    parcel = parcel_from_json(parcel_to_json(parcel_of(store)), "export.json")

    with closing(open_store(str(tmp_path / "other.trustcheck"))) as other:
        other.carrying.bring_in(settled(parcel))
        held = other.rounds.round(other.rounds.summaries()[0].id)
    assert held.response.beside == SaidBeside(drill={"memo": 4})


def test_a_file_of_an_older_schema_is_rescued_whole(path: Path) -> None:
    """Its tables have fewer columns than those of today."""
    shutil.copyfile(OLD / "schema-7.trustcheck", path)
    to = path.with_name("rescued.trustcheck")

    rescued = KEEPING.rescue(str(path), str(to))

    assert rescued.lost == ()
    assert rescued.contents.answers == KEEPING.look_into(str(path)).answers > 200


def _with(plain: Sheet, beside: SaidBeside) -> Sheet:
    return replace(plain, response=replace(plain.response, beside=beside))


def _bring_in(machines: TwoMachines) -> None:
    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        store.carrying.merge(machines.there, seen, {each.id: MergeChoice.HERE for each in seen.parts}, DAY)


def rows(path: Path) -> list[tuple[int, str]]:
    with closing(dbapi2.connect(str(path))) as driver:
        return [(id_, text) for id_, text in driver.execute("SELECT id, beside FROM response")]

"""What was changed elsewhere is brought in part by part: shown first, all of it or nothing, and nothing twice."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.handed_over import OTHERS, OURS, PASSPHRASE, content, fill, rows_of
from tests.storage.people import DAY, LEADER, SETUP, STAFF, given, opened, prepared, sheet, sheets
from tests.storage.two_machines import ALONE, TwoMachines, bring_in, content_of, part_of, personal
from trustcheck.app.ports import Cancelled, Locked, NotOpened, Refused, SealedSheet
from trustcheck.app.store.merging import Clash, MergeChoice, PartState
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.round import OrganisationDetails, Promise, RoundState
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.storage.store import SqliteStore, open_store


def group(store: SqliteStore) -> int:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(6)))
    return round_id


# -- what one person answers


def test_answers_given_on_two_computers_stand_together_after_it(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.rounds.save_answer(round_id, "A2", Answer(2)))
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "B1", Answer.DONT_KNOW))
    machines.on(machines.there, lambda store: store.rounds.save_note(round_id, "B1", "seen once"))
    machines.on(machines.there, lambda store: store.rounds.save_promise(round_id, Promise("to ask first")))
    machines.on(
        machines.here, lambda store: store.rounds.save_fact(round_id, "K1", PracticeAnswer("K1", Fact.YES, "a list"))
    )

    seen = bring_in(machines)
    part = part_of(seen, round_id)
    assert (part.found, part.choices, part.together) == (PartState.JOINED, (), 3)
    with closing(open_store(machines.here)) as store:
        kept = store.rounds.round(round_id)
    assert {item: answer.code for item, answer in kept.response} == {"A1": 4, "A2": 2, "B1": -1}
    assert kept.notes == {"A1": "on Mondays", "B1": "seen once"}
    assert (kept.facts["K1"].evidence, kept.promises) == ("a list", (Promise("to ask first"),))


def test_what_was_said_about_answers_on_two_computers_stands_together(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id, flagged = machines.began, AnswerMark(flagged=True)
    machines.on(machines.here, lambda store: store.rounds.save_mark(round_id, "A2", flagged))
    machines.on(machines.there, lambda store: store.rounds.save_mark(round_id, "B1", AnswerMark(aloud=Aloud.NO)))

    assert part_of(bring_in(machines), round_id).found is PartState.JOINED
    with closing(open_store(machines.here)) as store:
        assert store.rounds.round(round_id).marks == {"A2": flagged, "B1": AnswerMark(aloud=Aloud.NO)}

    machines.on(machines.there, lambda store: store.rounds.save_mark(round_id, "A2", AnswerMark(aloud=Aloud.YES)))
    part = part_of(bring_in(machines, MergeChoice.THERE), round_id)
    assert part.clashes == (Clash.MARKS,)
    with closing(open_store(machines.here)) as store:
        assert store.rounds.round(round_id).marks["A2"] == AnswerMark(aloud=Aloud.YES)


@pytest.mark.parametrize(
    ("choice", "kept"), [(MergeChoice.HERE, [1]), (MergeChoice.THERE, [5]), (MergeChoice.BOTH, [1, 5])]
)
def test_where_both_answered_one_question_the_person_chooses(
    tmp_path: Path, choice: MergeChoice, kept: list[int]
) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.rounds.save_answer(round_id, "A1", Answer(1)))
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "A1", Answer(5)))

    seen = bring_in(machines, choice)
    part = part_of(seen, round_id)
    assert (part.found, part.clashes, part.choices) == (PartState.CHANGED, (Clash.ANSWERS,), tuple(MergeChoice))
    with closing(open_store(machines.here)) as store:
        answers = [store.rounds.round(each.id).response.answer("A1") for each in store.rounds.summaries()]
    assert sorted(each.code for each in answers if each is not None) == kept


def test_nobody_who_chooses_nothing_loses_anything_that_is_here(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.rounds.save_answer(round_id, "A1", Answer(1)))
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "A1", Answer(5)))
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "A3", Answer(2)))
    before = content_of(machines.here)
    bring_in(machines)
    after = content_of(machines.here)
    assert all(set(before[table]) <= set(after[table]) for table in before)
    assert len(after["answer"]) == len(before["answer"]) + 1


def test_both_are_kept_once_however_often_they_are_brought_in(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.rounds.save_answer(round_id, "A1", Answer(1)))
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "A1", Answer(5)))
    bring_in(machines, MergeChoice.BOTH)
    once = content_of(machines.here)

    again = bring_in(machines, MergeChoice.BOTH)
    assert again.changes_nothing
    assert content_of(machines.here) == once


def test_a_check_that_was_closed_there_has_a_seal_that_fits_what_is_joined(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.rounds.close(round_id, DAY))
    machines.on(machines.here, lambda store: store.rounds.save_answer(round_id, "A2", Answer(2)))

    seen = bring_in(machines, MergeChoice.THERE)
    assert part_of(seen, round_id).clashes == (Clash.STATE,)
    with closing(open_store(machines.here)) as store:
        kept = store.rounds.round(round_id)
    assert (kept.summary.state, kept.response.answer("A2")) == (RoundState.CLOSED, Answer(2))


# -- sheets of several people


def test_sheets_of_both_computers_are_in_the_open_check_and_those_of_both_once(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.sheets.add(round_id, sheets(range(6, 8))))
    machines.on(machines.there, lambda store: store.sheets.add(round_id, sheets(range(8, 11), LEADER)))

    seen = bring_in(machines)
    part = part_of(seen, round_id)
    assert (part.found, part.together) == (PartState.JOINED, 11)
    assert [each.answered for each in (part.here, part.there) if each is not None] == [8, 9]
    with closing(open_store(machines.here)) as store:
        assert sum(store.groups.arrived(round_id).finished.values()) == 11
        store.sheets.add(round_id, sheets(range(11, 14), LEADER))
        store.groups.close(round_id, DAY)
        result = store.groups.round(round_id)
    expected = [
        *(each.response for each in sheets(range(8))),
        *(each.response for each in sheets(range(8, 14), LEADER)),
    ]
    assert given(result.responses) == given(expected)


def test_a_check_that_began_empty_on_both_is_joined(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, opened)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.sheets.add(round_id, sheets(range(4))))
    machines.on(machines.there, lambda store: store.sheets.add(round_id, sheets(range(4, 9))))
    assert part_of(bring_in(machines), round_id).together == 9


def test_a_form_that_was_put_in_on_both_is_one_sheet(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    for path in (machines.here, machines.there):
        machines.on(path, lambda store: store.sheets.add(round_id, [sheet(20, code="K7-Q2")]))
    assert part_of(machines.seen(), round_id).clashes == ()
    bring_in(machines)
    assert len(content_of(machines.here)["sheet"]) == 7


@pytest.mark.parametrize(("choice", "person"), [(MergeChoice.HERE, 21), (MergeChoice.THERE, 20)])
def test_a_form_that_was_put_right_here_is_not_there_twice(tmp_path: Path, choice: MergeChoice, person: int) -> None:
    def begin(store: SqliteStore) -> int:
        round_id = group(store)
        store.sheets.add(round_id, [sheet(20, code="K7-Q2")])
        return round_id

    machines = TwoMachines(tmp_path, begin)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.sheets.replace(round_id, "K7-Q2", sheet(21, code="K7-Q2")))
    seen = bring_in(machines, choice)
    assert part_of(seen, round_id).clashes == (Clash.FORMS,)
    with closing(open_store(machines.here)) as store:
        assert store.sheets.of_code(round_id, "K7-Q2") == sheet(person, code="K7-Q2")


def test_half_filled_sheets_of_both_stay_for_those_who_come_back(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.sheets.save_sealed(round_id, SealedSheet(5, b"sealed here")))
    machines.on(machines.there, lambda store: store.sheets.save_sealed(round_id, SealedSheet(6, b"sealed there")))
    bring_in(machines)
    with closing(open_store(machines.here)) as store:
        assert store.sheets.sealed_sheets(round_id) == (SealedSheet(5, b"sealed here"), SealedSheet(6, b"sealed there"))


def test_pages_that_were_made_on_either_side_find_their_key(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.sheets.reply_key(round_id, lambda: b"h" * 32))
    machines.on(machines.there, lambda store: store.sheets.reply_key(round_id, lambda: b"t" * 32))
    bring_in(machines)
    with closing(open_store(machines.here)) as store:
        assert store.sheets.reply_keys(round_id) == (b"h" * 32, b"t" * 32)


def test_a_key_that_was_forgotten_at_the_end_here_does_not_come_back_from_there(tmp_path: Path) -> None:
    def with_pages(store: SqliteStore) -> int:
        round_id = opened(store)
        store.sheets.reply_key(round_id, lambda: b"k" * 32)
        return round_id

    machines = TwoMachines(tmp_path, with_pages)
    round_id = machines.began

    def closed_and_open_again(store: SqliteStore) -> None:
        store.sheets.add(round_id, sheets(range(3)))
        store.groups.close(round_id, DAY)
        store.groups.reopen(round_id)

    machines.on(machines.here, closed_and_open_again)
    assert part_of(bring_in(machines), round_id).clashes == ()
    with closing(open_store(machines.here)) as store:
        assert store.sheets.reply_keys(round_id) == ()


def test_one_that_was_opened_there_is_not_taken_back_to_its_preparation(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, prepared)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.groups.open(round_id))
    machines.on(machines.here, lambda store: store.groups.change_setup(round_id, replace(SETUP, threshold=4)))
    seen = bring_in(machines)
    assert part_of(seen, round_id).found is PartState.JOINED
    with closing(open_store(machines.here)) as store:
        summary, setup, _asked = store.groups.setup(round_id)
    assert (summary.state, setup.threshold) == (RoundState.OPEN, 5)


def test_a_fact_that_was_answered_while_a_check_is_prepared_is_no_other_set_up(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, prepared)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.rounds.save_fact(round_id, "P1", PracticeAnswer("P1", Fact.YES)))
    part = part_of(bring_in(machines), round_id)
    assert (part.found, part.clashes) == (PartState.JOINED, ())
    with closing(open_store(machines.here)) as store:
        assert store.groups.facts(round_id)["P1"].fact is Fact.YES


def closed_twice(tmp_path: Path, here: list[int], there: list[int]) -> tuple[TwoMachines, int]:
    """One check, closed on both computers after these people came besides the six."""
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.sheets.add(round_id, sheets(here)))
    machines.on(machines.there, lambda store: store.sheets.add(round_id, sheets(there)))
    for path in (machines.here, machines.there):
        machines.on(path, lambda store: store.groups.close(round_id, DAY))
    return machines, round_id


def test_two_closings_of_the_same_sheets_are_one(tmp_path: Path) -> None:
    machines, round_id = closed_twice(tmp_path, [6], [6])
    seen = bring_in(machines)
    assert part_of(seen, round_id).clashes == ()
    with closing(open_store(machines.here)) as store:
        assert given(store.groups.round(round_id).responses) == given([each.response for each in sheets(range(7))])


def test_two_closings_stay_two_and_the_shown_one_is_not_given_away_by_the_other(tmp_path: Path) -> None:
    """One more sheet, seen beside the result without it, would tell what that person said."""
    machines, round_id = closed_twice(tmp_path, [], [6])
    seen = bring_in(machines, MergeChoice.THERE)
    part = part_of(seen, round_id)
    assert (part.clashes, part.choices, part.is_shown) == ((Clash.SHEETS,), (MergeChoice.HERE,), True)
    with closing(open_store(machines.here)) as store:
        assert given(store.groups.round(round_id).responses) == given([each.response for each in sheets(range(6))])


def test_another_closing_is_offered_where_enough_joined_to_hide_each_other(tmp_path: Path) -> None:
    machines, round_id = closed_twice(tmp_path, [], [6, 7, 8, 9, 10])
    seen = bring_in(machines, MergeChoice.THERE)
    assert part_of(seen, round_id).choices == (MergeChoice.HERE, MergeChoice.THERE)
    with closing(open_store(machines.here)) as store:
        result = store.groups.round(round_id)
    assert len(result.responses) == 11
    # From now on its questions are told as the nearest answer only.
    assert result.joined_late == {STAFF}


def test_an_open_state_does_not_come_in_over_a_shown_result_it_knows_nothing_of(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.groups.close(round_id, DAY))
    machines.on(machines.there, lambda store: store.sheets.add(round_id, sheets([6])))
    part = part_of(machines.seen(), round_id)
    assert (part.clashes, part.choices, part.is_shown) == ((Clash.STATE,), (MergeChoice.HERE,), True)


def test_one_that_is_open_here_can_become_the_one_that_was_closed_there(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, group)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.groups.close(round_id, DAY))
    machines.on(machines.here, lambda store: store.sheets.add(round_id, sheets([6])))
    seen = bring_in(machines, MergeChoice.THERE)
    part = part_of(seen, round_id)
    assert (part.clashes, part.choices) == ((Clash.STATE,), (MergeChoice.HERE, MergeChoice.THERE))
    with closing(open_store(machines.here)) as store:
        assert len(store.groups.round(round_id).responses) == 6


def test_a_check_closed_and_opened_again_here_is_not_counted_twice(tmp_path: Path) -> None:
    """Closing gave every sheet another number: nobody can tell which of the other file's they are."""

    def begin(store: SqliteStore) -> int:
        round_id = opened(store)
        store.sheets.add(round_id, sheets(range(3)))
        return round_id

    machines = TwoMachines(tmp_path, begin)
    round_id = machines.began
    machines.on(machines.here, lambda store: store.groups.close(round_id, DAY))
    machines.on(machines.here, lambda store: store.groups.reopen(round_id))
    seen = bring_in(machines)
    assert part_of(seen, round_id).clashes == (Clash.SHEETS,)
    assert len(content_of(machines.here)["sheet"]) == 3


def test_late_sheets_of_the_other_file_wait_as_late_sheets_do(tmp_path: Path) -> None:
    def begin(store: SqliteStore) -> int:
        round_id = group(store)
        store.groups.close(round_id, DAY)
        store.groups.reopen(round_id)
        return round_id

    machines = TwoMachines(tmp_path, begin)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.sheets.add(round_id, sheets([6])))
    bring_in(machines)
    with closing(open_store(machines.here)) as store:
        store.groups.close(round_id, DAY)
        result = store.groups.round(round_id)
    assert (len(result.responses), result.waiting[STAFF]) == (6, 1)


# -- organisations and checks that only one of the files holds


def test_what_is_only_there_comes_in_and_what_is_only_here_stays(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: fill(store, OURS))
    machines.on(machines.there, lambda store: fill(store, OTHERS[0]))
    machines.on(machines.here, lambda store: fill(store, OTHERS[1]))
    with closing(open_store(machines.there)) as store:
        there = {each.name: each.id for each in store.organisations.all()}
        as_it_was = content(store, there[OTHERS[0]])

    seen = bring_in(machines)
    assert sorted(each.found.value for each in seen.parts if not each.is_check) == ["only here", "only there", "same"]
    with closing(open_store(machines.here)) as store:
        assert sorted(each.name for each in store.organisations.all()) == sorted([OURS, *OTHERS])
        assert content(store, there[OTHERS[0]]) == as_it_was


def test_what_was_deleted_on_one_side_is_asked_about(tmp_path: Path) -> None:
    def begin(store: SqliteStore) -> tuple[int, int]:
        fill(store, OTHERS[1])
        return fill(store, OURS), fill(store, OTHERS[0])

    machines = TwoMachines(tmp_path, begin)
    ours, other = machines.began
    machines.on(machines.here, lambda store: store.organisations.delete(ours))
    machines.on(machines.there, lambda store: store.organisations.delete(other))

    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        asked = {each.id: each.found for each in seen.parts if each.choices}
        assert asked == {ours: PartState.ONLY_THERE, other: PartState.ONLY_HERE}
        store.carrying.merge(machines.there, seen, {ours: MergeChoice.HERE, other: MergeChoice.THERE}, DAY)
        assert [each.name for each in store.organisations.all()] == [OTHERS[1]]


def test_one_that_was_deleted_a_moment_ago_can_come_back(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: fill(store, OURS))
    with closing(open_store(machines.here)) as store:
        store.organisations.delete(machines.began)
        seen = store.carrying.compare_with(machines.there)
        store.carrying.merge(machines.there, seen, {}, DAY)
        assert [each.name for each in store.organisations.all()] == [OURS]
    assert content_of(machines.here) == content_of(machines.there)


def test_a_check_that_only_one_holds_is_asked_about_too(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    more = machines.on(machines.there, personal)
    machines.on(machines.here, lambda store: store.rounds.begin(ALONE))
    machines.on(machines.here, lambda store: store.rounds.delete(round_id))
    seen = machines.seen()
    assert part_of(seen, round_id).choices == (MergeChoice.THERE, MergeChoice.HERE)
    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        store.carrying.merge(machines.there, seen, {round_id: MergeChoice.HERE}, DAY)
        ids = {each.id for each in store.rounds.summaries()}
    assert round_id not in ids
    assert more in ids
    assert len(ids) == 2


def test_what_is_written_of_an_organisation_is_joined_line_by_line(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: store.organisations.add("Bellwater"))
    id_ = machines.began
    machines.on(
        machines.here,
        lambda store: store.organisations.save_details(id_, OrganisationDetails("ours", prepared_by="me")),
    )
    machines.on(
        machines.there, lambda store: store.organisations.save_details(id_, OrganisationDetails("theirs", "a way"))
    )
    machines.on(machines.there, lambda store: store.organisations.rename(id_, "Bellwater Council"))
    seen = bring_in(machines, MergeChoice.THERE)
    part = part_of(seen, id_)
    assert (part.clashes, part.other_name) == ((Clash.NAME, Clash.PAGE), "Bellwater Council")
    with closing(open_store(machines.here)) as store:
        assert [each.name for each in store.organisations.all()] == ["Bellwater Council"]
        assert store.organisations.details(id_) == OrganisationDetails("theirs", "a way", "me")


def test_another_organisation_of_the_same_name_stands_beside_it(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    for path in (machines.here, machines.there):
        machines.on(path, lambda store: store.organisations.add("Ferngate"))
    seen = bring_in(machines)
    (part,) = (each for each in seen.having(PartState.ONLY_THERE) if not each.is_check)
    assert part.other_name == "Ferngate (2)"
    with closing(open_store(machines.here)) as store:
        assert [each.name for each in store.organisations.all()] == ["Bellwater", "Ferngate", "Ferngate (2)"]


# -- what is refused, and what is kept


def test_looking_changes_no_byte_of_either(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: fill(store, OURS))
    machines.on(machines.there, lambda store: fill(store, OTHERS[0]))
    before = [Path(each).read_bytes() for each in (machines.here, machines.there)]
    machines.seen()
    assert [Path(each).read_bytes() for each in (machines.here, machines.there)] == before


def test_another_workspace_is_sent_to_handing_over(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: fill(store, OURS))
    Path(machines.there).unlink()
    machines.on(machines.there, lambda store: fill(store, OURS))
    with closing(open_store(machines.here)) as store, pytest.raises(Refused, match="handed over as a file of its own"):
        store.carrying.compare_with(machines.there)


def test_a_file_that_is_only_looked_at_takes_nothing_in(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    with closing(open_store(machines.here, look_only=True)) as store:
        seen = store.carrying.compare_with(machines.there)
        with pytest.raises(Refused, match="opened to look only"):
            store.carrying.merge(machines.there, seen, {}, DAY)


@pytest.mark.parametrize("side", ["here", "there"])
def test_while_a_laptop_goes_round_nothing_is_brought_in(tmp_path: Path, side: str) -> None:
    machines = TwoMachines(tmp_path, group)
    machines.on(getattr(machines, side), lambda store: store.groups.lock_round(machines.began, b"lock"))
    with pytest.raises(Refused, match="from person to person"):
        machines.seen()


def test_the_file_itself_and_no_file_and_a_foreign_one_are_refused(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    (tmp_path / "poem.trustcheck").write_text("no data file" * 99)
    with closing(open_store(machines.here)) as store:
        for path in (machines.here, str(tmp_path / "nowhere.trustcheck"), str(tmp_path / "poem.trustcheck")):
            with pytest.raises(NotOpened):
                store.carrying.compare_with(path)


def test_a_protected_one_needs_its_passphrase(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal, passphrase=PASSPHRASE)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "A2", Answer(2)))
    with closing(open_store(machines.here, passphrase=PASSPHRASE)) as store:
        with pytest.raises(Locked):
            store.carrying.compare_with(machines.there)
        seen = store.carrying.compare_with(machines.there, PASSPHRASE)
        kept = store.carrying.merge(machines.there, seen, {}, DAY, PASSPHRASE)
        assert len(dict(store.rounds.round(round_id).response)) == 2
    assert b"on Mondays" not in Path(kept).read_bytes()


def test_what_changed_after_it_was_seen_is_seen_again_first(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, personal)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.rounds.save_answer(round_id, "A2", Answer(2)))
    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        machines.on(machines.there, lambda other: other.rounds.save_answer(round_id, "A2", Answer(3)))
        before = rows_of(Path(machines.here))
        with pytest.raises(Refused, match="changed since you looked"):
            store.carrying.merge(machines.there, seen, {}, DAY)
        assert rows_of(Path(machines.here)) == before
    assert [each.name for each in tmp_path.iterdir() if "set aside" in each.name] == []


def test_the_file_as_it_was_is_kept_without_what_people_are_answering(tmp_path: Path) -> None:
    def begin(store: SqliteStore) -> int:
        personal(store)
        return group(store)

    machines = TwoMachines(tmp_path, begin)
    round_id = machines.began
    machines.on(machines.there, lambda store: store.sheets.add(round_id, sheets([6])))
    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        kept = store.carrying.merge(machines.there, seen, {}, date(2026, 11, 23))
    assert Path(kept).name == "here (set aside 2026-11-23).trustcheck"
    rows = rows_of(Path(kept))
    assert (len(rows["sheet"]), len(rows["response"]), len(rows["note"])) == (0, 1, 1)


def test_stopping_leaves_all_as_it_was(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, lambda store: fill(store, OURS))
    machines.on(machines.there, lambda store: fill(store, OTHERS[0]))
    names = sorted(each.name for each in tmp_path.iterdir())

    def stop(done: int, of: int) -> None:
        if done == of > 1:
            raise Cancelled

    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        before = rows_of(Path(machines.here))
        with pytest.raises(Cancelled):
            store.carrying.merge(machines.there, seen, {}, DAY, "", stop)
        assert rows_of(Path(machines.here)) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == names


def test_a_broken_seal_is_told_and_nothing_is_brought_in(tmp_path: Path) -> None:
    machines, _round_id = closed_twice(tmp_path, [6], [7])
    shutil.copyfile(machines.there, tmp_path / "spoilt.trustcheck")
    with closing(dbapi2.connect(str(tmp_path / "spoilt.trustcheck"))) as driver:
        driver.execute("UPDATE answer SET code = code % 5 + 1 WHERE item = 'A1'")
        driver.commit()
    with closing(open_store(machines.here)) as store, pytest.raises(NotOpened):
        store.carrying.compare_with(str(tmp_path / "spoilt.trustcheck"))


def test_a_row_that_takes_the_number_of_quite_another_one_is_refused_whole(tmp_path: Path) -> None:
    """Made by hand: a sheet of another check under the number of one that is here."""

    def begin(store: SqliteStore) -> tuple[int, int]:
        return group(store), opened(store)

    machines = TwoMachines(tmp_path, begin)
    first, second = machines.began
    with closing(dbapi2.connect(machines.there)) as driver:
        (id_,) = driver.execute("SELECT id FROM response WHERE round = ?", (first,)).fetchone()
        driver.execute("UPDATE sheet SET round = ? WHERE response = ?", (second, id_))
        driver.execute("UPDATE response SET round = ? WHERE id = ?", (second, id_))
        driver.commit()
    before = content_of(machines.here)
    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        with pytest.raises(NotOpened):
            store.carrying.merge(machines.there, seen, {}, DAY)
    assert content_of(machines.here) == before

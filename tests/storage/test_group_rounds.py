"""A group's check is prepared, opened, closed and reopened; what may be known of it depends on which."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.storage.people import (
    ASKED,
    DAY,
    LEADER,
    SETUP,
    STAFF,
    given,
    hurried,
    opened,
    prepared,
    sheet,
    sheets,
)
from trustcheck.app.ports import NewGroupRound, NewRound, NotOpened, NotSaved, Refused
from trustcheck.domain.checks.group_round import NotesUse, Way
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.round import Promise, RoundKind, RoundState
from trustcheck.domain.checks.workshop import Workshop, WorkshopDecision
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.store import SqliteStore


def test_whether_rows_may_leave_stays_as_people_read_it(store: SqliteStore) -> None:
    round_id = prepared(store)
    store.groups.change_setup(round_id, replace(SETUP, rows_may_leave=True))
    assert store.groups.setup(round_id)[1].rows_may_leave
    store.groups.open(round_id)

    with pytest.raises(Refused, match="under the set-up they were told"):
        store.groups.change_setup(round_id, SETUP)

    assert store.groups.setup(round_id)[1].rows_may_leave


def test_what_is_prepared_comes_back_as_it_was_decided(store: SqliteStore) -> None:
    setup = replace(
        SETUP,
        form=Form.PULSE,
        staff_are="everybody else",
        way=Way.PAPER,
        minutes=25,
        threshold=3,
        notes=NotesUse.FACILITATOR,
        importance={"A": 3, "D": 1},
        targets={"": 87.5, "B": 62.5},
        routes="the staff council",
        one_leader_agreed=True,
    )
    round_id = prepared(store, setup)

    summary, kept, asked = store.groups.setup(round_id)

    assert (kept, asked) == (setup, ASKED)
    assert (summary.state, summary.kind, summary.compares) == (RoundState.PREPARING, RoundKind.GROUP, True)
    assert (summary.perspective, summary.answered, summary.asked) == (STAFF, 0, 26)
    assert (summary.started_on, summary.closed_on, summary.form) == (DAY, None, Form.PULSE)


def test_one_perspective_alone_is_a_check_too(store: SqliteStore) -> None:
    setup = replace(SETUP, perspectives=(LEADER,), invited={LEADER: 8})
    summary, kept, _ = store.groups.setup(prepared(store, setup))

    assert kept == setup
    assert (summary.perspective, summary.compares, summary.asked) == (LEADER, False, 8)


@pytest.mark.parametrize("threshold", [0, 2, 11])
def test_no_threshold_below_three_or_above_ten_is_kept(store: SqliteStore, threshold: int) -> None:
    with pytest.raises(Refused, match="from 3 to 10 answers"):
        prepared(store, replace(SETUP, threshold=threshold))

    assert store.rounds.summaries() == ()


def test_a_check_that_asks_nobody_is_refused(store: SqliteStore) -> None:
    with pytest.raises(Refused, match="Nobody is asked"):
        prepared(store, replace(SETUP, perspectives=()))


def test_a_check_of_an_organisation_that_is_gone_is_refused(store: SqliteStore) -> None:
    with pytest.raises(NotSaved, match="organisation is no longer in the data file"):
        store.groups.prepare(NewGroupRound(12345, ASKED, SETUP, DAY))


def test_while_preparing_everything_may_be_changed(store: SqliteStore) -> None:
    round_id = prepared(store)
    other = replace(SETUP, form=Form.PULSE, perspectives=(STAFF,), invited={STAFF: 4}, threshold=4, importance={"B": 3})

    store.groups.change_setup(round_id, other)

    assert store.groups.setup(round_id)[1] == other
    assert store.rounds.summaries()[0].asked == 4


def test_once_open_only_who_is_invited_the_minutes_and_the_routes_may_be_changed(store: SqliteStore) -> None:
    round_id = opened(store)
    allowed = replace(SETUP, invited={LEADER: 7, STAFF: 30}, minutes=40, routes="Ines of the staff council")
    store.groups.change_setup(round_id, allowed)

    promised: tuple[dict[str, Any], ...] = (
        {"threshold": 3},
        {"notes": NotesUse.NONE},
        {"form": Form.PULSE},
        {"leaders_are": "somebody else"},
        {"importance": {"A": 3}},
        {"targets": {"A": 62.5}},
        {"perspectives": (STAFF,)},
        {"one_leader_agreed": True},
    )
    for change in promised:
        with pytest.raises(Refused, match="under the set-up they were told"):
            store.groups.change_setup(round_id, replace(allowed, **change))

    assert store.groups.setup(round_id)[1] == allowed


def test_the_set_up_of_a_closed_check_stays(store: SqliteStore) -> None:
    round_id = opened(store)
    store.groups.close(round_id, DAY)

    with pytest.raises(Refused, match="closed, and its set-up stays"):
        store.groups.change_setup(round_id, replace(SETUP, minutes=1))


def test_each_state_has_its_turns_and_refuses_the_others(store: SqliteStore) -> None:
    round_id = prepared(store)
    with pytest.raises(Refused, match="not been opened yet"):
        store.groups.close(round_id, DAY)
    with pytest.raises(Refused, match="never open"):
        store.groups.reopen(round_id)
    store.groups.open(round_id)
    with pytest.raises(Refused, match="open already"):
        store.groups.open(round_id)
    with pytest.raises(Refused, match="open already"):
        store.groups.reopen(round_id)
    store.groups.close(round_id, DAY)
    with pytest.raises(Refused, match="closed already"):
        store.groups.close(round_id, DAY)
    with pytest.raises(Refused, match="was closed"):
        store.groups.open(round_id)
    assert store.groups.setup(round_id)[0].closed_on == DAY

    store.groups.reopen(round_id)

    assert (store.rounds.summaries()[0].state, store.rounds.summaries()[0].closed_on) == (RoundState.OPEN, None)


def test_nobody_sees_a_result_before_it_is_closed_or_once_it_is_open_again(store: SqliteStore) -> None:
    round_id = prepared(store)
    with pytest.raises(Refused, match="Results open when you close the check"):
        store.groups.round(round_id)
    store.groups.open(round_id)
    store.sheets.add(round_id, sheets(range(8)))
    with pytest.raises(Refused, match="Results open when you close the check"):
        store.groups.round(round_id)
    store.groups.close(round_id, DAY)
    assert len(store.groups.round(round_id).responses) == 8

    store.groups.reopen(round_id)

    with pytest.raises(Refused, match="Results open when you close the check"):
        store.groups.round(round_id)


def test_a_closed_check_holds_what_was_answered(store: SqliteStore) -> None:
    round_id = opened(store)
    leaders, staff = sheets(range(5), LEADER), sheets(range(100, 112))
    store.sheets.add(round_id, leaders + staff)
    store.rounds.save_fact(round_id, "K1", PracticeAnswer("K1", Fact.YES, "the minutes"))
    store.groups.close(round_id, DAY)
    store.rounds.save_promise(round_id, Promise("Ask more"))
    store.groups.save_own_words(round_id, "We listen, and we say too little.")

    found = store.groups.round(round_id)

    assert given(found.of(LEADER)) == given([each.response for each in leaders])
    assert given(found.of(STAFF)) == given([each.response for each in staff])
    assert (found.summary.answered, found.setup, found.questionnaire) == (17, SETUP, ASKED)
    assert found.facts == {"K1": PracticeAnswer("K1", Fact.YES, "the minutes")}
    assert (found.promises, found.own_words) == ((Promise("Ask more"),), "We listen, and we say too little.")
    assert (dict(found.waiting), found.left_out) == ({LEADER: 0, STAFF: 0}, False)


def test_a_session_is_kept_with_its_check_and_what_was_taken_back_is_gone(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(5)))
    store.groups.close(round_id, DAY)
    decided = WorkshopDecision("We answer in public", "Ada", date(2027, 3, 1))
    kept = Workshop(("next", "promise"), ("guess",), 60, (5, 10), (decided,))

    store.groups.save_workshop(round_id, kept)
    assert store.groups.round(round_id).workshop == kept

    store.groups.save_workshop(round_id, Workshop())
    assert store.groups.round(round_id).workshop == Workshop()


def test_the_file_counts_each_change_of_a_promise_and_nothing_else(store: SqliteStore) -> None:
    promised = Promise("Ask before I decide", date(2027, 3, 1))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(5)))
    store.groups.close(round_id, DAY)

    def kept(promise: Promise | None) -> int:
        if promise is None:
            store.rounds.take_back_promise(round_id, promised.number)
        else:
            store.rounds.save_promise(round_id, promise)
        return sum(each.changes for each in store.groups.round(round_id).promises) if promise else -1

    moved = replace(promised, look_again_on=date(2027, 1, 15))
    assert [kept(each) for each in (promised, promised, moved, moved, promised, None, promised)] == [
        0,
        0,
        1,
        1,
        2,
        -1,
        0,
    ]


def test_a_sheet_without_an_answer_is_a_sheet(store: SqliteStore) -> None:
    round_id = opened(store)
    empty = replace(sheet(0), response=replace(sheet(0).response, answers={}))
    store.sheets.add(round_id, [empty, *sheets(range(6))])
    store.groups.close(round_id, DAY)

    assert sorted(len(each.answers) for each in store.groups.round(round_id).responses) == [0, *[16] * 6]


def test_while_open_only_counts_are_known(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(3), LEADER), *sheets(range(4)), hurried(1)])

    arrived = store.groups.arrived(round_id)

    assert (dict(arrived.finished), arrived.all_finished) == ({LEADER: 3, STAFF: 5}, 8)
    assert (arrived.half_filled, arrived.hurried) == (0, 1)
    assert store.rounds.summaries()[0].answered == 8


def test_the_other_kind_of_check_is_refused_by_name(store: SqliteStore, new: NewRound) -> None:
    mine, ours = store.rounds.begin(new), opened(store)

    with pytest.raises(Refused, match="Several people answer this check"):
        store.rounds.round(ours)
    for turn in (lambda: store.rounds.close(ours, DAY), lambda: store.rounds.reopen(ours)):
        with pytest.raises(Refused, match="Several people answer this check"):
            turn()
    for look in (store.groups.setup, store.groups.round, store.groups.arrived, store.groups.open):
        with pytest.raises(Refused, match="One person answers this check"):
            look(mine)


def test_the_way_of_one_person_changes_no_sheet_of_a_group(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(each, notes={"A1": "words"}) for each in range(12)])

    with pytest.raises(NotSaved):
        store.rounds.save_answer(round_id, "A1", Answer(5))
    with pytest.raises(NotSaved):
        store.rounds.save_note(round_id, "A1", "others")
    store.rounds.save_answer(round_id, "A1", None)
    store.rounds.save_note(round_id, "A1", "")
    store.groups.close(round_id, DAY)

    found = store.groups.round(round_id)
    assert given(found.responses) == given([each.response for each in sheets(range(12))])
    assert [each.text for each in found.notes] == ["words"] * 12


def test_a_check_that_is_gone_is_refused(store: SqliteStore) -> None:
    for look in (store.groups.setup, store.groups.round, store.groups.arrived):
        with pytest.raises(NotOpened, match="no longer in the data file"):
            look(12345)
    for save in (store.groups.open, store.groups.reopen, lambda each: store.sheets.add(each, [sheet(1)])):
        with pytest.raises(NotSaved, match="no longer in the data file"):
            save(12345)


def test_a_deleted_check_takes_its_sheets_and_leaves_its_organisation(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(6)))

    store.rounds.delete(round_id)

    assert store.rounds.summaries() == ()
    assert [each.name for each in store.organisations.all()] == ["Northgate Housing"]
    with store.file.reading() as connection:
        for table in ("response", "sheet", "answer", "group_round", "asked_perspective", "questionnaire"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_both_kinds_stand_in_one_list_newest_first(store: SqliteStore, new: NewRound) -> None:
    mine = store.rounds.begin(new)
    ours = opened(store)
    older = store.rounds.begin(replace(new, started_on=date(2025, 1, 1)))

    assert [(each.id, each.kind) for each in store.rounds.summaries()] == [
        (ours, RoundKind.GROUP),
        (mine, RoundKind.PERSONAL),
        (older, RoundKind.PERSONAL),
    ]


def test_rounds_of_one_kind_or_in_one_state_can_be_asked_for_alone(store: SqliteStore, new: NewRound) -> None:
    assert not store.rounds.has_any()
    mine = store.rounds.begin(new)
    assert store.rounds.has_any(RoundKind.PERSONAL, RoundState.OPEN)
    assert not store.rounds.has_any(RoundKind.GROUP)
    ours = opened(store)
    done = store.rounds.begin(new)
    store.rounds.close(done, DAY)

    def ids(kind: RoundKind | None = None, state: RoundState | None = None) -> set[int]:
        assert store.rounds.has_any(kind, state) is bool(store.rounds.summaries(kind, state))
        return {each.id for each in store.rounds.summaries(kind, state)}

    assert ids(RoundKind.PERSONAL) == {mine, done}
    assert ids(RoundKind.GROUP) == {ours}
    assert ids(state=RoundState.OPEN) == {mine, ours}
    assert ids(RoundKind.PERSONAL, RoundState.CLOSED) == {done}
    assert ids(RoundKind.GROUP, RoundState.CLOSED) == set()


def test_what_was_deleted_is_no_round_of_any_kind(store: SqliteStore) -> None:
    ours = opened(store)
    assert store.rounds.has_any(RoundKind.GROUP)

    store.organisations.delete(next(each.organisation.id for each in store.rounds.summaries() if each.id == ours))

    assert not store.rounds.has_any()
    assert not store.rounds.has_any(RoundKind.GROUP)


def test_the_laptop_goes_round_for_one_check_and_the_file_remembers(store: SqliteStore) -> None:
    first, second = opened(store), opened(store)
    assert store.groups.locked_round() is None

    store.groups.lock_round(first, b"what opens it again")
    assert store.groups.locked_round() == (first, b"what opens it again")
    with pytest.raises(Refused, match="going round for another check"):
        store.groups.lock_round(second, b"mine")

    store.groups.lock_round(first, b"")
    assert store.groups.locked_round() is None


def test_closing_unlocks_and_only_an_open_check_is_locked(store: SqliteStore) -> None:
    round_id = prepared(store)
    with pytest.raises(Refused, match="still being prepared"):
        store.groups.lock_round(round_id, b"lock")
    store.groups.open(round_id)
    store.groups.lock_round(round_id, b"lock")

    store.groups.close(round_id, DAY)

    assert store.groups.locked_round() is None


def test_the_facts_of_an_open_check_can_be_read_and_kept_since_they_are_nobodys_answers(store: SqliteStore) -> None:
    round_id = opened(store)
    given = PracticeAnswer("K01", Fact.PARTLY, "Page 2.")

    store.rounds.save_fact(round_id, "K01", given)

    assert store.groups.facts(round_id) == {"K01": given}


def test_a_question_is_flagged_once_its_check_is_closed_and_nothing_else_is_said_of_a_groups_answers(
    store: SqliteStore,
) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(9)))
    with pytest.raises(Refused, match="Results open when"):
        store.groups.save_flag(round_id, "A1", flagged=True)
    store.groups.close(round_id, DAY)
    with pytest.raises(Refused, match="Several people"):
        store.rounds.save_mark(round_id, "A1", AnswerMark(aloud=Aloud.NO))

    store.groups.save_flag(round_id, "A1", flagged=True)
    store.groups.save_flag(round_id, "B2", flagged=True)
    store.groups.save_flag(round_id, "A1", flagged=False)
    assert store.groups.round(round_id).flags == {"B2"}


def test_leaders_may_read_a_check_in_another_language_and_its_words_stay_as_they_were_read(store: SqliteStore) -> None:
    german = replace(ASKED, language="de", frame="In den letzten drei Monaten")
    round_id = prepared(store, replace(SETUP, translated={LEADER: german}))
    _summary, kept, asked = store.groups.setup(round_id)

    assert (asked, kept.asks(STAFF, asked), kept.asks(LEADER, asked)) == (ASKED, ASKED, german)
    store.groups.open(round_id)
    with pytest.raises(Refused):
        store.groups.change_setup(round_id, SETUP)
    store.groups.change_setup(round_id, replace(kept, minutes=20))
    store.sheets.add(round_id, [*sheets(range(1, 7), LEADER), *sheets(range(20, 29))])
    store.groups.close(round_id, DAY)
    assert store.groups.round(round_id).setup.translated == {LEADER: german}

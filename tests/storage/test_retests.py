"""A check that asks a promise again belongs to the promise: it stands in no list, and goes with what it belongs to."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.people import ASKED, DAY, SETUP, STAFF, opened, sheets
from trustcheck.app.portraits.retests import moved_between, personal_retests
from trustcheck.app.ports import NewGroupRound, NewRound, NotSaved, Refused
from trustcheck.app.presenting.retests import outcome
from trustcheck.app.results.retest import MovedAgain, Retest
from trustcheck.app.retests import ask_oneself_again, ask_people_again
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.checks.retests import asked_of, mini_pulse
from trustcheck.domain.checks.round import Promise, RetestOf, RoundKind, RoundState
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.storage.safety.contents import contents_of
from trustcheck.storage.store import SqliteStore, open_store

PROMISE = Promise("We ask first", DAY, questions=("A1", "C2"))
MINI = mini_pulse(ASKED, PROMISE.questions)


def promised(store: SqliteStore) -> int:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(20, 32)))
    store.groups.close(round_id, DAY)
    store.rounds.save_promise(round_id, PROMISE)
    return round_id


def asked_again(store: SqliteStore, round_id: int, number: int = 1) -> int:
    organisation = store.groups.setup(round_id)[0].organisation.id
    new = NewGroupRound(organisation, MINI, asked_of(SETUP), DAY, RetestOf(round_id, number))
    retest = store.groups.prepare(new)
    store.groups.open(retest)
    return retest


def said(point: int) -> Sheet:
    return Sheet(Response(STAFF, Form.FULL, {each: Answer(point) for each in MINI.order}))


def test_it_asks_these_questions_and_nothing_else() -> None:
    assert MINI.order == ("A1", "C2")
    assert [each.id for each in MINI.themes] == ["A", "C"]
    assert (MINI.practices, MINI.suggestions, MINI.pulse) == ((), (), ())


def test_it_stands_in_no_list_of_checks(store: SqliteStore) -> None:
    round_id = promised(store)
    retest = asked_again(store, round_id)

    assert [each.id for each in store.rounds.summaries()] == [round_id]
    assert not store.rounds.has_any(RoundKind.GROUP, RoundState.OPEN)
    (listed,) = store.organisations.summaries()
    assert (listed.checks, listed.open) == (1, None)
    assert [each.id for each in store.rounds.retests(round_id)] == [retest]
    assert store.groups.setup(retest)[0].retests == RetestOf(round_id, 1)


def test_a_file_is_said_to_hold_its_checks_and_not_what_asks_a_promise_again(store: SqliteStore, path: Path) -> None:
    round_id = promised(store)
    asked_again(store, round_id)
    store.close()

    (there,) = contents_of(str(path), None).organisations
    assert there.checks == 1


def test_one_that_was_only_prepared_is_the_one_that_is_asked(store: SqliteStore) -> None:
    """As where the program ended between the two."""
    round_id = promised(store)
    organisation = store.groups.setup(round_id)[0].organisation.id
    prepared = store.groups.prepare(
        NewGroupRound(organisation, MINI, asked_of(SETUP), DAY, RetestOf(round_id, PROMISE.number))
    )

    assert ask_people_again(store, round_id, PROMISE, DAY) == prepared
    assert store.groups.setup(prepared)[0].state is RoundState.OPEN
    assert len(store.rounds.retests(round_id)) == 1


def test_it_takes_sheets_from_the_moment_it_is_there(store: SqliteStore) -> None:
    round_id = promised(store)

    (again,) = (store.groups.setup(each)[0] for each in (ask_people_again(store, round_id, PROMISE, DAY),))
    assert again.state is RoundState.OPEN


def personal(store: SqliteStore, new: NewRound, then: int, now: Answer) -> tuple[Retest, ...]:
    """One person's two answers to the same two questions."""
    first = store.rounds.begin(replace(new, questionnaire=ASKED))
    for each in PROMISE.questions:
        store.rounds.save_answer(first, each, Answer(then))
    store.rounds.close(first, DAY)
    store.rounds.save_promise(first, PROMISE)
    again = ask_oneself_again(store, store.rounds.round(first), PROMISE, DAY)
    for each in PROMISE.questions:
        store.rounds.save_answer(again, each, now)
    store.rounds.close(again, DAY)
    return personal_retests(store, store.rounds.round(first))


def test_one_person_is_told_that_an_answer_was_no_point_and_not_that_people_are_protected(
    store: SqliteStore, new: NewRound
) -> None:
    (found,) = personal(store, new, 4, Answer.DONT_KNOW)

    said = outcome(found)[-1]
    assert said == "Cannot be told: one of the two answers is no point on the scale."


def test_what_moved_moved_by_one_point_at_least(store: SqliteStore, new: NewRound) -> None:
    (found,) = personal(store, new, 1, Answer(5))

    (view,) = found.views
    assert isinstance(view.moved, MovedAgain)
    assert view.moved.low >= 1


@pytest.mark.parametrize(
    ("low", "high", "ends"), [(0.0, 40.0, (1, 40)), (-40.0, 0.0, (-40, -1)), (-0.4, 130.0, (1, 100))]
)
def test_no_change_begins_at_nothing(low: float, high: float, ends: tuple[int, int]) -> None:
    found = moved_between(ChangeKind.CHANGED, low, high)

    assert (found.low, found.high) == ends


def test_closing_it_is_no_look_again_at_the_other_promises(store: SqliteStore) -> None:
    round_id = promised(store)
    retest = asked_again(store, round_id)
    store.sheets.add(retest, [said(1 + each % 5) for each in range(12)])
    store.groups.close(retest, DAY)

    assert [each.promise for each in store.organisations.promises_due(DAY)] == [PROMISE]


def test_it_goes_with_the_check_after_which_it_was_promised(store: SqliteStore) -> None:
    round_id = promised(store)
    asked_again(store, round_id)

    store.rounds.delete(round_id)

    assert store.rounds.retests() == ()


def test_a_promise_that_was_asked_again_is_not_taken_back(store: SqliteStore) -> None:
    round_id = promised(store)
    asked_again(store, round_id)

    with pytest.raises(NotSaved, match="asked again, and people answered"):
        store.rounds.take_back_promise(round_id, 1)

    assert store.rounds.promises(round_id) == (PROMISE,)


def test_what_was_not_promised_is_not_asked_again(store: SqliteStore) -> None:
    round_id = promised(store)

    with pytest.raises(NotSaved, match="not in the data file"):
        asked_again(store, round_id, number=2)


def test_one_person_asks_their_own_again(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.close(round_id, DAY)
    store.rounds.save_promise(round_id, replace(PROMISE, questions=(new.questionnaire.order[0],)))
    mini = mini_pulse(new.questionnaire, (new.questionnaire.order[0],))
    retest = store.rounds.begin(replace(new, questionnaire=mini, form=Form.FULL, retests=RetestOf(round_id, 1)))

    assert [each.id for each in store.rounds.summaries()] == [round_id]
    assert store.rounds.round(retest).summary.asked == 1


def test_it_travels_with_its_organisation(store: SqliteStore, tmp_path: Path) -> None:
    round_id = promised(store)
    retest = asked_again(store, round_id)
    store.sheets.add(retest, [said(1 + each % 5) for each in range(12)])
    store.groups.close(retest, DAY)
    organisation = store.groups.setup(round_id)[0].organisation.id

    store.carrying.hand_over(organisation, str(tmp_path / "theirs.trustcheck"), "a long passphrase")
    there = open_store(str(tmp_path / "theirs.trustcheck"), passphrase="a long passphrase")
    try:
        (check,) = there.rounds.summaries()
        (again,) = there.rounds.retests(check.id)
        assert len(there.groups.round(again.id).responses) == 12
    finally:
        there.close()


def test_one_that_points_to_another_clients_check_is_not_taken_in(store: SqliteStore, tmp_path: Path) -> None:
    """By hand: through it a result here could be set beside one there."""
    from sqlcipher3 import dbapi2

    other = open_store(str(tmp_path / "other.trustcheck"))
    asked_again(other, promised(other))
    other.groups.close(other.rounds.retests()[0].id, DAY)
    other.organisations.add("Ferngate")
    other.close()
    driver = dbapi2.connect(str(tmp_path / "other.trustcheck"))
    driver.execute(
        "UPDATE round SET organisation = (SELECT id FROM organisation WHERE name = 'Ferngate') WHERE retests"
    )
    driver.commit()
    driver.close()

    with pytest.raises(Refused):
        store.carrying.arriving(str(tmp_path / "other.trustcheck"))

"""A check that asks a promise again belongs to the promise: it stands in no list, and goes with what it belongs to."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.people import ASKED, DAY, SETUP, STAFF, opened, sheets
from trustcheck.app.ports import NewGroupRound, NewRound, NotSaved, Refused
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.checks.retests import asked_of, mini_pulse
from trustcheck.domain.checks.round import Promise, RetestOf, RoundKind, RoundState
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
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

"""What comes in from a file of promises: each replaces its own, nothing twice, three open, a sentence for each."""

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from trustcheck.app.promises_in import ComingPromise, WrittenPromise, coming_in, of_check, uid_of
from trustcheck.domain.checks.round import Promise, PromiseStatus, RoundKind

ASKED = builders.questionnaire()
DAY, LATER = date(2027, 3, 1), date(2027, 4, 1)
KEPT = (Promise("We ask first", DAY, "people ask back", who="Ada", changes=2),)
CHECK = of_check("Northgate Housing", RoundKind.GROUP, date(2026, 11, 22), 1)
UIDS = {uid_of(CHECK, number): number for number in range(1, 10)}
ENTRY = WrittenPromise(1, "Look again at Northgate Housing: We ask first", day=LATER, uid=uid_of(CHECK, 1), changes=2)


def account(*written: WrittenPromise, kept: tuple[Promise, ...] = KEPT) -> tuple[ComingPromise, ...]:
    return coming_in(written, kept, UIDS, ASKED)


def test_an_entry_replaces_the_older_one_and_says_nothing_of_what_a_calendar_does_not_know() -> None:
    (found,) = account(ENTRY)

    assert found.promise == replace(KEPT[0], look_again_on=LATER)
    assert found.told == "It takes the place of promise 1."


def test_a_row_without_number_is_new_and_gets_the_next_one() -> None:
    (found,) = account(WrittenPromise(2, "We answer", "Bo", "they ask back", DAY, questions=("A1",)))

    assert found.promise == Promise("We answer", DAY, "they ask back", who="Bo", questions=("A1",), number=2)
    assert found.told == "It is new."


def test_an_empty_cell_of_a_promise_that_is_there_changes_nothing() -> None:
    (found,) = account(WrittenPromise(2, status=PromiseStatus.KEPT, number=1))

    assert found.promise == replace(KEPT[0], status=PromiseStatus.KEPT)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (replace(ENTRY, day=DAY), "It is there already, exactly like this."),
        (replace(ENTRY, changes=1), "It is older than what is kept here."),
        (replace(ENTRY, uid=uid_of(CHECK, 2)), "It belongs to another check, or was taken back here."),
        (replace(ENTRY, uid="0@trustcheck"), "It belongs to another check, or was taken back here."),
        (WrittenPromise(2, " we  ASK first"), "It is there already."),
        (WrittenPromise(2, "", who="Ada"), "It does not say what is promised."),
        (WrittenPromise(2, "x" * 501), "It is too long: 500 letters fit, and 120 of a name."),
        (WrittenPromise(2, "We try", who="x" * 121), "It is too long: 500 letters fit, and 120 of a name."),
        (WrittenPromise(2, "We try", questions=("Z9",)), "Name at most 3 questions of this check"),
        (WrittenPromise(2, "We try", mistake="Its day is not understood."), "Its day is not understood."),
    ],
)
def test_what_stays_out_is_told_in_one_sentence(written: WrittenPromise, told: str) -> None:
    (found,) = account(written)

    assert found.promise is None
    assert found.told.startswith(told)


def test_of_two_entries_of_one_promise_the_one_that_was_changed_later_counts() -> None:
    first, second = account(ENTRY, replace(ENTRY, at=2, day=date(2027, 5, 1), changes=3))

    assert (first.promise, first.told) == (None, "It stands here twice: the one that was changed later counts.")
    assert second.promise is not None
    assert second.promise.look_again_on == date(2027, 5, 1)


def test_three_are_open_and_a_fourth_stays_out_unless_one_of_them_ended() -> None:
    rows = [WrittenPromise(at, f"We try {at}") for at in (2, 3, 4)]
    ended = WrittenPromise(1, status=PromiseStatus.DROPPED, number=1)

    assert [each.promise is not None for each in account(*rows)] == [True, True, False]
    assert account(*rows)[2].told == "Three open promises already. Finish one, or drop one."
    assert all(each.promise is not None for each in account(ended, *rows))

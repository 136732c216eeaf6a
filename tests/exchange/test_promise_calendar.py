"""A promise in a calendar: one entry that moves with its day, and says nothing where nothing was said."""

from dataclasses import replace
from datetime import date

from icalendar import Calendar, Event

from tests.parcels import QUESTIONNAIRES
from trustcheck.app.store.export_model import Belongings, Parcel, PersonalCheck
from trustcheck.domain.checks.round import Promise, PromiseStatus, RoundState
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.exports.promise_calendar import entries_of, entries_to_ics, ics_holds

PROMISE = Promise("Ask before I decide", date(2027, 3, 1))


def parcel(*promises: Promise | None, name: str = "Northgate Housing") -> Parcel:
    """Checks begun on one day, each with its promise."""
    checks = tuple(
        PersonalCheck(
            questionnaire=QUESTIONNAIRES[0],
            state=RoundState.CLOSED,
            started_on=date(2026, 11, 22),
            closed_on=date(2026, 11, 22),
            form=Form.FULL,
            perspective=Perspective.STAFF,
            promises=() if each is None else (each,),
        )
        for each in promises
    )
    return Parcel((Belongings(name, checks=checks),))


def events(of: Parcel) -> list[Event]:
    content = entries_to_ics(entries_of(of))
    assert ics_holds(content, entries_of(of))
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_a_promise_without_a_sign_has_no_description() -> None:
    (event,) = events(parcel(PROMISE))

    assert "description" not in event
    (said,) = events(parcel(replace(PROMISE, sign="people ask back")))
    assert str(said["description"]).endswith("people ask back")


def test_a_promise_whose_day_moves_keeps_its_entry_and_counts_as_newer() -> None:
    (before,) = events(parcel(PROMISE))
    (after,) = events(parcel(replace(PROMISE, look_again_on=date(2027, 1, 15), changes=1)))

    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("dtstart") == date(2027, 1, 15)


def test_a_promise_for_the_last_day_there_is_stands_on_it() -> None:
    (event,) = events(parcel(replace(PROMISE, look_again_on=date.max)))

    assert event.decoded("dtstart") == date.max


def test_promises_of_two_checks_are_two_entries_whatever_they_say() -> None:
    found = events(parcel(PROMISE, PROMISE))
    other = events(parcel(PROMISE, name="Hollow Lane School"))

    assert len({str(each["uid"]) for each in (*found, *other)}) == 3


def test_each_promise_of_a_check_has_its_own_entry_and_keeps_it_whatever_becomes_of_the_others() -> None:
    second = Promise("Read one complaint aloud", date(2027, 4, 1), who="Ada", number=2)
    (check,) = parcel(PROMISE).organisations[0].checks
    both = Parcel((Belongings("Northgate Housing", checks=(replace(check, promises=(PROMISE, second)),)),))
    alone = Parcel((Belongings("Northgate Housing", checks=(replace(check, promises=(second,)),)),))

    (first, other), (left,) = events(both), events(alone)

    assert first["uid"] == events(parcel(PROMISE))[0]["uid"]
    assert other["uid"] == left["uid"] != first["uid"]
    assert str(other["description"]) == "Who sees to it: Ada"


def test_a_promise_that_was_dropped_is_struck_out_and_one_that_was_kept_says_so() -> None:
    (dropped,) = events(parcel(replace(PROMISE, status=PromiseStatus.DROPPED, changes=1)))
    (kept,) = events(parcel(replace(PROMISE, status=PromiseStatus.KEPT, changes=1)))

    assert (str(dropped["status"]), "status" in kept) == ("CANCELLED", False)
    assert str(kept["description"]) == "What became of it: done"

"""Asking one promise again: as a small check of its own with nothing but the questions it should move."""

from datetime import date

from trustcheck.app.ports import NewGroupRound, NewRound, Store
from trustcheck.app.results.retest import Retest
from trustcheck.domain.checks.retests import asked_of, mini_pulse, still_asked
from trustcheck.domain.checks.round import PersonalRound, Promise, RetestOf, RoundState
from trustcheck.domain.questionnaire.model import Form


def under_way(retests: tuple[Retest, ...], promise: Promise) -> Retest | None:
    """The one of this promise that still takes answers."""
    return next(
        (each for each in retests if each.number == promise.number and each.summary.state is not RoundState.CLOSED),
        None,
    )


def ask_people_again(store: Store, round_id: int, promise: Promise, today: date) -> int:
    """Open one for the people of a group's check; its id. One that was prepared and never opened is that one. Raises
    ``Refused``."""
    for each in store.rounds.retests(round_id):
        if each.state is RoundState.PREPARING and each.retests == RetestOf(round_id, promise.number):
            store.groups.open(each.id)
            return each.id
    summary, setup, asked = store.groups.setup(round_id)
    mini = mini_pulse(asked, still_asked(promise, asked))
    new = NewGroupRound(summary.organisation.id, mini, asked_of(setup), today, RetestOf(round_id, promise.number))
    return store.groups.prepare(new, opened=True)


def ask_oneself_again(store: Store, of: PersonalRound, promise: Promise, today: date) -> int:
    """Begin one for the person of a check; its id. Raises ``NotSaved``."""
    mini = mini_pulse(of.questionnaire, still_asked(promise, of.questionnaire))
    again = RetestOf(of.summary.id, promise.number)
    name, perspective = of.summary.organisation.name, of.response.perspective
    return store.rounds.begin(NewRound(name, Form.FULL, perspective, mini, of.leaders_are, today, again))

"""A sample to look at: one invented person's round, put into a data file by the same door as anybody's answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trustcheck.app.ports import NewGroupRound, NewRound, Store
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.checks.round import OrganisationDetails, Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class InventedAnswers:
    """What the invented person answered, noted and promised."""

    organisation: str
    leaders_are: str
    started_on: date
    closed_on: date
    response: Response
    notes: Mapping[str, str]
    facts: Mapping[str, PracticeAnswer]
    promise: Promise | None


def fill(store: Store, sample: InventedAnswers, questionnaire: Questionnaire) -> int:
    """Add the sample's round to a data file, finished; the round's id. Raises what the store raises."""
    round_id = store.rounds.begin(
        NewRound(
            organisation=sample.organisation,
            form=sample.response.form,
            perspective=sample.response.perspective,
            questionnaire=questionnaire,
            leaders_are=sample.leaders_are,
            started_on=sample.started_on,
        )
    )
    for item_id, answer in sample.response:
        store.rounds.save_answer(round_id, item_id, answer)
    for item_id, text in sample.notes.items():
        store.rounds.save_note(round_id, item_id, text)
    for practice_id, fact in sample.facts.items():
        store.rounds.save_fact(round_id, practice_id, fact)
    if sample.promise:
        store.rounds.save_promise(round_id, sample.promise)
    store.rounds.close(round_id, sample.closed_on)
    return round_id


# A team's sample to look at: an invented check of leaders and staff, put into a data file by everybody's door.


@dataclass(frozen=True)
class TeamSample:
    """What the invented people answered, how their check was set up, and what followed."""

    organisation: str
    setup: GroupSetup
    started_on: date
    closed_on: date
    sheets: tuple[Sheet, ...]
    facts: Mapping[str, PracticeAnswer]
    promise: Promise


@dataclass(frozen=True)
class SecondVisit:
    """Two checks of one place: half a year apart, and one question worded otherwise the first time."""

    first: TeamSample
    asked_first: Questionnaire
    promised: tuple[Promise, ...]
    """After the first visit."""
    second: TeamSample


def fill_second_visit(store: Store, visit: SecondVisit, questionnaire: Questionnaire) -> tuple[int, int]:
    """Add both checks to a data file, closed; their rounds' ids."""
    first = fill_team(store, visit.first, visit.asked_first)
    for promise in visit.promised:
        store.rounds.save_promise(first, promise)
    organisation_id = store.groups.setup(first)[0].organisation.id
    return first, _fill_check(store, organisation_id, visit.second, questionnaire)


def fill_team(store: Store, sample: TeamSample, questionnaire: Questionnaire) -> int:
    """Add the sample's check to a data file, closed; the round's id. Raises what the store raises."""
    organisation_id = store.organisations.add(sample.organisation)
    store.organisations.save_details(organisation_id, OrganisationDetails(routes=sample.setup.routes))
    return _fill_check(store, organisation_id, sample, questionnaire)


def _fill_check(store: Store, organisation_id: int, sample: TeamSample, questionnaire: Questionnaire) -> int:
    round_id = store.groups.prepare(NewGroupRound(organisation_id, questionnaire, sample.setup, sample.started_on))
    store.groups.open(round_id)
    store.sheets.add(round_id, sample.sheets)
    store.groups.close(round_id, sample.closed_on)
    for practice_id, fact in sample.facts.items():
        store.rounds.save_fact(round_id, practice_id, fact)
    store.rounds.save_promise(round_id, sample.promise)
    return round_id

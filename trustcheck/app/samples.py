"""A sample to look at: one invented person's round, put into a data file by the same door as anybody's answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trustcheck.app.ports import NewGroupRound, NewRound, Store
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.checks.round import OrganisationDetails, Promise
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire


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
    promise: Promise | None


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
    if sample.promise:
        store.rounds.save_promise(round_id, sample.promise)
    return round_id


# The same invented people, asked other questions. Their answers follow a pattern and no chance, so that the same
# questionnaire gives the same sample.


_LEANING = {Perspective.LEADER: 1, Perspective.STAFF: 0}
_FACTS = (Fact.YES, Fact.PARTLY, Fact.NO)


def answered_by_the_same(sample: InventedAnswers, asked: Questionnaire) -> InventedAnswers:
    """The invented person's round with another questionnaire; what they noted and promised belonged to the first."""
    response = _invented(asked, sample.response.perspective, 0)
    return replace(sample, response=response, notes={}, facts=_facts(asked), promise=None)


def answered_by_the_team(sample: TeamSample, asked: Questionnaire) -> TeamSample:
    """The same of the team's check, as many of them as before."""
    views = [each.response.perspective for each in sample.sheets]
    sheets = tuple(Sheet(_invented(asked, view, person)) for person, view in enumerate(views))
    setup = replace(sample.setup, form=Form.FULL, importance={}, targets={}, drill=False, guesses=False)
    return replace(sample, setup=setup, sheets=sheets, facts=_facts(asked), promise=None)


def _invented(asked: Questionnaire, view: Perspective, person: int) -> Response:
    """Each theme has a level of its own, on which people differ by a point or two; leaders see a little more of it."""
    themes: Sequence[str] = [each.id for each in asked.themes]
    answers = {}
    for place, item in enumerate(asked.items):
        theme = themes.index(item.theme) if item.theme else 0
        level = round(1 + (asked.high - 1) * ((3 * theme + 2) % 5 + 0.5) / 5) + _LEANING[view]
        point = min(asked.high, max(asked.low, level + (person * (place + 1)) % 3 - 1))
        answers[item.id] = Answer(asked.low + asked.high - point if item.reverse else point)
    return Response(view, Form.FULL, answers)


def _facts(asked: Questionnaire) -> dict[str, PracticeAnswer]:
    return {each.id: PracticeAnswer(each.id, _FACTS[place % len(_FACTS)]) for place, each in enumerate(asked.practices)}

"""A team's sample to look at: an invented check of leaders and staff, put into a data file by everybody's door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trustcheck.app.ports import NewGroupRound, Store
from trustcheck.domain.answers import PracticeAnswer
from trustcheck.domain.group_round import GroupSetup, Sheet
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.round import OrganisationDetails, Promise


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


def fill_team(store: Store, sample: TeamSample, questionnaire: Questionnaire) -> int:
    """Add the sample's check to a data file, closed; the round's id. Raises what the store raises."""
    organisation_id = store.add_organisation(sample.organisation)
    store.save_organisation_details(organisation_id, OrganisationDetails(routes=sample.setup.routes))
    round_id = store.prepare_group(NewGroupRound(organisation_id, questionnaire, sample.setup, sample.started_on))
    store.open_group(round_id)
    store.add_sheets(round_id, sample.sheets)
    store.close_group(round_id, sample.closed_on)
    for practice_id, fact in sample.facts.items():
        store.save_fact(round_id, practice_id, fact)
    store.save_promise(round_id, sample.promise)
    return round_id

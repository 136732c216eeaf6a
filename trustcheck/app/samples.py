"""A sample to look at: one invented person's round, put into a data file by the same door as anybody's answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trustcheck.app.ports import NewRound, Store
from trustcheck.domain.answers import PracticeAnswer, Response
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.round import Promise


@dataclass(frozen=True, slots=True)
class Sample:
    """What the invented person answered, noted and promised."""

    organisation: str
    leaders_are: str
    started_on: date
    closed_on: date
    response: Response
    notes: Mapping[str, str]
    facts: Mapping[str, PracticeAnswer]
    promise: Promise | None


def fill(store: Store, sample: Sample, questionnaire: Questionnaire) -> int:
    """Add the sample's round to a data file, finished; the round's id. Raises what the store raises."""
    round_id = store.begin_round(
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
        store.save_answer(round_id, item_id, answer)
    for item_id, text in sample.notes.items():
        store.save_note(round_id, item_id, text)
    for practice_id, fact in sample.facts.items():
        store.save_fact(round_id, practice_id, fact)
    if sample.promise:
        store.save_promise(round_id, sample.promise)
    store.close_round(round_id, sample.closed_on)
    return round_id

"""Results to print: the shipped sample's round, and rounds that are hard on a report."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from trustcheck import assets
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import Paper, ReportOptions
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.samples import InventedAnswers
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.round import Organisation, PersonalRound, Promise, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.exchange.samples import read_sample

A4 = ReportOptions(date(2026, 9, 23), with_all_questions=False)
LETTER = replace(A4, paper=Paper.LETTER)
WITH_QUESTIONS = replace(A4, with_all_questions=True)


@cache
def questionnaire() -> Questionnaire:
    return FileCatalog().questionnaire("trust-and-openness")


@cache
def _sample() -> InventedAnswers:
    return read_sample(assets.path("samples", "library"), questionnaire())


def library_round(form: Form = Form.FULL) -> PersonalRound:
    """The sample's round; as a pulse it holds the answers of the pulse only."""
    sample, asked = _sample(), questionnaire()
    items = asked.asked(form)
    given = {item: answer for item, answer in sample.response if item in items}
    summary = RoundSummary(
        id=1,
        organisation=Organisation(1, sample.organisation),
        state=RoundState.CLOSED,
        form=form,
        perspective=sample.response.perspective,
        started_on=sample.started_on,
        closed_on=sample.closed_on,
        answered=len(given),
        asked=len(items),
    )
    response = replace(sample.response, form=form, answers=given)
    notes = {item: text for item, text in sample.notes.items() if item in items}
    return PersonalRound(summary, asked, response, sample.leaders_are, notes, dict(sample.facts), (sample.promise,))


def library() -> PersonalResult:
    return result_of(library_round())


def pulse() -> PersonalResult:
    return result_of(replace(library_round(Form.PULSE), facts={}, promises=()))


def without_facts() -> PersonalResult:
    return result_of(replace(library_round(), facts={}, promises=()))


def named(place: str, result: PersonalResult | None = None) -> PersonalResult:
    """The same result for a place of another name."""
    result = result or library()
    summary = replace(result.round.summary, organisation=Organisation(1, place))
    return replace(result, round=replace(result.round, summary=summary))


def saying(text: str) -> PersonalResult:
    """Every text that a person can write is ``text``."""
    whole = library_round()
    facts = {each: PracticeAnswer(each, given.fact, text) for each, given in whole.facts.items()}
    promise = Promise(text, date(2026, 10, 20), text)
    spoken = replace(whole, leaders_are=text, notes={"GI1": text}, facts=facts, promises=(promise,))
    return named(text, result_of(spoken))


def noting(notes: Mapping[str, str]) -> PersonalResult:
    return result_of(replace(library_round(), notes=dict(notes)))


def with_facts(number: int) -> PersonalResult:
    """The sample's round with its first ``number`` facts answered and the others not."""
    whole = library_round()
    return result_of(replace(whole, facts=dict(list(whole.facts.items())[:number])))


def answering(items: int) -> PersonalResult:
    """The sample's round with its first ``items`` questions, theme by theme, answered and the others skipped."""
    whole = library_round()
    first = {item.id for item in questionnaire().items[:items]}
    given = {item: answer for item, answer in whole.response if item in first}
    return result_of(replace(whole, response=replace(whole.response, answers=given)))


def unanswered() -> PersonalResult:
    """A round in which nothing was answered at all."""
    whole = library_round()
    return result_of(replace(whole, response=replace(whole.response, answers={}), facts={}, notes={}, promises=()))

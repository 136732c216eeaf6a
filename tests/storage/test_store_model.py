"""Whatever is done in whatever order, the file holds what a plain dictionary would."""

import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from tests import builders
from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.marks import Aloud, AnswerMark, Marks, with_mark
from trustcheck.domain.checks.round import Promise, PromiseStatus, RoundState
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store

ASKED = builders.questionnaire({"people": {"A": 3}})
TEXTS = st.text(max_size=30)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
ITEMS = st.sampled_from(ASKED.order)
CODES = st.sampled_from([-2, -1, 1, 2, 3, 4, 5])
GRADES = st.none() | st.sampled_from(EvidenceGrade)
FACTS = st.builds(PracticeAnswer, st.just("K1"), st.sampled_from(Fact), TEXTS, GRADES)
MARKS = st.builds(AnswerMark, st.booleans(), st.none() | st.sampled_from(Aloud), GRADES)
NUMBERS = st.integers(1, 3)
PROMISES = st.builds(
    Promise,
    TEXTS,
    st.none() | DAYS,
    TEXTS,
    TEXTS,
    who=TEXTS,
    status=st.sampled_from(PromiseStatus),
    questions=st.lists(TEXTS, max_size=3).map(tuple),
    number=NUMBERS,
)


@dataclass
class Kept:
    name: str
    state: RoundState = RoundState.OPEN
    answers: dict[str, Answer] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    facts: dict[str, PracticeAnswer] = field(default_factory=dict)
    promises: dict[int, Promise] = field(default_factory=dict)
    form: Form = Form.FULL
    marks: Marks = field(default_factory=dict)


class StoreMachine(RuleBasedStateMachine):
    rounds = Bundle("rounds")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = str(Path(self.folder.name) / "mine.trustcheck")
        self.store = open_store(self.path)
        self.model: dict[int, Kept] = {}

    @rule(target=rounds, name=st.sampled_from(["One", "Two"]), day=DAYS, form=st.sampled_from(Form))
    def begin(self, name: str, day: date, form: Form) -> int:
        new = NewRound(name, form, Perspective.LEADER, ASKED, "", day)
        round_id = self.store.rounds.begin(new)
        self.model[round_id] = Kept(name, form=form)
        return round_id

    @rule(at=rounds, item=ITEMS, code=st.none() | CODES)
    def answer(self, at: int, item: str, code: int | None) -> None:
        given = None if code is None else Answer(code)
        self.store.rounds.save_answer(at, item, given)
        self.model[at].answers.pop(item, None)
        if given:
            self.model[at].answers[item] = given

    @rule(at=rounds, item=ITEMS, text=TEXTS)
    def note(self, at: int, item: str, text: str) -> None:
        self.store.rounds.save_note(at, item, text)
        self.model[at].notes.pop(item, None)
        if text:
            self.model[at].notes[item] = text

    @rule(at=rounds, fact=st.none() | FACTS)
    def fact(self, at: int, fact: PracticeAnswer | None) -> None:
        self.store.rounds.save_fact(at, "K1", fact)
        self.model[at].facts = {"K1": fact} if fact else {}

    @rule(at=rounds, item=ITEMS, mark=MARKS)
    def mark(self, at: int, item: str, mark: AnswerMark) -> None:
        self.store.rounds.save_mark(at, item, mark)
        self.model[at].marks = with_mark(self.model[at].marks, item, mark)

    @rule(at=rounds, promise=PROMISES)
    def promise(self, at: int, promise: Promise) -> None:
        self.store.rounds.save_promise(at, promise)
        self.model[at].promises[promise.number] = promise

    @rule(at=rounds, number=NUMBERS)
    def take_back(self, at: int, number: int) -> None:
        self.store.rounds.take_back_promise(at, number)
        self.model[at].promises.pop(number, None)

    @rule(at=rounds, day=DAYS)
    def finish(self, at: int, day: date) -> None:
        self.store.rounds.close(at, day)
        self.model[at].state = RoundState.CLOSED

    @rule(at=rounds)
    def take_up_again(self, at: int) -> None:
        self.store.rounds.reopen(at)
        self.model[at].state = RoundState.OPEN

    @rule(at=rounds)
    def ask_in_full(self, at: int) -> None:
        self.store.rounds.ask_in_full(at)
        self.model[at].state = RoundState.OPEN
        self.model[at].form = Form.FULL

    @rule(at=consumes(rounds))
    def delete(self, at: int) -> None:
        self.store.rounds.delete(at)
        del self.model[at]

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = open_store(self.path, create=False)

    @invariant()
    def holds_what_was_said(self) -> None:
        found = {each.id: self.store.rounds.round(each.id) for each in self.store.rounds.summaries()}
        kept = {
            round_id: Kept(
                each.summary.organisation.name,
                each.summary.state,
                dict(each.response.answers),
                each.notes,
                each.facts,
                {promise.number: promise for promise in each.promises},
                each.summary.form,
                each.marks,
            )
            for round_id, each in found.items()
        }
        assert kept == self.model
        assert {each.name for each in self.store.organisations.all()} == {each.name for each in self.model.values()}

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestStoreAgainstADictionary = StoreMachine.TestCase
TestStoreAgainstADictionary.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)

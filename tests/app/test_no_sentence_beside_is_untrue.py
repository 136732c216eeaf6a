"""Nothing that is said beside the answers is contradicted by them: random marks, read by somebody who counts anew."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from tests.app.truth.at_random import one_person
from tests.app.truth.beside_answers import patterns_beside, told_beside
from tests.app.truth.told import Told, untrue
from trustcheck.app.portraits.result import result_of
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer

SEEDS = range(60)


def marked(seed: int) -> PersonalResult:
    """Of somebody who said something beside some of their answers, and confirmed some of what they said last time."""
    of, chance = one_person(seed).round, random.Random(f"beside {seed}")
    asked, practices = of.questionnaire.order, [each.id for each in of.questionnaire.practices]
    aloud = chance.choice([list(Aloud), [Aloud.YES], [Aloud.YES, Aloud.SOME]])
    marks = {
        each: AnswerMark(aloud=chance.choice([None, *aloud]), grade=chance.choice([None, *EvidenceGrade]))
        for each in asked
        if chance.random() < chance.choice([0.1, 0.6])
    }
    facts = {key: replace(each, grade=chance.choice([None, *EvidenceGrade])) for key, each in of.facts.items()}
    last = LastSaid(
        {each: Answer(chance.randint(1, 5)) for each in asked if chance.random() < 0.3},
        {each: PracticeAnswer(each, Fact.YES) for each in practices if chance.random() < 0.3},
    )
    answers = {key: each for key, each in of.response.answers.items() if chance.random() < 0.8}
    response = replace(of.response, answers=answers)
    return result_of(replace(of, response=response, marks=marks, facts=facts, proposed=last))


def falsified(told: Told) -> Iterator[Told]:
    """The same with one number that is another one."""
    for found in re.finditer(r"\d+", told.words):
        wrong = str(int(found.group()) + 1)
        yield replace(told, words=told.words[: found.start()] + wrong + told.words[found.end() :])


def test_nothing_that_is_said_beside_the_answers_is_contradicted_by_them() -> None:
    wrong = {seed: list(untrue(told_beside(of), patterns_beside(of))) for seed in SEEDS for of in [marked(seed)]}

    assert {seed: each for seed, each in wrong.items() if each} == {}


def test_every_kind_of_it_is_said_and_a_wrong_number_is_noticed() -> None:
    kinds: set[str] = set()
    for of in map(marked, SEEDS):
        for told in told_beside(of):
            kinds.add(told.kind)
            for wrong in falsified(told):
                assert list(untrue([wrong], patterns_beside(of))), wrong.words

    assert kinds == {"aloud", "open", "shown"}

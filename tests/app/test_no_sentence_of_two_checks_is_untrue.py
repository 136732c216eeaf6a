"""No sentence of two checks is contradicted by the answers of both: random pairs, read by somebody who holds them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.app.truth import two_checks
from tests.app.truth.at_random import ASKED, answered, levels, one_person
from tests.app.truth.told import Pattern, Told, untrue
from tests.app.truth.two_checks import AskedAgain, GroupTwice, OnePersonTwice
from tests.group_builders import group_round, setup
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.app.portraits.retests import group_retests, personal_retests
from trustcheck.app.results.retest import Retest
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.marks import Aloud, AnswerMark, Marks
from trustcheck.domain.checks.retests import mini_pulse
from trustcheck.domain.checks.round import PersonalRound, Promise, PromiseStatus, RetestOf, RoundSummary
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire

PERSONS, GROUPS = range(40), range(16)
THEN, NOW = date(2026, 3, 9), date(2026, 11, 22)
LEADER, STAFF = Perspective.LEADER, Perspective.STAFF


def on(of: PersonalRound, when: date, marks: Marks) -> PersonalRound:
    return replace(of, summary=replace(of.summary, started_on=when, closed_on=when), marks=marks)


def marks(chance: random.Random) -> Marks:
    return {each: AnswerMark(aloud=chance.choice(list(Aloud))) for each in ASKED.order if chance.random() < 0.3}


def person_twice(seed: int) -> OnePersonTwice:
    """Somebody of one view: other answers, now and then another form, and a few questions in other words."""
    chance, now = random.Random(f"twice {seed}"), one_person(seed).round
    form = chance.choice([now.summary.form, now.summary.form, Form.FULL])
    given = answered(chance, ASKED, form, levels(chance, ASKED))
    before = replace(now, summary=replace(now.summary, form=form))
    before = replace(before, response=Response(now.response.perspective, form, given))
    other = {each.id for each in chance.sample(ASKED.items, chance.choice([0, 0, 3, 25]))}
    return OnePersonTwice(on(before, THEN, marks(chance)), two_checks.reworded(on(now, NOW, marks(chance)), other))


def sheets(chance: random.Random, view: Perspective, people: int, level: dict[str, float]) -> list[Response]:
    found = []
    for _person in range(people):
        mine = {theme: each + chance.gauss(0, 0.6) for theme, each in level.items()}
        found.append(Response(view, Form.FULL, answered(chance, ASKED, Form.FULL, mine)))
    return found


def check(given: Sequence[Response], when: date, promises: tuple[Promise, ...] = ()) -> GroupRound:
    views = {each.perspective for each in given}
    made = group_round(given, set_up=setup(*(40 if each in views else 0 for each in (LEADER, STAFF))))
    return replace(made, promises=promises, summary=replace(made.summary, started_on=when, closed_on=when))


def group_twice(seed: int) -> GroupTwice:
    """Leaders, staff or both, of 5 to 24 people each time: nothing moved, all of it, or some."""
    chance = random.Random(f"group twice {seed}")
    views = chance.choice([(LEADER, STAFF), (STAFF,), (LEADER,)])
    before, moved = levels(chance, ASKED), chance.choice([0.0, 0.4, 1.0])
    after = {theme: min(5.0, max(1.0, each + moved * chance.gauss(0, 1))) for theme, each in before.items()}
    promises = (
        Promise("We answer first", who="Ada", questions=("SC1",)),
        Promise("We keep it", status=PromiseStatus.KEPT, questions=("WD1", "SS1"), number=2),
    )
    then = [each for view in views for each in sheets(chance, view, chance.randint(5, 24), before)]
    now = [each for view in views for each in sheets(chance, view, chance.randint(5, 24), after)]
    return GroupTwice(check(then, THEN, promises), check(now, NOW))


class Kept:
    """A data file in which one promise of one check was asked again."""

    def __init__(self, again: PersonalRound | GroupRound) -> None:
        self._again = again
        self.rounds = self.groups = self

    def retests(self, _round_id: int) -> list[RoundSummary]:
        return [self._again.summary]

    def round(self, _round_id: int) -> PersonalRound | GroupRound:
        return self._again

    def setup(self, _round_id: int) -> tuple[None, None, Questionnaire]:
        return None, None, self._again.questionnaire


def asked_again(seed: int) -> tuple[AskedAgain, Retest]:
    """Of one person, or of a group, one to three questions."""
    chance = random.Random(f"again {seed}")
    drawn = set(chance.sample(ASKED.order, chance.randint(1, 3)))
    questions = tuple(each.id for each in ASKED.items if each.id in drawn)
    mini, on_day = mini_pulse(ASKED, questions), {"closed_on": NOW, "retests": RetestOf(1, 1), "form": Form.FULL}
    if seed % 2:
        now = person_twice(seed).now
        in_full = replace(now.response, form=Form.FULL)
        then = replace(now, questionnaire=ASKED, summary=replace(now.summary, form=Form.FULL), response=in_full)
        said = answered(chance, ASKED, Form.FULL, levels(chance, ASKED))
        response = replace(in_full, answers={key: each for key, each in said.items() if key in questions})
        again = replace(then, questionnaire=mini, response=response, summary=replace(then.summary, **on_day))
        (found,) = personal_retests(Kept(again), then)
        return AskedAgain(then, again, questions), found
    both = group_twice(seed)
    few = [
        replace(each, answers={key: one for key, one in each.answers.items() if key in questions})
        for each in both.now.responses
    ]
    again_of = replace(both.now, questionnaire=mini, responses=tuple(few), summary=replace(both.now.summary, **on_day))
    (found,) = group_retests(Kept(again_of), both.then)
    return AskedAgain(both.then, again_of, questions), found


def test_no_sentence_of_a_promise_asked_again_is_contradicted_by_the_answers() -> None:
    wrong, kinds = {}, set()
    for seed in range(40):
        of, found = asked_again(seed)
        told = list(two_checks.told_again(found))
        kinds |= {each.kind for each in told}
        wrong[seed] = list(untrue(told, two_checks.patterns_again(of)))

    assert {seed: each for seed, each in wrong.items() if each} == {}
    assert kinds == {"again", "answer again"}


def read(of: OnePersonTwice | GroupTwice) -> tuple[list[Told], list[Pattern]]:
    if isinstance(of, OnePersonTwice):
        return list(two_checks.told_of_one(compare(of.then, of.now))), two_checks.patterns_of_one(of)
    found = compare_groups(of.then, of.now)
    return list(two_checks.told_of_a_group(found)), two_checks.patterns_of_a_group(of, found)


def falsified(told: Told) -> Iterator[Told]:
    """The same with one number that lies well off, or with another direction."""
    for found in re.finditer(r"(?<![.\d+\u2212])\d+(?![.\d%])", told.words):
        if told.kind in ("row", "between", "aloud", "answered"):
            wrong = str(int(found.group()) + 13)
            yield replace(told, words=told.words[: found.start()] + wrong + told.words[found.end() :])
    for one, other in ((" up ", " down "), ("more of", "less of"), ("about the same", "moved a little")):
        if told.kind in ("row", "headline") and one in told.words and " and less of" not in told.words:
            yield replace(told, words=told.words.replace(one, other))


@pytest.mark.parametrize("make", [person_twice, group_twice], ids=["one person", "a group"])
def test_no_sentence_of_two_checks_is_contradicted_by_the_answers(make: object) -> None:
    seeds = PERSONS if make is person_twice else GROUPS
    wrong = {seed: list(untrue(*read(make(seed)))) for seed in seeds}

    assert {seed: each for seed, each in wrong.items() if each} == {}


def test_every_kind_of_it_is_said_and_what_is_wrong_is_noticed() -> None:
    kinds, missed = set(), []
    for of in (*map(person_twice, range(15)), *map(group_twice, range(5))):
        told, patterns = read(of)
        kinds |= {each.kind for each in told}
        missed += [wrong.words for each in told for wrong in falsified(each) if not list(untrue([wrong], patterns))]

    assert kinds == {
        "headline", "about", "row", "sure", "aloud", "between", "answered", "asked", "promised", "promise moved",
    }  # fmt: skip
    assert missed == []

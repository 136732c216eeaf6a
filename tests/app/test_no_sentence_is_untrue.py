"""No sentence is contradicted by the answers: random results, read by somebody who holds the raw answers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from tests.app.truth import patterns_of_a_group, patterns_of_one, sentences_of_a_group, sentences_of_one
from tests.app.truth.at_random import ASKED, group, one_person
from tests.app.truth.one_group import OneGroup
from tests.app.truth.told import Pattern, Told, untrue
from trustcheck.domain.questionnaire.model import Questionnaire

USUAL, MANY = 100, 500
"""Results of one person, and as many of groups: in every run, and in the long one."""


def untrue_of_one(seed: int) -> Iterator[str]:
    result = one_person(seed)
    return untrue(sentences_of_one.told_of(result), patterns_of_one.patterns_for(result))


@pytest.mark.parametrize("part", range(10))
def test_no_sentence_of_one_person_is_contradicted_by_the_answers(part: int) -> None:
    seeds = range(part * USUAL // 10, (part + 1) * USUAL // 10)

    assert {seed: found for seed in seeds if (found := list(untrue_of_one(seed)))} == {}


def untrue_of_a_group(seed: int) -> Iterator[str]:
    of, result = group(seed)
    return untrue(sentences_of_a_group.told_of(result), patterns_of_a_group.patterns_for(OneGroup(of, result)))


@pytest.mark.parametrize("part", range(10))
def test_no_sentence_of_a_group_is_contradicted_by_the_answers(part: int) -> None:
    seeds = range(part * USUAL // 10, (part + 1) * USUAL // 10)

    assert {seed: found for seed in seeds if (found := list(untrue_of_a_group(seed)))} == {}


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_no_sentence_is_contradicted_in_a_thousand_results(part: int) -> None:
    seeds = range(USUAL + part * MANY // 20, USUAL + (part + 1) * MANY // 20)
    of_one = {seed: found for seed in seeds if (found := list(untrue_of_one(seed)))}
    of_groups = {seed: found for seed in seeds if (found := list(untrue_of_a_group(seed)))}

    assert (of_one, of_groups) == ({}, {})


def falsified(told: Told, asked: Questionnaire) -> Iterator[Told]:
    """The same sentence with one thing in it that is not so: a number, how often, who, or which theme."""
    found = re.search(r"(?<![\d.])\d+(?= of 100| points|,|$|\)| % of)", told.words)
    if found and told.kind not in ("why", "rule", "held"):
        wrong = str(int(found.group()) + 7)
        yield replace(told, words=told.words[: found.start()] + wrong + told.words[found.end() :])
    for one, other in (("seldom", "often"), ("now and then", "nearly always"), ("Leaders", "Staff")):
        if told.kind in ("story", "fact", "conflict") and f" {one}" in f" {told.words}":
            yield replace(told, words=told.words.replace(one, other, 1))
    names = [each.name for each in asked.themes if each.name in told.words]
    if told.kind in ("story", "carry") and names:
        others = [each.name for each in asked.themes if each.name not in told.words]
        yield replace(told, words=told.words.replace(names[0], others[0]))


def unnoticed(told: Iterable[Told], patterns: Sequence[Pattern]) -> Iterator[tuple[str, str]]:
    for each in told:
        for wrong in falsified(each, ASKED):
            if wrong.words != each.words and not list(untrue([wrong], patterns)):
                yield each.words, wrong.words


def test_a_wrong_number_a_wrong_word_and_a_wrong_name_are_noticed() -> None:
    """Without this the tests above might read nothing at all."""
    missed, looked_at = [], 0
    for seed in range(12):
        result, (of, together) = one_person(seed), group(seed)
        pairs = [
            (list(sentences_of_one.told_of(result)), patterns_of_one.patterns_for(result)),
            (list(sentences_of_a_group.told_of(together)), patterns_of_a_group.patterns_for(OneGroup(of, together))),
        ]
        for told, patterns in pairs:
            looked_at += sum(1 for each in told for _wrong in falsified(each, ASKED))
            missed += unnoticed(told, patterns)

    assert looked_at > 500
    assert missed == []

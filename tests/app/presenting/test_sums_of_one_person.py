"""A calculation that is told comes out: whoever adds it up again gets the number on the page, in any random result."""

import re

import numpy as np
import pytest

from tests import builders
from tests.group_builders import shipped
from tests.report.portraits import library, pulse, unanswered
from trustcheck.app.portraits.result import result_of
from trustcheck.app.presenting.personal_sums import (
    Sum,
    exactly,
    fact_sums,
    overall_sum,
    pillar_sum,
    score_sums,
    theme_sum,
)
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.answers import Fact
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.points import whole

_ADDED = re.compile(r"\((?P<parts>[\d. +]+)\) / (?P<number>\d+) = (?P<exact>\d+(?:\.\d+)?)(?:, said as (?P<said>\d+))?")


def outcome(told: Sum) -> int | None:
    """What the sum comes to when it is added up again, or ``None`` where there is none."""
    found = next((match for line in told.lines if (match := _ADDED.search(line))), None)
    if found is None:
        return None
    parts = [float(each) for each in found["parts"].split(" + ")]
    assert len(parts) == int(found["number"])
    assert sum(parts) / len(parts) == pytest.approx(float(found["exact"]), abs=0.011)
    return int(found["said"] or found["exact"])


def shown(score: float | None) -> int | None:
    return None if score is None else whole(score)


def random_result(seed: int) -> PersonalResult:
    chance, asked = np.random.default_rng(seed), shipped()
    form = Form.PULSE if seed % 5 == 0 else Form.FULL
    given: dict[str, int | str] = {}
    for item in asked.asked(form):
        roll = chance.random()
        if roll > 0.15:
            given[item] = "dk" if roll > 0.93 else "na" if roll > 0.88 else int(chance.integers(1, 6))
    known = {each.id: str(chance.choice([fact.value for fact in Fact])) for each in asked.practices}
    return result_of(builders.personal_round(asked, given, form=form, known=known))


@pytest.mark.parametrize("seed", range(60))
def test_every_sum_comes_out_as_the_number_that_is_shown(seed: int) -> None:
    result = random_result(seed)

    for pillar in result.pillars:
        assert outcome(pillar_sum(result, pillar.pillar.id)) == shown(pillar.score)
        for theme in pillar.themes:
            assert outcome(theme_sum(result, theme.theme.id)) == shown(theme.score)
    assert outcome(overall_sum(result)) == shown(result.overall)
    facts = fact_sums(result.facts, result.practice, result.questionnaire)
    assert [outcome(each) for each in facts[:-1]] == [shown(each.index) for each in result.practice]


def test_an_answer_is_told_as_it_was_given_and_what_it_counts() -> None:
    result = library()
    said = theme_sum(result, "GI").lines

    for item, line in zip(result.theme("GI").items, said, strict=False):
        assert line.startswith(f"\u201c{item.wording}\u201d {item.words}: ")
        assert line.endswith(f"counts {exactly(item.level or 0)}.")
        assert ("turned" in line) is item.item.reverse


def test_a_number_that_is_missing_says_why_and_nothing_is_guessed() -> None:
    result = unanswered()

    assert all("= " not in line for told in score_sums(result) for line in told.lines)
    assert result.theme("GI").missing in theme_sum(result, "GI").lines
    assert "left out, never guessed" in theme_sum(result, "GI").lines[0]


def test_the_bands_of_a_sum_are_those_beside_the_number() -> None:
    for result in (library(), pulse()):
        for pillar in result.pillars:
            assert pillar_sum(result, pillar.pillar.id).lines[-1].endswith(f"so it is {pillar.band}.")

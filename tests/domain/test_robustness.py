"""Would one person change it? In words, and the same as leaving out each person in turn."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import sample
from trustcheck.domain.questionnaire.model import band_index
from trustcheck.domain.statistics.group_words import Solidity
from trustcheck.domain.statistics.groups import solidity, t_interval


def judged(*scores: float) -> Solidity | None:
    known = sample(scores)
    return solidity(known, t_interval(known.mean, sqrt(known.variance), len(known)))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([50, 50, 48, 52, 50, 50], Solidity.SOLID),
        ([25, 75, 25, 75, 50, 50, 50, 50, 30, 70], Solidity.BORDERLINE),
        ([60, 60, 60, 60, 75], Solidity.HANGS_ON_ONE),
        ([64, 64, 64, 64, 57], Solidity.HANGS_ON_ONE),
    ],
)
def test_a_band_is_solid_borderline_or_hangs_on_one_answer(scores: list[float], expected: Solidity) -> None:
    assert judged(*scores) is expected


def test_below_five_people_nothing_is_said() -> None:
    assert judged(50, 60, 70, 40) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 16).map(lambda steps: 6.25 * steps), min_size=5, max_size=12))
def test_it_hangs_on_one_exactly_where_leaving_somebody_out_changes_the_band(scores: list[float]) -> None:
    band = band_index(float(np.mean(scores)))
    others = [band_index(float(np.mean(scores[:at] + scores[at + 1 :]))) for at in range(len(scores))]

    assert (judged(*scores) is Solidity.HANGS_ON_ONE) == any(each != band for each in others)

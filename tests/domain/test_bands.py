"""A band is the nearest answer; an interval names both ends."""

from typing import Any

from tests.oracles import oracle
from trustcheck.domain.questionnaire.model import band_name, band_range


def test_the_bands_of_scores_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("16_bands")

    found = [(row["score"], band_name(row["score"])) for row in known["input_and_expected"]]

    assert found == [(row["score"], row["band"]) for row in known["input_and_expected"]]


def test_the_bands_of_intervals_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("16_bands")

    for row in known["interval"]:
        assert band_range(*row["ci"]) == row["label"]


def test_an_interval_is_clipped_to_the_scale_first() -> None:
    assert band_range(-20, 140) == "Rare to Consistent"

"""The first of a month is said as each language says it."""

from datetime import date

import pytest

from tests.catalogues import spoken
from trustcheck import assets
from trustcheck.words.days import day, day_and_month

FIRST, SECOND = date(2026, 10, 1), date(2026, 10, 2)


def test_in_english_it_is_a_number() -> None:
    assert (day(FIRST), day_and_month(FIRST)) == ("1 October 2026", "1 October")


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("fr", "1er octobre 2026", "2 octobre 2026"),
        ("de", "1. Oktober 2026", "2. Oktober 2026"),
        ("es", "1 de octubre de 2026", "2 de octubre de 2026"),
    ],
)
def test_elsewhere_it_is_what_people_say(language: str, first: str, second: str) -> None:
    with spoken(assets.path("locales"), language):
        assert (day(FIRST), day(SECOND)) == (first, second)
        assert first.startswith(f"{day_and_month(FIRST)} ")

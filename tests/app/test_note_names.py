"""What looks like a person in a note."""

import pytest

from trustcheck.app.answering.sheet import may_name_somebody


@pytest.mark.parametrize(
    "text",
    [
        "Ask jo.smith@example.org about it.",
        "It was @jo_smith again.",
        "Call +44 20 7946 0958.",
        "Call 020 7946 0958 after six.",
        "(0207) 946-0958",
    ],
)
def test_an_address_a_number_or_a_handle_is_noticed(text: str) -> None:
    assert may_name_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The all-hands in March: two people asked why.",
        "On 2026-11-22 at 09:30 in room 0815.",
        "It cost 1,250,000 in 2025 and 2026.",
        "We met @ noon.",
        "3 of 14 answered, 12 out of 100.",
    ],
)
def test_dates_sums_and_plain_words_are_left_alone(text: str) -> None:
    assert not may_name_somebody(text)

"""Many organisations: which needs somebody first, how they are found, and what a report may wear."""

from datetime import date

import pytest

from tests.app.organisations_made import organisation
from trustcheck.app.organisations import (
    Need,
    by_need,
    checked_name,
    colour_words,
    contrast_on_white,
    due_this_month,
    found,
    initials,
    next_of,
    read_colour,
    what_goes,
)
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.round import (
    NAME_LIMIT,
    RoundState,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("closed_on", "words", "need"),
    [
        (date(2026, 9, 8), "Due in 9 days", Need.DUE),
        (date(2026, 8, 31), "Due in 1 day", Need.DUE),
        (date(2026, 8, 30), "Due now", Need.DUE),
        (date(2025, 1, 1), "Due now", Need.DUE),
        (date(2026, 11, 1), "Next: 24 January 2027", Need.NOTHING),
        (None, "No check yet", Need.NOTHING),
    ],
)
def test_a_check_is_due_twelve_weeks_after_the_last_was_closed(closed_on: date | None, words: str, need: Need) -> None:
    told = next_of(organisation("Bellwater", closed_on=closed_on), TODAY)

    assert (told.words, told.need) == (words, need)


def test_a_check_that_is_under_way_says_how_far_it_is_and_is_not_called_due() -> None:
    opened = organisation("Kestrel", closed_on=date(2025, 1, 1), under_way=RoundState.OPEN)
    preparing = organisation("Kestrel", under_way=RoundState.PREPARING)

    assert next_of(opened, TODAY).words == "6 of 14 answered"
    assert next_of(preparing, TODAY).words == "Being prepared"
    assert next_of(opened, TODAY).need is Need.UNDER_WAY


def test_what_is_due_comes_first_then_what_is_under_way_then_the_rest_by_name() -> None:
    listed = by_need(
        [
            organisation("Zebra"),
            organisation("\u00c4pfel"),
            organisation("Northgate", closed_on=date(2026, 11, 1)),
            organisation("Kestrel", under_way=RoundState.OPEN),
            organisation("Soon", closed_on=date(2026, 9, 8)),
            organisation("Long due", closed_on=date(2025, 1, 1)),
        ],
        TODAY,
    )

    names = [each.organisation.name for each in listed]
    assert names == ["Long due", "Soon", "Kestrel", "\u00c4pfel", "Northgate", "Zebra"]


def test_only_checks_that_are_due_by_the_end_of_the_month_are_counted() -> None:
    listed = [
        organisation("due in eight days", closed_on=date(2026, 9, 7)),
        organisation("long due", closed_on=date(2025, 1, 1)),
        organisation("due next month", closed_on=date(2026, 9, 8)),
        organisation("due and under way", closed_on=date(2025, 1, 1), under_way=RoundState.OPEN),
        organisation("new"),
    ]

    assert due_this_month(listed, TODAY) == 2


def test_names_are_found_by_any_of_their_words_whatever_the_case_and_the_accents() -> None:
    cafe, greece = "Caf\u00e9 M\u00fcller", "\u0395\u03bb\u03bb\u03ac\u03c2"
    listed = [organisation(each) for each in (cafe, "Bellwater Council", greece)]

    assert [each.organisation.name for each in found(listed, "muller cafe")] == [cafe]
    assert [each.organisation.name for each in found(listed, "\u03b5\u03bb\u03bb\u03b1\u03c3")] == [greece]
    assert found(listed, "  ") == tuple(listed)
    assert found(listed, "nobody") == ()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Northgate Housing", "NH"),
        ("Kestrel", "K"),
        ("The Bellwater Borough Council", "TC"),
        ("\u0153uvre d'art", "\u0152A"),
        ("\u6771\u4eac", "\u6771"),
        ("!!!", ""),
    ],
)
def test_an_organisation_without_a_picture_has_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_name_is_kept_in_one_line_and_may_be_as_long_as_names_are() -> None:
    assert checked_name("  Kestrel \n\tFoods\u202e ") == "Kestrel Foods"
    assert checked_name("x" * NAME_LIMIT) == "x" * NAME_LIMIT
    with pytest.raises(Refused, match="needs a name"):
        checked_name(" \u200b\n")
    with pytest.raises(Refused, match="120 characters"):
        checked_name("x" * (NAME_LIMIT + 1))


@pytest.mark.parametrize(("typed", "colour"), [("#0B5F63", "#0b5f63"), ("0b5f63", "#0b5f63"), ("  ", "")])
def test_a_colour_is_read_as_designers_write_it(typed: str, colour: str) -> None:
    assert read_colour(typed) == colour


@pytest.mark.parametrize("typed", ["teal", "#0b5f6", "#0b5f633", "#\u0660\u0661\u0662\u0663\u0664\u0665", "url(x)"])
def test_what_is_no_colour_is_refused_and_the_one_from_before_stays(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_colour(typed)

    assert "The colour from before stays." in str(refused.value)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#0b5f63", 7.42)],
)
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.006)


def test_a_pale_colour_is_used_for_lines_only_and_says_so() -> None:
    assert colour_words("#f2c200") == "This colour is too pale to read on paper. Used for lines only."
    assert "Dark enough" in colour_words("#767676")
    assert "too pale" in colour_words("#777777")
    assert colour_words("") == ""


def test_deleting_says_how_many_checks_go_along() -> None:
    assert what_goes("Bellwater Council", 3) == (
        "Delete Bellwater Council and its 3 checks? It can be brought back for 45 seconds."
    )
    assert "and its check?" in what_goes("Bellwater Council", 1)
    assert what_goes("Bellwater Council", 0).startswith("Delete Bellwater Council? ")

"""Cards for phones: each code once, in letters and as a QR code, ten to a page."""

from random import Random

import pytest

from tests import group_builders
from tests.report.reading import pages_of, tree_of
from tests.storage.people import ASKED, SETUP
from trustcheck.app.collecting.phone_room import CheckForPhones, phone_codes, shown_code
from trustcheck.app.ports import Paper
from trustcheck.report.forms.cards import make_room_cards

DOOR = "192.168.100.200:65535"


def check(name: str = "Northgate Housing") -> CheckForPhones:
    return CheckForPhones(group_builders.summary(SETUP, 0, name=name), SETUP, ASKED)


def codes(count: int) -> tuple[str, ...]:
    return phone_codes(Random(7).choice, count)


@pytest.mark.parametrize("paper", list(Paper))
def test_each_code_stands_on_one_card_with_the_address(paper: Paper) -> None:
    made = codes(23)
    report = make_room_cards(check(), DOOR, made, paper)
    pages = pages_of(report.pdf)

    assert report.pages == len(pages) == 3
    words = " ".join(pages)
    assert [words.count(shown_code(each)) for each in made] == [1] * 23
    assert words.count(DOOR) == 23


def test_the_widest_code_stands_in_one_line() -> None:
    assert "WWW-WWW-WWW" in pages_of(make_room_cards(check(), DOOR, ("W" * 9,)).pdf)[0]


def test_who_does_not_see_the_qr_code_hears_what_it_opens() -> None:
    made = codes(2)

    assert str(tree_of(make_room_cards(check(), DOOR, made).pdf)).count("Figure") >= 2


def test_a_long_name_of_somebody_elses_making_pushes_nothing_off_its_card() -> None:
    name = "Donaudampfschifffahrtsgesellschaft <b>& Söhne</b> " * 6
    long, short = (make_room_cards(check(each), DOOR, codes(10)) for each in (name, "N"))

    assert long.pages == short.pages == 1
    assert "Others on this Wi-Fi" in pages_of(long.pdf)[0]


def test_the_same_codes_give_the_same_bytes() -> None:
    assert make_room_cards(check(), DOOR, codes(3)).pdf == make_room_cards(check(), DOOR, codes(3)).pdf

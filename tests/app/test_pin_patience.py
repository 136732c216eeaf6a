"""How long a wrong PIN makes one wait."""

import pytest

from trustcheck.app.answering.pin_patience import PinPatience, seconds_after


@pytest.mark.parametrize(("wrong", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (10, 900), (10**6, 900)])
def test_five_are_free_and_then_it_waits_longer_each_time_up_to_a_quarter_of_an_hour(wrong: int, seconds: int) -> None:
    assert seconds_after(wrong) == seconds


def test_waiting_ends_when_so_much_time_has_gone_by_and_not_before() -> None:
    now = [100.0]
    patience = PinPatience(lambda: now[0])
    patience.count(5)

    now[0] = 129.5
    assert patience.seconds_left == 1
    now[0] = 130.0
    assert patience.seconds_left == 0


def test_what_is_waited_for_is_never_shortened_by_counting_again() -> None:
    now = [0.0]
    patience = PinPatience(lambda: now[0])
    patience.count(6)

    patience.count(5)

    assert patience.seconds_left == 60


def test_nothing_is_left_to_wait_for_once_it_is_forgotten() -> None:
    patience = PinPatience(lambda: 0.0)
    patience.count(9)

    patience.forget()

    assert patience.seconds_left == 0

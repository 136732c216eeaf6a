"""The plan of a session: its times add up, can be changed, and stop nobody."""

import pytest

from tests.group_builders import group_result
from trustcheck.app.presenting.agenda import LENGTHS, agenda
from trustcheck.app.workshop.plan import clock_words, plan_for


@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_plan_is_the_agenda_of_the_report(minutes: int) -> None:
    plan = plan_for(group_result(), minutes)

    assert plan.steps == agenda(group_result(), minutes)
    assert plan.minutes == minutes


def test_a_longer_part_moves_those_after_it() -> None:
    plan = plan_for(group_result(), 60)
    lengths = [each.minutes for each in plan.steps]

    longer = plan.lasting([lengths[0] + 5, *lengths[1:]])

    assert longer.minutes == 65
    assert [each.start for each in longer.steps[1:]] == [each.start + 5 for each in plan.steps[1:]]
    assert plan.lasting(lengths[:-1]) == plan


def test_what_is_due_follows_the_clock() -> None:
    plan = plan_for(group_result(), 90)

    assert [plan.at(each.start) for each in plan.steps] == list(range(len(plan.steps)))
    assert plan.at(10_000) == len(plan.steps) - 1


@pytest.mark.parametrize(
    ("elapsed", "said"),
    [
        (0.0, "10 minutes left"),
        (8.5, "1 minute left"),
        (9.5, "less than a minute left"),
    ],
)
def test_the_clock_says_how_long_is_left(elapsed: float, said: str) -> None:
    plan = plan_for(group_result(), 90)

    assert clock_words(plan, elapsed) == f"Read alone, in silence: {said}"


def test_when_all_time_is_up_nothing_stops() -> None:
    plan = plan_for(group_result(), 90)

    assert clock_words(plan, 90.2).endswith("the time is up, and that is your call")
    assert clock_words(plan, 97.5).endswith("7 minutes over, and that is your call")

"""A row says whose its numbers are: leaders beside staff, or the one view that may be shown, and what is hidden."""

from dataclasses import replace

import pytest

from tests.group_builders import LEADER, STAFF, both, group_round, people, setup
from tests.report.portraits import library
from tests.ui import portraits
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.check_reading import reading_of_group, reading_of_one_person
from trustcheck.app.results.group import GapShown, Shown
from trustcheck.charts.scene import Diamond, Dot, Label
from trustcheck.charts.two_dots import two_dots


def test_leaders_and_staff_stand_beside_each_other_on_the_pillar_where_they_lie_furthest_apart() -> None:
    result = group_result_of(both())
    gaps = {each.pillar.address: each for each in result.pillars}
    found = reading_of_group(result)
    pillar = gaps[found.about.split(",")[0]]

    assert isinstance(pillar.gap, GapShown)
    assert pillar.gap.apart == max(each.gap.apart for each in result.pillars if isinstance(each.gap, GapShown))
    leaders, staff = (pillar.views[each] for each in (LEADER, STAFF))
    assert isinstance(leaders, Shown)
    assert isinstance(staff, Shown)
    assert found.words == f"Leaders {leaders.mean}, staff {staff.mean}, {pillar.gap.apart} apart"
    assert found.about.endswith(", where they lie furthest apart")
    assert found.sentence == f"{found.about}. {found.words}."


def test_views_thirty_points_apart_are_never_about_the_same() -> None:
    lower = {"SI": 1, "SC": 1, "SS": 1, "RV": 1, "WD": 1}
    higher = dict.fromkeys(lower, 4)
    sheets = [*people(LEADER, 6, **higher), *people(STAFF, 14, **lower)]
    found = reading_of_group(group_result_of(group_round(sheets, set_up=setup(7, 16))))

    assert found.about.startswith("Openness")
    assert "about the same" not in found.words
    assert int(found.words.split()[-2]) >= 30


def test_a_hidden_view_is_said_as_hidden_and_the_other_is_named() -> None:
    sheets = [*people(LEADER, 3), *people(STAFF, 14)]
    found = reading_of_group(group_result_of(group_round(sheets, set_up=setup(4, 16))))

    assert found.words.startswith("Staff: Trust in your people ")
    assert found.about == "Leaders: not shown, to protect people"
    assert {each.perspective for each in found.marks} == {None}


def test_one_view_that_was_asked_alone_is_named_and_nothing_is_called_hidden() -> None:
    found = reading_of_group(group_result_of(group_round(people(STAFF, 9), set_up=setup(0, 12))))

    assert found.words.startswith("Staff: ")
    assert found.about == ""


def test_where_nothing_may_be_shown_the_row_says_so_and_draws_nothing() -> None:
    sheets = [*people(LEADER, 3), *people(STAFF, 3)]
    found = reading_of_group(group_result_of(group_round(sheets, set_up=setup(4, 4))))

    assert (found.words, found.marks) == ("Not shown, to protect people", ())


def test_one_persons_pillars_are_named_with_their_numbers() -> None:
    found = reading_of_one_person(library())

    assert found.words == "Trust in your people 57, Openness 54, about the same"
    assert [each.name for each in found.marks] == ["Trust in your people", "Openness"]


def test_a_pillar_without_a_score_is_told_and_not_drawn_at_nought() -> None:
    few = portraits.hardly_answered()

    found = reading_of_one_person(few)

    assert found.words == "Trust in your people: too few answers, Openness: too few answers"
    assert found.marks == ()


@pytest.mark.parametrize("number", [1, 3])
def test_another_number_of_pillars_is_told_in_words(number: int) -> None:
    result = library()
    pillars = (*result.pillars, result.pillars[0])[:number]
    found = reading_of_one_person(replace(result, pillars=pillars))

    assert found.words.count("Trust in your people 57") == (2 if number == 3 else 1)
    assert "apart" not in found.words
    assert len(found.marks) == (1 if number == 1 else 0)


def test_leaders_are_a_diamond_staff_a_circle_and_the_axis_has_ends() -> None:
    found = reading_of_group(group_result_of(both()))
    scene = two_dots(found.marks, 216, found.sentence)

    assert [type(each) for each in scene.shapes if isinstance(each, Diamond | Dot)] == [Diamond, Dot]
    assert [each.text for each in scene.shapes if isinstance(each, Label)][:2] == ["0", "100"]
    assert scene.sentence == found.sentence

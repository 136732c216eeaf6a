"""What follows from a group's numbers: where to begin, what is strong, which facts disagree."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.builders import all_at, facts, questionnaire, response
from trustcheck.domain.findings.group_findings import (
    group_contradictions,
    group_first,
    group_gates,
    group_needs,
    group_strengths,
    theme_means,
)
from trustcheck.domain.questionnaire.model import Form, Practice
from trustcheck.domain.views.group_statistics import GroupStatistics, group_statistics
from trustcheck.domain.views.group_view import GroupTerms

ASKED = questionnaire(
    {"people": {"FR": 4, "RD": 4, "GI": 4}, "openness": {"SS": 4, "RV": 4, "WD": 4}},
    practices=[Practice("K1", "RD", "It is so."), Practice("K2", "SS", "This too.")],
)
THEMES = [theme.id for theme in ASKED.themes]


def people(number: int, **points: int) -> list[dict[str, int | str]]:
    """People at one point per theme (3 where none is named), each a little higher or lower than the next."""
    rows: list[dict[str, int | str]] = []
    for person in range(number):
        row = {
            item.id: min(max(points.get(item.theme, 3) + (person + at) % 3 - 1, 1), 5)
            for at, item in enumerate(ASKED.items)
        }
        rows.append(dict(row))
    return rows


def found(rows: Sequence[Mapping[str, int | str]], views: Sequence[str] | None = None, **terms: Any) -> GroupStatistics:
    return group_statistics(
        [response(row) for row in rows], views or ["all"] * len(rows), ASKED, Form.FULL, GroupTerms(**terms)
    )


def two_views(leaders: Mapping[str, int], staff: Mapping[str, int], number: int = 8) -> GroupStatistics:
    rows = [*people(number, **leaders), *people(9, **staff)]
    return found(rows, [*["leader"] * number, *["staff"] * 9])


def kinds(statistics: GroupStatistics, **known: str) -> dict[str, str]:
    return {each.practice_id: each.kind.value for each in group_contradictions(statistics, facts(known), ASKED)}


def test_the_lowest_theme_comes_first() -> None:
    order = group_first(found(people(9, RD=2, SS=4, RV=4, WD=4, FR=4, GI=4)), (), ASKED)

    assert order.first[0].need.theme_id == "RD"


def test_importance_moves_a_theme_up() -> None:
    rows = people(9, RD=3, GI=3, SS=5, RV=5, WD=5, FR=5)
    plain = group_first(found(rows), (), ASKED)
    weighed = group_first(found(rows, importance={"GI": 3}), (), ASKED)

    assert [each.need.theme_id for each in plain.first] == ["RD", "GI"]
    assert [each.need.theme_id for each in weighed.first] == ["GI", "RD"]


def test_staff_speak_and_a_clear_gap_adds_evidence() -> None:
    statistics = two_views({"RD": 5}, {"RD": 2})
    needs = {each.theme_id: each for each in group_needs(statistics, (), ASKED)}

    assert needs["RD"].gap == 1
    assert needs["GI"].gap == 0
    assert needs["RD"].score == theme_means(statistics.perspectives["staff"])["RD"]


def test_people_who_describe_different_places_add_evidence() -> None:
    camps = [dict.fromkeys(("GI1", "GI2", "GI3", "GI4"), point) for point in (1, 5)]
    rows = [row | camps[at % 2] for at, row in enumerate(people(9))]
    needs = {each.theme_id: each for each in group_needs(found(rows), (), ASKED)}

    assert (needs["GI"].split, needs["RD"].split) == (1, 0)


def test_a_suppressed_theme_needs_nothing_and_is_no_strength() -> None:
    statistics = found([row | dict.fromkeys(("RD1", "RD2", "RD3", "RD4"), 1) for row in people(9)])

    assert "RD" not in {each.theme_id for each in group_needs(statistics, (), ASKED)}
    assert theme_means(statistics.first)["RD"] is None
    assert "RD" not in {each.theme_id for each in group_strengths(statistics, (), ASKED)}


def test_low_safety_holds_public_voice_back() -> None:
    statistics = found(people(9, SS=2, RV=2))
    order = group_first(statistics, (), ASKED)

    assert group_gates(statistics, ASKED).safety
    assert [each.what for each in order.held_back] == ["RV"]


def test_leaders_believe_and_staff_feel() -> None:
    assert kinds(two_views({"RD": 5, "SS": 5}, {"RD": 1, "SS": 5}), K1="yes", K2="no") == {
        "K1": "built, not felt",
        "K2": "said, not built",
    }
    assert kinds(two_views({"RD": 1}, {"RD": 5}), K1="yes") == {"K1": "written, not lived"}


def test_one_view_believes_and_feels_alone() -> None:
    assert kinds(found(people(9, RD=5)), K1="no") == {"K1": "said, not built"}
    assert kinds(found(people(9, RD=1), ["staff"] * 9), K1="yes") == {"K1": "written, not lived"}


def test_where_leaders_may_not_be_shown_staff_stand_beside_the_facts() -> None:
    assert kinds(two_views({"RD": 1}, {"RD": 5}, number=4), K1="no") == {"K1": "said, not built"}


def test_nothing_shown_contradicts_nothing() -> None:
    assert kinds(found(people(4, RD=5)), K1="no") == {}


def test_strengths_are_certain_where_the_whole_interval_is_usual() -> None:
    strong = group_strengths(found(people(9, FR=5, GI=5, RD=4)), ["RD"], ASKED)

    assert [(each.theme_id, each.relative) for each in strong] == [("FR", False), ("GI", False)]
    assert "Theme RD" in strong[0].question


def test_without_a_certain_strength_the_highest_are_relatively_strongest() -> None:
    strong = group_strengths(found(people(9, RD=2)), ["RD"], ASKED)

    assert [each.relative for each in strong] == [True, True]


@pytest.mark.parametrize(("leaders", "certain"), [(5, True), (3, False)])
def test_a_theme_that_leaders_see_otherwise_is_no_certain_strength(leaders: int, certain: bool) -> None:
    statistics = two_views({**dict.fromkeys(THEMES, 3), "GI": leaders}, {**dict.fromkeys(THEMES, 3), "GI": 5})

    assert [each.theme_id for each in group_strengths(statistics, (), ASKED) if not each.relative] == (
        ["GI"] if certain else []
    )


def test_a_group_that_may_not_be_shown_has_no_findings() -> None:
    statistics = found(people(4))

    assert group_first(statistics, (), ASKED).first == ()
    assert group_strengths(statistics, (), ASKED) == ()


def test_a_theme_of_everybody_at_the_top_is_left_alone() -> None:
    assert theme_means(None) == {}
    assert group_first(found([all_at(ASKED, 4 + at % 2) for at in range(9)]), (), ASKED).first == ()

"""Where people differ is said once for window and paper; what stands near an edge is named, or counted of how many."""

from typing import Any

from tests.group_builders import LEADER, STAFF, changed, group_result
from trustcheck.app.presenting.group_spread import near_an_edge, spread_headline, spread_lines, widest_first
from trustcheck.domain.statistics.group_words import Solidity, Spread


def test_few_numbers_near_an_edge_are_named() -> None:
    result = changed(
        group_result(), {"SS": {"solidity": Solidity.HANGS_ON_ONE}, "GI": {"solidity": Solidity.BORDERLINE}}
    )
    assert list(near_an_edge(result)) == [
        ("Hanging on one answer:", "Safe to speak (staff)."),
        ("Near the next band:", "Good intent (staff)."),
    ]


def test_many_are_counted_of_how_many_there_are() -> None:
    """ "So many that they are not named here" told a reader nothing."""
    every: dict[str, dict[str, Any]] = {
        key: {"solidity": Solidity.BORDERLINE} for key in ("GI", "RD", "FR", "TT", "BL", "SI")
    }
    assert list(near_an_edge(changed(group_result(), every))) == [("Near the next band:", "6 of 20 numbers.")]
    alone = changed(group_result(leaders=0), every)
    assert list(near_an_edge(alone)) == [("Near the next band:", "Six of ten numbers.")]


def test_the_theme_that_divides_people_most_comes_first_everywhere() -> None:
    result = changed(group_result(), {"RV": {"spread": Spread.TWO_CAMPS}, "WD": {"spread": Spread.MUCH_THE_SAME}})
    assert next(each.theme.id for each in widest_first(result, STAFF)) == "RV"
    assert spread_lines(result, STAFF)[0] == "Two camps: Real voices."
    assert spread_lines(result, STAFF)[-1] == "People describe much the same place: Words and deeds."
    assert spread_headline(result) == "People describe different places: Real voices"


def test_without_a_split_nothing_divides_people() -> None:
    assert spread_headline(group_result()) == "No theme divides the people of one view"
    assert [each.theme.id for each in widest_first(group_result(hidden=(LEADER,)), LEADER)] == [
        each.theme.id for each in group_result().themes
    ]

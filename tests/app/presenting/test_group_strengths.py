"""A strength is called no more than it is: without both views nothing is said of both."""

from dataclasses import replace

from tests.group_builders import LEADER, STAFF, group_result
from trustcheck.app.presenting.group_findings import about_strengths, strengths_headline
from trustcheck.domain.findings.suggestions import Strength

CERTAIN = (Strength("WD", 71.0, False, ""),)


def test_leaders_and_staff_are_spoken_of_only_where_both_are_shown() -> None:
    both = replace(group_result(), strengths=CERTAIN)
    hidden = replace(group_result(leaders=3, hidden=(LEADER,)), strengths=CERTAIN)
    alone = replace(group_result(leaders=0), strengths=CERTAIN)
    assert about_strengths(both).endswith("seen similarly by leaders and staff.")
    for each in (hidden, alone):
        assert about_strengths(each) == "Usual even at the lower end of the interval, and undivided."


def test_what_is_strongest_only_beside_the_others_is_called_so() -> None:
    assert strengths_headline(group_result()) == "Relatively strongest, and worth protecting"
    assert strengths_headline(replace(group_result(), strengths=CERTAIN)) == "One strength to protect"
    nothing = replace(group_result(leaders=3, staff=4, hidden=(LEADER, STAFF)), strengths=())
    assert strengths_headline(nothing) == "No theme may be shown as a strength yet"

"""Two checks in a row: a theme that most people answered word for word as before is judged by who came and who went."""

from collections.abc import Sequence

import pytest

from tests.builders import questionnaire, response
from trustcheck.domain.privacy.suppressed import REPEATED, Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.views.group_statistics import group_statistics
from trustcheck.domain.views.group_view import WHOLE, GroupTerms
from trustcheck.domain.views.next_check import told_beside

ASKED = questionnaire(
    {"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}, pulse=("A1", "B1", "A2", "C1", "D1", "C2")
)
EVERY = frozenset(ASKED.item_by_id)
Row = Sequence[int]
STAYED: list[Row] = [(3, 2, 4, 3), (4, 3, 3, 2), (2, 4, 3, 3), (3, 3, 2, 4), (4, 2, 3, 4), (2, 2, 4, 3), (5, 3, 2, 3)]


def people(theme: Sequence[Row], other: int, form: Form = Form.FULL) -> list[Response]:
    """These answers to theme A, in this order; to other themes what nobody says in a check with another ``other``."""

    def answered(at: int, row: Row, item_id: str) -> int:
        number = int(item_id[1])
        return row[number - 1] if item_id[0] == "A" else 1 + (at + (1 + other) * number + ord(item_id[0])) % 5

    return [
        response({each: answered(at, row, each) for each in ASKED.asked(form)}, form=form)
        for at, row in enumerate(theme)
    ]


def told(before: Sequence[Row], after: Sequence[Row], shared: frozenset[str] = EVERY) -> frozenset[str]:
    return told_beside(people(before, 0), people(after, 1), shared, ASKED, Form.FULL, 5)


def changed(rows: Sequence[Row]) -> list[Row]:
    return [(each[3], each[0], each[1], each[2]) for each in rows]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (STAYED, [*STAYED, (1, 5, 5, 2)]),
        (STAYED, STAYED[1:]),
        (STAYED, [*STAYED[2:], (1, 5, 5, 2)]),
        (STAYED, [*STAYED, (1, 5, 5, 2), (2, 4, 5, 1), (5, 1, 1, 4)]),
    ],
)
def test_a_theme_that_all_but_a_few_answered_as_before_is_not_shown(before: list[Row], after: list[Row]) -> None:
    assert told(before, after) == {"A"}


def test_a_theme_that_was_answered_anew_is_shown_whoever_came() -> None:
    assert told(STAYED, [*changed(STAYED), (1, 5, 5, 2)]) == frozenset()


def test_the_very_same_answers_to_a_theme_tell_nothing_new() -> None:
    assert told(STAYED, STAYED) == frozenset()


def test_enough_who_come_are_judged_as_a_group_of_their_own() -> None:
    varied = [(1, 4, 3, 2), (4, 3, 2, 5), (2, 2, 4, 3), (5, 3, 4, 2), (3, 4, 1, 3), (2, 3, 4, 4)]

    assert told(STAYED, [*STAYED, *varied]) == frozenset()
    assert told(STAYED, [*STAYED, *[(4, 4, 4, 4)] * 6]) == {"A"}
    assert told(STAYED, [*STAYED, *[(5, 5, 5, 5)] * 5, (1, 3, 2, 2)]) == {"A"}


def test_enough_who_go_are_judged_alike() -> None:
    assert told([*STAYED, *[(4, 4, 4, 4)] * 6], STAYED) == {"A"}


def test_a_few_who_leave_a_theme_out_add_nothing_to_it() -> None:
    silent = response({"B1": 2, "C1": 4, "D2": 3})
    after = [*people(STAYED, 1), silent]

    assert told_beside(people(STAYED, 0), after, EVERY, ASKED, Form.FULL, 5) == frozenset()


def test_a_theme_with_a_reworded_question_is_another_one() -> None:
    assert told(STAYED, [*STAYED, (1, 5, 5, 2)], EVERY - {"A3"}) == frozenset()


def test_what_was_hidden_in_one_of_the_two_is_told_by_neither() -> None:
    alike = [(4, 4, 4, 4)] * 7

    assert told(alike, [*alike, (1, 5, 5, 2)]) == frozenset()


def test_a_pillar_goes_with_its_themes_and_the_whole_with_everything() -> None:
    before = people(STAYED, 0)

    found = told_beside(before, [*before, response(dict.fromkeys(ASKED.order, 2) | {"A1": 5, "C2": 1})], EVERY, ASKED,
                        Form.FULL, 5)  # fmt: skip

    assert found == {WHOLE, "people", "openness", "A", "B", "C", "D"}


def test_in_the_short_form_pillars_are_judged_by_their_questions() -> None:
    before = people(STAYED, 0, Form.PULSE)
    after = [*before, response({"A1": 1, "B1": 5, "A2": 5, "C1": 3, "D1": 3, "C2": 1}, form=Form.PULSE)]

    assert told_beside(before, after, EVERY, ASKED, Form.PULSE, 5) == {WHOLE, "people", "openness"}


def test_the_theme_goes_with_its_questions_and_with_what_it_could_be_worked_out_from() -> None:
    rows = people([*STAYED, *changed(STAYED)], 0)
    terms = GroupTerms(5, told_beside={"all": frozenset({"A"})})

    seen = group_statistics(rows, ["all"] * len(rows), ASKED, Form.FULL, terms).perspectives["all"]

    assert seen.themes["A"] == Suppressed(REPEATED)
    assert {seen.items[each.id] for each in ASKED.items_of("A")} == {Suppressed(REPEATED)}
    assert isinstance(seen.pillars["people"], Suppressed) or isinstance(seen.themes["B"], Suppressed)
    assert isinstance(seen.themes["C"], GroupScore)
    assert {each[0] for each in seen.dont_know} == set("BCD")

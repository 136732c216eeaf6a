"""No rule hides more than the attack needs: where one hides something, somebody could work an answer out without it."""

from collections.abc import Callable, Sequence
from itertools import combinations, combinations_with_replacement
from random import Random

import pytest

from tests.domain.insider_attack import OPTIONS, Others, Sheet, Shown, learned, one_by_one, shown, two_by_two
from tests.domain.random_groups import some_group
from trustcheck.domain.privacy.item_release import is_alike_but_one, nearest, told_sets
from trustcheck.domain.views import group_view

SIZES = (5, 7, 10, 20)
LEAST = {5: (0.88, 0.35), 7: (0.9, 0.55), 10: (0.85, 0.5), 20: (0.95, 0.8)}
"""The shares of themes and of questions that are still told."""


def left_for(known: Others, answers: Others, told: Sequence[Others]) -> set[Others]:
    """What may be left of the others, for those who answered ``known``, among sets that read alike."""
    alike = [each for each in told if nearest(sum(each), len(each)) == nearest(sum(answers), len(answers))]
    return {rest for each in alike if (rest := without(each, known)) is not None}


def without(answers: Others, known: Others) -> Others | None:
    rest = list(answers)
    for each in known:
        if each not in rest:
            return None
        rest.remove(each)
    return tuple(rest)


@pytest.mark.parametrize("people", [5, 6, 7])
def test_every_question_that_is_not_told_would_tell_somebody_the_others_answers(people: int) -> None:
    told = told_sets(people, OPTIONS)
    every = combinations_with_replacement(range(OPTIONS), people)
    hidden = [each for each in every if each not in told and not is_alike_but_one([each.count(p) for p in range(5)])]

    assert hidden
    for answers in hidden:
        if_told = [*told, answers]
        coalitions = {each for size in (1, 2) for each in combinations(answers, size)}
        left = [left_for(known, answers, if_told) for known in coalitions]
        assert any(len(sets) == 1 or all(len(set(each)) == 1 for each in sets) for sets in left)


def works_out(seen: Shown, sheets: Sequence[Sheet]) -> bool:
    """Whether anybody alone, or any two, know all others' answers to some question."""
    return any(
        each.is_pinned or all(len(set(others)) == 1 for others in each.possible)
        for known in (*one_by_one(sheets), *two_by_two(sheets))
        for each in learned(seen, known)
    )


def test_questions_hidden_beside_their_theme_would_tell_somebody_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, found = Random(4), 0
    while found < 3:
        sheets = some_group(chance, 5)
        by_rule = shown(sheets, threshold=5)
        with monkeypatch.context() as off:
            off.setattr(group_view, "may_stand_beside_theme", lambda *_theme: True)
            without_it = shown(sheets, threshold=5)
        if by_rule != without_it:
            assert works_out(without_it, sheets)
            assert not works_out(by_rule, sheets)
            found += 1


ONE_OF_TWO = ((1, 0, 1, 1), (1, 0, 1, 1), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (1, 1, 1, 1))
"""Six people of whom only one gave another answer to the second question, so that the first goes with it."""


def test_questions_that_are_hidden_together_may_tell_what_stands_beside_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the two is hidden for the other's sake. With the theme in whole points that left two people one set."""
    by_rule = shown(ONE_OF_TWO, threshold=5)
    monkeypatch.setattr(group_view, "may_stand_beside_theme", lambda *_theme: True)
    without_it = shown(ONE_OF_TWO, threshold=5)

    assert [isinstance(each, str) for each in without_it.items] == [True, True, False, False]
    assert works_out(without_it, ONE_OF_TWO)
    assert all(isinstance(each, str) for each in by_rule.items)
    assert by_rule.mean == without_it.mean == 10, "the theme itself may stay"


def test_a_theme_may_be_told_whose_questions_are_hidden_for_its_sake() -> None:
    near_the_end = ((3, 3, 3, 3), (3, 3, 4, 3), (4, 4, 3, 3), (4, 4, 4, 3), *[(4, 4, 4, 4)] * 3)
    seen = shown(near_the_end, threshold=5)

    assert seen.mean == 91
    assert all(isinstance(each, str) for each in seen.items)


def still_told(people: int, groups: int) -> tuple[float, float, float, float]:
    """The shares of themes and questions that are told, and those when only what all answered alike was hidden."""
    chance, themes, items, themes_before, items_before = Random(people), 0, 0, 0, 0
    for _group in range(groups):
        sheets = some_group(chance, people)
        seen = shown(sheets, threshold=5)
        themes += seen.mean is not None
        items += sum(not isinstance(each, str) for each in seen.items)
        themes_before += len({place for sheet in sheets for place in sheet}) > 1
        items_before += sum(len(set(answers)) > 1 for answers in zip(*sheets, strict=True))
    return themes / groups, items / (4 * groups), themes_before / groups, items_before / (4 * groups)


@pytest.mark.parametrize("people", SIZES)
def test_most_themes_and_questions_are_still_told(people: int) -> None:
    themes, items, themes_before, items_before = still_told(people, 120)

    assert themes >= LEAST[people][0]
    assert items >= LEAST[people][1]
    assert (themes, items) <= (themes_before, items_before)


@pytest.mark.long
def test_the_table_of_what_is_told(print_figures: Callable[..., None]) -> None:
    lines = ["people  themes told  before  questions told  before, %"]
    for people in SIZES:
        told = [100 * each for each in still_told(people, 1000)]
        lines.append(f"{people:6}{told[0]:11.0f} %{told[2]:8.0f}{told[1]:14.0f} %{told[3]:8.0f}")
    print_figures(*lines)

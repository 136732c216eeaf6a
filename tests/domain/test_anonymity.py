"""Nobody can be worked out from what is shown: rules, and an attack on them by linear algebra."""

from collections.abc import Collection, Iterator
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.told_apart import tells
from tests.oracles import oracle
from trustcheck.domain.privacy.group_hiding import Hiding, Keep, Published, WholePart, hiding, published

CASES = range(10)
CELLS = st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 12), min_size=1, max_size=7)
THRESHOLD = st.integers(3, 10)


def subsets(names: Collection[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(1, len(names) + 1))


def leaks(cells: dict[str, int], found: Published, threshold: int) -> list[tuple[str, ...]]:
    """Every union of cells with somebody, but too few people, in it that follows from what is published."""
    names = [name for name in cells if cells[name]]
    rows = [[float(name == each) for name in names] for each in found.cells if each in names]
    rows += [[1.0] * len(names)] if found.total else []
    return [
        union
        for union in subsets(names)
        if sum(cells[name] for name in union) < threshold and tells(rows, [float(name in union) for name in names])
    ]


@pytest.mark.parametrize("at", CASES)
@pytest.mark.parametrize("keep", Keep)
def test_what_is_published_of_a_breakdown_agrees_with_the_oracle(at: int, keep: Keep) -> None:
    case = oracle("14_anonymity_suppression")["input_and_expected"][at]
    expected = case[keep.value.replace(" ", "_")]

    found = published(case["cells"], case["k"], keep)

    assert (found.total, list(found.cells)) == (expected["total"], expected["published"])
    assert leaks(case["cells"], found, case["k"]) == case["attack_finds"] == []


def test_every_case_of_the_oracle_is_looked_at() -> None:
    assert len(oracle("14_anonymity_suppression")["input_and_expected"]) == len(CASES)


@settings(max_examples=300, deadline=None)
@given(CELLS, THRESHOLD, st.sampled_from(Keep))
def test_no_small_group_follows_from_what_is_published(cells: dict[str, int], threshold: int, keep: Keep) -> None:
    assert leaks(cells, published(cells, threshold, keep), threshold) == []


def test_the_attack_finds_a_small_cell_that_is_only_hidden_itself() -> None:
    assert leaks({"A": 12, "B": 3, "C": 8}, Published(total=True, cells=("A", "C")), 5) == [("B",)]


PARTS = st.lists(
    st.tuples(st.integers(0, 12), st.booleans()).map(lambda drawn: (drawn[0], drawn[1])), min_size=1, max_size=8
)


def parts_of(drawn: list[tuple[int, bool]], threshold: int) -> list[WholePart]:
    """Parts hidden for themselves: by too few answers, or because they are all alike."""
    return [WholePart(n, n < threshold or alike, alike=alike and n >= threshold) for n, alike in drawn]


@settings(max_examples=300, deadline=None)
@given(PARTS, THRESHOLD)
def test_no_hidden_part_follows_from_its_whole_and_the_parts_shown(
    drawn: list[tuple[int, bool]], threshold: int
) -> None:
    parts = parts_of(drawn, threshold)
    found = hiding(parts, threshold)
    answered = [at for at, part in enumerate(parts) if part.n]
    rows = [[float(at == each) for at in answered] for each in answered if each not in found.parts]
    rows += [] if found.whole else [[1.0] * len(answered)]

    for at in answered:
        if parts[at].hidden:
            assert not tells(rows, [float(at == each) for each in answered])


@settings(max_examples=300, deadline=None)
@given(PARTS, THRESHOLD)
def test_what_is_hidden_together_rests_on_enough_answers_that_are_not_all_alike(
    drawn: list[tuple[int, bool]], threshold: int
) -> None:
    parts = parts_of(drawn, threshold)
    found = hiding(parts, threshold)
    hidden = [parts[at] for at in found.parts if parts[at].n]

    if hidden and not found.whole:
        assert sum(part.n for part in hidden) >= threshold
        assert not all(part.alike for part in hidden)


def test_nothing_hidden_hides_nothing() -> None:
    assert hiding([WholePart(9), WholePart(7)], 5) == Hiding(frozenset(), whole=False)


def test_the_smallest_other_part_covers_a_hidden_one_and_the_last_of_equal_ones() -> None:
    assert hiding([WholePart(9), WholePart(4, hidden=True), WholePart(7), WholePart(7)], 5).parts == {1, 3}


def test_two_hidden_parts_cover_each_other_where_enough_answers_stand_behind_them() -> None:
    assert hiding([WholePart(9), WholePart(4, hidden=True), WholePart(4, hidden=True)], 5).parts == {1, 2}
    assert hiding([WholePart(9), WholePart(2, hidden=True), WholePart(2, hidden=True)], 5).parts == {0, 1, 2}


def test_parts_that_are_all_alike_do_not_cover_each_other() -> None:
    alike = WholePart(9, hidden=True, alike=True)

    assert hiding([WholePart(9), alike, alike], 5).parts == {0, 1, 2}


def test_a_part_that_nobody_answered_needs_no_cover() -> None:
    assert hiding([WholePart(0, hidden=True), WholePart(9)], 5) == Hiding(frozenset({0}), whole=False)


def test_the_whole_goes_where_its_parts_cannot_cover_each_other() -> None:
    assert hiding([WholePart(9, hidden=True, alike=True)] * 2, 5).whole
    assert hiding([WholePart(2, hidden=True)], 5).whole

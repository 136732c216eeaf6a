"""Nobody can be worked out from what is shown: rules, and an attack on them by linear algebra."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trustcheck.domain.privacy.group_hiding import Hiding, WholePart, hiding

THRESHOLD = st.integers(3, 10)


def tells(shown: Sequence[Sequence[float]], wanted: Sequence[float]) -> bool:
    """Whether a sum of cells follows from the sums that are shown: it lies in their span."""
    known = np.array(shown, dtype=float).reshape(-1, len(wanted))
    rank = np.linalg.matrix_rank(known) if len(known) else 0
    return bool(np.linalg.matrix_rank(np.vstack([known, wanted])) == rank)


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

"""What a card tells: the usual answer and how far answers lie apart, and nothing that gives somebody away."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, combinations_with_replacement

import pytest

from tests.builders import questionnaire
from trustcheck.domain.privacy.card_release import ROOM_FROM, card_score
from trustcheck.domain.privacy.item_release import EXACT_FROM
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, JOINED_LATE, REPEATED, Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Outcome, Scenario
from trustcheck.domain.statistics.drill import CardScore, deviation, lie_apart, usual_rung
from trustcheck.domain.views.drill import drill_statistics
from trustcheck.domain.views.group_view import GroupTerms

WHOLE = (0, 1, 2, 3, 4)
FEW_RUNGS = [tuple(sorted({*WHOLE} - {each})) for each in WHOLE]


@pytest.mark.parametrize(
    ("counts", "usual", "way", "apart"),
    [
        ([0, 3, 0, 2, 0], 1, Fraction(4, 5), False),
        ([2, 2, 0, 0, 0], 0, Fraction(1, 2), False),  # of two in the middle the more closed
        ([0, 1, 5, 1, 0], 2, Fraction(2, 7), False),
        ([1, 0, 4, 0, 1], 2, Fraction(2, 3), False),
        ([1, 1, 1, 1, 1], 2, Fraction(6, 5), True),
        ([4, 0, 0, 0, 3], 0, Fraction(12, 7), True),
        ([0, 0, 0, 0, 1], 4, Fraction(0), False),
    ],
)
def test_the_usual_answer_is_the_median_and_spread_the_average_way_from_it(
    counts: list[int], usual: int, way: Fraction, *, apart: bool
) -> None:
    assert usual_rung(counts) == usual
    assert deviation(counts) == way
    assert lie_apart(counts) is apart


def test_a_card_tells_its_usual_answer_and_no_number_of_those_who_picked_it() -> None:
    assert card_score([1, 1, 1, 1, 1], WHOLE, 5) == CardScore(5, 2, lie_apart=True)
    assert card_score([10, 40, 20, 20, 10], WHOLE, 5) == CardScore(100, 1, lie_apart=True)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([1, 1, 1, 1, 0], too_few(5)),
        ([0, 0, 0, 0, 5], CLOSE_TOGETHER),
        ([1, 0, 0, 0, 30], CLOSE_TOGETHER),
        ([3, 2, 0, 0, 0], CLOSE_TOGETHER),  # one of the two would know who the other is
    ],
)
def test_few_people_and_answers_that_would_give_others_away_are_not_told(counts: list[int], reason: str) -> None:
    assert card_score(counts, WHOLE, 5) == Suppressed(reason)
    assert card_score(counts, WHOLE, 3) == Suppressed(reason)


@pytest.mark.parametrize("rungs", [WHOLE, FEW_RUNGS[1]])
@pytest.mark.parametrize("n", [5, 6, 9, 10, ROOM_FROM])
def test_an_insider_is_left_with_several_sets_of_what_the_others_picked(n: int, rungs: tuple[int, ...]) -> None:
    assert given_away(n, rungs) == []


@pytest.mark.long
@pytest.mark.parametrize("rungs", [WHOLE, *FEW_RUNGS])
@pytest.mark.parametrize("n", range(5, 25))
def test_an_insider_of_any_group_is_left_with_several_sets(n: int, rungs: tuple[int, ...]) -> None:
    assert given_away(n, rungs) == []


def given_away(n: int, rungs: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Worked out from what is shown alone: sets of picks with which somebody knows what all others picked."""
    left: dict[object, set[tuple[int, ...]]] = defaultdict(set)
    shown = {each: told for each in combinations_with_replacement(rungs, n) if (told := told_of(each, rungs))}
    for each, told in shown.items():
        for known, others in known_to_insiders(each):
            left[known, told].add(others)
    return [
        each
        for each, told in shown.items()
        for known, _others in known_to_insiders(each)
        if len(left[known, told]) < 2 or all(len(set(others)) == 1 for others in left[known, told])
    ]


def told_of(picks: tuple[int, ...], rungs: tuple[int, ...]) -> CardScore | None:
    told = card_score([picks.count(rung) for rung in WHOLE], rungs, 5)
    return told if isinstance(told, CardScore) else None


def known_to_insiders(picks: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    for size in (1, 2) if len(picks) < EXACT_FROM else (1,):
        for known in set(combinations(picks, size)):
            others = list(picks)
            for each in known:
                others.remove(each)
            yield known, tuple(others)


def test_neighbouring_cards_hide_each_other_where_one_was_picked_alike_and_views_are_never_pooled() -> None:
    asked = with_cards("A", "B", "C", "D")
    alike = [Response(Perspective.STAFF, beside=SaidBeside(drill={"A": 1, **more})) for more in VARIED]
    leaders = [Response(Perspective.LEADER, beside=SaidBeside(drill={"A": 1}))]

    found = statistics([*alike, *leaders], asked)

    assert found["staff"] == {
        "A": Suppressed(CLOSE_TOGETHER),
        "B": Suppressed(CLOSE_TOGETHER),
        "C": CardScore(5, 2, lie_apart=True),
        "D": Suppressed(too_few(5)),
    }
    assert set(found["leader"].values()) == {Suppressed(too_few(5))}


def test_two_neighbours_that_were_both_picked_alike_take_no_other_card_along() -> None:
    given = [Response(Perspective.STAFF, beside=SaidBeside(drill={"C": 1, "D": 4, **more})) for more in A_VARIED]
    found = statistics(given, with_cards("A", "B", "C", "D"))["staff"]

    assert isinstance(found["A"], CardScore)
    assert [found["C"], found["D"]] == [Suppressed(CLOSE_TOGETHER)] * 2


A_VARIED = [{"A": rung} for rung in (0, 1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (GroupTerms(joined_late=frozenset({"staff"})), JOINED_LATE),
        (GroupTerms(withheld=frozenset({"staff"})), REPEATED),
        (GroupTerms(told_beside={"staff": frozenset({"GI"})}), REPEATED),
    ],
)
def test_a_view_that_was_shown_before_tells_no_card_again(terms: GroupTerms, reason: str) -> None:
    given = [Response(Perspective.STAFF, beside=SaidBeside(drill={"A": 1, **more})) for more in VARIED]
    assert set(statistics(given, with_cards("A", "B"), terms)["staff"].values()) == {Suppressed(reason)}


VARIED = [{"B": rung, "C": rung} for rung in (0, 1, 2, 3, 4)]


def with_cards(*ids: str) -> Questionnaire:
    outcomes = tuple(Outcome(rung, f"Outcome {rung}.") for rung in WHOLE)
    return replace(questionnaire(), scenarios=tuple(Scenario(each, each, "It happens.", outcomes) for each in ids))


def statistics(
    given: Sequence[Response], asked: Questionnaire, terms: GroupTerms | None = None
) -> dict[str, dict[str, CardScore | Suppressed]]:
    return drill_statistics(given, [each.perspective.value for each in given], asked, terms or GroupTerms())

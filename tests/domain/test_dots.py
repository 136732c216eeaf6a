"""One dot for each person: nobody stands alone at an end, and nobody reads off a dot whose it is."""

from collections.abc import Iterator
from itertools import combinations_with_replacement, product
from random import Random

import pytest

from tests.builders import questionnaire, response
from tests.domain.random_groups import some_group
from trustcheck.domain.privacy.dots import DotColumn, columns
from trustcheck.domain.privacy.item_release import may_stand_beside_dots, may_stand_beside_theme
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.group_answers import coded
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.dots import MOST_QUESTIONS, QuestionDots, question_dots
from trustcheck.domain.views.group_statistics import GroupStatistics, statistics_of
from trustcheck.domain.views.group_view import GroupTerms

ASKED = questionnaire({"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}, reverse=("A4", "C4"))
OPTIONS = 5


def every_way(people: int, options: int) -> Iterator[tuple[int, ...]]:
    for some in combinations_with_replacement(range(options), people):
        yield tuple(map(some.count, range(options)))


@pytest.mark.parametrize("options", [4, 5, 6, 7])
@pytest.mark.parametrize("people", [5, 6, 8])
def test_nobody_stands_alone_at_an_end(options: int, people: int) -> None:
    shown = 0
    for counts in every_way(people, options):
        placed = columns(counts)
        if placed is not None:
            shown += 1
            taken = [each.people for each in placed if each.people]
            assert sum(taken) == people
            assert min(taken[0], taken[-1]) >= 2
            assert max(counts) < people - 1
    assert shown > 0


@pytest.mark.parametrize("options", [4, 5, 6, 7])
@pytest.mark.parametrize("people", [5, 6, 8])
def test_merged_columns_leave_everybody_who_knows_their_own_answer_several_possibilities(
    options: int, people: int
) -> None:
    behind: dict[tuple[DotColumn, ...], list[tuple[int, ...]]] = {}
    for counts in every_way(people, options):
        placed = columns(counts)
        if placed is not None and len(placed) < options:
            behind.setdefault(placed, []).append(counts)
    assert behind
    for possible in behind.values():
        for place in range(options):
            knowing = [each for each in possible if each[place]]
            assert len(knowing) != 1


def test_five_columns_become_three_and_where_that_hides_nobody_there_are_none() -> None:
    assert columns((0, 3, 4, 2, 0)) == tuple(DotColumn(at, at, n) for at, n in enumerate((0, 3, 4, 2, 0)))
    assert columns((1, 2, 4, 2, 0)) == (DotColumn(0, 1, 3), DotColumn(2, 2, 4), DotColumn(3, 4, 2))
    assert columns((1, 0, 6, 2, 0)) is None
    assert columns((1, 2, 4, 0, 0)) is None


@pytest.mark.parametrize(
    ("counts", "why"),
    [((0, 2, 2, 0, 0), "four people"), ((0, 0, 5, 0, 0), "all alike"), ((0, 0, 5, 1, 0), "alike but for one"),
     ((9, 9, 9, 9, 9), "no room holds so many")],
)  # fmt: skip
def test_there_are_no_dots(counts: tuple[int, ...], why: str) -> None:
    assert columns(counts) is None, why


def test_an_even_scale_may_have_no_middle() -> None:
    assert columns((1, 3, 3, 0)) == (DotColumn(0, 1, 4), DotColumn(2, 3, 3))
    assert columns((1, 2, 3, 2, 1, 0, 2)) == (DotColumn(0, 2, 6), DotColumn(3, 3, 2), DotColumn(4, 6, 3))


Room = dict[str, list[tuple[int, ...]]]
"""By view everybody's answers to all questions, as places on the scale turned so that the highest is the best."""


def some_room(chance: Random, **people: int) -> Room:
    return {
        view: [sum(themes, ()) for themes in zip(*(some_group(chance, number) for _theme in range(4)), strict=True)]
        for view, number in people.items()
    }


def told(room: Room, terms: GroupTerms | None = None) -> tuple[GroupStatistics, tuple[QuestionDots, ...]]:
    rows, views = [], []
    for view, sheets in room.items():
        for sheet in sheets:
            given = {
                item.id: OPTIONS - place if item.reverse else place + 1
                for item, place in zip(ASKED.items, sheet, strict=True)
            }
            rows.append(response(given))
            views.append(view)
    answers = coded(rows, views, ASKED, Form.FULL)
    found = statistics_of(answers, ASKED, terms or GroupTerms(5))
    return found, question_dots(answers, found, ASKED)


def test_one_question_of_a_theme_at_most_and_chosen_by_what_is_told_anyway() -> None:
    chance, seen = Random(3), 0
    for _group in range(12):
        found, dots = told(some_room(chance, staff=12))
        themes = [ASKED.item_by_id[each.item_id].theme for each in dots]
        values = [found.perspectives["staff"].items[each.item_id] for each in dots]
        off = [abs(whole(each.told) - 50) for each in values if isinstance(each, ItemScore)]
        assert len(set(themes)) == len(themes) == len(off) <= MOST_QUESTIONS
        assert off == sorted(off)
        seen += len(dots)
    assert seen > 12


def _answers(sheets: list[tuple[int, ...]], dots: QuestionDots) -> list[int]:
    at = [item.id for item in ASKED.items].index(dots.item_id)
    return [sheet[at] for sheet in sheets]


def test_two_results_of_nearly_the_same_people_have_no_dots() -> None:
    room = some_room(Random(3), staff=12)
    assert told(room)[1]
    for terms in (
        GroupTerms(5, joined_late=frozenset(["staff"])),
        GroupTerms(5, withheld=frozenset(["staff"])),
        GroupTerms(5, told_beside={"staff": frozenset(["A"])}),
    ):
        assert told(room, terms)[1] == ()


def test_a_theme_beside_dots_may_tell_its_other_questions_and_then_there_are_none() -> None:
    """The exact answers to one question, and a score, leave one set of answers to another."""
    sheets = [(2, 0, 1, 3), (0, 2, 2, 0), (2, 2, 2, 1), (2, 2, 0, 3), (1, 1, 0, 0)]
    third = tuple(sorted(sheet[2] for sheet in sheets))

    assert may_stand_beside_theme(sheets, OPTIONS)
    assert not may_stand_beside_dots(sheets, OPTIONS, 2, [third])
    assert may_stand_beside_dots(sheets, OPTIONS, 0, [tuple(sorted(sheet[0] for sheet in sheets))])


SIZES = [(3, 7), (4, 8), (5, 5), (6, 9)]


@pytest.mark.parametrize(("leaders", "staff"), SIZES)
def test_dots_never_tell_leaders_from_staff(leaders: int, staff: int) -> None:
    """Everything that the views tell of the question is taken away from the dots, for everybody and every two."""
    chance, attacked = Random(leaders * 100 + staff), 0
    for _group in range(40):
        room = some_room(chance, leader=leaders, staff=staff)
        found, dots = told(room)
        for each in dots:
            mine, yours = (_answers(room[view], each) for view in ("leader", "staff"))
            reads = [_reading(found.perspectives[view].items[each.item_id]) for view in ("leader", "staff")]
            attacked += 1
            assert not _is_told(mine, yours, reads)
    assert attacked > 10


def test_beside_an_exact_result_of_staff_dots_would_tell_what_few_leaders_said() -> None:
    """The sum of five leaders is all dots less what stands exactly of twelve staff; alone the twelve have dots."""
    chance = Random(512)
    rooms = [some_room(chance, leader=5, staff=12) for _group in range(10)]

    assert not any(told(room)[1] for room in rooms)
    assert all(told({"staff": room["staff"]})[1] for room in rooms)


def _reading(value: ItemScore | Suppressed) -> tuple[float, object] | None:
    """What stands on a page of a question; nothing where it is hidden."""
    if isinstance(value, Suppressed):
        return None
    return value.told, None if value.favourable is None else value.favourable.count


def _as_read(answers: tuple[int, ...], like: tuple[float, object] | None) -> bool:
    """Whether these answers to one question, by themselves, would be read like that: worked out anew."""
    if like is None:
        return True
    told_mean, favourable = like
    mean = 100 * sum(answers) / (len(answers) * (OPTIONS - 1))
    if len(answers) >= 10:
        same = favourable is None or sum(each >= 3 for each in answers) == favourable
        return abs(mean - told_mean) < 1e-9 and same
    return abs(mean - told_mean) <= 12.5 + 1e-9


def _is_told(mine: list[int], yours: list[int], reads: list[tuple[float, object] | None]) -> bool:
    """Whether the share of one view is the only one left to somebody, or to two."""
    every = [(mine + yours).count(place) for place in range(OPTIONS)]
    ways = []
    for some in product(*(range(each + 1) for each in every)):
        if sum(some) != len(mine):
            continue
        ours = tuple(place for place, n in enumerate(some) for _one in range(n))
        theirs = tuple(place for place, n in enumerate(every) for _one in range(n - some[place]))
        if _as_read(ours, reads[0]) and _as_read(theirs, reads[1]):
            ways.append((ours, theirs))
    known = [(each, 0) for each in set(mine)] + [(each, 1) for each in set(yours)]
    pairs = combinations_with_replacement(known, 2) if min(len(mine), len(yours)) < 10 else iter(())
    for some_known in [*((each,) for each in known), *pairs]:
        wanted = [[place for place, side in some_known if side == of] for of in (0, 1)]
        if not all(_among(each, of) for each, of in zip(wanted, (mine, yours), strict=True)):
            continue
        left = {way for way in ways if all(_among(each, of) for each, of in zip(wanted, way, strict=True))}
        if len(left) < 2:
            return True
    return False


def _among(some: list[int], of: list[int] | tuple[int, ...]) -> bool:
    return all(list(of).count(each) >= some.count(each) for each in some)

"""Insiders read everything that a result says and the dots on the wall: what did others answer to what has no dots?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from random import Random

import pytest

from tests import group_builders
from tests.app import whole_attack
from tests.app.other_sheets import TRIES, Attackers, Sheets
from tests.app.whole_attack import HIGHEST_OF_ONE, beside_theme, unknown, with_another_theme
from tests.builders import response
from tests.domain.insider_attack import ASKED, ITEMS, OPTIONS
from tests.domain.random_groups import some_group
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.views import group_view


@cache
def with_dots(sheets: Sheets, threshold: int) -> GroupResult:
    """The result in a room where everybody agreed."""
    asked = [item.id for item in ASKED.items]
    rows = [response({each: place + 1 for each, place in zip(asked, sheet, strict=True)}) for sheet in sheets]
    set_up = group_builders.setup(leaders=0, staff=len(sheets), threshold=threshold)
    return group_result_of(group_builders.group_round(rows, ASKED, set_up=set_up, all_agreed=True))


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_view, "may_stand_beside_theme", beside_theme)
    monkeypatch.setattr(whole_attack, "result", with_dots)
    monkeypatch.setattr(whole_attack, "near_by", keeping_dots)
    with_dots.cache_clear()


def keeping_dots(of: Attackers, chance: Random) -> Iterator[Sheets]:
    """Other sheets that have the same dots, each only once: nobody who saw those looks further."""
    sheets, free = of.sheets, of.free
    dots = [ASKED.items.index(each.item) for each in with_dots(sheets, 5).dots]
    themes = [[at for at in range(first, first + ITEMS) if at not in dots] for first in (0, ITEMS)]
    before = {sheets}
    for _try in range(TRIES):
        rows = [list(sheet) for sheet in sheets]
        if chance.random() < 0.3:
            _share_anew(rows, free, chance.choice(dots), chance)
        for _move in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
            _move_between(rows, free, themes[chance.choice((0, 0, 0, 1))], chance)
        other = tuple(map(tuple, rows))
        if other not in before and all(0 <= place < OPTIONS for row in other for place in row):
            before.add(other)
            yield other


def _share_anew(rows: list[list[int]], free: Sequence[int], at: int, chance: Random) -> None:
    """The same dots, of other people."""
    answers = [rows[person][at] for person in free]
    chance.shuffle(answers)
    for person, answer in zip(free, answers, strict=True):
        rows[person][at] = answer


def _move_between(rows: list[list[int]], free: Sequence[int], places: Sequence[int], chance: Random) -> None:
    """One answer higher and another lower: of the same person, to the same question, or of both kinds."""
    (one, other), (at, beside), kind = chance.sample(list(free), 2), chance.sample(list(places), 2), chance.random()
    rows[one][at] += 1
    if kind < 0.6:
        rows[other][at] -= 1
        rows[one][beside] -= 1
        rows[other][beside] += 1
    elif kind < 0.75:
        rows[one][beside] -= 1
    elif kind < 0.95:
        rows[other][at] -= 1


def pinned(sheets: Sheets, known: tuple[int, ...]) -> set[int]:
    """Questions of the first theme, but for those that stand as dots, of which no other answers were found."""
    agreed = {each.item.id for each in with_dots(sheets, 5).dots}
    return {at for at in unknown(sheets, known, 5) if ASKED.items[at].id not in agreed}


def groups(people: int) -> Iterator[Sheets]:
    """Random ones of which questions of the first theme stand as dots."""
    chance = Random(people)
    while True:
        sheets = with_another_theme(some_group(chance, people))
        if {ASKED.items.index(each.item) for each in with_dots(sheets, 5).dots} & set(range(ITEMS)):
            yield sheets


def test_what_has_no_dots_stays_open_for_whoever_knows_a_sheet() -> None:
    """Of one group in which the search is soon through; in the long run, of many."""
    sheets = next(islice(groups(5), 2, None))

    assert pinned(sheets, (0,)) == set()


@pytest.mark.long
def test_the_table_of_what_everything_tells_beside_dots(print_figures: Callable[..., None]) -> None:
    lines = ["people  insiders  pinned"]
    for people in range(5, 10):
        found = [bool(pinned(each, (who,))) for each in islice(groups(people), 8) for who in range(people)]
        lines.append(f"{people:6}{len(found):10}{sum(found):8}")
        assert sum(found) <= HIGHEST_OF_ONE * len(found)
    print_figures(*lines)

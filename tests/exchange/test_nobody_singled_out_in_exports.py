"""No export of a small group says what somebody hidden in it answered, in any format, with rows or without."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from tests.exchange.hidden_people import HIDDEN, people
from tests.group_builders import LEADER, STAFF, group_round, setup, sheet, shipped
from trustcheck.app.carrying.export_document import document_of
from trustcheck.app.carrying.export_lines import Sort, lines_of
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.store.export_model import Belongings, Parcel
from trustcheck.domain.checks.group_round import GroupNote, GroupRound, GroupSetup, NotesUse
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.exports.formats import export_bytes, formats

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
SECRET = "Onlymywordsgivemeaway"


def parcel(of: GroupRound) -> Parcel:
    return Parcel((Belongings("Northgate Housing", checks=(closed_check(of),)),))


def exports(of: GroupRound) -> dict[str, bytes]:
    """The round in every format; a workbook unpacked, as a search would look into it."""
    made = {each.id: export_bytes(parcel(of), each) for each in formats()}
    with ZipFile(BytesIO(made["xlsx"])) as archive:
        unpacked = b"\n".join(archive.read(each) for each in archive.namelist())
    return {**made, "xlsx": unpacked}


@pytest.mark.parametrize("rows_may_leave", [False, True], ids=["results only", "rows too"])
@pytest.mark.parametrize("case", HIDDEN.values(), ids=HIDDEN)
def test_whatever_a_hidden_view_answered_every_export_is_the_same(
    case: tuple[Perspective, int, int, GroupSetup], rows_may_leave: bool
) -> None:
    hidden, leaders, staff, asked = case
    asked = replace(asked, rows_may_leave=rows_may_leave)
    shifts = [(shift if hidden is LEADER else 0, shift if hidden is STAFF else 0) for shift in (0, 1)]
    first, second = (
        exports(group_round(people(LEADER, leaders, one) + people(STAFF, staff, other), set_up=asked))
        for one, other in shifts
    )

    assert first == second


def test_the_order_of_the_sheets_and_of_the_notes_leaves_no_trace() -> None:
    sheets = people(LEADER, 5) + people(STAFF, 12)
    notes = tuple(GroupNote("SS1", text) for text in ("One note.", "Another note.", "A third one."))
    asked = replace(setup(6, 14), rows_may_leave=True)

    forwards = exports(group_round(sheets, set_up=asked, notes=notes))
    assert forwards == exports(group_round(sheets[::-1], set_up=asked, notes=notes[::-1]))


def test_without_the_choice_no_row_leaves() -> None:
    (check,) = parcel(group_round(people(STAFF, 40), set_up=setup(0, 40))).organisations[0].checks

    assert check.rows == ()  # type: ignore[union-attr]
    assert not [each for each in lines_of(parcel(group_round(people(STAFF, 40), set_up=setup(0, 40)))) if each.row]


def test_rows_leave_of_the_views_that_are_large_enough_and_of_no_other() -> None:
    asked = replace(setup(4, 12), rows_may_leave=True)
    of = group_round(people(LEADER, 4) + people(STAFF, 12), set_up=asked)

    rows = {(line.row, line.view) for line in lines_of(parcel(of)) if line.what == "answer"}

    assert rows == {(number, "staff") for number in range(1, 13)}


@pytest.mark.parametrize(
    ("number", "use"), [(9, NotesUse.GROUP), (14, NotesUse.FACILITATOR), (14, NotesUse.NONE)], ids=str
)
def test_notes_leave_only_where_the_group_itself_was_to_read_them(number: int, use: NotesUse) -> None:
    asked = replace(setup(0, number, notes=use), rows_may_leave=True)
    of = group_round(people(STAFF, number), set_up=asked, notes=(GroupNote("SS1", SECRET),))

    assert [each for each, content in exports(of).items() if SECRET.encode() in content] == []


def test_notes_that_the_group_was_to_read_leave_and_stand_beside_no_row() -> None:
    asked = replace(setup(0, 14, notes=NotesUse.GROUP), rows_may_leave=True)
    of = group_round(people(STAFF, 14), set_up=asked, notes=(GroupNote("SS1", SECRET),))

    (line,) = (each for each in lines_of(parcel(of)) if each.what == "note")

    assert (line.text, line.row, line.view) == (SECRET, None, "")


def test_what_is_said_to_the_only_leader_stays() -> None:
    of = group_round(people(LEADER, 1) + people(STAFF, 9), set_up=replace(setup(1, 9), one_leader_agreed=True))
    told = group_result_of(of).one_leader

    assert told
    assert [each for each, content in exports(of).items() if told.encode() in content] == []


def unanimous() -> GroupRound:
    """Six staff who all answered every question of one theme with one and the same point."""
    asked = shipped()
    points = (
        {theme.id: 4 if theme.id == "RV" else 1 + (at + 2 * who) % 5 for at, theme in enumerate(asked.themes)}
        for who in range(6)
    )
    return group_round([sheet(STAFF, asked, each) for each in points], set_up=setup(0, 7))


def few_in_one_theme() -> GroupRound:
    """Six staff, of whom two could not answer one theme: four are too few for it."""
    items = {item.id for item in shipped().items_of("BL")}
    sheets = people(STAFF, 6)
    without = [
        replace(each, answers={item: answer for item, answer in each.answers.items() if item not in items})
        for each in sheets[:2]
    ]
    return group_round(without + sheets[2:], set_up=setup(0, 7))


SMALL = {
    "unanimous": unanimous,
    "few in one theme": few_in_one_theme,
    "five leaders, nine staff": lambda: group_round(people(LEADER, 5) + people(STAFF, 9), set_up=setup(6, 11)),
    "four leaders": lambda: group_round(people(LEADER, 4) + people(STAFF, 9), set_up=setup(5, 11)),
}


@pytest.mark.parametrize("made", SMALL.values(), ids=SMALL)
def test_a_value_that_is_not_shown_has_no_number_anywhere(made: Any) -> None:
    of = parcel(made())

    hidden = [each for each in lines_of(of) if each.text.startswith("Not shown")]
    suppressed = list(_suppressed(document_of(of)))

    assert hidden or made is SMALL["five leaders, nine staff"]
    assert all(
        (each.points, each.low, each.high, each.n, each.answer) == (None, None, None, None, "") for each in hidden
    )
    assert all(each.keys() == {"suppressed"} for each in suppressed)


@pytest.mark.parametrize("made", SMALL.values(), ids=SMALL)
def test_every_number_of_a_result_is_one_that_it_may_show(made: Any) -> None:
    of = made()
    known = set(_numbers(group_result_of(of)))
    # What is said of the form follows from the questionnaire, whatever anybody answered.
    lines = [each for each in lines_of(parcel(of)) if each.sort is Sort.RESULT and each.what != "form"]
    told = {str(each) for line in lines for each in (line.points, line.low, line.high, line.n) if each is not None}
    told |= {each for line in lines for each in _NUMBER.findall(f"{line.answer} {line.text}")}

    assert told
    assert told - known == set()


@pytest.mark.parametrize("made", SMALL.values(), ids=SMALL)
def test_below_ten_people_nothing_says_how_their_answers_lie(made: Any) -> None:
    details = {"sd", "median", "favourable", "favourable_range", "classes"}
    values = [each for each in _records(document_of(parcel(made()))) if details <= each.keys()]

    assert values
    assert all(value[name] is None for value in values if value["n"] < 10 for name in details)


def _numbers(value: Any) -> Iterator[str]:
    """Every number that is reachable from a result, in figures and in its texts."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield str(abs(value))
    elif isinstance(value, str):
        yield from _NUMBER.findall(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _numbers(getattr(value, each.name))
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _numbers(each)


def _suppressed(value: Any) -> Iterator[dict[str, Any]]:
    return (each for each in _records(value) if "suppressed" in each)


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _records(each)
    elif isinstance(value, list):
        for each in value:
            yield from _records(each)

"""Every row of a file has one fate and every answer a sheet, for window and command alike, whatever it holds."""

from collections import Counter
from pathlib import Path

import pytest

from tests.exchange.random_tables import RandomTable, random_table
from tests.exchange.tables import ASKED, BOTH, TABLES
from trustcheck.app.collecting.tables import LookedThrough, Plan, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.tables.answers_file import AnswerSheets, read_answers
from trustcheck.exchange.tables.decisions import BLANK, SKIPPED
from trustcheck.exchange.tables.mapping_words import plain

FILES = (200, pytest.param(10_000, marks=pytest.mark.long))


def in_the_window(file: Path) -> tuple[Plan, LookedThrough] | Refused:
    try:
        table = TABLES.read(str(file))
        plan = TABLES.plan(table, BOTH, ASKED)
    except Refused as refused:
        return refused
    plan = plan if plan.says_perspective else plan.with_everybody(Perspective.STAFF)
    return plan, TABLES.look_through(table, plan, BOTH, ASKED)


def at_a_terminal(file: Path) -> AnswerSheets | Refused:
    try:
        return read_answers(str(file), ASKED)
    except Refused as refused:
        return refused


def check(table: RandomTable, file: Path) -> str:
    """What became of the file, once all that has to hold does."""
    file.write_bytes(table.content)
    looked, terminal = in_the_window(file), at_a_terminal(file)
    if isinstance(looked, Refused):
        assert isinstance(terminal, Refused)
        return "refused"
    plan, window = looked
    account = window.preview.account
    assert sum(each.rows for each in account) == len(table.filled)
    assert all(each.rows > 0 for each in account)
    if window.sheets:
        assert account[0].rows == len(window.sheets) == window.preview.all_taken
        # Every column is a question's, says whose a row is, or is left out by name; and every answer is on a sheet.
        assert len(plan.columns) - len(plan.headings(Use.QUESTION)) - plan.says_perspective == len(
            window.preview.left_out
        )
        assert sum(map(len, _without_views(window))) == answers_in_cells(table, plan, window)
    if isinstance(terminal, Refused):
        assert not window.sheets or "is not known" in str(terminal) or "has no name" in str(terminal)
        return "asked" if window.preview.waiting else "put right"
    assert terminal.account == account
    assert _without_views(terminal) == _without_views(window)
    return "taken"


def answers_in_cells(table: RandomTable, plan: Plan, window: LookedThrough) -> int:
    """How many cells of questions hold something, counted from the rows that were written."""
    blank = [each.chosen for each in window.preview.decisions if each.id == BLANK]
    nothing = {"", "NA"} if blank == [SKIPPED] else {""}
    places = [place for place, column in enumerate(plan.columns) if column.use is Use.QUESTION]
    headings = [cell.strip() for place, cell in enumerate(table.filled[plan.heading_row]) if place in places]
    number = 0
    for row in table.filled[plan.begins :]:
        said = [row[place].strip() for place in places if place < len(row)]
        comes_again = len(places) > 1 and said == headings
        is_nobodys = all(each in nothing or plain(each) in ("na", "n a", "doesnt apply here") for each in said)
        if not (comes_again or is_nobodys):
            number += sum(each not in nothing for each in said)
    return number


def _without_views(given: AnswerSheets | LookedThrough) -> list[dict[str, int]]:
    responses = given.responses if isinstance(given, AnswerSheets) else [each.response for each in given.sheets]
    return sorted(({item: answer.code for item, answer in each} for each in responses), key=str)


@pytest.mark.parametrize("number", FILES)
def test_every_row_of_random_files_has_one_fate_and_both_doors_say_the_same(number: int, tmp_path: Path) -> None:
    became: Counter[str] = Counter()
    for seed in range(number):
        table = random_table(seed, ASKED)
        try:
            became[check(table, tmp_path / "answers.csv")] += 1
        except AssertionError as wrong:
            wrong.add_note(f"file {seed}: {table.rows}")
            raise

    print(dict(became))
    assert all(became[each] > number / 40 for each in ("taken", "asked", "put right"))

"""The values of taking in a table: a plan changes by being made anew, and a preview says when all is well."""

from array import array
from dataclasses import replace

from trustcheck.app.collecting.tables import Column, ColumnCells, Listed, Plan, Preview, RawTable, Untaken, Use
from trustcheck.domain.questionnaire.model import Perspective

PLAN = Plan(0, (Column("A1", Use.QUESTION, "A1"), Column("Something", Use.UNDECIDED), Column("Name", Use.LEFT_OUT)))
SOUND = Preview(
    taken={Perspective.STAFF: 2},
    with_answers=2,
    mistakes=Listed(),
    without_answers=Listed(),
    left_out=("Name",),
    undecided=(),
    without_column=(),
    asks_perspective=False,
)


def test_a_changed_column_makes_a_new_plan_and_leaves_the_old_one_alone() -> None:
    changed = PLAN.with_column(1, Use.QUESTION, "B1")

    assert (changed.columns[1].use, changed.columns[1].item_id) == (Use.QUESTION, "B1")
    assert changed.columns[1].heading == "Something"
    assert PLAN.columns[1].use is Use.UNDECIDED


def test_a_column_that_answers_no_question_keeps_no_question() -> None:
    assert PLAN.with_column(0, Use.LEFT_OUT, "A1").columns[0].item_id == ""


def test_a_plan_knows_whether_a_column_says_whose_answers_they_are() -> None:
    assert not PLAN.says_perspective
    assert PLAN.with_column(2, Use.PERSPECTIVE).says_perspective
    assert PLAN.with_everybody(Perspective.LEADER).everybody is Perspective.LEADER


def test_headings_are_told_by_what_their_columns_are_for() -> None:
    assert PLAN.headings(Use.LEFT_OUT) == ("Name",)


def test_everything_is_taken_or_nothing_is() -> None:
    assert SOUND.can_be_taken
    for trouble in (
        replace(SOUND, mistakes=Listed((Untaken("no"),), 1)),
        replace(SOUND, undecided=("Something",)),
        replace(SOUND, asks_perspective=True),
        replace(SOUND, taken={Perspective.STAFF: 0}),
    ):
        assert not trouble.can_be_taken


def test_a_list_says_how_many_more_there_are() -> None:
    assert Listed((Untaken("first"),), 7).more == 6


def test_a_row_ends_where_it_ends_in_the_file() -> None:
    columns = (ColumnCells(("A1", "4"), array("I", [0, 1])), ColumnCells(("A2", ""), array("I", [0, 1])))
    table = RawTable("answers.csv", array("I", [1, 3]), array("I", [2, 1]), columns, "")

    assert (table.rows, table.row(0), table.row(1)) == (2, ("A1", "A2"), ("4",))

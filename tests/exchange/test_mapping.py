"""Exports of other tools: what their columns mean, what would be taken, and what would not and why."""

import csv
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.exchange.tables import ASKED, BOTH, STAFF, TABLES, Rows, answers
from trustcheck.app.collecting.tables import LookedThrough, Plan, RawTable, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.tables.taking import Tables

PULSE = GroupSetup(Form.PULSE, (Perspective.STAFF,), {}, "The management team")


Read = Callable[[Rows], RawTable]


@pytest.fixture
def table(tmp_path: Path) -> Read:
    """Writes rows to a file and reads them as a table."""

    def read(rows: Rows) -> RawTable:
        file = tmp_path / "export.csv"
        with file.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target).writerows(rows)
        return TABLES.read(str(file))

    return read


def planned(table: RawTable, setup: GroupSetup = STAFF) -> Plan:
    return TABLES.plan(table, setup, ASKED)


def looked(table: RawTable, plan: Plan | None = None, setup: GroupSetup = STAFF) -> LookedThrough:
    return TABLES.look_through(table, plan or planned(table, setup), setup, ASKED)


def told(found: LookedThrough) -> list[tuple[int, str]]:
    return [(each.line, each.column) for each in found.preview.mistakes.first]


@pytest.mark.parametrize(
    "heading",
    [
        "A1",
        " a1 ",
        "Leaders here do A1.",
        "We leaders do A1.",
        "LEADERS  HERE\u00a0do\nA1",
        "\u201cLeaders here do A1.\u201d",
        "Q3. Leaders here do A1.",
        "3) Leaders here do A1.",
        "Question 12: Leaders here do A1",
        "A1. Leaders here do A1.",
        "How often does this happen? [Leaders here do A1.]",
        "How often does this happen? [Q3. Leaders here do A1.]",
        "[A1] Something a tool wrote",
        "In the last three months - Leaders here do A1.",
    ],
)
def test_a_question_is_known_by_its_id_or_by_its_words_in_either_wording(table: Read, heading: str) -> None:
    columns = planned(table([["Name", heading], ["Ada", "4"]])).columns

    assert (columns[1].use, columns[1].item_id) == (Use.QUESTION, "A1")


@pytest.mark.parametrize("heading", ["Leaders here do A9.", "A11", "Leaders here never do A1.", "1", "Q1", "[]"])
def test_other_words_are_no_question(table: Read, heading: str) -> None:
    assert planned(table([[heading, "A2"], ["some words", "4"]])).columns[0].use is Use.LEFT_OUT


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("4", 4),
        ("Often", 4),
        (" often ", 4),
        ("ALMOST  ALWAYS", 5),
        ("4 - Often", 4),
        ("Often (4)", 4),
        ("\uff14", 4),
        ("dk", -1),
        ("I don\u2019t know", -1),
        ("I don't know.", -1),
        ("Doesn't apply here", -2),
        ("n/a", -2),
        ("4.0", 4),
        ("4,00", 4),
        ("4.", 4),
    ],
)
def test_answers_are_numbers_codes_or_the_words_of_the_scale(table: Read, cell: str, code: int) -> None:
    assert answers(looked(table([["A1", "A2"], [cell, "5"]]))) == [("staff", {"A1": code, "A2": 5})]


@pytest.mark.parametrize("cell", ["6", "-4", "+4", "99", "4%", "often enough", "3 - Often", "?", "=4"])
def test_of_anything_else_it_is_asked_once_what_it_stands_for(table: Read, cell: str) -> None:
    rows = table([["A1", "A2"], ["4", "5"], ["4", cell], [cell, "5"]])
    plan = planned(rows)

    waiting = looked(rows, plan)
    (asked,) = waiting.preview.waiting
    skipped = looked(rows, plan.with_decisions({asked.id: "skipped"}))
    meant = looked(rows, plan.with_decisions({asked.id: "2"}))

    assert f"\u201c{cell}\u201d stand for in 2 cells" in asked.question
    assert (len(waiting.sheets), waiting.preview.mistakes.number) == (0, 0)
    assert ("staff", {"A1": 4}) in answers(skipped)
    assert ("staff", {"A1": 2, "A2": 5}) in answers(meant)


@pytest.mark.parametrize("cell", ["4.5", "4,5", "0.5", "#N/A", "#DIV/0!", "#WERT!", "Err:502"])
def test_a_fraction_and_an_error_are_mistakes_with_their_line_and_column(table: Read, cell: str) -> None:
    found = looked(table([["A1", "A2"], ["4", "4"], ["4", cell]]))

    assert told(found) == [(3, "A2")]
    assert cell in found.preview.mistakes.first[0].sentence
    assert not found.preview.can_be_taken
    assert len(found.sheets) == 0


@pytest.mark.parametrize(
    "heading", ["perspective", "Perspective:", "2. Are you answering as a leader or as staff?", "Leader or staff"]
)
def test_the_perspective_is_known_by_its_heading(table: Read, heading: str) -> None:
    rows = table([[heading, "A1"], ["Leaders", "1"], [" staff", "2"], ["I\u2019d rather not say", "3"]])

    found = looked(rows, None, BOTH)

    assert answers(found) == [("leader", {"A1": 1}), ("staff", {"A1": 2}), ("staff", {"A1": 3})]
    assert found.preview.taken == {Perspective.LEADER: 1, Perspective.STAFF: 2}


def test_what_holds_only_leaders_and_staff_is_the_perspective_whatever_its_heading(table: Read) -> None:
    for heading in ("Role", "Function", "Column 7"):
        rows = [[heading, "A1"], ["Leader", "1"], ["Staff", "2"], ["Cook", "2"]]

        assert planned(table(rows[:3]), BOTH).columns[0].use is Use.PERSPECTIVE
    assert planned(table([rows[0], rows[1], rows[3]]), BOTH).columns[0].use is Use.LEFT_OUT


def test_of_who_is_neither_it_is_asked_once_whose_sheets_they_are(table: Read) -> None:
    rows = table([["Role", "A1"], ["Leader", "1"], ["Staff", "2"], ["Cook", "3"]])
    plan = planned(rows, BOTH)

    (asked,) = looked(rows, plan, BOTH).preview.waiting
    as_staff = looked(rows, plan.with_decisions({asked.id: "staff"}), BOTH)
    without = looked(rows, plan.with_decisions({asked.id: "leave-out"}), BOTH)

    assert "\u201cCook\u201d" in asked.question
    assert answers(as_staff) == [("leader", {"A1": 1}), ("staff", {"A1": 2}), ("staff", {"A1": 3})]
    assert answers(without) == [("leader", {"A1": 1}), ("staff", {"A1": 2})]
    assert [each.rows for each in without.preview.account if "neither" in each.words] == [1]


def test_without_such_a_column_somebody_says_whose_answers_they_are(table: Read) -> None:
    rows = table([["A1"], ["1"], ["2"]])
    plan = planned(rows, BOTH)

    unsaid = looked(rows, plan, BOTH).preview
    said = looked(rows, plan.with_everybody(Perspective.LEADER), BOTH)

    assert (unsaid.asks_perspective, unsaid.can_be_taken, unsaid.with_answers) == (True, False, 2)
    assert answers(said) == [("leader", {"A1": 1}), ("leader", {"A1": 2})]


def test_a_check_with_one_perspective_asks_nobody(table: Read) -> None:
    assert looked(table([["A1"], ["1"]])).preview.can_be_taken


def test_a_perspective_that_is_not_asked_is_a_mistake_and_one_that_is_missing_is_asked_about(table: Read) -> None:
    found = looked(table([["Perspective", "A1"], ["", "1"], ["boss", "1"], ["leader", "1"], ["staff", "1"]]))

    assert told(found) == [(4, "Perspective")]
    assert [each.id for each in found.preview.waiting] == ["view:", "view:boss"]


@pytest.mark.parametrize(("whose", "people"), [("leader", ["leader"] * 2), ("leave-out", ["leader"])])
def test_whose_rows_are_that_do_not_say_it_can_be_said(table: Read, whose: str, people: list[str]) -> None:
    rows = table([["Role", "I am", "A1"], ["", "", "5"], ["", "leader", "5"], ["", "", ""]])
    plan = planned(rows, BOTH).with_column(0, Use.PERSPECTIVE).with_column(1, Use.PERSPECTIVE)
    (asked,) = looked(rows, plan, BOTH).preview.waiting

    found = looked(rows, plan.with_decisions({asked.id: whose}), BOTH)

    assert asked.question.startswith("One row does not say whether it is")
    assert [whose for whose, _given in answers(found)] == people


def test_columns_that_could_tell_who_answered_are_left_out_by_name(table: Read) -> None:
    headings = ["Timestamp", "Name", "E-mail address", "IP Address", "Response ID", "Start time", "Status"]
    rows = table([[*headings, "A1"], ["2", "3", "4", "5", "1", "2", "1", "4"]])

    found = looked(rows)

    assert found.preview.left_out == tuple(headings)
    assert [column.personal for column in planned(rows).columns] == [True] * 6 + [False] * 2
    assert answers(found) == [("staff", {"A1": 4})]


def test_what_looks_like_answers_below_no_known_heading_waits_for_a_decision(table: Read) -> None:
    rows = table([["Leaders here do the first thing", "A2"], ["often", "4"], ["", "3"]])
    plan = planned(rows)

    waiting = looked(rows, plan).preview
    given = looked(rows, plan.with_column(0, Use.QUESTION, "A1"))
    left_out = looked(rows, plan.with_column(0, Use.LEFT_OUT))

    assert (waiting.undecided, waiting.can_be_taken) == (("Leaders here do the first thing",), False)
    assert answers(given) == [("staff", {"A1": 4, "A2": 4}), ("staff", {"A2": 3})]
    assert answers(left_out) == [("staff", {"A2": 3}), ("staff", {"A2": 4})]


def test_a_person_may_overrule_what_a_column_was_understood_as(table: Read) -> None:
    rows = table([["A1", "A2"], ["1", "2"]])

    assert answers(looked(rows, planned(rows).with_column(0, Use.QUESTION, "B1"))) == [("staff", {"B1": 1, "A2": 2})]


def test_two_columns_of_one_question_are_one_where_no_row_fills_both(table: Read) -> None:
    headings = ["A1", "Leaders here do A1."]

    branched = looked(table([headings, ["1", ""], ["", "5"]]))
    both = looked(table([headings, ["1", ""], ["1", "5"]]))

    assert answers(branched) == [("staff", {"A1": 1}), ("staff", {"A1": 5})]
    assert told(both) == [(3, "Leaders here do A1.")]
    assert not both.preview.can_be_taken


def test_of_two_columns_with_one_heading_each_keeps_what_was_decided_of_it(table: Read) -> None:
    plan = planned(table([["A1", "A1", "A2"], ["4", "", "5"], ["", "3", "5"]]))
    before = plan.with_column(0, Use.QUESTION, "B1").with_column(1, Use.LEFT_OUT)

    again = plan.keeping(before)

    assert [(each.use, each.item_id) for each in again.columns] == [
        (Use.QUESTION, "B1"), (Use.LEFT_OUT, ""), (Use.QUESTION, "A2"),
    ]  # fmt: skip


def test_two_columns_of_the_perspective_are_one_where_they_do_not_contradict(table: Read) -> None:
    headings = ["perspective", "Leader or staff", "A1"]

    branched = looked(table([headings, ["staff", "", "2"], ["", "leader", "5"]]), None, BOTH)
    both = looked(table([headings, ["staff", "leader", "2"]]), None, BOTH)

    assert answers(branched) == [("leader", {"A1": 5}), ("staff", {"A1": 2})]
    assert told(both) == [(2, "Leader or staff")]


def test_questions_without_a_column_are_named_and_count_as_skipped(table: Read) -> None:
    assert looked(table([["B2", "A1"], ["1", "2"]])).preview.without_column == ("A2", "B1")


def test_a_short_form_takes_its_own_questions_and_leaves_the_others_out(table: Read) -> None:
    found = looked(table([["A1", "A2", "B1"], ["1", "2", "3"]]), None, PULSE)

    assert found.preview.left_out == ("A2",)
    assert answers(found) == [("staff", {"A1": 1, "B1": 3})]
    assert found.sheets[0].response.form is Form.PULSE


def test_rows_without_an_answer_are_named_and_not_taken(table: Read) -> None:
    found = looked(table([["Perspective", "Name", "A1"], ["staff", "Ada", "4"], ["", "Ben", ""]]), None, BOTH)

    assert [each.line for each in found.preview.without_answers.first] == [3]
    assert found.preview.can_be_taken
    assert len(found.sheets) == 1


def test_headings_may_stand_below_a_title_or_in_two_rows(table: Read) -> None:
    titled = table([["Our survey", ""], ["A1", "Name"], ["4", "Ada"]])
    words = ["Leaders here do A1.", "Leaders here do A2."]
    doubled = table([["A1", "A2"], words, ['{"ImportId":"QID1"}', "x"], ["4", "5"]])

    assert answers(looked(titled)) == [("staff", {"A1": 4})]
    assert answers(looked(doubled)) == [("staff", {"A1": 4, "A2": 5})]


def test_headings_alone_are_refused(table: Read) -> None:
    with pytest.raises(Refused, match="no row of answers"):
        planned(table([["A1", "A2"]]))


def test_a_table_without_any_question_takes_nothing(table: Read) -> None:
    found = looked(table([["Name", "Town"], ["Ada", "Leeds"]]))

    assert found.preview.mistakes.number == 1
    assert not found.preview.can_be_taken


def test_of_many_mistakes_the_first_are_told_in_order_and_the_rest_counted(table: Read) -> None:
    found = looked(table([["A1", "A2"], *[["1.5", "#N/A"]] * 300])).preview

    assert (found.mistakes.number, found.mistakes.more) == (600, 500)
    first = [(each.line, each.column) for each in found.mistakes.first]
    assert first[:4] == [(2, "A1"), (2, "A2"), (3, "A1"), (3, "A2")]


def test_mistakes_of_every_kind_are_told_in_the_order_of_the_file(table: Read) -> None:
    rows = [
        ["perspective", "A1", "A2"],
        ["#N/A", "1.5", "4"],
        ["staff", "4", "4", "more"],
        *[["staff", "1.5", "4"]] * 150,
        ["#N/A", "4", ""],
    ]
    found = looked(table(rows), None, BOTH).preview.mistakes

    assert [(each.line, each.column) for each in found.first[:4]] == [(2, "perspective"), (2, "A1"), (3, ""), (4, "A1")]
    assert (found.number, len(found.first)) == (154, 100)


def test_the_order_of_the_file_means_nothing(table: Read) -> None:
    people = [["A1", "A2", "B1", "B2"], *([str(1 + at // 5**place % 5) for place in range(4)] for at in range(625))]
    rows = table(people)

    def order(seed: int) -> list[tuple[int, ...]]:
        desk = Tables(Random(seed).shuffle)
        found = desk.look_through(rows, planned(rows), STAFF, ASKED)
        return [tuple(answer.code for _item, answer in each.response) for each in found.sheets]

    as_filed = [tuple(map(int, row)) for row in people[1:]]

    assert sorted(order(1)) == sorted(as_filed)
    assert order(1) != as_filed
    assert order(1) != order(2)


def test_nothing_of_a_column_that_is_left_out_is_on_a_sheet(table: Read) -> None:
    found = looked(table([["Name", "Anything else?", "A1"], ["Ada Planted", "Secret words", "4"]]))

    sheet = found.sheets[0]

    assert "Planted" not in repr(sheet) + repr(found)
    assert "Secret" not in repr(sheet) + repr(found)
    assert (sheet.notes, sheet.code) == ({}, "")


def test_sheets_can_be_counted_and_taken_in_parts(table: Read) -> None:
    sheets = looked(table([["A1"], *[[str(1 + at % 5)] for at in range(10)]])).sheets

    assert len(sheets) == 10
    assert [each.response.answers for each in sheets[2:4]] == [sheets[2].response.answers, sheets[3].response.answers]
    assert len(list(sheets)) == 10


def test_the_account_says_of_each_row_whether_it_counts_is_asked_about_or_has_to_be_put_right(table: Read) -> None:
    rows = [
        ["perspective", "A1", "A2", "Status"],
        ["staff", "5", "4", ""],
        ["staff", "perhaps", "4", ""],
        ["boss", "5", "4", ""],
        ["staff", "5", "4", "Spam"],
        ["staff", "1.5", "perhaps", ""],
        ["staff", "5", "4", "", "more"],
        ["staff", "", "", ""],
    ]
    plan = planned(table(rows), BOTH)

    def account(**chosen: str) -> dict[str, int]:
        decided = plan.with_decisions({name.replace("_", ":", 1): value for name, value in chosen.items()})
        return {each.words: each.rows for each in looked(table(rows), decided, BOTH).preview.account}

    assert account() == {
        "1 sheet": 1,
        "1 row of headings": 1,
        "1 without an answer": 1,
        "3 asked about": 3,
        "2 to put right": 2,
    }
    assert account(word_perhaps="3", view_boss="leave-out", rows_Spam="leave-out") == {
        "2 sheets": 2,
        "1 row of headings": 1,
        "1 left out that says \u201cSpam\u201d": 1,
        "1 left out that are neither a leader's nor staff's": 1,
        "1 without an answer": 1,
        "2 to put right": 2,
    }


def test_a_row_that_answers_a_question_twice_has_to_be_put_right(table: Read) -> None:
    found = looked(table([["A1", "A1", "A2"], ["5", "", "1"], ["5", "4", "1"]]))

    assert [(each.words, each.rows) for each in found.preview.account] == [
        ("1 sheet", 1),
        ("1 row of headings", 1),
        ("1 to put right", 1),
    ]

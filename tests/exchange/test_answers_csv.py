"""A file of answers: what it may hold, and how everything wrong with it is told at once."""

import tracemalloc
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import questionnaire
from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.exchange.tables.answers_file import AnswerSheets, answers_in, read_answers
from trustcheck.exchange.tables.strict_reading import Mistakes, rows_of

ASKED = questionnaire({"people": {"A": 2}, "openness": {"B": 2}}, pulse=["A1", "B1"])


def read(text: str, said: Mapping[str, str] | None = None) -> AnswerSheets:
    return answers_in(text, ASKED, "answers.csv", said)


def refusal(text: str) -> list[str]:
    """The mistakes a file is refused for, one a line, without the opening."""
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value.sentence.splitlines()[1:]


def codes(sheets: AnswerSheets, row: int = 0) -> dict[str, int]:
    return {item: answer.code for item, answer in sheets.responses[row]}


@pytest.mark.parametrize("separator", [",", ";"])
def test_cells_are_points_dont_know_doesnt_apply_or_skipped(separator: str) -> None:
    rows = [["A1", "A2", "B1", "B2"], ["4", " DK ", "na", ""]]

    found = read("\n".join(separator.join(row) for row in rows))

    assert found.responses[0].answers == {"A1": Answer(4), "A2": Answer.DONT_KNOW, "B1": Answer.NOT_APPLICABLE}


def test_columns_may_be_missing_and_in_any_order() -> None:
    found = read("B2,A1\n1,5\n")

    assert codes(found) == {"B2": 1, "A1": 5}
    assert found.form is Form.FULL


def test_without_a_perspective_everybody_belongs_to_all() -> None:
    assert read("A1\n1\n2\n").perspectives == ("all", "all")


def test_perspectives_are_read_in_any_case() -> None:
    found = read("perspective,A1\nLeader,1\n staff ,2\n")

    assert found.perspectives == ("leader", "staff")
    assert [each.perspective.value for each in found.responses] == ["leader", "staff"]


def test_exactly_the_pulse_columns_are_a_pulse() -> None:
    found = read("B1,perspective,A1\n3,staff,4\n")

    assert found.form is Form.PULSE
    assert found.responses[0].form is Form.PULSE


def test_rows_without_an_answer_count_nobody_and_their_number_is_kept() -> None:
    """Blank ones are nothing at all; *Doesn't apply here* alone answers no question."""
    found = read("\nA1,A2\n\n4,4\n   \n,\nna,\n\n")

    assert [codes(found, row) for row in range(len(found.responses))] == [{"A1": 4, "A2": 4}]
    assert found.without_answers == 1


def test_a_file_in_which_nobody_answered_is_refused() -> None:
    assert refusal("perspective,A1\nstaff,\n") == ["line 1: no question is answered in any row."]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes("A1,A2\r\n4,5\r\n".encode("utf-8-sig"))

    assert codes(read_answers(str(file), ASKED)) == {"A1": 4, "A2": 5}


@pytest.mark.parametrize("cell", ["4.5", "0", "6", "-1", "+3", "04", "vier", "4 5", "\u0664", "nan", "\u00b2"])
def test_a_cell_that_is_no_answer_is_named_with_line_and_column(cell: str) -> None:
    mistake, *_which_end_is_one = refusal(f"A1,A2\n3,3\n3,{cell}\n")

    assert mistake == f"line 3, column A2: \u201c{cell}\u201d is not an answer of this check."


def test_all_mistakes_are_told_together() -> None:
    told = refusal("perspective,A1,,A2,Z9,A2\nleader,4.5,,3,hello,2\n,7,1,,,,x\nboss,1,,x,1,1\n")

    assert [each.split(": ")[0] for each in told] == [
        "line 1",
        "line 1, column Z9",
        "line 2, column A1",
        "line 2, column A2",
        "line 3",
        "line 3, column perspective",
        "line 3, column A1",
        "line 4, column perspective",
        "line 4, column A2",
        "line 4, column A2",
    ]


def test_na_in_capitals_alone_is_asked_about_and_never_taken_in_silence() -> None:
    """R writes it where nothing was answered, and other programs where a question does not apply."""
    text = "A1,A2\n4,NA\nNA,2\n"

    (asked,) = refusal(text)
    assert asked.startswith("line 1: What does \u201cNA\u201d stand for in 2 cells?")
    assert asked.endswith("(blank=skipped: Nothing was answered; blank=na: Doesn't apply here)")
    assert [codes(read(text, {"blank": "skipped"}), row) for row in (0, 1)] == [{"A1": 4}, {"A2": 2}]
    assert codes(read(text, {"blank": "na"})) == {"A1": 4, "A2": -2}


def test_a_word_that_somebody_explained_is_taken_as_they_say() -> None:
    text = "perspective,A1,A2\nboss,often-ish,3\nstaff,2,4\n"
    (boss, cell) = refusal(text)

    given = read(text, {"view:boss": "leader", "word:often-ish": "4"})

    assert boss.startswith("line 2, column perspective: \u201cboss\u201d")
    assert cell.startswith("line 2, column A1: \u201coften-ish\u201d")
    assert given.perspectives == ("leader", "staff")
    assert codes(given) == {"A1": 4, "A2": 3}


def test_every_row_has_a_fate_at_a_terminal_too() -> None:
    given = read("A1,A2\n4,4\n,na\nA1,A2\n5,1\n")

    assert [(each.words, each.rows) for each in given.account] == [
        ("2 sheets", 2),
        ("2 rows of headings", 2),
        ("1 without an answer", 1),
    ]


def test_a_missing_perspective_is_a_mistake() -> None:
    assert refusal("perspective,A1\n,4\n") == [
        "line 2, column perspective: it does not say whether this is a leader or staff."
    ]


def test_a_header_alone_is_refused() -> None:
    assert refusal("A1,A2\n") == ["line 1: the header stands alone; there is no row of answers."]


@pytest.mark.parametrize("text", ["", "\n\n  \n"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"answers\.csv is empty"):
        read(text)


def test_a_file_without_any_question_is_refused() -> None:
    assert refusal("perspective\nstaff\n") == ["line 1: no column is a question of this check."]


def test_a_row_after_a_cell_of_two_lines_is_named_by_its_own_line() -> None:
    told = refusal('A1,A2\n"3\n",4\n3,4,5\n')

    assert told == ["line 4: something stands in column 3, and the headings end at 2."]


def test_broken_quoting_is_told_with_its_line() -> None:
    with pytest.raises(Refused, match=r"answers\.csv, line 2: the quoting or the text breaks off here"):
        read('A1,A2\n3,"4\n')


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes(b"A1,A2\n3,4\n\xe4,4\n")

    with pytest.raises(Refused, match=r"answers\.csv, line 3: this is not UTF-8 text"):
        read_answers(str(file), ASKED)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be read: No such file"):
        read_answers(str(tmp_path / "nothing.csv"), ASKED)


def test_a_mistake_is_quoted_short_and_without_control_characters() -> None:
    mistakes = refusal('A1\n"\x1b[31m\n"\n' + "9" * 5000 + "\n")

    assert all(line.isprintable() for line in mistakes)
    assert max(map(len, mistakes)) < 200


def test_a_line_without_end_costs_little_more_memory_than_itself() -> None:
    text = "A1\n" + "9" * 10_000_000

    tracemalloc.start()
    try:
        rows_of(text, Mistakes("answers.csv"))
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 2 * len(text)


def test_countless_mistakes_are_counted_and_not_all_printed() -> None:
    told = refusal("A1\n" + "9\n" * 1500)

    assert len(told) == 51
    assert told[-1] == "and 1450 more."


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        found = read(text)
    except Refused:
        return
    assert found.responses


somebody = st.lists(st.sampled_from(["1", "5", "dk", "na", ""]), min_size=4, max_size=4).filter(
    lambda row: not {"1", "5", "dk"}.isdisjoint(row)
)


@given(st.lists(somebody, min_size=1, max_size=8))
def test_every_sheet_comes_back_as_it_was_written(rows: list[list[str]]) -> None:
    header = ["A1", "A2", "B1", "B2"]
    meant = {"1": 1, "5": 5, "dk": -1, "na": -2}

    found = read("\n".join(";".join(row) for row in [header, *rows]))

    assert [codes(found, at) for at in range(len(rows))] == [
        {item: meant[cell] for item, cell in zip(header, row, strict=True) if cell} for row in rows
    ]

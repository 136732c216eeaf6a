"""Lines and pages: nothing is lost, nothing is orphaned."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.report.layout.blocks import Framed, Stack, TextBlock
from trustcheck.report.layout.pages import Grid, StackRow
from trustcheck.report.layout.printing import FOOT, MARGIN, Flow
from trustcheck.report.pdf.lines import balanced, broken, cut, printable
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import TaggedCanvas
from trustcheck.report.pdf.typography import Style, Typography

BODY = Style("sans", 10.0, 15.0)
SIZE = (400.0, 500.0)
ROOM = SIZE[1] - MARGIN - FOOT
TYPE = Typography()


def lines(count: int) -> TextBlock:
    return TextBlock(broken("\n".join(["line"] * count), BODY, 300, TYPE), BODY, None)


def letters(text: str) -> str:
    return "".join(text.split())


@given(st.text(max_size=300), st.floats(20, 400))
def test_no_character_is_lost_when_a_text_is_broken(text: str, width: float) -> None:
    drawn = "".join(part for line in broken(text, BODY, width, TYPE) for _, part in line.pieces)

    assert letters(drawn) == letters(printable(text))


@given(st.text(max_size=200), st.floats(40, 400))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    assert all(line.width <= width + 0.1 for line in broken(text, BODY, width, TYPE))


@given(st.text(max_size=200), st.integers(1, 3))
def test_a_cut_text_keeps_to_its_lines_and_its_width(text: str, most: int) -> None:
    kept = cut(text, BODY, 80, TYPE, most)

    assert len(kept) <= most
    assert all(line.width <= 80.1 for line in kept)


def test_a_text_is_split_with_two_lines_on_either_side() -> None:
    head, tail = lines(10).split(9 * BODY.leading)

    assert isinstance(head, TextBlock)
    assert isinstance(tail, TextBlock)
    assert (len(head.lines), len(tail.lines)) == (8, 2)
    assert lines(10).split(1 * BODY.leading) == (None, lines(10))
    assert lines(3).split(2 * BODY.leading) == (None, lines(3))


def row(height: int) -> StackRow:
    return StackRow((Stack((lines(height),)),), (0.0,))


def test_a_row_goes_over_to_the_next_page_whole_and_the_head_is_repeated() -> None:
    table = Grid(row(1), (row(2), row(4), row(2)))
    head, tail = table.split(6 * BODY.leading)

    assert isinstance(head, Grid)
    assert isinstance(tail, Grid)
    assert [len(part.rows) for part in (head, tail)] == [1, 2]
    assert tail.head.height == table.head.height


TITLE = Style("serif-strong", 23, 28)


@pytest.mark.parametrize(
    "title", ["Trust in your people: 57 of 100, Patchy to Usual", "People describe different places: Backing to learn"]
)
def test_a_title_does_not_end_with_a_left_over_word(title: str) -> None:
    plain, lines = broken(title, TITLE, 483, TYPE), balanced(title, TITLE, 483, TYPE)

    assert plain[-1].width < 0.25 * 483
    assert len(lines) == len(plain)
    assert lines[-1].width > 0.3 * 483


@given(st.text(max_size=120), st.floats(40, 500))
def test_balancing_a_title_costs_no_line_and_no_character(title: str, width: float) -> None:
    plain, lines = broken(title, TITLE, width, TYPE), balanced(title, TITLE, width, TYPE)

    assert len(lines) == len(plain)
    assert letters("".join(part for line in lines for _, part in line.pieces)) == letters(printable(title))


def test_a_table_carries_over_three_rows_or_none() -> None:
    table = Grid(row(1), tuple(row(1) for _each in range(10)))
    head, tail = table.split(10 * BODY.leading)

    assert isinstance(head, Grid)
    assert isinstance(tail, Grid)
    assert [len(part.rows) for part in (head, tail)] == [7, 3], "nine had found room; one alone would look left over"
    assert table.split(11 * BODY.leading) == (table, None)


def test_a_row_higher_than_a_page_is_split() -> None:
    table = Grid(row(1), (row(100),))
    head, tail = table.split(ROOM)

    assert head is not None
    assert tail is not None
    assert head.height <= ROOM


def flow() -> tuple[Flow, list[int]]:
    finished: list[int] = []
    paper = PaperCanvas(TaggedCanvas(SIZE, "Test", "en-GB", date(2026, 1, 1)), Typography(), SIZE)
    return Flow(paper, finished.append), finished


def test_a_heading_goes_with_what_follows_it() -> None:
    flowing, finished = flow()
    heading = TextBlock(lines(1).lines, BODY, None, sticks=True)
    filling = int(ROOM / BODY.leading) - 2
    flowing.place([lines(filling), heading, lines(3)])

    assert finished == [1]
    assert flowing.room == pytest.approx(ROOM - 4 * BODY.leading)


def test_a_frame_that_fits_on_a_page_is_kept_whole() -> None:
    flowing, finished = flow()
    card = Framed(Stack((lines(10),), whole=True), 300, "card")
    flowing.place([lines(20), card])

    assert finished == [1]
    assert flowing.room == pytest.approx(ROOM - card.height)


@pytest.mark.parametrize("frame", ["card", "strip", "mark"])
def test_a_frame_longer_than_a_page_goes_on(frame: str) -> None:
    flowing, finished = flow()
    flowing.place([Framed(Stack((lines(90),), whole=True), 300, frame)])  # type: ignore[arg-type]

    assert len(finished) == 3


def test_a_text_that_ends_with_the_page_leaves_no_blank_one() -> None:
    flowing, finished = flow()
    flowing.place([lines(int(ROOM / BODY.leading))])
    flowing.end()

    assert finished == [1]

"""Rows read many at a time are the very rows that are read one by one."""

import csv
from io import StringIO
from random import Random

import pytest

from trustcheck.exchange.tables import text_tables
from trustcheck.exchange.tables.taking import table_of
from trustcheck.exchange.tables.text_blocks import CellBlock, block_of
from trustcheck.exchange.tables.text_tables import rows_of_text

FILES = (150, pytest.param(10_000, marks=pytest.mark.long))
_CELLS = [
    "1",
    "2",
    "Almost always",
    "",
    " 4 ",
    'said "no"',
    "a,b;c",
    "two\nlines",
    "\u00fcber",
    "x" * 40,
    "\t",
    '"',
    "-",
]


def text_of(drawn: Random) -> bytes:
    """A text in which nearly all rows are written plainly, as far as a random one can be."""
    said = drawn.sample(_CELLS, drawn.randint(1, len(_CELLS)))
    width = drawn.randint(1, 5)
    rows = [[drawn.choice(said) for _each in range(width)] for _row in range(drawn.randint(1, 90))]
    for _each in range(drawn.choice([0, 0, 0, 2])):
        drawn.choice(rows)[drawn.randint(0, width) :] = drawn.choice([[], ["beyond"], [""]])
    written = StringIO(newline="")
    ending, quoting = drawn.choice(["\r\n", "\n"]), drawn.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
    csv.writer(written, delimiter=drawn.choice(",;\t"), quoting=quoting, lineterminator=ending).writerows(rows)
    text = written.getvalue()
    return (text if drawn.random() < 0.8 else text.rstrip()).encode()


@pytest.fixture
def blocks(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each of the pieces was read as a block."""
    tried: list[bool] = []

    def watched(piece: bytes, separator: bytes, width: int, line: int) -> CellBlock | None:
        found = block_of(piece, separator, width, line)
        tried.append(found is not None)
        return found

    monkeypatch.setattr(text_tables, "FIRST_PIECE", 1)
    monkeypatch.setattr(text_tables, "PIECE", 60)
    monkeypatch.setattr(text_tables, "block_of", watched)
    return tried


@pytest.mark.parametrize("number", FILES)
def test_what_is_read_in_blocks_is_what_is_read_row_by_row(
    number: int, blocks: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(number):
        content = text_of(Random(seed))
        if not content.strip(b'",;\t\r\n '):
            continue
        in_blocks = table_of(content, "answers.csv")
        with monkeypatch.context() as slowly:
            slowly.setattr(text_tables, "block_of", lambda *_piece: None)
            one_by_one = table_of(content, "answers.csv")

        assert [in_blocks.row(at) for at in range(in_blocks.rows)] == [
            one_by_one.row(at) for at in range(one_by_one.rows)
        ], (seed, content)
        assert in_blocks.lines == one_by_one.lines, (seed, content)
        assert in_blocks.lengths == one_by_one.lengths, (seed, content)
    assert blocks.count(True) > len(blocks) / 3


def test_a_quote_inside_a_cell_without_quotes_is_read_one_by_one(blocks: list[bool]) -> None:
    content = b'A1,A2\n1,2\n5" pipe,2\n3,4\n3,4" \n' + b"1,2\n" * 40

    table = table_of(content, "answers.csv")

    assert table.row(2) == ('5" pipe', "2")
    assert [table.rows, table.lines[-1]] == [45, 45]
    assert blocks.count(False) > 0


def test_a_text_that_breaks_off_is_refused_with_its_line(blocks: list[bool]) -> None:
    content = b"A1,A2\n" + b"1,2\n" * 40 + b'3,"4\n1,2\n'

    with pytest.raises(Exception, match="line 43: the quoting or the text breaks off here"):
        list(rows_of_text(content, "answers.csv"))
    assert blocks.count(True) > 0

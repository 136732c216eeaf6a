"""Whatever lies in a file: a table or one clear refusal, soon, and never a row more than there is."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.spoilt_workbooks import PARTS, SNIPPETS, sound, with_part
from tests.exchange.tables import ASKED, BOTH, STAFF, TABLES, look
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.app.ports import Refused

SOON = timedelta(seconds=10)
"""Far more than any of these files needs, and far less than a file that never ends."""
USUAL = ["A1", "B2", "perspective", "leader", "staff", "4", "Often", "dk", "na", "", '"', '""', "\r", "\0"]


def as_text(rows: Sequence[Sequence[str]], separator: str, end: str) -> bytes:
    return end.join(separator.join(cells) for cells in rows).encode("utf-8", "surrogatepass")


def with_bytes(places: Sequence[tuple[int, int]]) -> bytes:
    """The sound workbook with single bytes changed: mostly an archive that is none any more."""
    content = bytearray(sound())
    for at, byte in places:
        content[at % len(content)] = byte
    return bytes(content)


BYTES = st.binary(max_size=400)
CELLS = st.one_of(st.sampled_from(USUAL), st.text(max_size=12))
TEXTS = st.builds(
    as_text,
    st.lists(st.lists(CELLS, max_size=6), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
BROKEN = st.builds(with_bytes, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
PUT = st.one_of(st.sampled_from(SNIPPETS), st.binary(max_size=6))
CHANGES = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 40), PUT), min_size=1, max_size=4)
CHANGED = st.builds(with_part, st.sampled_from(PARTS), CHANGES)


def outcome(content: bytes, folder: Path) -> LookedThrough | None:
    """What would be taken, or ``None`` where the file was refused; anything else fails the test."""
    file = folder / "hostile"
    file.write_bytes(content)
    found, told = None, ""
    try:
        table = TABLES.read(str(file))
        found = TABLES.look_through(table, TABLES.plan(table, BOTH, ASKED), BOTH, ASKED)
    except Refused as refused:
        told = refused.sentence
    assert file.read_bytes() == content
    assert (found is None) == bool(told)
    assert "\n" not in told
    for sheet in found.sheets if found else ():
        assert sheet.response.answers
        assert set(sheet.response.answers) <= set(ASKED.order)
    return found


@settings(max_examples=300, deadline=SOON)
@given(content=BYTES)
def test_any_bytes_are_a_table_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    outcome(content, tmp_path)


@settings(max_examples=400, deadline=SOON)
@given(content=TEXTS)
def test_any_cells_are_a_table_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    outcome(content, tmp_path)


@settings(max_examples=150, deadline=SOON)
@given(content=BROKEN)
def test_a_workbook_with_changed_bytes_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    outcome(content, tmp_path)


@settings(max_examples=250, deadline=SOON)
@given(content=CHANGED)
def test_a_workbook_with_changed_parts_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    outcome(content, tmp_path)


@pytest.mark.long
@settings(max_examples=100_000, deadline=SOON)
@given(content=st.one_of(BYTES, TEXTS, BROKEN, CHANGED))
def test_a_hundred_thousand_files_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    outcome(content, tmp_path)


def test_the_sound_workbook_of_these_tests_is_taken(tmp_path: Path) -> None:
    found = outcome(sound(), tmp_path)

    assert found is not None
    assert len(found.sheets) == 2


def test_a_sheet_that_says_it_reaches_far_and_holds_little_is_read(tmp_path: Path) -> None:
    """Changed parts do reach the reader; no room is made for what is not there."""
    with ZipFile(BytesIO(sound())) as packed:
        at = packed.read(PARTS[1]).index(b'ref="A1:E3"')

    found = outcome(with_part(PARTS[1], [(at, len(b'ref="A1:E3"'), b'ref="A1:XFD1048576"')]), tmp_path)

    assert found is not None
    assert len(found.sheets) == 2


@pytest.mark.parametrize("second", [b'r="XFD1048576"', b" r = 'XFD1048576'", b' x=">" r="xfd0001048576"'])
def test_a_cell_that_says_two_places_is_not_believed(tmp_path: Path, second: bytes) -> None:
    """The reader of cells believed the second, and asked for half a terabyte: the process was gone."""
    with ZipFile(BytesIO(sound())) as packed:
        at = packed.read(PARTS[1]).index(b'r="C2" t="s"') + len(b'r="C2" t="s"')

    assert outcome(with_part(PARTS[1], [(at, 0, second)]), tmp_path) is None


def test_headings_of_blanks_are_looked_through_at_once(tmp_path: Path) -> None:
    heading = f'"[{" " * 1900}x]"'
    table = tmp_path / "answers.csv"
    table.write_text("A1," + ",".join([heading] * 900) + "\n4" + ",2" * 900 + "\n")
    began = process_time()

    look(table, STAFF)

    assert timedelta(seconds=process_time() - began) < SOON

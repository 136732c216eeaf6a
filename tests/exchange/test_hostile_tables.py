"""Whatever lies in a file: a table or one clear refusal, soon, and never a row more than there is."""

from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.tables import ASKED, BOTH, TABLES, workbook
from trustcheck.app.ports import Refused
from trustcheck.app.taking_in import LookedThrough

SOON = timedelta(seconds=10)
"""Far more than any of these files needs, and far less than a file that never ends."""
SOUND = [
    ["perspective", "A1", "Leaders here do A2.", "B1", "Name"],
    ["leader", 4, "Often", "dk", "Ada"],
    ["staff", 1, "Seldom", "n/a", "=1+1"],
]
CELLS = st.one_of(
    st.sampled_from(
        ["A1", "B2", "perspective", "leader", "staff", "4", "Often", "dk", "na", "", '"', '""', "\r", "\0"]
    ),
    st.text(max_size=12),
)
SEPARATORS = st.sampled_from([",", ";", "\t"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


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
@given(content=st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    outcome(content, tmp_path)


@settings(max_examples=400, deadline=SOON)
@given(rows=st.lists(st.lists(CELLS, max_size=6), max_size=8), separator=SEPARATORS, end=ENDS)
def test_any_cells_are_a_table_or_a_refusal(tmp_path: Path, rows: list[list[str]], separator: str, end: str) -> None:
    outcome(end.join(separator.join(cells) for cells in rows).encode("utf-8", "surrogatepass"), tmp_path)


@cache
def sound() -> bytes:
    return workbook(SOUND)


@settings(max_examples=150, deadline=SOON)
@given(places=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_changed_bytes_is_read_or_refused(tmp_path: Path, places: list[tuple[int, int]]) -> None:
    content = bytearray(sound())
    for at, byte in places:
        content[at % len(content)] = byte

    outcome(bytes(content), tmp_path)


PARTS = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"]
SNIPPETS = [
    b"<c>",
    b'<c r="A1"',
    b'r="XFD1048576"',
    b'r="A0"',
    b't="s"',
    b"<v>99999999999</v>",
    b"<v>-1</v>",
    b"<v>1e999</v>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"<![CDATA[",
    b"</row>",
    b"</sheetData>",
    b'count="4294967295" uniqueCount="4294967295"',
    b"\0",
    b"\xff",
    b'<row r="2147483648">',
    b'<dimension ref="A1:XFD1048576"/>',
    b'<mergeCell ref="A1:XFD1048576"/>',
]

PUT = st.one_of(st.sampled_from(SNIPPETS), st.binary(max_size=6))


@settings(max_examples=250, deadline=SOON)
@given(
    part=st.sampled_from(PARTS),
    changes=st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 40), PUT), min_size=1, max_size=4),
)
def test_a_workbook_with_changed_parts_is_read_or_refused(
    tmp_path: Path, part: str, changes: list[tuple[int, int, bytes]]
) -> None:
    """The archive is whole, and what lies in it is not."""
    target = BytesIO()
    with ZipFile(BytesIO(sound())) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            for at, length, put in changes if name == part else ():
                begins = at % len(text)
                text = text[:begins] + put + text[begins + length :]
            after.writestr(name, text)

    outcome(target.getvalue(), tmp_path)


def test_the_sound_workbook_of_these_tests_is_taken(tmp_path: Path) -> None:
    found = outcome(sound(), tmp_path)

    assert found is not None
    assert len(found.sheets) == 2


def test_the_changed_parts_of_these_tests_do_reach_the_reader(tmp_path: Path) -> None:
    """A table that says it reaches far and holds little is read, without room for what is not there."""
    target = BytesIO()
    with ZipFile(BytesIO(sound())) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, text.replace(b'ref="A1:E3"', b'ref="A1:XFD1048576"'))

    found = outcome(target.getvalue(), tmp_path)

    assert found is not None
    assert len(found.sheets) == 2

"""A sound workbook, and pieces with which one of its parts is spoilt while the archive stays whole."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.exchange.tables import workbook

SOUND = [
    ["perspective", "A1", "Leaders here do A2.", "B1", "Name"],
    ["leader", 4, "Often", "dk", "Ada"],
    ["staff", 1, "Seldom", "n/a", "=1+1"],
]
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
    b' count="4294967295" uniqueCount="4294967295"',
    b"\0",
    b"\xff",
    b'<row r="2147483648">',
    b'<dimension ref="A1:XFD1048576"/>',
    b'<mergeCell ref="A1:XFD1048576"/>',
]


@cache
def sound() -> bytes:
    return workbook(SOUND)


def with_part(part: str, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The sound workbook with one part changed: the archive is whole, and what lies in it is not."""
    target = BytesIO()
    with ZipFile(BytesIO(sound())) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            for at, length, put in changes if name == part else ():
                begins = at % len(text)
                text = text[:begins] + put + text[begins + length :]
            after.writestr(name, text)
    return target.getvalue()

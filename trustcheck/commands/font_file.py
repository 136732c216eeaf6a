"""Reads a TrueType file far enough to know that screen and paper can use it. Layout: OpenType, "Organization"."""

import struct
from pathlib import Path

from trustcheck.words import gettext as _

_TRUETYPE = 0x00010000
_DIRECTORY = struct.Struct(">4sLLL")
_NEEDED = {b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name"}


def read_font(path: Path) -> frozenset[bytes]:
    """The tags of a font's tables. Raises ``ValueError`` for a damaged file, or one the report cannot embed."""
    content = path.read_bytes()
    if len(content) < 12 or struct.unpack_from(">L", content)[0] != _TRUETYPE:
        raise ValueError(_("it is not a TrueType font"))
    tables = _tables(content)
    if missing := _NEEDED - tables.keys():
        raise ValueError(_("tables are missing: {names}").format(names=b" ".join(sorted(missing)).decode("ascii")))
    if b"fvar" in tables:
        # ReportLab takes a variable font without a word and prints its default weight only.
        raise ValueError(_("it is a variable font"))
    for tag, (checksum, table) in tables.items():
        # The head table holds the sum of the whole file, so its own sum differs.
        if tag != b"head" and _sum(table) != checksum:
            raise ValueError(_("table {name} is damaged").format(name=tag.decode("latin-1")))
    return frozenset(tables)


def _tables(content: bytes) -> dict[bytes, tuple[int, bytes]]:
    """Each table's stored checksum and its bytes, by tag."""
    (count,) = struct.unpack_from(">H", content, 4)
    if 12 + count * _DIRECTORY.size > len(content):
        raise ValueError(_("it is cut short"))
    tables = {}
    for index in range(count):
        tag, checksum, offset, length = _DIRECTORY.unpack_from(content, 12 + index * _DIRECTORY.size)
        if offset + length > len(content):
            raise ValueError(_("it is cut short"))
        tables[tag] = (checksum, content[offset : offset + length])
    return tables


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF

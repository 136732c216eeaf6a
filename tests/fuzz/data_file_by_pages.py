"""Data files taken apart as SQLite keeps them: head, pages, cells, chains, free pages, schema; one part is at odds."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from tests.fuzz.data_file_door import let_data_file_in, sound_data_file
from tests.fuzz.door import Door
from tests.fuzz.sqlite_by_hand import (
    EDGES,
    HEAD,
    JOURNAL,
    KINDS,
    MORE,
    SCHEMA,
    SHAPED,
    TREES,
    VERSION,
    cells_of,
    heads_of,
    page_size,
    pointers_of,
    put_number,
    some_page,
)
from trustcheck.storage.store import SqliteStore, open_store

Case = Callable[[bytearray, Random], None]
_NOT_LET = (dbapi2.Error, UnicodeError, MemoryError, SystemError)
"""What the driver by itself raises over a file that is damaged already."""


def _changed(content: bytes, script: str) -> bytes:
    """The file after somebody changed it with SQLite itself; as far as that was let."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "changed"
        path.write_bytes(content)
        with closing(dbapi2.connect(str(path), isolation_level=None)) as driver, suppress(*_NOT_LET):
            for setting in ("synchronous = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
                driver.execute(f"PRAGMA {setting}")
            driver.executescript(script)
        return path.read_bytes()


@cache
def _sound_ones() -> Sequence[bytes]:
    """Sound ones with large and small pages, with and without free pages and a map of who points to whom."""
    plain = sound_data_file()
    return (
        plain,
        plain,
        *(
            _changed(plain, f"PRAGMA journal_mode = DELETE; {each.format(more=MORE)}; PRAGMA journal_mode = WAL")
            for each in SHAPED
        ),
    )


@cache
def _tables() -> Sequence[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole"
        path.write_bytes(sound_data_file())
        with closing(dbapi2.connect(str(path))) as driver:
            found = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in found]


# -- what may be at odds


def _head(content: bytearray, chance: Random) -> None:
    at, length = chance.choice(list(HEAD.items()))
    # A sound file without a log gets one as it is opened, and of one of an older version a copy is kept beside it:
    # neither is said of a file here that may be damaged somewhere else.
    edges = (0, 2, 3, 255) if at in JOURNAL else (0, 5, 2**31) if at == VERSION else EDGES
    more = () if at in (*JOURNAL, VERSION) else (0x54727573, len(content) // page_size(content) + 1)
    put_number(content, at, chance.choice((*edges, *more)), length)


def _page(content: bytearray, chance: Random) -> None:
    """Kind, first gap, number of cells, where they begin, fragments."""
    head = chance.choice(heads_of(content))
    at, length = chance.choice(((0, 1), (1, 2), (3, 2), (5, 2), (7, 1)))
    put_number(content, head + at, chance.choice(KINDS) if at == 0 else chance.choice(EDGES), length)


def _pointer(content: bytearray, chance: Random) -> None:
    """Where a cell stands: nowhere, in another, in the head, beyond the page."""
    pointers = pointers_of(content, chance.choice(heads_of(content)))
    if pointers:
        one, other = chance.choice(pointers), chance.choice(pointers)
        content[one : one + 2] = content[other : other + 2]
        if chance.random() < 0.6:
            put_number(
                content,
                one,
                chance.choice((*EDGES, content[one] * 256 + content[one + 1] + chance.randrange(-9, 9))),
                2,
            )


def _cell(content: bytearray, chance: Random) -> None:
    """How long it is, whose it is, what its head says of kinds and lengths of its values."""
    cells = cells_of(content, chance.choice(heads_of(content)))
    if cells:
        at = chance.choice(cells) + chance.choice((0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 12))
        odd = (
            b"\0",
            b"\1",
            b"\7",
            b"\x0a",
            b"\x0b",
            b"\x0c",
            b"\x0d",
            b"\x7f",
            b"\x81\0",
            b"\xff" * 9,
            b"\x88\x80\x80\x80\0",
        )
        put = chance.choice(odd)
        content[at : at + len(put)] = put


def _tree(content: bytearray, chance: Random) -> None:
    """A page that leads to itself, to one above it, to one of another kind, or nowhere."""
    inner = [each for each in heads_of(content) if content[each] in (2, 5)]
    if not inner:
        inner = heads_of(content)
    head = chance.choice(inner)
    at = chance.choice([head + 8, *cells_of(content, head)])
    put_number(content, at, chance.choice((some_page(content, chance), head // page_size(content) + 1)), 4)


def _chain(content: bytearray, chance: Random) -> None:
    """Pages without a head: what is too long for a page goes on there, and free pages are listed there."""
    size = page_size(content)
    other = [each for each in range(size, len(content), size) if content[each] not in TREES]
    if other:
        at = chance.choice(other) + chance.choice((0, 0, 0, 4, 8, 12))
        put_number(content, at, chance.choice((some_page(content, chance), at // size + 1, chance.choice(EDGES))), 4)


def _free(content: bytearray, chance: Random) -> None:
    """A list of free pages that holds pages in use, itself, or more than there are."""
    put_number(content, 32, some_page(content, chance), 4)
    put_number(content, 36, chance.choice((1, 2, 2**31, len(content) // page_size(content))), 4)


def _schema(content: bytearray, chance: Random) -> None:
    script = chance.choice(SCHEMA).format(table=chance.choice(_tables()), number=chance.choice((*EDGES, -1)))
    content[:] = _changed(bytes(content), script)


def _length(content: bytearray, chance: Random) -> None:
    """Pages that are missing, moved, doubled, empty or more than the head says."""
    size = page_size(content)
    page, other = (size * chance.randrange(len(content) // size) for _each in range(2))
    match chance.randrange(5):
        case 0:
            del content[page + chance.choice((0, 0, 1, 100)) :]
        case 1:
            content += content[page : page + size] * chance.choice((1, 1, 40))
        case 2:
            content[page : page + size] = content[other : other + size]
        case 3:
            content[page : page + size] = bytes(size)
        case _:
            del content[page : page + size]


CASES: Sequence[Case] = (_head, _page, _pointer, _cell, _cell, _cell, _tree, _chain, _free, _schema, _schema, _length)


def _case(chance: Random) -> bytes:
    """One thing at odds; now and then two or three, as whoever looks for the first may not look for the second."""
    content = bytearray(chance.choice(_sound_ones()))
    for _each in range(chance.choice((0, 1, 1, 1, 1, 1, 2, 3))):
        if (
            len(content) > 512
            and content.startswith(b"SQLite format 3\0")
            and 512 <= page_size(content) <= len(content)
            and heads_of(content)
        ):
            chance.choice(CASES)(content, chance)
    return bytes(content)


@cache
def _own() -> tuple[SqliteStore, TemporaryDirectory[str]]:
    """A data file into which others would be taken; its folder goes with the process."""
    folder = TemporaryDirectory()
    return open_store(str(Path(folder.name) / "own.trustcheck")), folder


def _let_organisation_in(path: Path) -> bool:
    return bool(_own()[0].carrying.arriving(str(path)))


DOORS = {
    "data file looked at by its pages": Door(
        _case, sound_data_file, lambda path: let_data_file_in(path, look_only=True)
    ),
    "data file opened by its pages": Door(
        _case, sound_data_file, lambda path: let_data_file_in(path, look_only=False), changes_what_it_takes=True
    ),
    "organisation file by its pages": Door(_case, sound_data_file, _let_organisation_in),
}

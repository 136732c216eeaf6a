"""Where things stand in a file of SQLite (head, pages, pointers, cells), and what somebody could change with SQL."""

import struct
from random import Random

EDGES = (0, 1, 2, 3, 127, 128, 255, 4095, 4096, 32_768, 65_535, 2**31 - 1, 2**31, 2**32 - 1)
HEAD = {
    16: 2, 18: 1, 19: 1, 20: 1, 21: 1, 22: 1, 23: 1, 24: 4, 28: 4, 32: 4, 36: 4, 40: 4, 44: 4, 48: 4, 52: 4, 56: 4,
    60: 4, 64: 4, 68: 4, 92: 4, 96: 4,
}  # fmt: skip
"""Where each field of the head stands, and how many bytes it has: size of pages, journal, free pages, cookies, text
coding, our numbers, version."""
JOURNAL, VERSION = (18, 19), 60
KINDS = (0, 1, 2, 3, 5, 10, 13, 255)
"""What a page may say it is: inner and outer pages of indexes and of tables, and what none is."""
TREES = (2, 5, 10, 13)
SHAPED = (
    "PRAGMA page_size = 512; VACUUM",
    "PRAGMA page_size = 1024; VACUUM",
    "PRAGMA page_size = 65536; VACUUM",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA page_size = 1024; VACUUM; {more}; DROP TABLE more",
    "PRAGMA secure_delete = OFF; {more}; DROP TABLE more",
    "{more}; CREATE INDEX some ON more (text); DELETE FROM more WHERE id % 3",
)
MORE = """CREATE TABLE more (id INTEGER PRIMARY KEY, text); INSERT INTO more WITH RECURSIVE n(i) AS
(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) SELECT i, printf('%.*c', i * 90, 'x') FROM n"""
SCHEMA = (
    "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'BLOB')",
    "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')",
    "UPDATE sqlite_master SET sql = 'CREATE TABLE ' || name || ' (x)' WHERE type = 'table'",
    "UPDATE sqlite_master SET sql = substr(sql, 1, abs(random()) % 90) WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = upper(sql) WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = NULL WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = x'00ff' WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = sql || ' STRICT' WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = replace(sql, 'WITHOUT ROWID', '') WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = sql || ' WITHOUT ROWID' WHERE name = '{table}'",
    "UPDATE sqlite_master SET rootpage = {number} WHERE name = '{table}'",
    "UPDATE sqlite_master SET rootpage = (SELECT max(rootpage) FROM sqlite_master)",
    "UPDATE sqlite_master SET name = '{table}', tbl_name = '{table}' WHERE name = 'setting'",
    "UPDATE sqlite_master SET type = 'view' WHERE name = '{table}'",
    "UPDATE sqlite_master SET type = 'index' WHERE name = '{table}'",
    "UPDATE sqlite_master SET tbl_name = 'nobody' WHERE name = '{table}'",
    "DELETE FROM sqlite_master WHERE name = '{table}'",
    "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = '{table}'",
    "CREATE TRIGGER act AFTER INSERT ON {table} BEGIN DELETE FROM setting; END",
    "CREATE VIEW act AS SELECT * FROM {table}",
    "CREATE INDEX act ON {table} (hex(rowid))",
    "CREATE INDEX some ON {table} (1) WHERE 1 = 0",
    "ALTER TABLE {table} ADD COLUMN act TEXT AS ('x') VIRTUAL",
    "CREATE VIRTUAL TABLE act USING fts5(words)",
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME TO others",
    "PRAGMA application_id = {number}",
    "ANALYZE",
)


def page_size(content: bytes) -> int:
    (size,) = struct.unpack(">H", content[16:18])
    return 65_536 if size == 1 else size


def heads_of(content: bytes) -> list[int]:
    """Where the heads of the pages stand that hold rows or lead to them."""
    size = page_size(content)
    heads = [100, *range(size, len(content) - 12, size)]
    return [each for each in heads if content[each] in TREES]


def pointers_of(content: bytes, head: int) -> list[int]:
    """Where a page says where its cells stand."""
    (cells,) = struct.unpack(">H", content[head + 3 : head + 5])
    begins = head + (12 if content[head] in (2, 5) else 8)
    return [begins + 2 * each for each in range(min(cells, page_size(content) // 4))]


def cells_of(content: bytes, head: int) -> list[int]:
    page = head // page_size(content) * page_size(content)
    places = (page + int.from_bytes(content[each : each + 2], "big") for each in pointers_of(content, head))
    return [each for each in places if each < len(content) - 16]


def put_number(content: bytearray, at: int, value: int, length: int) -> None:
    content[at : at + length] = (value % 256**length).to_bytes(length, "big")


def some_page(content: bytes, chance: Random) -> int:
    """The number of a page there is, of one there is not, of none."""
    return chance.choice((0, 1, chance.randrange(len(content) // page_size(content) + 2), 2**31, 2**32 - 1))

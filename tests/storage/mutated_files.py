"""Files of one organisation, changed as somebody with bad intent or a bad disk would."""

import random
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2

MADE_BY_HAND = {
    "words for a number": "UPDATE round SET asked = 'many'",
    "a number for words": "UPDATE promise SET text = CAST(x'ff00ff' AS BLOB)",
    "bytes for a name": "UPDATE organisation SET name = x'4869'",
    "words that are no words": "UPDATE promise SET text = CAST(x'c328' AS TEXT)",
    "half a character": "UPDATE promise SET text = CAST(x'eda080' AS TEXT)",
    "a zero in a text": "UPDATE promise SET text = 'a' || char(0) || 'b'",
    "a day that is none": "UPDATE round SET started_on = '2026-02-30'",
    "a day of another kind": "UPDATE round SET started_on = '2026-W48-1'",
    "an answer beyond the scale": "UPDATE answer SET code = 6 WHERE item = 'A1'",
    "an answer that turned into another": "UPDATE answer SET code = 5 WHERE item = 'A1' AND code <> 5",
    "an answer to nothing": "UPDATE answer SET item = 'Z9' WHERE item = 'A1'",
    "a note to nothing": "UPDATE group_note SET item = 'Z9'",
    "a weight of nothing": "UPDATE importance SET theme = 'Z'",
    "a flag on nothing": "UPDATE answer_mark SET item = 'Z9'",
    "a group that says what one would say aloud": """
        UPDATE answer_mark SET aloud = 'no' WHERE round IN (SELECT round FROM group_round)
    """,
    "a suggestion with a novel for its name": """
        INSERT INTO suggestion_by_hand SELECT id, printf('%.*c', 65, 'x'), 0, NULL FROM round
    """,
    "questions of its own for leaders": """
        UPDATE asked_perspective SET words = (SELECT replace(text, 'A1', 'Z1') FROM questionnaire
        WHERE id = (SELECT questionnaire FROM round WHERE id = asked_perspective.round)) WHERE perspective = 'leader'
    """,
    "nobody who reads its own words": """
        UPDATE asked_perspective SET words = (SELECT replace(text, '"language":"en"', '"language":"de"')
        FROM questionnaire WHERE id = (SELECT questionnaire FROM round WHERE id = asked_perspective.round))
    """,
    "a target of nothing": "UPDATE target SET theme = 'Z'",
    "a weight of nine": "PRAGMA ignore_check_constraints = ON; UPDATE importance SET weight = 9",
    "a code of nought": "PRAGMA ignore_check_constraints = ON; UPDATE answer SET code = 0",
    "a state of its own": "PRAGMA ignore_check_constraints = ON; UPDATE round SET state = 'ajar'",
    "a threshold of one": "PRAGMA ignore_check_constraints = ON; UPDATE group_round SET threshold = 1",
    "a way of its own": "UPDATE group_round SET way = 'pigeon'",
    "a huge number": "UPDATE asked_perspective SET invited = 9223372036854775807",
    "a huge time": "UPDATE group_round SET minutes = 99999999999",
    "a number with a point": "UPDATE group_round SET minutes = 1.5",
    "a huge text": "UPDATE promise SET text = printf('%.*c', 4001, 'x')",
    "a huge name": "UPDATE organisation SET name = printf('%.*c', 121, 'x')",
    "a huge picture": "UPDATE organisation_details SET logo = zeroblob(2097153)",
    "no name": "UPDATE organisation SET name = '  '",
    "a name over two lines": "UPDATE organisation SET name = 'Mill' || char(10) || 'pond'",
    "a questionnaire that is none": "UPDATE questionnaire SET text = '[]'",
    "a questionnaire too deep": "UPDATE questionnaire SET text = printf('%.*c', 100000, '[')",
    "a number too long": "UPDATE questionnaire SET text = '{\"format\":' || printf('%.*c', 9000, '9') || '}'",
    "a questionnaire under another digest": "UPDATE questionnaire SET digest = digest || '0'",
    "a sheet without a check": "DELETE FROM group_round",
    "a check without a sheet's row": "DELETE FROM sheet",
    "a check without a questionnaire": "DELETE FROM questionnaire",
    "a check without an organisation": "UPDATE round SET organisation = 5",
    "a person without answers": "DELETE FROM response WHERE round NOT IN (SELECT round FROM group_round)",
    "nobody who is asked": "DELETE FROM asked_perspective",
    "a note of another check": "UPDATE note SET round = (SELECT max(id) FROM round)",
    "a result beside its sheets": """
        INSERT INTO carried_result (round, answered, text) SELECT round, 3, '{}' FROM group_round
    """,
    "a result of one person": """
        INSERT INTO carried_result (round, answered, text)
        SELECT id, 3, '{}' FROM round WHERE id NOT IN (SELECT round FROM group_round)
    """,
    "a result that is none": """
        DELETE FROM response WHERE round IN (SELECT round FROM group_round);
        DELETE FROM setting; DELETE FROM sheet; DELETE FROM answer;
        INSERT INTO carried_result (round, answered, text) SELECT id, 3, '{}' FROM round
        WHERE state = 'closed' AND id IN (SELECT round FROM group_round)
    """,
    "a hundred promises": """
        WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 101)
        INSERT INTO promise (round, number, text) SELECT round, i, text FROM promise, n WHERE number = 1
    """,
    "questions that are no list": "UPDATE promise SET questions = '{}'",
    "a table that is gone": "DROP TABLE importance",
    "a column that is gone": "ALTER TABLE promise DROP COLUMN sign",
    "a table called otherwise": "ALTER TABLE answer RENAME TO answers",
    "a view in the place of a table": """
        ALTER TABLE promise RENAME TO kept; CREATE VIEW promise AS
        SELECT round, number, text, look_again_on, sign, suggestion FROM kept
    """,
    "a view that never ends": """
        DROP TABLE promise; CREATE VIEW promise AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS round, i AS number, '' AS text, NULL AS look_again_on, '' AS sign, '' AS suggestion FROM n
    """,
    "a column that works itself out": """
        DROP TABLE promise; CREATE TABLE promise (round INTEGER, number INTEGER, look_again_on, sign, suggestion,
        changes, who, status, questions, text TEXT AS (printf('%.*c', 100000000, 'x')))
    """,
    "a table that is a program": """
        DROP TABLE promise; CREATE VIRTUAL TABLE promise USING fts5(round, number, text, look_again_on, sign)
    """,
    "a trigger that would spoil it": """
        CREATE TRIGGER spoil AFTER INSERT ON round BEGIN DELETE FROM answer; END;
        CREATE TRIGGER spoil_it BEFORE UPDATE ON organisation BEGIN SELECT RAISE(ABORT, 'spoilt'); END
    """,
    "a view of somebody else's": """
        CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
    """,
    "an index that works itself out": "CREATE INDEX slow ON promise (printf('%.*c', 1000, text))",
    "an index of some rows": "CREATE INDEX some ON promise (text) WHERE length(text) > 2",
}  # fmt: skip


def change(path: Path, script: str) -> None:
    with closing(dbapi2.connect(str(path))) as driver:
        driver.executescript(f"PRAGMA foreign_keys = OFF; {script}; PRAGMA journal_mode = DELETE;")


@cache
def written_places(whole: bytes) -> list[int]:
    """Where something stands in it: most of a small file is empty, and nobody reads what is written there."""
    return [place for place, byte in enumerate(whole) if byte]


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """The file with something wrong in it: a few bytes, a page, its end, or one value that was changed by hand."""
    kind = chance.randrange(10)
    content = bytearray(whole)
    if kind < 4:
        held = written_places(whole)
        for _ in range(chance.choice((1, 1, 2, 8, 64))):
            content[chance.choice(held)] = chance.randrange(256)
    elif kind < 6:
        # Where keys, pointers and lengths lie: the first bytes of a page.
        page = 4096 * chance.randrange(len(content) // 4096)
        content[page + chance.randrange(64)] = chance.choice((0, 1, 2, 5, 10, 13, 127, 128, 255))
    elif kind == 6:
        one, other = (4096 * chance.randrange(len(content) // 4096) for _ in range(2))
        content[one : one + 4096] = content[other : other + 4096]
    elif kind == 7:
        at = chance.randrange(len(content))
        content[at : at + chance.randrange(1, 4096)] = bytes(chance.randrange(1, 4096))
    elif kind == 8:
        del content[chance.randrange(len(content)) :]
    else:
        at, other = chance.randrange(len(content)), chance.randrange(len(content))
        length = chance.randrange(1, 40)
        content[at : at + length] = content[other : other + length]
    return bytes(content)

"""Tables written from what a text table may be: cells, a dialect that packs them, and one thing at odds with either."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from tests.fuzz.door import Door
from tests.fuzz.text_doors import ANSWERS, FACTS, let_answers_in, let_facts_in, table

Rows = list[list[str]]

POINTS = ("1", "2", "3", "4", "5", "dk", "na", "")
GUISES = (
    "4.0", "04", "+4", "-4", " 4 ", "4e0", "0x4", "0b11", "1_0", "4,0", "4;", "\uff14", "\u0664", "\u2463", "IV",
    "4\u00a0", "\u200b4", "4%", "1e400", "-0", "NaN", "inf", "9" * 5000, "0" * 5000 + "4", "4/5", "2026-11-22", "TRUE",
    "=4", "'4", "4\u0301", "\u00bd", "0", "6", "-1", "-2",
)  # fmt: skip
WORDS = (
    "leader", "staff", "Leaders", "LEADER", "lead\u0435r", "\u0130", "\u00df", "\ufb01", "I'd rather not say", "all",
    "Often", "5 Always", "never always", "don\u2019t know", "N/A", "n.a.", "\u202eeno", "<b>", "{name}", "%s", "\ufffd",
    "a" * 4001, "word " * 9000,
)  # fmt: skip
HEADS = (
    "A1", "A2", "B1", "B2", "K1", "K2", "perspective", "Perspective ", "id", "answer", "evidence", "a1", "A1 ",
    "Q1. A1", "[A1]", "A1 [A2]", "[" * 3000, "A1" + "]" * 3000, "name", "Start time", "Are you answering as", "", " ",
    "\u0410\u0031", "Leaders here do A1.", "sep=", "#", "x" * 200_000,
)  # fmt: skip
BLANKS = ("", " ", "\t", "\u00a0", "\u3000", "\x0b", "\x0c", "\x1c", "\x85", "\u2028")


@dataclass(frozen=True)
class Dialect:
    """How rows become bytes."""

    separator: str = ","
    quoted: float = 0.1
    """The share of cells in quotes that need none."""
    ending: str = "\n"
    last: str = "\n"
    coding: str = "utf-8"
    mark: str = ""


def _dialect(chance: Random) -> Dialect:
    ending = chance.choice(("\n", "\r\n", "\r\n", "\r"))
    return Dialect(
        chance.choice((",", ",", ";", "\t")),
        chance.choice((0.0, 0.1, 1.0)),
        ending,
        chance.choice((ending, ending, "", ending * 3)),
        mark=chance.choice(("", "", "\ufeff")),
    )


def _packed(rows: Rows, how: Dialect, chance: Random) -> str:
    lines = [how.separator.join(_cell(each, how, chance) for each in cells) for cells in rows]
    return how.mark + how.ending.join(lines) + how.last


def _cell(text: str, how: Dialect, chance: Random) -> str:
    needs = any(each in text for each in (how.separator, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if needs or chance.random() < how.quoted else text


# -- what is at odds with the cells


def _ragged(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows)
    row[:] = row * chance.choice((2, 400)) if chance.random() < 0.5 else row[: chance.randrange(len(row) + 1)]


def _column_twice(rows: Rows, chance: Random) -> None:
    at = chance.randrange(len(rows[0]))
    for row in rows:
        row[at:at] = row[at : at + 1]


def _columns_moved(rows: Rows, chance: Random) -> None:
    order = list(range(len(rows[0])))
    chance.shuffle(order)
    rows[:] = [[row[at] for at in order if at < len(row)] for row in rows]


def _other_heads(rows: Rows, chance: Random) -> None:
    rows[0][chance.randrange(len(rows[0]))] = chance.choice(HEADS)


def _rows_above(rows: Rows, chance: Random) -> None:
    above = ["", "Our survey", "sep=;", *BLANKS, '{"ImportId":"Q1"}', "# a remark", *HEADS[:4]]
    rows[0:0] = [[chance.choice(above)] * chance.choice((1, 1, 5)) for _each in range(chance.choice((1, 2, 6, 30)))]


def _rows_inside(rows: Rows, chance: Random) -> None:
    new = chance.choice(([], [""], list(rows[0]), [chance.choice(BLANKS)] * 5, ["total", "", "3.5"]))
    rows[chance.randrange(len(rows) + 1) : 0] = [list(new) for _each in range(chance.choice((1, 1, 60)))]


def _fewer_rows(rows: Rows, chance: Random) -> None:
    del rows[chance.randrange(2) :]
    if not rows and chance.random() < 0.5:
        rows.append([chance.choice(BLANKS)])


def _many(rows: Rows, chance: Random) -> None:
    if chance.random() < 0.7:
        rows += [list(chance.choice(rows)) for _each in range(chance.choice((51, 300, 2000)))]
    else:
        wide = chance.choice((999, 1001, 20_000))
        rows[:] = [(row * (wide // max(len(row), 1) + 1))[:wide] for row in rows[:3]]


def _other_cells(rows: Rows, chance: Random) -> None:
    for _each in range(chance.choice((1, 1, 3, 12))):
        row = chance.choice(rows[1:] or rows)
        if row:
            row[chance.randrange(len(row))] = chance.choice((*GUISES, *WORDS, *BLANKS))


def _lines_in_a_cell(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows)
    if row:
        line = chance.choice(("\n", "\r", "\r\n", "\u2028", "\n\n", '"\n', ",\n", '","'))
        row[chance.randrange(len(row))] += line * chance.choice((1, 2, 500)) + "end"


# -- what is at odds with the dialect

AT_ODDS: Sequence[Callable[[str, Random], str]] = (
    lambda text, chance: _put(text, '"', chance),
    lambda text, chance: _put(text, chance.choice(('""', '"""', '" "', '"x"', "'", '\\"')), chance),
    lambda text, chance: _put(text, chance.choice((",", ";", "\t", "|", ",;\t")) * chance.choice((1, 3, 200)), chance),
    lambda text, chance: _put(text, chance.choice(("\r", "\n", "\r\r\n", "\n\r", "\x85", "\x1a", "\0")), chance),
    lambda text, chance: _put(text, "\ufeff", chance),
    lambda text, chance: _put(text, '"' + chance.choice(("x", "\n", '""')) * 140_000 + '"', chance),
    lambda text, _chance: text.replace('"', "\u201d"),
    lambda text, chance: text[: chance.randrange(len(text) + 1)],
    lambda text, chance: text.replace("\n", "", chance.choice((1, 2, -1))),
)  # fmt: skip


def _put(text: str, what: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + what + text[at:]


CODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "cp037", "utf-7")
NO_TEXT = (b"\xff", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\x00", b"PK\x03\x04")
SHAPES = (
    _ragged, _column_twice, _columns_moved, _other_heads, _rows_above, _rows_inside, _fewer_rows, _many, _other_cells,
    _other_cells, _lines_in_a_cell,
)  # fmt: skip


def _bytes_at_odds(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(NO_TEXT) + content[at:]


def _case(rows_of: Callable[[Random], Rows], chance: Random) -> bytes:
    """A whole table with nothing or one thing amiss; now and then two, which may hide each other."""
    rows, how = rows_of(chance), _dialect(chance)
    amiss = chance.choices(("shape", "text", "coding", "bytes", ""), (60, 20, 5, 5, 10), k=chance.choice((1, 1, 1, 2)))
    if "shape" in amiss:
        chance.choice(SHAPES)(rows, chance)
    if "coding" in amiss:
        how = replace(how, coding=chance.choice(CODINGS))
    text = _packed(rows, how, chance)
    if "text" in amiss:
        text = chance.choice(AT_ODDS)(text, chance)
    content = text.encode(how.coding, "replace")
    return _bytes_at_odds(content, chance) if "bytes" in amiss else content


def _answers(chance: Random) -> Rows:
    heads = ["A1", "A2", "B1", "B2"][: chance.choice((1, 2, 4, 4))]
    people = [[chance.choice(POINTS) for _each in heads] for _each in range(chance.choice((1, 2, 6)))]
    if chance.random() < 0.8:
        heads.insert(0, "perspective")
        people = [[chance.choice(("leader", "staff")), *each] for each in people]
    return [heads, *people]


def _facts(chance: Random) -> Rows:
    told = ("yes", "partly", "no", "dk", "na", "", "Yes")
    rows = [[each, chance.choice(told), chance.choice(("", "the minutes", "a, b"))] for each in ("K1", "K2")]
    return [["id", "answer", "evidence"], *rows[: chance.choice((1, 2, 2))]]


def _door(rows_of: Callable[[Random], Rows], sound: bytes, let_in: Callable[[Path], bool]) -> Door:
    return Door(partial(_case, rows_of), lambda: sound, let_in)


DOORS = {
    "answers by their grammar": _door(_answers, ANSWERS, let_answers_in),
    "facts by their grammar": _door(_facts, FACTS, let_facts_in),
    "table as text by its grammar": _door(_answers, ANSWERS, table),
}

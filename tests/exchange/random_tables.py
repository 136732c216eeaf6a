"""Random files of answers, with everything in them that people and programs leave there."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from random import Random

from trustcheck.domain.questionnaire.model import Perspective, Questionnaire

_ANSWERS = ["1", "2", "3", "4", "5", "4.0", "5,00", "dk", "na", "I don't know", "Doesn't apply here"]
_ODD = ["NA", "n/a", "4.5", "0", "99", "-9", "#N/A", "vier", "Prefer not to say", "\u00b2", "6", "x" * 80]
_ROLES = ["leader", "Staff", "I work here", "manager", "", "Prefer not to say"]
_SOMETIMES = 0.1
_BESIDE = {
    "Timestamp": ["2026-11-12 09:14", "2026-11-13 10:02"],
    "Status": ["IP Address", "Survey Preview", "Spam"],
    "Finished": ["True", "False"],
    "Progress": ["100", "40"],
    "Name": ["Ada", "Average", ""],
    "Anything else?": ["", "It is fine, really", 'She said "no"\nand left'],
    "How is the canteen?": ["1", "5", "dk", ""],
}


@dataclass(frozen=True, slots=True)
class RandomTable:
    """The rows of a file, and how it is written."""

    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    mark: bool

    @property
    def content(self) -> bytes:
        written = StringIO(newline="")
        csv.writer(written, delimiter=self.delimiter).writerows(self.rows)
        return (("\ufeff" if self.mark else "") + written.getvalue()).encode()

    @property
    def filled(self) -> list[tuple[str, ...]]:
        """The rows that are not blank, as a person counts them."""
        return [row for row in self.rows if any(cell.strip() for cell in row)]


def random_table(seed: int, asked: Questionnaire) -> RandomTable:
    """The same file for the same seed."""
    drawn = Random(seed)
    items = drawn.sample(asked.order, drawn.randint(1, len(asked.order)))
    beside = drawn.sample([*_BESIDE], drawn.choice([0, 0, 0, 1, 2]))
    columns = [*items, *beside, *drawn.choice([[], [], ["perspective"]])]
    drawn.shuffle(columns)
    named = drawn.random() < 0.5
    headings = [_heading(each, asked, named=named) if each in items else each for each in columns]
    above = [("Results of our survey",), ("", "", "printed on Tuesday"), ("4", "4", "4")]
    rows: list[Sequence[str]] = [*drawn.sample(above, drawn.choice([0, 0, 0, 1, 2])), headings]
    rows += [_person(columns, items, asked, drawn) for _each in range(drawn.randint(0, 12))]
    for extra in (headings, [""] * 3, ["Average", "3.5", "4"], ["Sent by the tool"]):
        if drawn.random() < _SOMETIMES:
            rows.insert(drawn.randint(0, len(rows)), extra)
    delimiter = drawn.choice([",", ";", "\t"])
    return RandomTable(tuple(tuple(row) for row in rows), delimiter, drawn.random() < 0.3)


def _heading(item_id: str, asked: Questionnaire, *, named: bool) -> str:
    return item_id if named else asked.wording(item_id, Perspective.STAFF)


def _person(columns: Sequence[str], items: Sequence[str], asked: Questionnaire, drawn: Random) -> list[str]:
    said = drawn.choice([_ANSWERS, _ANSWERS, [*asked.scale], ["", *_ANSWERS]])
    odd = 0.3 if drawn.random() < _SOMETIMES / 2 else 0.0
    cells = []
    for column in columns:
        if column == "perspective":
            cells.append(drawn.choice(_ROLES[:2] if odd == 0 else _ROLES))
        elif column in items:
            cells.append(drawn.choice(_ODD if drawn.random() < odd else said))
        else:
            cells.append(drawn.choice(_BESIDE[column]))
    if drawn.random() < 0.1:
        cells = cells[: drawn.randint(0, len(cells))]
    return [*cells, *drawn.choices([[], [""], ["", "beyond"]], [40, 5, 1])[0]]

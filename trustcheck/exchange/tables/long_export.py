"""TrustCheck's own export as text: of its lines, one for each value, a table of answers with a row for each person."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from trustcheck.app.ports import Refused
from trustcheck.exchange.tables.sheet_rows import NumberedRows, SheetRows
from trustcheck.exchange.tables.strict_reading import text_in
from trustcheck.exchange.tables.text_tables import MOST_COLUMNS, too_many_columns
from trustcheck.words import gettext as _

_FIRST = b"organisation"
_COLUMNS = {"organisation", "check", "view", "row", "what", "id", "answer"}
"""What says whose an answer is and to what; every version has written these."""
_ANSWERS = ("answer", "pick")
"""What people chose: answers to questions, and to cards, of which a table is told that it has no place for them."""
_VIEW = "perspective"
_MADE = 0
"""The line of the headings: they are no line of the file."""

Person = dict[str, str]
Check = tuple[str, str]
"""An organisation, and which of its checks."""


def sheets_of_long_export(content: bytes, name: str) -> list[SheetRows] | None:
    """A sheet for each check with answers, its people numbered from 1; ``None`` for any other text.

    Raises :class:`Refused` for an export of results alone.
    """
    begins = content.removeprefix(b"\xef\xbb\xbf").lstrip(b'"')
    if not begins.startswith(_FIRST):
        return None
    separator = begins[len(_FIRST) :].lstrip(b'"')[:1].decode("ascii", "replace")
    if separator not in {",", ";", "\t"}:
        return None
    lines = csv.DictReader(StringIO(text_in(content, name), newline=""), delimiter=separator)
    try:
        if not set(lines.fieldnames or ()) >= _COLUMNS:
            return None
        checks = _people(lines)
    except csv.Error:
        # Where it breaks off is told by whoever reads any text.
        return None
    if not checks:
        raise Refused(
            _("{name} holds results and nobody\u2019s answers.").format(name=name),
            _("Nothing was taken."),
            _("Answers leave a check row by row only where that was chosen before it began."),
        )
    return [
        SheetRows(
            _("{organisation}, check {number}").format(organisation=organisation, number=number)
            if len(checks) > 1
            else "",
            _rows(list(people.values()), name),
            len(people),
            are_entries=True,
        )
        for (organisation, number), people in checks.items()
    ]


def _people(lines: Iterator[dict[str, str]]) -> Mapping[Check, Mapping[str, Person]]:
    """Everybody's answers by what they answer, check by check in the order of the file."""
    checks: dict[Check, dict[str, Person]] = {}
    for line in lines:
        if line["what"] in _ANSWERS:
            check = checks.setdefault((line["organisation"], line["check"]), {})
            person = check.setdefault(line["row"] or "", {_VIEW: line["view"] or ""})
            person[line["id"] or ""] = line["answer"] or ""
    return checks


def _rows(people: list[Person], name: str) -> NumberedRows:
    headings = list(dict.fromkeys(heading for each in people for heading in each))
    if len(headings) > MOST_COLUMNS:
        raise too_many_columns(name)
    yield _MADE, headings
    for number, each in enumerate(people, start=1):
        yield number, [each.get(heading, "") for heading in headings]

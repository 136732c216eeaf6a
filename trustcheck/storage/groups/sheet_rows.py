"""The sheets of a group's check as rows: how each stands, and each with its answers as one text."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import sqlalchemy as sa

from trustcheck.storage.schema.many_rows import parts_of

RELEASED, WAITING, LEFT_OUT = "released", "waiting", "left out"
"""How a sheet stands: in the results, on its way into them, or taken out of them as hurried."""


# One row a sheet and not one an answer: there may be millions of them.
SHEETS = """
SELECT sheet.response, response.perspective,
(SELECT json_group_object(item, code) FROM answer WHERE answer.response = sheet.response), response.beside
FROM sheet JOIN response ON response.id = sheet.response
"""
"""Rows for :func:`trustcheck.storage.groups.reader.responses_by_sheet`; ``WHERE`` may be added."""


# In the order of the random ids, which means nothing, and in which the index of a round's responses stands: nothing is
# sorted.
RELEASED_SHEETS = """
SELECT response.id, response.perspective,
(SELECT json_group_object(item, code) FROM answer WHERE answer.response = response.id), response.beside
FROM response CROSS JOIN sheet ON sheet.response = response.id AND sheet.round = response.round
WHERE response.round = ? AND sheet.standing = 'released' ORDER BY response.id
"""

# The same in a protected file, where each text is locked in memory and wiped: that takes longer than all else, so one
# text holds the answers of many sheets.
_COUNTED = """
SELECT response.id, response.perspective,
(SELECT count(*) FROM answer WHERE answer.response = response.id), response.beside
FROM response CROSS JOIN sheet ON sheet.response = response.id AND sheet.round = response.round
WHERE response.round = ? AND sheet.standing = 'released' ORDER BY response.id
"""
_OF_MANY = """
SELECT json_group_object(item, code) FROM json_each(?) AS wanted CROSS JOIN answer ON answer.response = wanted.value
"""
_OF_EACH = """
SELECT (SELECT json_group_object(item, code) FROM answer WHERE answer.response = wanted.value)
FROM json_each(?) AS wanted
"""


def released_sheets(connection: sa.Connection, round_id: int, *, is_protected: bool) -> Iterator[Sequence[Any]]:
    """The rows of :data:`RELEASED_SHEETS`, many at a time, in the way that is the quickest for a file."""
    if not is_protected:
        return parts_of(connection, RELEASED_SHEETS, round_id)
    return (_with_answers(connection, some) for some in parts_of(connection, _COUNTED, round_id))


def _with_answers(connection: sa.Connection, counted: Sequence[Any]) -> Sequence[Any]:
    """The same rows with answers where each has the number of them."""
    wanted = (json.dumps([id_ for id_, *_rest in counted]),)
    pieces = connection.exec_driver_sql(_OF_MANY, wanted).scalar_one()[1:-1].split(",")
    if len(pieces) == sum(number for _id, _perspective, number, _beside in counted):
        one_by_one = iter(pieces)
        texts = [f"{{{','.join(islice(one_by_one, row[2]))}}}" for row in counted]
    else:
        # An item with a comma in its name, or nothing that was answered.
        texts = [text for (text,) in connection.exec_driver_sql(_OF_EACH, wanted)]
    return [(id_, view, text, beside) for (id_, view, _number, beside), text in zip(counted, texts, strict=True)]

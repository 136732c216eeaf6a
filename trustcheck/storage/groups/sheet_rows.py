"""The sheets of a group's check as rows: how each stands, and each with its answers as one text."""

RELEASED, WAITING, LEFT_OUT = "released", "waiting", "left out"
"""How a sheet stands: in the results, on its way into them, or taken out of them as hurried."""


# One row a sheet and not one an answer: there may be millions of them.
SHEETS = """
SELECT sheet.response, response.perspective,
(SELECT json_group_object(item, code) FROM answer WHERE answer.response = sheet.response), response.beside
FROM sheet JOIN response ON response.id = sheet.response
"""
"""Rows for :func:`trustcheck.storage.groups.reader.responses_by_sheet`; ``WHERE`` may be added."""


# In the order of the random ids, which means nothing.
RELEASED_SHEETS = f"{SHEETS} WHERE sheet.round = ? AND sheet.standing = 'released' ORDER BY sheet.response"

"""The session about a check's result as the text of one column."""

import json
from dataclasses import replace

from trustcheck.app.json_decode import DocumentReading, plain
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT
from trustcheck.domain.checks.workshop import MOST_DECISIONS, Workshop
from trustcheck.storage.store_part import fitting


def fitting_workshop(workshop: Workshop) -> Workshop:
    """The same within its limits. Nothing longer comes from the window."""
    decisions = (
        replace(each, text=fitting(each.text, NOTE_LIMIT), who=fitting(each.who, NAME_LIMIT))
        for each in workshop.decisions[:MOST_DECISIONS]
    )
    return replace(workshop, decisions=tuple(decisions))


def workshop_text(workshop: Workshop) -> str:
    """Empty where there is nothing to keep."""
    if workshop == Workshop():
        return ""
    return json.dumps(plain(workshop, None), separators=(",", ":"), ensure_ascii=False)


def workshop_from(text: str) -> Workshop:
    """Raises :class:`ValueError` for anything else, which is told as damage."""
    if not text:
        return Workshop()
    read: Workshop = DocumentReading().value(Workshop, json.loads(text), "workshop")
    return read

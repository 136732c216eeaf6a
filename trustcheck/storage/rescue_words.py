"""What is said of a damaged file's rows that could not be taken out of it."""

from collections import Counter
from datetime import date
from typing import Any

from trustcheck.app.day_words import day
from trustcheck.storage.rescuing import Stretch
from trustcheck.words import gettext as _


def not_put_together(begun: Any) -> str:
    """A check that was left out; ``begun`` as the day stands in the file."""
    return _("The check begun on {day} could not be put together again.").format(day=_day(begun))


def answers_missing(begun: Any) -> str:
    """A check that is there, and says something else than when it was closed."""
    return _("Of the check begun on {day}, answers are missing or changed.").format(day=_day(begun))


def what_was_lost(found: dict[str, Stretch], dropped: Counter[str]) -> list[str]:
    """A sentence for each table that did not read to its end or had rows that made no sense."""
    words = _names()
    told = []
    for name, stretch in found.items():
        if name not in words or (stretch.is_all and not dropped[name]):
            continue
        told.append(_rows_lost(words[name], len(stretch.rows) - dropped[name], dropped[name], is_all=stretch.is_all))
    return told


def _rows_lost(what: str, kept: int, dropped: int, *, is_all: bool) -> str:
    if is_all:
        return _("{what}: {kept} could be read; {lost} made no sense.").format(
            what=what, kept=kept or _("none"), lost=dropped
        )
    if kept:
        return _("{what}: {kept} could be read; others could not.").format(what=what, kept=kept)
    return _("{what}: none could be read.").format(what=what)


def _day(begun: Any) -> str:
    """As people write it; what is no day, as it stands in the file."""
    try:
        return day(date.fromisoformat(begun))
    except (TypeError, ValueError):
        return str(begun)


def _names() -> dict[str, str]:
    """What the rows of a table are to a person."""
    return {
        "organisation": _("Organisations"),
        "organisation_details": _("Details of organisations"),
        "questionnaire": _("Questionnaires"),
        "round": _("Checks"),
        "group_round": _("Set-ups of checks"),
        "response": _("Sheets"),
        "sheet": _("Sheets of several people"),
        "answer": _("Answers"),
        "note": _("Notes"),
        "group_note": _("Notes of several people"),
        "practice_answer": _("Facts"),
        "promise": _("Promises"),
        "importance": _("What was called important"),
        "asked_perspective": _("Who was asked"),
        "sealed_sheet": _("Half-filled sheets"),
    }

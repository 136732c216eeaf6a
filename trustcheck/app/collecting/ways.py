"""The ways in which sheets come into an open check: one list, to which another way is added by adding one value."""

from dataclasses import dataclass
from enum import StrEnum

from trustcheck.domain.checks.group_round import Way
from trustcheck.words import gettext as _


class SourceAct(StrEnum):
    """What somebody can do to get sheets in."""

    GO_ROUND = "go-round"
    PRINT = "print"
    MAKE_FILES = "make-files"
    TYPE_IN = "type-in"
    TAKE_RETURNED = "take-returned"
    TAKE_TABLE = "take-table"
    SAVE_TABLE = "save-table"


@dataclass(frozen=True, slots=True)
class SourceButton:
    act: SourceAct
    words: str


@dataclass(frozen=True, slots=True)
class Source:
    """One way of collecting: what it is called, what happens, and what can be done."""

    way: Way
    icon: str
    name: str
    detail: str
    buttons: tuple[SourceButton, ...]


def sources() -> tuple[Source, ...]:
    """All ways, the one in the room first. Every one of them adds to the same open check."""
    return (
        Source(
            Way.LAPTOP,
            "laptop",
            _("Pass this laptop round"),
            _("One person after the other. Between two people the screen shows nothing of either."),
            (SourceButton(SourceAct.GO_ROUND, _("Pass the laptop")),),
        ),
        Source(
            Way.PAPER,
            "printer",
            _("On paper"),
            _("Print forms without names, and type them in afterwards: about a minute each."),
            (
                SourceButton(SourceAct.PRINT, _("Print forms\u2026")),
                SourceButton(SourceAct.TYPE_IN, _("Type in paper forms")),
            ),
        ),
        Source(
            Way.FORM,
            "file-text",
            _("A PDF form to fill in"),
            _("Filled in with any reader and sent back to you. Take in a whole folder at once."),
            (
                SourceButton(SourceAct.MAKE_FILES, _("Make forms\u2026")),
                SourceButton(SourceAct.TAKE_RETURNED, _("Take in returned forms\u2026")),
            ),
        ),
        Source(
            Way.FILE,
            "download",
            _("A table from elsewhere"),
            _("A CSV or XLSX file, also from another survey tool. You see what would be taken before it is."),
            (
                SourceButton(SourceAct.TAKE_TABLE, _("Take in a table\u2026")),
                SourceButton(SourceAct.SAVE_TABLE, _("Save a table to fill in\u2026")),
            ),
        ),
    )

"""What a report may be asked to be: its edition, its paper, what it wears; and the finished file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from trustcheck.domain.checks.round import OrganisationDetails


def section_names() -> dict[str, str]:
    """The sections of a group's report by id, in their usual order, with the names people choose them by."""
    return {
        "minute": _("In one minute"),
        "since": _("Since last time"),
        "themes": _("Theme by theme"),
        "views": _("Leaders and staff"),
        "predictions": _("What leaders expected"),
        "spread": _("Where people differ"),
        "say-do": _("Say and do"),
        "policy": _("Your policy"),
        "drill": _("Openness under criticism"),
        "own-questions": _("Your own questions"),
        "unseen": _("What people could not see"),
        "strengths": _("Strengths"),
        "priorities": _("Priorities"),
        "workshop": _("Workshop"),
        "notes": _("Notes"),
        "method": _("How to read this"),
        "limits": _("Method and limits"),
        "figures": _("Figures"),
        "facts": _("All facts"),
        "items": _("All questions"),
        "closing": _("A closing page"),
    }


CLOSING = "closing"
ALWAYS = "method"
"""Stands in every report: what the numbers can say and what they must not be used for."""


def chosen_sections(sections: tuple[str, ...]) -> tuple[str, ...]:
    """Which sections are printed, in which order: all where none are named, and never without :data:`ALWAYS`."""
    usual = tuple(section_names())
    if not sections:
        return usual
    known = tuple(dict.fromkeys(each for each in sections if each in usual))
    last = known[-1:] if known[-1:] == (CLOSING,) else ()
    return known if ALWAYS in known else (*known[: len(known) - len(last)], ALWAYS, *last)


# Types only: the window is painted before the domain is loaded.


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class Edition(StrEnum):
    """For whom a report is made. One result, four editions; a group's check has the first three."""

    LEADERS = "leaders"
    STAFF = "staff"
    FACILITATOR = "facilitator"
    INDIVIDUAL = "individual"
    """One person's own check."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the person chooses for a report. The report's date is given, never taken from the clock."""

    date: date
    paper: Paper = Paper.A4
    with_notes: bool = True
    with_all_questions: bool = False
    """An annex of a page or two to one person's report: every question with its answer."""
    prepared_by: str = ""
    edition: Edition | None = None
    """``None`` is the usual one: individual for one person's check, leaders for a group's."""
    sections: tuple[str, ...] = ()
    """Which sections of a group's edition are printed, in this order, by id; empty prints all in the usual order."""
    accent: str = ""
    """A colour as ``#rrggbb``; empty for the house's own. One too pale to read is used for lines only."""
    logo: bytes = b""
    """A PNG or JPEG picture for the cover; empty for none."""
    closing_words: str = ""
    """The text of a closing page of one's own; empty for none."""
    made_with: bool = True
    """Whether "Made with TrustCheck" stands at the foot of the last page of a group's report."""
    minutes: int = 90
    """How long the workshop is: 60, 90 or 180."""
    will_not: str = ""
    """What will not be done and why, for the staff's edition; empty leaves lines for a pen."""
    language: str = ""
    """Of the report's words, as its catalogue is called; empty is what the window speaks."""
    with_sums: bool = False
    """An appendix that shows how every number was worked out; of a group only what may be shown."""


@dataclass(frozen=True, slots=True)
class Report:
    """A finished PDF in memory: the very bytes that are shown and saved."""

    pdf: bytes
    pages: int
    unprintable: tuple[str, ...] = ()
    """Characters no bundled font has; each stands in the report as a drawn box."""


GROUP_EDITIONS = (Edition.LEADERS, Edition.STAFF, Edition.FACILITATOR)


def wearing(options: ReportOptions, details: OrganisationDetails) -> ReportOptions:
    """The same choices with what is kept of an organisation: its logo, colour, closing page, and who prepares."""
    return replace(
        options,
        prepared_by=details.prepared_by or options.prepared_by,
        accent=details.accent,
        closing_words=details.closing_words,
        logo=details.logo,
    )

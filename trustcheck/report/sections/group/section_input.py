"""What every section of a group's report is made from."""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.app.ports import ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.report.document.parts import Panel, Part, Words
from trustcheck.words import gettext as _

# A question to ask in the room, in a frame of its own or, where that would cost a page, in line.


def framed(*questions: str) -> Iterator[Part]:
    if questions:
        asks = tuple(Words(each, gap=2) for each in questions)
        yield Panel((Words(_("A question for the room"), "accent"), *asks), "strip", gap=9)


def in_line(*questions: str) -> Iterator[Part]:
    if questions:
        yield Words(" ".join(questions), "compact", _("A question for the room:"), gap=6)


@dataclass(frozen=True, slots=True)
class SectionInput:
    """A result, what was chosen for its report, and the width of the text in points."""

    result: GroupResult
    options: ReportOptions
    width: float

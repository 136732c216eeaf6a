"""What every section of a group's report is made from."""

from dataclasses import dataclass

from trustcheck.app.ports import ReportOptions
from trustcheck.app.results.group import GroupResult


@dataclass(frozen=True, slots=True)
class SectionInput:
    """A result, what was chosen for its report, and the width of the text in points."""

    result: GroupResult
    options: ReportOptions
    width: float

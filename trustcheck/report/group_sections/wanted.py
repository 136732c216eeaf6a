"""What every section of a group's report is made from."""

from dataclasses import dataclass

from trustcheck.app.group_result import GroupResult
from trustcheck.app.ports import ReportOptions


@dataclass(frozen=True, slots=True)
class Wanted:
    """A result, what was chosen for its report, and the width of the text in points."""

    result: GroupResult
    options: ReportOptions
    width: float

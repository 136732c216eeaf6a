"""One table as it is looked through: its rows, how they are read, and the check that takes them."""

from dataclasses import dataclass

from trustcheck.app.collecting.tables import Decision, Fate, Plan, RawTable, Use
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class Subject:
    """One table with one plan for one check."""

    table: RawTable
    plan: Plan
    setup: GroupSetup
    questionnaire: Questionnaire
    decisions: tuple[Decision, ...] = ()
    """What is asked of the file as a whole."""
    elsewhere: tuple[Fate, ...] = ()
    """What becomes of the rows of the file that are not in this table."""

    @property
    def begins(self) -> int:
        """The row on which the answers begin."""
        return self.plan.begins if self.plan.begins >= 0 else self.plan.heading_row + 1

    def places(self, use: Use) -> list[int]:
        return [place for place, column in enumerate(self.plan.columns) if column.use is use]

    @property
    def asked(self) -> tuple[str, ...]:
        return self.questionnaire.asked(self.setup.form)

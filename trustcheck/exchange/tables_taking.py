"""Everything about tables behind one door, as the window is handed it."""

from dataclasses import dataclass

from trustcheck.app.ports import Progress
from trustcheck.app.taking_in import LookedThrough, Plan, Table
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.exchange.mapping import plan_of
from trustcheck.exchange.mapping_rows import Shuffle, Subject, look_through
from trustcheck.exchange.tables import read_table


@dataclass(frozen=True, slots=True)
class Tables:
    """Reads tables of answers (:class:`~trustcheck.app.taking_in.TakesTables`). ``shuffle`` is its one chance."""

    shuffle: Shuffle

    def read(self, path: str, progress: Progress | None = None) -> Table:
        return read_table(path, progress)

    def plan(self, table: Table, setup: GroupSetup, questionnaire: Questionnaire) -> Plan:
        return plan_of(table, setup, questionnaire)

    def look_through(
        self,
        table: Table,
        plan: Plan,
        setup: GroupSetup,
        questionnaire: Questionnaire,
        progress: Progress | None = None,
    ) -> LookedThrough:
        return look_through(Subject(table, plan, setup, questionnaire), self.shuffle, progress)

    def to_fill_in(self, setup: GroupSetup, questionnaire: Questionnaire, ending: str) -> bytes:
        from trustcheck.exchange.table_template import table_to_fill_in

        return table_to_fill_in(setup, questionnaire, ending)

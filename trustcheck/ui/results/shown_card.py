"""Per theme what was answered and what can be shown, once somebody said of a fact how well it is shown."""

from functools import partial

from trustcheck.app.presenting.shown import (
    is_graded,
    shown_answers_heading,
    shown_answers_words,
    shown_heading,
    shown_rows,
    shown_words,
)
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.shown_facts import ShownRow, shown_facts
from trustcheck.ui.results.charted_card import ChartedCard


class ShownAnswersCard(ChartedCard):
    """The same of one person's answers."""

    def show_rows(self, rows: tuple[ShownRow, ...]) -> None:
        heading = shown_answers_heading()
        self.show_chart(rows, partial(shown_facts, rows), heading, heading, above=(shown_answers_words(rows),))


class ShownCard(ChartedCard):
    def show_facts(self, facts: tuple[FactResult, ...]) -> None:
        rows = shown_rows(facts) if is_graded(facts) else ()
        heading = shown_heading()
        self.show_chart(rows, partial(shown_facts, rows), heading, heading, above=(shown_words(facts),))

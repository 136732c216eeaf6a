"""Per theme what was answered and what can be shown, once somebody said of a fact how well it is shown."""

from functools import partial

from trustcheck.app.presenting.shown import is_graded, shown_heading, shown_rows, shown_words
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.shown_facts import shown_facts
from trustcheck.ui.results.charted_card import ChartedCard


class ShownCard(ChartedCard):
    def show_facts(self, facts: tuple[FactResult, ...]) -> None:
        rows = shown_rows(facts) if is_graded(facts) else ()
        heading = shown_heading()
        self.show_chart(rows, partial(shown_facts, rows), heading, heading, above=(shown_words(facts),))

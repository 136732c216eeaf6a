"""Openness under criticism: what a group usually expects on each scenario card, and something to try."""

from functools import partial

from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.drill import (
    about_cards,
    card_lines,
    card_text,
    cards_to_talk_about,
    drill_headline,
    drill_lines,
    drill_title,
    group_rows,
    try_words,
)
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.results.drill import CardView
from trustcheck.app.results.group import GroupResult
from trustcheck.charts.group_profile import mark
from trustcheck.charts.ladder import ladder
from trustcheck.domain.checks.group_round import people
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart, LegendEntry
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.room_question import RoomQuestion
from trustcheck.words import gettext as _

_TYPE = 16.0


class DrillPage(GroupPage):
    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = drill_title()
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """All cards on one ladder, and below it each card, those on which people differ first."""
        self.clear()
        self.result = result
        self._headline = drill_headline(result)
        self.title(self._headline)
        if result.cards:
            self.column.addWidget(Text(self.look, about_cards(), "lead", "ink2"))
            self._add_ladder(result)
        for line in drill_lines(result):
            self.column.addWidget(Text(self.look, line, "body", "ink2"))
        for card in cards_to_talk_about(result):
            self.column.addWidget(self._card(result, card))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_ladder(self, result: GroupResult) -> None:
        rows = group_rows(result)
        if not any(row.marks for row in rows):
            return
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, _("The usual answer"), "section"))
        if len(views_of(result)) > 1:
            marks = QWidget()
            legend = FlowLayout(self.look, marks, gap=16)
            for each in views_of(result):
                legend.addWidget(LegendEntry(self.look, mark(each, 8, 10, 6.5), 16, people(each)))
            card.column.addWidget(marks)
        add_ladder_chart(self.look, card, FittedChart(self.look, partial(ladder, rows, size=_TYPE)))
        self.column.addWidget(card)

    def _card(self, result: GroupResult, shown: CardView) -> Card:
        card, speaks = Card(self.look, gap=6), result.headline or result.summary.perspective
        card.column.addWidget(Text(self.look, shown.scenario.name, "card_title"))
        card.column.addWidget(Text(self.look, card_text(result.questionnaire, shown.scenario, speaks), "body", "ink2"))
        for line in card_lines(result, shown):
            card.column.addWidget(Text(self.look, line, "body"))
        if words := try_words(shown.scenario):
            card.column.addWidget(IconLine(self.look, "lightbulb", words, ink="accent", role="body"))
        if asks := shown.scenario.suggestion.ask:
            card.column.addWidget(RoomQuestion(self.look, asks))
        return card


def add_ladder_chart(look: Look, card: Card, chart: FittedChart) -> None:
    """The chart, and the same as a table on demand."""
    card.column.addWidget(chart)
    assert chart.scene is not None
    table = ChartTable(look, _("The usual answer as a table"), chart.scene.table)
    fold = Fold(look, _("Show as table"), table, _("Hide the table"))
    fold.stand_flush()
    card.column.addWidget(fold)
    card.column.addWidget(table)

"""One theme: the name, the number with its margin in words, a reading of it, and the answers behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.presenting.personal import furthest, position, reading, theme_row, theme_sentence, uncounted
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.profile import pillar_track
from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.answered_item import AnsweredItem
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ThemeView(QWidget):
    """Signals: ``change_asked`` with an item id, ``how_asked`` and ``say_do_asked`` to go there."""

    change_asked = Signal(str)
    how_asked = Signal()
    say_do_asked = Signal()

    def __init__(self, look: Look, result: PersonalResult, theme_id: str) -> None:
        super().__init__()
        self._look, self._result, self._shown = look, result, result.theme(theme_id)
        self._facts = [fact for fact in result.facts if fact.theme.id == theme_id]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(Text(look, self._shown.theme.name, "title"))
        if self._shown.theme.meaning:
            self._column.addWidget(Text(look, self._shown.theme.meaning, "lead", "ink2"))
        self._add_score()
        self._add_items()
        if self._shown.score is not None:
            self._column.addWidget(Text(look, reading(self._shown), "body", "ink2"))
        self._add_facts()

    def _add_score(self) -> None:
        card = Card(self._look, gap=8)
        self._column.addWidget(card)
        if self._shown.score is None:
            card.column.addWidget(Text(self._look, self._shown.missing, "lead", "ink2"))
            self._add_uncounted(card)
            return
        chart = FittedChart(self._look, self._track)
        chart.setAccessibleName(theme_sentence(self._shown))
        card.column.addWidget(chart)
        card.column.addWidget(Text(self._look, position(self._shown, self._result), "body"))
        self._add_uncounted(card)
        self._add_below(card, chart)

    def _track(self, width: float) -> Scene:
        return pillar_track(theme_row(self._shown), width, size=16.0)

    def _add_uncounted(self, card: Card) -> None:
        """Answers that are not part of the number are said, never scored."""
        for said in uncounted(self._shown):
            card.column.addWidget(Text(self._look, said, "caption", "ink2"))

    def _add_below(self, card: Card, chart: FittedChart) -> None:
        assert chart.scene is not None
        table = ChartTable(self._look, self._shown.theme.name, chart.scene.table)
        curious = self._for_the_curious()
        how = Button(self._look, _("How is this worked out?"), "quiet", height=32)
        how.clicked.connect(self.how_asked)
        held = QWidget()
        line = Flow(self._look, held, gap=16)
        for button in (
            Fold(self._look, _("Show as table"), table, _("Hide the table")),
            Fold(self._look, _("For the curious"), curious),
            how,
        ):
            button.stand_flush()
            line.addWidget(button)
        card.column.addWidget(held)
        card.column.addWidget(table)
        card.column.addWidget(curious)

    def _for_the_curious(self) -> QWidget:
        """Which answers the number lies between."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        for label, said in furthest(self._shown):
            column.addWidget(Text(self._look, f"{label} {said}", "caption", "ink2"))
        return held

    def _add_items(self) -> None:
        if not self._shown.items:
            return
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, _("Your answers"), "section"))
        card = Card(self._look, padding=(24, 10), gap=4)
        for place, item in enumerate(self._shown.items):
            if place:
                card.column.addWidget(Rule(self._look))
            row = AnsweredItem(self._look, item, self._result.questionnaire.scale)
            row.change_asked.connect(self.change_asked)
            card.column.addWidget(row)
        self._column.addWidget(card)

    def _add_facts(self) -> None:
        if not self._facts:
            return
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, _("The facts beside them"), "section"))
        card = Card(self._look, padding=(24, 14), gap=10)
        for fact in self._facts:
            self._add_fact(card, fact)
        ask = Button(self._look, _("Go to the facts"), "quiet", trailing="chevron-right", height=34)
        ask.stand_flush()
        ask.clicked.connect(self.say_do_asked)
        card.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(card)

    def _add_fact(self, card: Card, fact: FactResult) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(self._look.px(2))
        lines.addWidget(Text(self._look, fact.practice.text, "row"))
        answer = answer_of(fact)
        lines.addWidget(Text(self._look, answer, "small_strong", "accent" if fact.given else "ink2"))
        if fact.sentence:
            lines.addWidget(Text(self._look, fact.sentence, "caption", "ink2"))
        card.column.addLayout(lines)

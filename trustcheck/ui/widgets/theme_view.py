"""One theme: the name, the number with its margin in words, a reading of it, and the answers behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.presenting.ideals import high_looks_like
from trustcheck.app.presenting.personal import furthest, position, reading, theme_row, theme_sentence, uncounted
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.profile import profile_table
from trustcheck.charts.scene import Table
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.answered_item import AnsweredItem
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.track_button import TrackButton
from trustcheck.words import gettext as _

_TRACK = 16.0
"""The size of the type on a track."""


class ThemeView(QWidget):
    """Signals: ``change_asked`` with an item id, ``say_do_asked`` to go there. What answers
    how the number is worked out are ``track`` and ``how``, ``None`` without one.
    """

    change_asked = Signal(str)
    say_do_asked = Signal()

    def __init__(self, look: Look, result: PersonalResult, theme_id: str) -> None:
        super().__init__()
        self._look, self._result, self._shown = look, result, result.theme(theme_id)
        self.track: TrackButton | None = None
        self.how: Button | None = None
        self._facts = [fact for fact in result.facts if fact.theme.id == theme_id]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(Text(look, self._shown.theme.name, "title"))
        if ideal := high_looks_like(self._shown.theme.meaning):
            self._column.addWidget(Text(look, ideal, "lead", "ink2"))
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
        row = theme_row(self._shown)
        self.track = TrackButton(self._look, row, theme_sentence(self._shown), _TRACK)
        card.column.addWidget(self.track)
        card.column.addWidget(Text(self._look, position(self._shown, self._result), "body"))
        self._add_uncounted(card)
        self._add_below(card, profile_table((row,)))

    def _add_uncounted(self, card: Card) -> None:
        """Answers that are not part of the number are said, never scored."""
        for said in uncounted(self._shown):
            card.column.addWidget(Text(self._look, said, "caption", "ink2"))

    def _add_below(self, card: Card, numbers: Table) -> None:
        table = ChartTable(self._look, self._shown.theme.name, numbers)
        curious = self._for_the_curious()
        self.how = Button(self._look, _("How is this worked out?"), "quiet", height=32)
        held = QWidget()
        line = Flow(self._look, held, gap=16)
        for button in (
            Fold(self._look, _("Show as table"), table, _("Hide the table")),
            Fold(self._look, _("For the curious"), curious),
            self.how,
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

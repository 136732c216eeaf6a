"""One theme of a group: both views, what they may mean, the questions, and the facts beside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.group_result import GapShown, GroupResult
from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.presenting.group_themes import reading
from trustcheck.app.presenting.ideals import high_looks_like
from trustcheck.domain.group_round import NotesUse
from trustcheck.domain.questionnaire import Form
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.group_item import GroupItem
from trustcheck.ui.widgets.group_theme_chart import GroupThemeChart
from trustcheck.ui.widgets.room_question import RoomQuestion
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.presenting.explanations import Key
    from trustcheck.ui.widgets.figure_button import FigureButton


class GroupThemeView(QWidget):
    """Signals: ``say_do_asked`` to go to the facts. ``figures`` are its numbers with their keys."""

    say_do_asked = Signal()

    def __init__(self, look: Look, result: GroupResult, theme_id: str) -> None:
        super().__init__()
        self._look, self._result, self._shown = look, result, result.theme(theme_id)
        self.figures: list[tuple[FigureButton, Key]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(Text(look, self._shown.theme.name, "title"))
        if ideal := high_looks_like(self._shown.theme.meaning):
            self._column.addWidget(Text(look, ideal, "lead", "ink2"))
        if result.summary.form is Form.FULL:
            self._add_chart()
            self._add_items()
            self._add_reading()
        else:
            words = _("The short form asks too little of one theme for a number of its own.")
            self._column.addWidget(Text(look, words, "lead", "ink2"))
            self._add_items()
        self._add_facts()

    def _add_chart(self) -> None:
        chart = GroupThemeChart(self._look, self._result, self._shown)
        self.figures += chart.figures
        self._column.addWidget(chart)

    def _add_reading(self) -> None:
        """What it may mean, and what to ask in the room, once the questions were read."""
        if isinstance(self._shown.gap, GapShown) and (said := reading(self._result, self._shown)):
            self._column.addWidget(Text(self._look, said, "body", "ink2"))
        if self._shown.conflict:
            self._column.addWidget(RoomQuestion(self._look, self._shown.conflict))

    def _add_items(self) -> None:
        if not self._shown.items:
            return
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, _("The questions"), "section"))
        self._add_about_notes()
        card = Card(self._look, padding=(24, 10), gap=4)
        for place, item in enumerate(self._shown.items):
            if place:
                card.column.addWidget(Rule(self._look))
            notes = tuple(each.text for each in self._result.notes if each.item_id == item.item.id)
            row = GroupItem(self._look, self._result, item, notes)
            self.figures += row.figures
            card.column.addWidget(row)
        self._column.addWidget(card)

    def _add_about_notes(self) -> None:
        """Whose eyes the notes are for, where any stand below."""
        asked = {each.item.id for each in self._shown.items}
        if not any(note.item_id in asked for note in self._result.notes):
            return
        words = _("Notes belong to nobody and to no view; they are in an order that means nothing.")
        if self._result.setup.notes is NotesUse.FACILITATOR:
            words = _("People wrote their notes for you alone, who run this check. Show them to nobody.")
        self._column.addWidget(Text(self._look, words, "caption", "ink2"))

    def _add_facts(self) -> None:
        facts = [fact for fact in self._result.facts if fact.theme.id == self._shown.theme.id]
        if not facts:
            return
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, _("The facts beside them"), "section"))
        card = Card(self._look, padding=(24, 14), gap=10)
        for fact in facts:
            lines = QVBoxLayout()
            lines.setSpacing(self._look.px(2))
            lines.addWidget(Text(self._look, fact.practice.text, "row"))
            answer = answer_of(fact)
            lines.addWidget(Text(self._look, answer, "small_strong", "accent" if fact.given else "ink2"))
            if fact.sentence:
                lines.addWidget(Text(self._look, fact.sentence, "caption", "ink2"))
            card.column.addLayout(lines)
        ask = Button(self._look, _("Go to the facts"), "quiet", trailing="chevron-right", height=34)
        ask.stand_flush()
        ask.clicked.connect(self.say_do_asked)
        card.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(card)

"""What people could not see: questions that many had to leave with *I don't know*. That is a finding of its own."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.group_unseen import (
    about_unseen,
    unseen_headline,
    unseen_lines,
    unseen_number,
    unseen_words,
)
from trustcheck.app.results.group import GroupResult, Unseen
from trustcheck.domain.checks.group_round import people_first
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.calculations import Calculation, ValueCalculation
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.room_question import RoomQuestion
from trustcheck.words import gettext as _

_NARROW = 440
"""Below so many pixels at 100 % the question stands below its number: a column of single words is hard to read."""


class UnseenPage(GroupPage):
    """Signals: ``theme_asked`` with the id of the theme a question belongs to."""

    theme_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("What people could not see")
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """Show the questions, the most unknown first."""
        self.sums.forget()
        self.clear()
        self.result = result
        self._headline = unseen_headline(result)
        self.title(self._headline)
        self.column.addWidget(Text(self.look, about_unseen(), "lead", "ink2"))
        for each in result.unseen:
            self.column.addWidget(self._card(each))
        if result.unseen:
            asks = _("A question for the room: what would people have to see to be able to answer?")
            self.column.addWidget(RoomQuestion(self.look, asks))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _card(self, shown: Unseen) -> Card:
        assert self.result is not None
        card = Card(self.look, gap=6)
        name = self.result.questionnaire.theme_by_id[shown.item.theme].name
        card.column.addWidget(Text(self.look, name, "small_strong", "accent"))
        number, caption = unseen_number(shown)
        words = unseen_words(shown)
        button = FigureButton(self.look, number, caption, words, role="card_title", perspective=shown.perspective)
        self.sums.answers(button, partial(self._explain, shown))
        line = Columns(self.look, button, Text(self.look, shown.wording, "strong"), narrow=_NARROW, gap=16)
        line.box.setStretch(0, 0)
        line.box.setAlignment(button, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        card.column.addWidget(line)
        look_at = Button(self.look, _("Look at the theme"), "quiet", trailing="chevron-right", height=32)
        look_at.stand_flush()
        look_at.setAccessibleDescription(name)
        look_at.clicked.connect(partial(self.theme_asked.emit, shown.item.theme))
        card.column.addWidget(look_at, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _explain(self, shown: Unseen) -> Calculation:
        """The share of one question; beside it what those said who could answer, where it is shown."""
        assert self.result is not None
        lines = unseen_lines(self.result, shown)
        return shown.wording, [ValueCalculation(people_first(shown.perspective), lines)]

"""What to protect: the strongest themes, what carries them, and what could be carried over."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.group_findings import about_strengths, keep_words, strengths_headline
from trustcheck.app.presenting.group_items import best_items
from trustcheck.app.presenting.group_themes import value_caption
from trustcheck.app.presenting.group_words import shown_words
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.domain.findings.suggestions import Strength
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.room_question import RoomQuestion
from trustcheck.words import gettext as _


class StrengthsPage(GroupPage):
    """Signals: ``theme_asked`` with a theme's id."""

    theme_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Strengths")
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """Show what stands out, with what to protect it by."""
        self.sums.forget()
        self.clear()
        self.result = result
        self._headline = strengths_headline(result)
        self.title(self._headline)
        self.column.addWidget(Text(self.look, about_strengths(result), "lead", "ink2"))
        for strength in result.strengths:
            self.column.addWidget(self._card(result, strength))
        if result.strengths:
            self.column.addWidget(RoomQuestion(self.look, result.strengths[0].question))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _card(self, result: GroupResult, strength: Strength) -> Card:
        theme = result.theme(strength.theme_id)
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, theme.theme.name, "card_title"))
        if ideal := high_looks_like(theme.theme.meaning):
            card.column.addWidget(Text(self.look, ideal, "body", "ink2"))
        held = QWidget()
        line = FlowLayout(self.look, held, gap=16)
        for perspective, value in theme.views.items():
            if isinstance(value, Shown):
                caption = value_caption(perspective, value)
                name = shown_words(theme.theme.name, value, perspective)
                button = FigureButton(self.look, str(value.mean), caption, name, role="title", perspective=perspective)
                self.sums.answers(button, partial(self.explain_value, theme.theme.id, perspective))
                line.addWidget(button)
        card.column.addWidget(held)
        for best in best_items(result, theme, 1):
            words = keep_words(best.wording)
            card.column.addWidget(IconLine(self.look, "shield-check", words, ink="ok", role="body"))
        look_at = Button(self.look, _("Look at the theme"), "quiet", trailing="chevron-right", height=32)
        look_at.stand_flush()
        look_at.setAccessibleDescription(theme.theme.name)
        look_at.clicked.connect(partial(self.theme_asked.emit, theme.theme.id))
        card.column.addWidget(look_at, 0, Qt.AlignmentFlag.AlignLeft)
        return card

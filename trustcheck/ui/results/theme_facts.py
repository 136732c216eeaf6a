"""The facts beside a theme's answers: of one person's check and of a group's alike."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.results.personal import FactResult
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class FactsCard(Card):
    """Signals: ``asked`` to go where facts are answered."""

    asked = Signal()

    def __init__(self, look: Look, facts: Sequence[FactResult]) -> None:
        super().__init__(look, padding=(24, 14), gap=10)
        for fact in facts:
            self._add(look, fact)
        ask = Button(look, _("Go to the facts"), "quiet", trailing="chevron-right", height=34)
        ask.stand_flush()
        ask.clicked.connect(self.asked)
        self.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, look: Look, fact: FactResult) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(look.px(2))
        lines.addWidget(Text(look, fact.practice.text, "row"))
        lines.addWidget(Text(look, answer_of(fact), "small_strong", "accent" if fact.given else "ink2"))
        if fact.sentence:
            lines.addWidget(Text(look, fact.sentence, "caption", "ink2"))
        self.column.addLayout(lines)

"""A fact that does not match what somebody describes: both sides, a reading, and a question."""

from PySide6.QtWidgets import QHBoxLayout

from trustcheck.app.presenting.facts import answer_of, kind_question
from trustcheck.app.results import FactResult
from trustcheck.domain.in_sentences import lowered
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ContradictionCard(Card):
    def __init__(self, look: Look, shown: FactResult) -> None:
        super().__init__(look, gap=6)
        self.setAccessibleName(shown.sentence)
        answer = answer_of(shown)
        head = _("{theme} \u00b7 answered: {answer}").format(theme=shown.theme.name, answer=lowered(answer))
        self.column.addWidget(Text(look, head, "small_strong", "accent"))
        self.column.addWidget(Text(look, shown.practice.text, "card_strong"))
        self.column.addWidget(Text(look, shown.sentence, "body", "ink2"))
        self.column.addSpacing(look.px(4))
        if shown.contradiction:
            self.column.addWidget(_strip(look, kind_question(shown.contradiction.kind)))


def _strip(look: Look, words: str) -> Card:
    strip = Card(look, fill="warn_soft", edge="", padding=(16, 10))
    row = QHBoxLayout()
    row.setSpacing(look.px(12))
    row.addWidget(Icon(look, "message-square-plus", "warn", 20))
    row.addWidget(Text(look, words, "row"), 1)
    strip.column.addLayout(row)
    return strip

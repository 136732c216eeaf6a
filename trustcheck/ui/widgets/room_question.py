"""One question for the room, in the tinted strip: what to ask, never who is right."""

from PySide6.QtWidgets import QHBoxLayout

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text


class RoomQuestion(Card):
    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, fill="warn_soft", edge="", padding=(16, 12))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Icon(look, "message-square-plus", "warn", 20))
        row.addWidget(Text(look, words, "row"), 1)
        self.column.addLayout(row)

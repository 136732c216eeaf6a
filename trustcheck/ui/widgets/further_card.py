"""Where a short form goes on: what more questions would tell, and the button that leads to them."""

from PySide6.QtCore import Qt, Signal

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.text import Text


class FurtherCard(Card):
    """Signals: ``asked`` when the button is pressed."""

    asked = Signal()

    def __init__(self, look: Look, heading: str, words: str, button: str) -> None:
        super().__init__(look, gap=10)
        self.column.addWidget(Text(look, heading, "section"))
        self.column.addWidget(Text(look, words, "body", "ink2"))
        self.button = Button(look, button, "primary", trailing="arrow-right")
        self.button.clicked.connect(self.asked)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

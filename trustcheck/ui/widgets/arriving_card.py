"""One organisation of somebody else's data file: its checks, and what it would be called here."""

from PySide6.QtCore import Signal

from trustcheck.app.organisation_file import Arriving
from trustcheck.ui.look import Look
from trustcheck.ui.organisation_file_words import arriving_words, check_words, no_check_words, still_collecting_words
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.icon_line import IconLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_SHOWN = 12
"""Checks told one by one; a file may hold any number of them."""


class ArrivingCard(Card):
    """Signals: ``take_asked`` with the organisation's name over there."""

    take_asked = Signal(str)

    def __init__(self, look: Look, arriving: Arriving, *, alone: bool) -> None:
        """``alone`` where there is no other one to choose."""
        super().__init__(look, gap=10)
        self.column.addWidget(Text(look, arriving.name, "card_title"))
        for each in arriving.checks[:_SHOWN]:
            self.column.addWidget(IconLine(look, "check", check_words(each), role="body"))
        if len(arriving.checks) > _SHOWN:
            more = _("and {number} earlier ones").format(number=len(arriving.checks) - _SHOWN)
            self.column.addWidget(Text(look, more, "small", "ink2"))
        if not arriving.checks:
            self.column.addWidget(Text(look, no_check_words(), "body", "ink2"))
        words = still_collecting_words() if arriving.is_collecting else arriving_words(arriving)
        self.column.addWidget(Text(look, words, "small", "warn" if arriving.is_collecting else "ink2"))
        self.take = Button(look, _("Take it in"), "primary" if alone else "outline")
        self.take.setAccessibleName(_("Take {name} in").format(name=arriving.name))
        self.take.setAccessibleDescription(words)
        self.take.clicked.connect(lambda: self.take_asked.emit(arriving.name))
        line = Flow(look)
        line.addWidget(self.take)
        self.column.addLayout(line)
        self.take.setVisible(not arriving.is_collecting)

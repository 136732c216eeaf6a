"""What a file of answers may look like, before one is chosen."""

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon_line import IconLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class TableHints(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 20), gap=12)
        self.column.addWidget(Text(look, _("What the file may look like"), "section"))
        for icon, words in _hints():
            self.column.addWidget(IconLine(look, icon, words))
        self.column.addWidget(Text(look, _("You can also drop the file on this window."), "caption", "ink3"))


def _hints() -> tuple[tuple[str, str], ...]:
    return (
        ("list-checks", _("The first row names the questions, by their whole words or by their short names.")),
        (
            "check",
            _("Answers are the words of the scale, or whole numbers from 1. An empty cell is a skipped question."),
        ),
        ("users", _("A column may say who is a leader and who is staff. If none does, you say it for the whole file.")),
        ("eye-off", _("Names, e-mail addresses and times are left out, and nothing of them is kept.")),
    )

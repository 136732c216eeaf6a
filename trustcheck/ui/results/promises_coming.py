"""What comes in from a file of promises: each with what happens to it, before anything is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from trustcheck.app.promises_in import ComingPromise
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_quotes

_MOST_LISTED = 50


class ComingCard(Card):
    """Signals: ``taken`` when they shall come in, ``left`` when none shall."""

    taken = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, coming: Sequence[ComingPromise]) -> None:
        super().__init__(look, gap=8)
        self._any = any(each.promise is not None for each in coming)
        self.column.addWidget(Text(look, _("From {file}").format(file=name), "section"))
        self.column.addWidget(Text(look, account_words(coming), "body"))
        for each in coming[:_MOST_LISTED]:
            words = each.text.strip()
            said = _("{promise} {told}").format(promise=in_quotes(words[:200]), told=each.told) if words else each.told
            self.column.addWidget(IconLine(look, "minus" if each.promise is None else "plus", said))
        if len(coming) > _MOST_LISTED:
            more = _("And {number} more, which stay out or come in likewise.").format(number=len(coming) - _MOST_LISTED)
            self.column.addWidget(Text(look, more, "small", "ink2"))
        self.take = Button(look, _("Take in"), "primary")
        self.take.setEnabled(self._any)
        self.take.clicked.connect(self.taken)
        self.leave = Button(look, _("Leave it"), "outline")
        self.leave.clicked.connect(self.left)
        self.column.addWidget(ButtonRow(look, self.take, self.leave), 0, Qt.AlignmentFlag.AlignLeft)

    def first_focus(self) -> Button:
        return self.take if self._any else self.leave


def account_words(coming: Sequence[ComingPromise]) -> str:
    """How many of how many come in."""
    if not coming:
        return _("There is no promise in it.")
    said = ngettext(
        "{number} of {all} would come in. Nothing is kept yet.",
        "{number} of {all} would come in. Nothing is kept yet.",
        len(coming),
    )
    number = sum(each.promise is not None for each in coming)
    return said.format(number=capitalised(in_words(number)), all=in_words(len(coming)))

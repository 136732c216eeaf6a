"""What was promised last time, asked about before any number: what became of it, and whether it is promised again."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.promises import promised_then
from trustcheck.app.promises import EarlierPromises
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.promise_form import status_row
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import in_words

_AGAIN = frozenset({PromiseStatus.PARTLY, PromiseStatus.NOT})


class PromiseAsked(Card):
    """Signals: ``became`` with the promise as somebody says it is now, ``again_asked`` to promise it once more."""

    became = Signal(object)
    again_asked = Signal(object)

    def __init__(self, look: Look, promise: Promise, made_on: date, *, together: bool) -> None:
        super().__init__(look, gap=8)
        self.promise = promise
        self.column.addWidget(Text(look, promised_then(promise, made_on, together=together), "quote"))
        self.status = status_row(look)
        self.status.setAccessibleDescription(promise.text)
        self.status.chosen.connect(self._say)
        self.status.cleared.connect(lambda: self._say(PromiseStatus.OPEN.value))
        self.column.addWidget(self.status)
        self.again = Button(look, _("Promise it again"), "quiet", icon="flag", height=36)
        self.again.stand_flush()
        self.again.setAccessibleDescription(promise.text)
        self.again.clicked.connect(lambda: self.again_asked.emit(self.promise))
        self.column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_promise(promise)

    def show_promise(self, promise: Promise) -> None:
        self.promise = promise
        self.status.show_choice(promise.status.value)
        self.again.setVisible(promise.status in _AGAIN)

    def _say(self, status: str) -> None:
        self.became.emit(replace(self.promise, status=PromiseStatus(status)))


class AskedFirstPage(Page):
    """Signals: ``earlier_promise_changed`` with a promise of the earlier check, ``promise_again_asked`` with one,
    ``overview_asked`` for the result."""

    earlier_promise_changed = Signal(object)
    promise_again_asked = Signal(object)
    overview_asked = Signal()

    def __init__(self, look: Look, *, together: bool = False) -> None:
        super().__init__(look)
        self.name = _("Last time\u2019s promises")
        self._together = together
        self.cards: list[PromiseAsked] = []

    def first_focus(self) -> QWidget | None:
        segments = self.cards[0].status.segments if self.cards else {}
        return next((each for each in segments.values() if each.isChecked()), None)

    def show_earlier(self, earlier: EarlierPromises) -> None:
        """The same promises with other answers leave the keyboard where it is."""
        if [each.promise.number for each in self.cards] == [each.number for each in earlier.promises]:
            for card, promise in zip(self.cards, earlier.promises, strict=True):
                card.show_promise(promise)
            return
        self._fill(earlier)

    def _fill(self, earlier: EarlierPromises) -> None:
        self.clear()
        number = len(earlier.promises)
        asked = ngettext("First: what became of the promise?", "First: what became of the {number} promises?", number)
        self.title(asked.format(number=in_words(number)))
        lead = _("Before any number of this check. No answer is a wrong one, and none needs a reason.")
        self.column.addWidget(Text(self.look, lead, "lead", "ink2"))
        self.cards = [
            PromiseAsked(self.look, each, earlier.made_on, together=self._together) for each in earlier.promises
        ]
        for card in self.cards:
            card.became.connect(self.earlier_promise_changed)
            card.again_asked.connect(self.promise_again_asked)
            self.column.addWidget(card)
        on = Button(self.look, _("On to the result"), "primary", trailing="arrow-right")
        on.clicked.connect(self.overview_asked)
        self.column.addWidget(on, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)


def asked_first_together(look: Look) -> AskedFirstPage:
    """The same page for a group's check."""
    return AskedFirstPage(look, together=True)

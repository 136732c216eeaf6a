"""A promise that is kept, in short: its words, whose it is, until when, what became of it, and a way to change it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.promises import in_a_line
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.promise_form import status_row
from trustcheck.ui.results.promises_view import PromisesView
from trustcheck.ui.results.retest_lines import RetestLines
from trustcheck.words import gettext as _


class PromiseRow(Card):
    """Signals: ``became`` with the promise after somebody said what became of it, ``change_asked`` with it,
    ``retest_asked`` with its number."""

    became = Signal(object)
    change_asked = Signal(object)
    retest_asked = Signal(int)

    def __init__(self, look: Look, promise: Promise, view: PromisesView) -> None:
        super().__init__(look, gap=8)
        self.promise = promise
        said = in_a_line(promise.text, promise.who, promise.look_again_on)
        self.setAccessibleName(said)
        self.column.addWidget(Text(look, said, "body"))
        self.status = status_row(look)
        self.status.show_choice(promise.status.value)
        self.status.setAccessibleDescription(promise.text)
        self.status.chosen.connect(self._say)
        self.status.cleared.connect(lambda: self._say(PromiseStatus.OPEN.value))
        self.column.addWidget(self.status)
        self.again = RetestLines(look)
        self.again.show_promise(promise, view)
        self.again.asked.connect(self.retest_asked)
        self.column.addWidget(self.again)
        self.change = Button(look, _("Change it"), "quiet", height=36)
        self.change.stand_flush()
        self.change.setAccessibleDescription(promise.text)
        self.change.clicked.connect(lambda: self.change_asked.emit(self.promise))
        self.column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def show_status(self, status: PromiseStatus) -> None:
        self.promise = replace(self.promise, status=status)
        self.status.show_choice(status.value)

    def _say(self, status: str) -> None:
        self.became.emit(replace(self.promise, status=PromiseStatus(status)))

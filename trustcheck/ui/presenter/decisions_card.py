"""What people decide together, typed while they say it: what, who, and by when."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.workshop.slides import decided_words
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT
from trustcheck.domain.checks.workshop import MOST_DECISIONS, WorkshopDecision
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.date_field import DateField
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class DecisionsCard(Card):
    """Signals: ``changed`` with all decisions after one was added or taken off, ``promises_asked`` to promise them."""

    changed = Signal(object)
    promises_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=10)
        self._decisions: tuple[WorkshopDecision, ...] = ()
        self._rows: list[QWidget] = []
        self.column.addWidget(Text(look, _("What we decide"), "section"))
        about = _("It stands on the wall while \u201cWhat we will do\u201d does, and in the report.")
        self.column.addWidget(Text(look, about, "caption", "ink2"))
        self.what = Field(look, _("What"), limit=NOTE_LIMIT)
        self.who = Field(look, _("Who"), limit=NAME_LIMIT)
        self.until = DateField(look, _("By when"))
        self.add = Button(look, _("Put it on the wall"), "outline", icon="plus", height=40)
        self.add.clicked.connect(self._add)
        self.what.line.returnPressed.connect(self._add)
        self.who.line.returnPressed.connect(self._add)
        for each in (self.what, self.who, self.until):
            self.column.addWidget(each)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.promise = Button(look, _("Make promises of these"), "quiet", trailing="chevron-right", height=40)
        self.promise.stand_flush()
        self.promise.clicked.connect(self.promises_asked)
        self.column.addWidget(self.promise, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def take_off(self) -> list[Button]:
        """The button that takes each decision off, in their order."""
        return [row.findChildren(Button)[0] for row in self._rows]

    def show_decisions(self, decisions: Sequence[WorkshopDecision], today: date, proposed: date) -> None:
        """``proposed`` is the day that stands in the line for the next one."""
        self._decisions = tuple(decisions)
        self.promise.setVisible(bool(decisions))
        if self.until.day is None or not self._rows:
            self.until.show_day(proposed, today)
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [self._row(at, each) for at, each in enumerate(self._decisions)]
        for at, row in enumerate(self._rows):
            self.column.insertWidget(2 + at, row)

    def _row(self, at: int, decision: WorkshopDecision) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        said = decided_words(decision)
        line.addWidget(Text(self._look, said, "body"), 1)
        off = Button(self._look, _("Take off"), "quiet", height=36)
        off.setAccessibleName(_("Take off: {decision}").format(decision=said))
        off.clicked.connect(partial(self._remove, at))
        line.addWidget(off)
        return row

    def _add(self) -> None:
        if not self.what.words:
            self.what.complain(_("Say first what was decided."))
            self.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if len(self._decisions) >= MOST_DECISIONS:
            self.what.complain(_("That is as many as a page holds. Take one off first."))
            return
        decided = WorkshopDecision(self.what.words, self.who.words, self.until.day)
        for field in (self.what, self.who):
            field.show_words("")
        self.what.complain("")
        self.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit((*self._decisions, decided))

    def _remove(self, at: int, *_clicked: bool) -> None:
        self.what.complain("")
        self.what.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit((*self._decisions[:at], *self._decisions[at + 1 :]))

"""One promise: what somebody will try, how they would notice, and when they look again. Kept as it is written."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.suggestions import promise_labels
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import NOTE_LIMIT, Promise, next_check_from
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.date_field import DateField
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.words import gettext as _

_WIDEST = 760
_IDLE = 600
"""Milliseconds without a keystroke after which what was typed is told."""


class PromisePage(Page):
    """Signals: ``promise_changed`` with a :class:`Promise` (or ``None`` when it is taken back), ``report_asked``."""

    promise_changed = Signal(object)
    report_asked = Signal()

    def __init__(self, look: Look, *, together: bool = False) -> None:
        """``together``: several people answered, and the promise is theirs."""
        super().__init__(look)
        self.name = _("One promise")
        self._together = together
        self._told: Promise | None = None
        self._suggestion_id = ""
        self._today = date.min
        self.title(_("What will you try before you look again?"))
        self._lead = Text(look, "", "lead", "ink2")
        self.column.addWidget(self._lead)
        self._card = self._form()
        self.column.addWidget(self._card)
        self.column.addWidget(self._ending())
        self.column.addWidget(Text(look, _("Or nothing at all: closing the window is a fine ending."), "small", "ink2"))
        self.column.addStretch(1)
        look.changed.connect(self._narrow)
        self._narrow()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_IDLE)
        self._pause.timeout.connect(self._tell)

    def first_focus(self) -> QWidget:
        return self.what.box

    def show_promise(self, result: PersonalResult, today: date, promise: Promise | None) -> None:
        """Show a promise of one person's round; see :meth:`show_kept`."""
        self.show_kept(result.round.promise, today, promise)

    def show_kept(self, kept: Promise | None, today: date, promise: Promise | None) -> None:
        """Show a promise. One that is not the ``kept`` one was just made from a suggestion: it is told at once.

        ``today`` gives the day to look again, twelve weeks on, where the promise names none.
        """
        self._pause.stop()
        self._today, self._told = today, kept
        self._show(promise)
        if promise is not None and promise != kept:
            self._tell()

    def _form(self) -> Card:
        card = Card(self.look, gap=14)
        what, sign, when = promise_labels(together=self._together)
        self.what = TextBox(self.look, what, limit=NOTE_LIMIT)
        self.sign = TextBox(self.look, sign, limit=NOTE_LIMIT)
        self.when = DateField(self.look, when)
        for box in (self.what, self.sign):
            written = QVBoxLayout()
            written.setSpacing(self.look.px(6))
            written.addWidget(Text(self.look, box.box.accessibleName(), "small_strong"))
            written.addWidget(box)
            card.column.addLayout(written)
        card.column.addWidget(self.when)
        self.take_back = Button(self.look, _("Take it back"), "quiet", height=36)
        self.take_back.stand_flush()
        self.take_back.clicked.connect(self._take_back)
        card.column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        for changed in (self.what.changed, self.sign.changed, self.when.changed):
            changed.connect(self._wait)
        lines = (self.what.box, self.sign.box, self.when.day_line, self.when.month_line, self.when.year_line)
        for line in lines:
            line.installEventFilter(self)
        return card

    def _narrow(self) -> None:
        """Lines of a length that is easy to read back."""
        self._card.setMaximumWidth(self.look.px(_WIDEST))

    def _ending(self) -> QWidget:
        held = QWidget()
        line = FlowLayout(self.look, held, gap=12)
        report = Button(self.look, _("Make the report"), "primary", icon="file-text")
        report.clicked.connect(self._ask_report)
        line.addWidget(report)
        return held

    def _show(self, promise: Promise | None) -> None:
        self._suggestion_id = promise.suggestion_id if promise else ""
        self.what.show_words(promise.text if promise else "")
        self.sign.show_words(promise.sign if promise else "")
        day = promise.look_again_on if promise and promise.look_again_on else next_check_from(self._today)
        self.when.show_day(day, self._today)
        self._say()

    def _say(self) -> None:
        kept = self._promise() is not None
        self.take_back.setVisible(kept)
        self._lead.setText(
            _("One is plenty. It is kept as you write.") if kept else _("One thing, in your own words. One is plenty.")
        )

    def _promise(self) -> Promise | None:
        """What stands on the page, or nothing where no words do."""
        words = self.what.words.strip()
        return Promise(words, self.when.day, self.sign.words.strip(), self._suggestion_id) if words else None

    def _wait(self) -> None:
        self._say()
        self._pause.start()

    def _tell(self) -> None:
        """Say what stands here, once."""
        self._pause.stop()
        promise = self._promise()
        if promise != self._told:
            self._told = promise
            self.promise_changed.emit(promise)

    def _take_back(self) -> None:
        self._show(None)
        self._tell()
        self.what.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_report(self) -> None:
        self._tell()
        self.report_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self._pause.isActive():
            self._tell()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """What is still being typed is told before the page goes."""
        if self._pause.isActive():
            self._tell()
        super().hideEvent(event)


def promise_together(look: Look) -> PromisePage:
    """The same page after a group's check."""
    return PromisePage(look, together=True)

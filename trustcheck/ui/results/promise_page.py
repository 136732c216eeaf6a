"""Promises: what somebody will try, who sees to it, how they would notice, when they look again. Kept as written."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.promises_in import ComingPromise
from trustcheck.app.workshop.slides import decided_words
from trustcheck.domain.checks.promises import has_room, may_stand, with_promise, without
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.domain.checks.workshop import WorkshopDecision
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import FlowLayout, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.results.promise_form import PromiseForm
from trustcheck.ui.results.promise_row import PromiseRow
from trustcheck.ui.results.promises_coming import ComingCard
from trustcheck.ui.results.promises_view import PromisesView, numbered
from trustcheck.words import gettext as _

_WIDEST = 760
_IDLE = 600
"""Milliseconds without a keystroke after which what was typed is told."""


class PromisePage(Page):
    """Signals: ``promise_changed`` with a :class:`Promise`, ``promise_taken_back`` with a number, ``report_asked``,
    ``retest_asked`` with the number of a promise whose questions are to be asked again, ``promise_file_asked`` for a
    file of promises, ``promises_taken`` when what was read of it shall come in."""

    promise_changed = Signal(object)
    promise_taken_back = Signal(object)
    report_asked = Signal()
    retest_asked = Signal(int)
    promise_file_asked = Signal()
    promises_taken = Signal()

    def __init__(self, look: Look, *, together: bool = False) -> None:
        """``together``: several people answered, and the promises are theirs."""
        super().__init__(look)
        self.name = _("Promises")
        self._view: PromisesView | None = None
        self._told: Promise | None = None
        self.title(_("What will you try before you look again?"))
        self._lead = Text(look, "", "lead", "ink2")
        self.column.addWidget(self._lead)
        self.rows: list[PromiseRow] = []
        self._kept = self._listing()
        self.form = PromiseForm(look, together=together)
        self.what, self.who, self.sign, self.when = self.form.what, self.form.who, self.form.sign, self.form.when
        self.take_back = self.form.take_back
        self.column.addWidget(self.form)
        self._decided = self._listing()
        self._coming = self._listing()
        self.coming: ComingCard | None = None
        self.column.addWidget(self._ending())
        self.column.addWidget(Text(look, _("Or nothing at all: closing the window is a fine ending."), "small", "ink2"))
        self.column.addStretch(1)
        self._listen()
        look.changed.connect(self._narrow)
        self._narrow()

    def first_focus(self) -> QWidget:
        return self.what.box if self.form.isVisibleTo(self) else self.another

    def show_promises(self, view: PromisesView) -> None:
        """A ``current`` one that is not among the ``kept`` was just made from something: it is told at once."""
        self._pause.stop()
        self._view = view
        self._show(view.current)
        if view.current is not None and self._told is None:
            self._tell()

    def show_coming(self, name: str, coming: Sequence[ComingPromise]) -> None:
        """What would come in from a file, below the promises; the keyboard goes there."""
        self.leave_coming()
        card = ComingCard(self.look, name, coming)
        card.setMaximumWidth(self.look.px(_WIDEST))
        card.taken.connect(self._take_in)
        card.left.connect(self._put_coming_away)
        self._coming.addWidget(card)
        card.show()
        self.coming = card
        card.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(card, 0, self.look.px(24))

    def _put_coming_away(self) -> None:
        """The keyboard goes back to where it was asked for."""
        self.leave_coming()
        self.from_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_coming(self) -> None:
        empty(self._coming, orphan=True)
        self.coming = None

    # -- what stands here

    def _listing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.look.px(12))
        self.column.addLayout(column)
        return column

    def _listen(self) -> None:
        self.form.edited.connect(self._wait)
        self.form.became.connect(self._became)
        self.form.take_back_asked.connect(self._take_back)
        self.form.again.asked.connect(self._ask_again)
        for line in self.form.lines:
            line.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_IDLE)
        self._pause.timeout.connect(self._tell)

    def _ending(self) -> QWidget:
        held = QWidget()
        line = FlowLayout(self.look, held, gap=12)
        report = Button(self.look, _("Make the report"), "primary", icon="file-text")
        report.clicked.connect(self._ask_report)
        self.another = Button(self.look, _("Another promise"), "outline", icon="plus")
        self.another.clicked.connect(lambda: self._write_on(None))
        self.from_file = Button(self.look, _("Promises from a file"), "quiet")
        self.from_file.setAccessibleDescription(_("A table, or a calendar (ICS). First you see what would come in."))
        self.from_file.clicked.connect(self.promise_file_asked)
        line.addWidget(report)
        line.addWidget(self.another)
        line.addWidget(self.from_file)
        return held

    def _narrow(self) -> None:
        """Lines of a length that is easy to read back."""
        self.form.setMaximumWidth(self.look.px(_WIDEST))
        for row in self.rows:
            row.setMaximumWidth(self.look.px(_WIDEST))

    def _show(self, current: Promise | None) -> None:
        view = self._seen
        self._told = next((each for each in view.kept if current and each.number == current.number), None)
        writes = current is not None or has_room(view.kept)
        self.form.setVisible(writes)
        if writes:
            shown = current or numbered(Promise(""), view.kept)
            self.form.show_promise(shown, view.today, view.asked, view.perspective, is_kept=self._told is not None)
        self._list_kept()
        self._list_decided()
        self._say()

    def _list_kept(self) -> None:
        empty(self._kept, orphan=True)
        written = self.form.number if self.form.isVisibleTo(self) else 0
        self.rows = [PromiseRow(self.look, each, self._seen) for each in self._seen.kept if each.number != written]
        for row in self.rows:
            row.became.connect(self._row_became)
            row.change_asked.connect(self._write_on)
            row.retest_asked.connect(self._ask_again)
            self._kept.addWidget(row)
        self._narrow()

    def _list_decided(self) -> None:
        empty(self._decided, orphan=True)
        view = self._seen
        if not view.to_promise or not has_room(view.kept):
            return
        card = Card(self.look, gap=8)
        card.setMaximumWidth(self.look.px(_WIDEST))
        card.column.addWidget(Text(self.look, _("Decided in the session"), "section"))
        for each in view.to_promise:
            card.column.addWidget(Text(self.look, decided_words(each), "body"))
            button = Button(self.look, _("Promise this"), "quiet", icon="plus", height=36)
            button.stand_flush()
            button.setAccessibleDescription(each.text)
            button.clicked.connect(lambda _clicked=False, each=each: self._promise_decision(each))
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._decided.addWidget(card)
        # Put into a page that is shown, where the layout that shows it is not looked at before the keyboard goes on.
        card.show()

    def _say(self) -> None:
        kept = self.form.promise is not None
        if self._told is None:
            self.form.again.hide()
        else:
            self.form.again.show_promise(self._told, self._seen)
        self.form.show_kept(kept=kept)
        view, writes = self._seen, self.form.isVisibleTo(self)
        if writes and not kept and self._told is None and not self._may_write():
            self.form.hide()
            writes = False
        being_new = writes and self._told is None
        self.another.setVisible(not being_new and has_room(view.kept))
        if not writes:
            self._lead.setText(_("Three open promises already. Finish one, or drop one."))
        elif len(view.kept) > 1:
            self._lead.setText(_("Up to three can be open. They are kept as you write."))
        else:
            one, none = _("One is plenty. It is kept as you write."), _("One thing, in your own words. One is plenty.")
            self._lead.setText(one if kept else none)

    def _may_write(self) -> bool:
        """Whether words in an empty form could be kept."""
        status = PromiseStatus(self.form.status.choice or PromiseStatus.OPEN)
        return may_stand(self._seen.kept, Promise("", status=status, number=self.form.number))

    @property
    def _seen(self) -> PromisesView:
        assert self._view is not None
        return self._view

    # -- what a person does

    def _take_in(self) -> None:
        self._tell()
        self._put_coming_away()
        self.promises_taken.emit()

    def _wait(self) -> None:
        self._say()
        self._pause.start()

    def _tell(self) -> None:
        """Say what stands here, once."""
        self._pause.stop()
        promise = self.form.promise
        if promise == self._told:
            return
        if promise is not None and not self._may_be(promise):
            self.form.status.show_choice(self._told.status.value if self._told else "")
            promise = self.form.promise
            if self._told is None or promise == self._told:
                return
        self._told, number = promise, self.form.number
        if promise is None:
            self._view = replace(self._seen, kept=without(self._seen.kept, number))
            self.promise_taken_back.emit(number)
        else:
            self._view = replace(self._seen, kept=with_promise(self._seen.kept, promise))
            self.promise_changed.emit(promise)
        self._say()

    def _write_on(self, promise: Promise | None) -> None:
        """Another one comes into the form, or a new one; what stood there is kept first."""
        self._tell()
        self._show(promise)
        if self.form.isVisibleTo(self):
            self.what.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _promise_decision(self, decision: WorkshopDecision) -> None:
        self._tell()
        made = numbered(Promise(decision.text, decision.until, who=decision.who), self._seen.kept)
        if not self._may_be(made):
            return
        self._show(made)
        self._tell()
        self._list_decided()
        self.what.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _became(self) -> None:
        """The one in the form: opening it again takes room."""
        self._tell()

    def _row_became(self, promise: Promise) -> None:
        self._tell()
        row = next(each for each in self.rows if each.promise.number == promise.number)
        if not self._may_be(promise):
            row.show_status(row.promise.status)
            return
        row.show_status(promise.status)
        self._view = replace(self._seen, kept=with_promise(self._seen.kept, promise))
        self.promise_changed.emit(promise)
        self._list_decided()
        self._say()

    def _may_be(self, promise: Promise) -> bool:
        """Whether it can be as somebody says: a fourth cannot be open."""
        if may_stand(self._seen.kept, promise):
            return True
        words = _("Three open promises already. Finish one, or drop one.")
        self._lead.setText(words)
        announce(self, words)
        return False

    def _take_back(self) -> None:
        self.form.show_promise(
            numbered(Promise(""), self._seen.kept) if self._told is None else Promise("", number=self._told.number),
            self._seen.today,
            self._seen.asked,
            self._seen.perspective,
        )
        self._tell()
        self._say()
        if self.form.isVisibleTo(self):
            self.what.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self, number: int) -> None:
        self._tell()
        self.retest_asked.emit(number)

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

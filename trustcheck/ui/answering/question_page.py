"""One question and its answers. It knows nothing of who listens, and nothing of themes or scores."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from trustcheck.app.answering.walkthrough import Step
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.ui.answering.answer_cards import AnswerCards
from trustcheck.ui.answering.arriving_frame import ArrivingFrame
from trustcheck.ui.answering.focus_bar import FocusBar
from trustcheck.ui.answering.mark_row import MarkRow
from trustcheck.ui.answering.note_fold import NoteFold, NoteWords
from trustcheck.ui.answering.part_line import PartLine
from trustcheck.ui.answering.question_footer import QuestionFooter
from trustcheck.ui.answering.question_help import QuestionHelp
from trustcheck.ui.answering.question_keys import Act, act_of, answer_of
from trustcheck.ui.answering.question_words import hint, last_time, nothing_chosen
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import SETTLED, SteadyText, Text
from trustcheck.words import gettext as _

# Going on by itself after an answer: only if wished, after a moment, and never over what a person does next.


MOMENT = 450
"""Milliseconds in which one sees what was chosen and can still think again."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class GoingOn(QObject):
    """Signals: ``due`` when the moment has passed and nobody touched anything."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT)
        self._timer.timeout.connect(self._pass_on)

    @property
    def is_under_way(self) -> bool:
        return self._timer.isActive()

    def begin(self) -> None:
        self._timer.start()
        self._application().installEventFilter(self)

    def cancel(self) -> None:
        self._timer.stop()
        self._application().removeEventFilter(self)

    def _pass_on(self) -> None:
        self.cancel()
        self.due.emit()

    @staticmethod
    def _application() -> QObject:
        application = QApplication.instance()
        assert application is not None
        return application

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.cancel()
        return False


# How large a question can stand so that every answer to it is in sight.


_SIZES = (("question", False), ("question", True), ("title", True), ("card_title", True), ("section", True))
"""Before an answer leaves the page, rows get lower, then the question smaller."""


def fit(question: SteadyText, answers: AnswerCards, room: int, height: int, *, beside: bool, low: bool) -> int:
    """Give both the largest size at which they stand within ``height``, or the smallest; what is left of it.

    ``room`` is the width of the answers; ``low`` where height is scarce whatever the question.
    """
    left = 0
    for role, rows_low in _SIZES:
        answers.stand(beside=beside, low=low or rows_low)
        question.use_role(role)
        left = height - question.heightForWidth(min(room, question.maximumWidth())) - answers.height_to_see(room)
        if left >= 0:
            break
    return left


_CARDS_FROM = 960
_ROWS_FROM = 1.5
_QUESTION_WIDEST = 900


class QuestionPage(ArrivingFrame):
    """Signals: ``answered`` with the item's id and an :class:`Answer` (``None``: taken back), ``note_changed`` with the
    id and the words, and ``forward``, ``back``, ``skipped``, ``left``, ``hide_asked``.

    ``notes`` says who reads them; without ``takes_notes`` there is nowhere to write one. ``takes_marks`` where one
    person answers alone: ``marked`` comes with the id and an :class:`AnswerMark`. ``jumped`` comes with the number of
    the question that somebody picked on the bars.
    """

    answered = Signal(str, object)
    note_changed = Signal(str, str)
    marked = Signal(str, object)
    jumped = Signal(int)
    forward = Signal()
    back = Signal()
    skipped = Signal()
    left = Signal()
    hide_asked = Signal()

    def __init__(
        self, look: Look, *, takes_notes: bool = True, notes: NoteWords | None = None, takes_marks: bool = False
    ) -> None:
        super().__init__(look)
        self._step: Step | None = None
        self._takes_notes = takes_notes
        self.marks = MarkRow(look) if takes_marks else None
        self._single_keys, self._goes_on, self.going_on = True, False, GoingOn(self)
        self.bar, self.line, self.foot = FocusBar(look), PartLine(look), QuestionFooter(look)
        self.saved, self._kept = self.bar.saved, QTimer(self)
        self._kept.setSingleShot(True)
        self._kept.setInterval(SETTLED)
        self.question = SteadyText(look, "question")
        self.question.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.help = QuestionHelp(look)
        self.answers = AnswerCards(look, self.help.button)
        self.last_time = Text(look, "", "small_strong", "accent")
        self.note = NoteFold(look, notes)
        self._acts = {
            Act.NEXT: self._next,
            Act.BACK: self._back,
            Act.SKIP: self.skipped.emit,
            Act.NOTE: self._write_note,
            Act.FLAG: self._turn_flag,
            Act.ALOUD: lambda: self._say(lambda marks: marks.aloud),
            Act.SHOWN: lambda: self._say(lambda marks: marks.grade),
            Act.JUMP: self._pick_question,
            Act.CLEAR: self._clear,
            Act.HIDE: self.hide_asked.emit,
        }
        self._fill()
        self._connect()

    def prefer(self, *, single_keys: bool, go_on_by_itself: bool) -> None:
        """What the person chose in the settings."""
        self._single_keys, self._goes_on = single_keys, go_on_by_itself
        self.answers.show_keys(shown=single_keys)
        self.note.button.show_key(shown=single_keys)
        if self.marks is not None:
            self.marks.show_keys(shown=single_keys)
        self._show_hint()

    def keep_room_for(self, wordings: Sequence[str]) -> None:
        """All questions of the form: the longest decides where the answers stand, and there they stay."""
        self.question.keep_room_for(wordings)

    def show_step(self, step: Step, *, from_review: bool = False) -> None:
        """Show a question. The same one again only shows what changed; another one, or other words of it, begins at its
        answers.

        ``from_review``: answered by itself, so that even before the first question there is a way back.
        """
        before = self._step
        arriving = before is None or (step.item.id, step.wording) != (before.item.id, before.wording)
        self._step = step
        self.name = _("Question {number} of {of}").format(number=step.number, of=step.of)
        self.line.show_place(step.parts, step.part, step.number, step.of)
        self.foot.back.setEnabled(from_review or not step.is_first)
        if arriving:
            self._arrive(step)
        if arriving:
            self.answers.turn_to(self._said(step), step.scale, step.answer)
        else:
            self.answers.show_answer(step.answer)
        self._propose(step)
        self._show_hint()
        if arriving:
            self.arrive_at(self.answers.first_focus())
            self._tell_kept()
            self.answers.come()
            self._fit()
            self._begin_at_the_answers()

    def first_focus(self) -> QWidget | None:
        """The chosen answer, or the first one unchosen."""
        return self.answers.first_focus() if self._step is not None else None

    def announcement(self) -> str:
        """Nothing: the group of answers is called after the question, and comes to the keyboard with each."""
        return ""

    def arrange(self) -> None:
        beside = not self._is_compact and self.answers.fit_beside(self.room)
        self.bar.fit(self.width(), low=self.is_low)
        self.foot.fit(narrow=self.is_narrow)
        self.column.setSpacing(self.look.px(12 if self.is_low else 16))
        self.question.setMaximumWidth(self.look.px(_QUESTION_WIDEST))
        if self._takes_notes:
            self.note.fold(folded=self._is_compact)
        if self._step is not None:
            self._make_room(beside=beside)

    def _fill(self) -> None:
        self.over.addWidget(self.bar)
        self.header.addWidget(self.line)
        self.footer.addWidget(self.foot)
        self.add(self.question)
        self.add(self.help.inline)
        self.add_outdented(self.answers)
        self.add(self.last_time)
        self.add(self.help.unfolded)
        if self._takes_notes:
            self.add_outdented(self.note)
        if self.marks is not None:
            self.add_outdented(self.marks)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.bar.left.connect(self.left)
        self.bar.hide_asked.connect(self.hide_asked)
        self.answers.chosen.connect(self._choose)
        self.answers.cleared.connect(self._clear)
        self.note.changed.connect(lambda words: self.note_changed.emit(self._item_id, words))
        self.note.left.connect(lambda: self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason))
        self.note.done.connect(self._next)
        self.note.turned.connect(self._show_hint)
        self.line.bar.jumped.connect(self.jumped)
        self.line.bar.let_be.connect(lambda: self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason))
        if self.marks is not None:
            self.marks.changed.connect(lambda mark: self.marked.emit(self._item_id, mark))
        self.foot.back_asked.connect(self.back)
        self.foot.skip_asked.connect(self.skipped)
        self.foot.next_asked.connect(self._next)
        self.going_on.due.connect(self.forward)
        self.saved.changed.connect(self._wait_until_kept)
        self._kept.timeout.connect(self._tell_kept)

    def _wait_until_kept(self) -> None:
        """Neither saved nor not, until that has settled."""
        self.answers.say_kept("")
        self._kept.start()

    def _tell_kept(self) -> None:
        """Whoever only listens hears of the answer they are on whether it is saved."""
        self._kept.stop()
        self.answers.say_kept(self.saved.in_short)

    def _said(self, step: Step) -> str:
        return f"{self.name}. {step.wording}"

    @property
    def _points(self) -> int:
        return len(self._step.scale) if self._step is not None else 0

    @property
    def _item_id(self) -> str:
        return self._step.item.id if self._step is not None else ""

    def _arrive(self, step: Step) -> None:
        self.going_on.cancel()
        self.question.setText(step.wording)
        self.help.show_help(step.frame, step.definitions, step.meaning)
        self.note.show_note(step.note, folded=self._is_compact)
        if self.marks is not None:
            self.marks.show_mark(step.mark)
        self.area.verticalScrollBar().setValue(0)

    def _begin_at_the_answers(self) -> None:
        self._chain()
        if self.isVisible():
            self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_compact(self) -> bool:
        return self.width() < _CARDS_FROM or self.look.scale >= _ROWS_FROM

    def _make_room(self, *, beside: bool) -> None:
        """The helper moves away before the question gets smaller."""
        room, height = self.room, self.area.height() - self.look.px(36 if self.is_low else 50)
        left = fit(self.question, self.answers, room, height, beside=beside, low=self.is_low)
        self.help.stand_inline(inline=left >= self.help.inline.heightForWidth(room) + self.look.px(20))

    def _show_hint(self) -> None:
        goes_on = self._goes_on and not self.note.is_open
        self.foot.show_hint(hint(self._points, single_keys=self._single_keys, goes_on=goes_on))

    def _choose(self, answer: Answer, by_pointer: bool) -> None:
        self.answered.emit(self._item_id, answer)
        if by_pointer:
            self._go_on_in_a_moment()

    def _go_on_in_a_moment(self) -> None:
        if self._goes_on and not self.note.is_open:
            self.going_on.begin()

    def _clear(self) -> None:
        if self.answers.answer is not None:
            self.answers.show_answer(None)
            self.answered.emit(self._item_id, None)

    def _propose(self, step: Step) -> None:
        """Mark the answer of last time, which is none of today until somebody confirms it."""
        self.answers.show_proposed(step.proposed)
        self.last_time.setVisible(step.proposed is not None)
        if step.proposed is not None:
            self.last_time.setText(last_time(step.proposed, step.scale))

    def _next(self) -> None:
        if self.answers.answer is None and self._step is not None and self._step.proposed is not None:
            self.answers.show_answer(self._step.proposed)
            self.answered.emit(self._item_id, self._step.proposed)
        if self.answers.answer is not None:
            self.forward.emit()
            return
        self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.foot.tell(nothing_chosen(single_keys=self._single_keys))

    def _back(self) -> None:
        if self.foot.back.isEnabled():
            self.back.emit()

    def _type_answer(self, answer: Answer) -> None:
        self.answers.show_answer(answer)
        self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(self._item_id, answer)
        if answer != Answer.NOT_APPLICABLE:
            self._go_on_in_a_moment()

    def _write_note(self) -> None:
        if self._takes_notes:
            self.going_on.cancel()
            self.note.open()

    def _turn_flag(self) -> None:
        if self.marks is not None:
            self.going_on.cancel()
            self.marks.turn_flag()

    def _say(self, which: Callable[[MarkRow], Button]) -> None:
        """Open what can be said beside the answer: the arrow keys choose, Esc says nothing new."""
        if self.marks is not None:
            self.going_on.cancel()
            which(self.marks).setFocus(Qt.FocusReason.ShortcutFocusReason)
            which(self.marks).click()

    def _pick_question(self) -> None:
        self.going_on.cancel()
        self.line.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chain(self) -> None:
        """Tab goes from the terms to the answers, the note, the help, the footer, and then up to the bar."""
        around = (*self.foot.findChildren(Button), *self.bar.findChildren(Button))
        noting = (self.note.button, self.note.box) if self._takes_notes else ()
        marking = self.marks.buttons if self.marks is not None else ()
        stops = (*self.help.stops, *self.answers.cards, *noting, *marking, self.help.button, *around, self.line.bar)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        writing = self.note.box.hasFocus()
        answer = answer_of(event, self._points, writing=writing) if self._single_keys else None
        act = act_of(event, writing=writing, single_keys=self._single_keys)
        if answer is not None:
            self._type_answer(answer)
        elif act is not None:
            self._acts[act]()
        else:
            super().keyPressEvent(event)

"""One scenario card and what might really happen next, picked as an answer is: by digit, arrow, click or touch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustcheck.app.answering.cards import CardStep
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.ui.answering.answer_cards import AnswerCards
from trustcheck.ui.answering.arriving_frame import ArrivingFrame
from trustcheck.ui.answering.focus_bar import FocusBar
from trustcheck.ui.answering.question_footer import QuestionFooter
from trustcheck.ui.answering.question_keys import Act, act_of, answer_of
from trustcheck.ui.answering.question_page import GoingOn, fit
from trustcheck.ui.answering.question_words import hint, nothing_chosen
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import SteadyText, Text
from trustcheck.words import gettext as _

_WIDEST = 900


class CardPage(ArrivingFrame):
    """Signals: ``picked`` with the card's id and the rung (``None``: taken back), and ``forward``, ``back``,
    ``skipped``, ``left``, ``hide_asked``.
    """

    picked = Signal(str, object)
    forward = Signal()
    back = Signal()
    skipped = Signal()
    left = Signal()
    hide_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._step: CardStep | None = None
        self._single_keys, self._goes_on, self.going_on = True, False, GoingOn(self)
        self.bar, self.foot = FocusBar(look), QuestionFooter(look)
        self.saved = self.bar.saved
        self.place = Text(look, "", "small_strong", "accent")
        self.question = SteadyText(look, "question")
        self.question.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.about = Text(look, "", "body", "ink2")
        self.answers = AnswerCards(look, QWidget(), declines=False)
        self._acts = {
            Act.NEXT: self._next,
            Act.BACK: self.back.emit,
            Act.SKIP: self.skipped.emit,
            Act.CLEAR: self._clear,
            Act.HIDE: self.hide_asked.emit,
        }
        self._fill()
        self._connect()

    def prefer(self, *, single_keys: bool, go_on_by_itself: bool) -> None:
        """What the person chose in the settings."""
        self._single_keys, self._goes_on = single_keys, go_on_by_itself
        self.answers.show_keys(shown=single_keys)
        self._show_hint()

    def keep_room_for(self, texts: Sequence[str]) -> None:
        """The longest card decides where the outcomes stand, and there they stay."""
        self.question.keep_room_for(texts)

    def show_step(self, step: CardStep) -> None:
        """Show a card. The same one again only shows what was picked; another one begins at its outcomes."""
        arriving = self._step is None or step.id != self._step.id
        self._step = step
        if not arriving:
            self.answers.show_answer(self._answer(step))
            return
        self.going_on.cancel()
        self.name = step.heading or _("Card {number} of {of}").format(number=step.number, of=step.of)
        self.place.setText(step.heading or _("What would really happen? {place}").format(place=self.name))
        self.about.setText(step.about or _("Pick what would really happen here, and not what should."))
        self.question.setText(step.text)
        words = [words for _rung, words in step.outcomes]
        self.answers.turn_to(f"{self.place.text()}. {step.text}", words, self._answer(step))
        self._show_hint()
        self.answers.come()
        self.arrive_at(self.answers.first_focus())
        self._fit()
        self.area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """What was picked, or the first outcome unpicked."""
        return self.answers.first_focus() if self._step is not None else None

    def announcement(self) -> str:
        """Nothing: the group of outcomes is called after the card, and comes to the keyboard with each."""
        return ""

    def arrange(self) -> None:
        self.bar.fit(self.width(), low=self.is_low)
        self.foot.fit(narrow=self.is_narrow)
        self.column.setSpacing(self.look.px(10 if self.is_low else 16))
        self.question.setMaximumWidth(self.look.px(_WIDEST))
        if self._step is not None:
            height = self.area.height() - self.look.px(36 if self.is_low else 50)
            left = fit(self.question, self.answers, self.room, height, beside=False, low=self.is_low)
            self.about.setVisible(left >= self.about.heightForWidth(self.room) + self.column.spacing())

    def _fill(self) -> None:
        self.over.addWidget(self.bar)
        self.header.addWidget(self.place)
        self.footer.addWidget(self.foot)
        self.add(self.question)
        self.add(self.about)
        self.add_outdented(self.answers)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.bar.left.connect(self.left)
        self.bar.hide_asked.connect(self.hide_asked)
        self.answers.chosen.connect(self._choose)
        self.answers.cleared.connect(self._clear)
        self.foot.back_asked.connect(self.back)
        self.foot.skip_asked.connect(self.skipped)
        self.foot.next_asked.connect(self._next)
        self.going_on.due.connect(self.forward)

    @staticmethod
    def _answer(step: CardStep) -> Answer | None:
        return Answer(step.place) if step.place else None

    def _show_hint(self) -> None:
        points = len(self._step.outcomes) if self._step is not None else 0
        self.foot.show_hint(hint(points, single_keys=self._single_keys, goes_on=self._goes_on))

    def _choose(self, answer: Answer, by_pointer: bool) -> None:
        self._tell(answer)
        if by_pointer and self._goes_on:
            self.going_on.begin()

    def _type(self, answer: Answer) -> None:
        self.answers.show_answer(answer)
        self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(answer)
        if self._goes_on:
            self.going_on.begin()

    def _tell(self, answer: Answer) -> None:
        assert self._step is not None
        self.picked.emit(self._step.id, self._step.outcomes[answer.code - 1][0])

    def _clear(self) -> None:
        if self._step is not None and self.answers.answer is not None:
            self.answers.show_answer(None)
            self.picked.emit(self._step.id, None)

    def _next(self) -> None:
        if self.answers.answer is not None:
            self.forward.emit()
            return
        self.answers.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.foot.tell(nothing_chosen(single_keys=self._single_keys))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        points = len(self._step.outcomes) if self._step is not None else 0
        answer = answer_of(event, points, writing=False) if self._single_keys else None
        act = act_of(event, writing=False, single_keys=self._single_keys)
        if answer is not None and answer.is_point:
            self._type(answer)
        elif act in self._acts:
            self._acts[act]()
        else:
            super().keyPressEvent(event)

"""Answering one check: question after question, the review at the end, and taking answers back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.sheet import Answering
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.domain.checks.marks import UNMARKED, AnswerMark
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.settings import Settings
from trustcheck.ui.answering.card_sitting import CardSitting
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.answering.review_page import ReviewPage
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.saving import SavingQueue


def _pages_alone(look: Look, *, takes_marks: bool) -> tuple[QuestionPage, ReviewPage]:
    """Those of somebody who answers alone. Made only where they are shown: a page that nobody drops would stay."""
    return QuestionPage(look, takes_marks=takes_marks), ReviewPage(look, takes_marks=takes_marks)


class Sitting(QObject):
    """One sheet on the screen. A choice shows at once; the line at the top says when it is on the disk.

    ``pages`` are made anew for each sitting, by whoever has other words on them than a person alone reads; ``cards``
    come between the last question and the review. ``marks`` keeps what somebody says about an answer of their own;
    without it nobody is asked: of one of several people it would tell whose sheet it is.

    Signals: ``left`` when the person leaves for now, ``finished`` when they want their result.
    """

    left = Signal()
    finished = Signal()

    def __init__(
        self,
        collecting: Answering,
        queue: SavingQueue,
        window: MainWindow,
        today: Callable[[], date],
        pages: tuple[QuestionPage, ReviewPage] | None = None,
        cards: CardSitting | None = None,
        marks: Callable[[str, AnswerMark], Walkthrough] | None = None,
    ) -> None:
        super().__init__()
        self._cards = cards
        self._collecting, self._queue, self._window, self._today = collecting, queue, window, today
        self._answering_one = False
        self._marks = marks
        self._question, self._review = pages or _pages_alone(window.look, takes_marks=marks is not None)
        self._question.keep_room_for(collecting.here.wordings)
        window.add_page(Place.QUESTION, self._question)
        window.add_page(Place.REVIEW, self._review)
        self._connect_pages()
        self._connect_saving()
        if cards is not None:
            cards.done.connect(self.show_review)
            cards.back.connect(lambda: self._show(self._collecting.here, backwards=True))
            cards.left.connect(self.left)

    @property
    def can_undo(self) -> bool:
        return self._collecting.can_undo

    @property
    def can_redo(self) -> bool:
        return self._collecting.can_redo

    def prefer(self, settings: Settings) -> None:
        self._question.prefer(single_keys=settings.single_keys, go_on_by_itself=settings.go_on_by_itself)
        if self._cards is not None:
            self._cards.prefer(settings)

    def show(self) -> None:
        """The question that was on screen last, or the review when everything has been answered."""
        here = self._collecting.here
        if here.is_last and all(here.response.answer(item_id) is not None for item_id in here.asked):
            self.show_review()
        else:
            self._show(here)

    def show_review(self) -> None:
        self._answering_one = False
        self._review.show_review(self._collecting.review())
        self._window.go_to(Place.REVIEW)

    def show_item(self, item_id: str) -> None:
        """One question by itself; going on leads to the review."""
        self._answering_one = True
        self._show(self._collecting.go_to(item_id))

    def undo(self) -> None:
        self._show(self._collecting.undo())

    def redo(self) -> None:
        self._show(self._collecting.redo())

    def back(self) -> None:
        """One question or card back; from the review to the last card, or the question that was on screen last."""
        if self._cards is not None and self._window.place is Place.CARD:
            self._cards.backward()
        elif self._cards is not None and self._window.place is Place.REVIEW:
            self._cards.show_last()
        elif self._window.place is Place.REVIEW:
            self._show(self._collecting.here, backwards=True)
        elif self._answering_one:
            self.show_review()
        else:
            self._show(self._collecting.back(), backwards=True)

    def _connect_pages(self) -> None:
        self._question.answered.connect(self._record)
        self._question.note_changed.connect(self._note)
        self._question.marked.connect(self._mark)
        self._question.jumped.connect(self._jump)
        self._question.forward.connect(self._go_on)
        self._question.skipped.connect(self._forward)
        self._question.back.connect(self.back)
        self._review.answer_asked.connect(self.show_item)
        self._review.flagged.connect(self._flag)
        self._review.finished.connect(self._finish)
        self._review.back.connect(self.back)
        for page in (self._question, self._review):
            page.left.connect(self.left)
            page.hide_asked.connect(self._window.cover)

    def _connect_saving(self) -> None:
        for page in (self._question, self._review):
            page.saved.follow(self._queue)

    def _record(self, item_id: str, answer: Answer | None) -> None:
        self._show_step(self._collecting.record(item_id, answer))

    def _note(self, item_id: str, words: str) -> None:
        self._collecting.note(item_id, words)

    def _mark(self, item_id: str, mark: AnswerMark) -> None:
        if self._marks is not None:
            self._marks(item_id, mark)
            self._review.take_review(self._collecting.review())

    def _flag(self, item_id: str, flagged: bool) -> None:
        self._mark(item_id, replace(self._collecting.here.marks.get(item_id, UNMARKED), flagged=flagged))

    def _jump(self, number: int) -> None:
        self._show(self._collecting.go_to(self._collecting.here.asked[number - 1]))

    def _go_on(self) -> None:
        """To the next question, unless what was answered is not saved: that is said first, and what can be done."""
        note = self._window.standing.unsaved
        if self._queue.waiting and not note.isHidden():
            self._window.put_keyboard_in(note)
        else:
            self._forward()

    def _forward(self) -> None:
        if self._cards is not None and self._collecting.here.is_last and not self._answering_one:
            self._cards.show_first()
        elif self._answering_one or self._collecting.here.is_last:
            self.show_review()
        else:
            self._show(self._collecting.forward())

    def _finish(self) -> None:
        self._collecting.finish(self._today())
        self.finished.emit()

    def _show(self, here: Walkthrough, *, backwards: bool = False) -> None:
        self._show_step(here)
        self._window.go_to(Place.QUESTION, backwards=backwards)

    def _show_step(self, here: Walkthrough) -> None:
        self._question.show_step(here.step(), from_review=self._answering_one)

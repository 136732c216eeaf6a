"""Looking at one finished check, whoever answered it: its pages, the facts entered there, and the promises."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.personal import Saving
from trustcheck.app.presenting.promises import promised
from trustcheck.app.promises import EarlierPromises, promises_before
from trustcheck.app.promises_in import coming_in, uids_of
from trustcheck.app.refusals import Refused
from trustcheck.domain.checks.promises import may_stand, with_promise, without
from trustcheck.domain.checks.round import Promise, PromiseStatus, RoundState
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.kit.background import run
from trustcheck.ui.results.policy_desk import PolicyDesk
from trustcheck.ui.results.promises_view import PromisesView, first_to_show
from trustcheck.ui.results.result_pages import Answers, add_result_pages
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trustcheck.app.promises_in import WrittenPromise
    from trustcheck.app.results.policy import PolicyLens
    from trustcheck.app.results.retest import Retest
    from trustcheck.domain.checks.round import RoundSummary
    from trustcheck.domain.checks.workshop import WorkshopDecision
    from trustcheck.domain.questionnaire.arrangement import Arrangement
    from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
    from trustcheck.ui.results.policy_page import PolicyPage
    from trustcheck.ui.results.promise_page import PromisePage
    from trustcheck.ui.results.promises_asked import AskedFirstPage
    from trustcheck.ui.shell.pages import When


class ResultReading(QObject):
    """Override what is abstract, and :meth:`answers` for what is said on pages of one kind of check only.

    Signals: ``new_check_asked`` for another check, ``changed`` when the result is another one, ``retest_asked`` with a
    promise whose questions are to be asked again.
    """

    new_check_asked = Signal()
    changed = Signal()
    retest_asked = Signal(object)

    together = False
    """Whether several people answered: who promises then, and which pages there are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._window = context, context.window
        self._offered: Promise | None = None
        """What a suggestion, or a promise of last time, offers to promise."""
        self._read: tuple[tuple[WrittenPromise, ...], dict[str, int]] = ((), {})
        """What was read from a file of promises last, and what their UIDs stand for."""
        self._earlier: EarlierPromises | None = None
        self.retests: tuple[Retest, ...] = ()
        """Each time that one of its promises was asked again."""
        when: When = "together" if self.together else "alone"
        self._pages: dict[Place, QWidget] = add_result_pages(self._window, when, self.answers())
        self._policy = PolicyDesk(context, cast("PolicyPage", self._pages[Place.POLICY]))
        self._policy.found.connect(self._keep_policy)

    @property
    def round_id(self) -> int:
        return self.summary.id

    @property
    @abstractmethod
    def summary(self) -> "RoundSummary":
        """The check that is read."""

    @property
    @abstractmethod
    def questionnaire(self) -> "Questionnaire":
        """The one that was answered."""

    @property
    @abstractmethod
    def facts(self) -> Mapping[str, PracticeAnswer]:
        """As they are known now, by id."""

    @property
    @abstractmethod
    def promises(self) -> tuple[Promise, ...]:
        """Those that are kept, by their numbers."""

    @abstractmethod
    def fill(self, place: Place) -> None:
        """Put the result as it is now onto a page."""

    @abstractmethod
    def show_theme(self, theme_id: str) -> None:
        """One theme, on the page of themes."""

    @abstractmethod
    def take_facts(self, facts: dict[str, PracticeAnswer]) -> None:
        """Other facts are on their way to the disk: work out what follows from them."""

    @abstractmethod
    def _take_policy(self, lens: "PolicyLens") -> None:
        """A policy was looked at: it stands beside the result until that is left."""

    @abstractmethod
    def take_promises(self, promises: tuple[Promise, ...]) -> None:
        """Other promises are on their way to the disk."""

    @abstractmethod
    def _take_arrangement(self, by_hand: "Arrangement") -> None:
        """How the suggestions stand by hand is on its way to the disk: work out what follows."""

    @abstractmethod
    def question_to_move(self, theme_id: str) -> str:
        """The id of the question of a theme that has most room to move; empty where nothing of it may be told."""

    def show(self, place: Place) -> None:
        """Fill a page with the result as it is now, and go there."""
        self.fill(place)
        self._window.go_to(place)

    def answers(self) -> Answers:
        """What follows from each signal of a page."""
        go = self._context.go
        return {
            "theme_asked": self.show_theme,
            "report_asked": partial(go, Place.REPORT),
            "suggestions_asked": partial(go, Place.SUGGESTIONS),
            "say_do_asked": partial(go, Place.SAY_DO),
            "fact_answered": self._keep_fact,
            "fact_cleared": self._forget_fact,
            "promise_asked": self._promise_suggestion,
            "arranged": self._arrange,
            "promise_changed": self._keep_promise,
            "promise_taken_back": self._take_promise_back,
            "promise_file_asked": self._choose_promises,
            "promises_taken": self._take_promises_in,
            "retest_asked": self._ask_again,
            "earlier_promise_changed": self._answer_earlier,
            "promise_again_asked": self._promise_again,
            "overview_asked": partial(go, Place.OVERVIEW),
            "new_check_asked": self.new_check_asked.emit,
        }

    def promises_view(self, perspective: "Perspective", decided: "tuple[WorkshopDecision, ...]" = ()) -> PromisesView:
        """What is promised, and what a suggestion offers to promise."""
        kept, today = self.promises, self._context.application.today()
        current = first_to_show(kept, self._offered)
        again: dict[int, tuple[str, ...]] = {}
        for each in self.retests:
            again[each.number] = (*again.get(each.number, ()), *self.said_again(each))
        asking = frozenset(each.number for each in self.retests if each.summary.state is not RoundState.CLOSED)
        return PromisesView(kept, current, today, self.questionnaire, perspective, decided, again, asking)

    @abstractmethod
    def said_again(self, retest: "Retest") -> tuple[str, ...]:
        """One time that a promise was asked again, in sentences."""

    def first_place(self) -> Place:
        """Where the result begins: with what was promised last time, as long as nobody said what became of it.

        An earlier check that cannot be read must not keep anybody from this one.
        """
        try:
            self._earlier = promises_before(self._context.file.store.rounds, self.summary)
        except Refused:
            self._earlier = None
        return Place.ASKED if self._earlier is not None and self._earlier.waits else Place.OVERVIEW

    def show_earlier(self) -> None:
        """Put what was promised last time onto its page."""
        if self._earlier is not None:
            cast("AskedFirstPage", self._pages[Place.ASKED]).show_earlier(self._earlier)

    def save(self, work: Callable[[], None], subject: str) -> bool:
        """Have it written; where nothing is kept, show again what is."""
        if self._context.file.queue.turns_away():
            # What was typed last is told when its page goes: where the report is by then, nothing is to be filled.
            if self._window.place in self._pages:
                self.fill(self._window.place)
            return False
        self._context.file.queue.put(Saving(work, subject))
        return True

    def _keep_policy(self, lens: "PolicyLens") -> None:
        self._take_policy(lens)
        self.fill(Place.POLICY)
        self.changed.emit()

    def _promise_suggestion(self, suggestion_id: str) -> None:
        suggestion = next(each for each in self.questionnaire.suggestions if each.id == suggestion_id)
        question = self.question_to_move(suggestion.theme)
        offered = promised(suggestion, together=self.together)
        self._offered = replace(offered, questions=(question,) if question else ())
        self._context.go(Place.PROMISE)

    def _arrange(self, by_hand: "Arrangement") -> None:
        rounds, round_id = self._context.file.store.rounds, self.round_id
        if self.save(lambda: rounds.save_arrangement(round_id, by_hand), "suggestions"):
            self._take_arrangement(by_hand)
            self.fill(Place.SUGGESTIONS)
            self.changed.emit()

    def _promise_again(self, promise: Promise) -> None:
        self._offered = replace(promise, status=PromiseStatus.OPEN, look_again_on=None)
        self._context.go(Place.PROMISE)

    def _ask_again(self, number: int) -> None:
        promise = next((each for each in self.promises if each.number == number), None)
        if promise is not None and not self._context.file.queue.turns_away() and self._context.drained():
            self.retest_asked.emit(promise)

    def _answer_earlier(self, promise: Promise) -> None:
        """What became of a promise of last time is kept with the check after which it was made."""
        if self._earlier is None:
            return
        if not may_stand(self._earlier.promises, promise):
            self.show_earlier()
            self._window.say(_("Three open promises already. Finish one, or drop one."))
            return
        rounds, round_id = self._context.file.store.rounds, self._earlier.round_id
        if self.save(lambda: rounds.save_promise(round_id, promise), f"earlier promise {promise.number}"):
            self._earlier = self._earlier.with_answer(promise)
            self.show_earlier()

    def _keep_fact(self, given: PracticeAnswer) -> None:
        if self._save_fact(given.practice_id, given):
            self.take_facts({**self.facts, given.practice_id: given})

    def _forget_fact(self, practice_id: str) -> None:
        if self._save_fact(practice_id, None):
            self.take_facts({known: fact for known, fact in self.facts.items() if known != practice_id})

    def _save_fact(self, practice_id: str, given: PracticeAnswer | None) -> bool:
        if self.summary.carried:
            # Its result stands as it was exported, and what cannot be written would hold up all that waits behind it.
            return False
        rounds, round_id = self._context.file.store.rounds, self.round_id
        return self.save(lambda: rounds.save_fact(round_id, practice_id, given), f"fact {practice_id}")

    def _keep_promise(self, promise: Promise) -> None:
        self._offered = None
        rounds, round_id = self._context.file.store.rounds, self.round_id
        if self.save(lambda: rounds.save_promise(round_id, promise), f"promise {promise.number}"):
            self.take_promises(with_promise(self.promises, promise))
            self.changed.emit()

    def _choose_promises(self) -> None:
        path = self._context.dialogs.promises_to_open(str(Path.home()))
        if not path:
            return
        files, rounds, summary = (
            self._context.application.promise_files(),
            self._context.file.store.rounds,
            self.summary,
        )
        run(
            lambda _progress: (files.read(path), uids_of(rounds, summary)),
            lambda found: self._show_coming(Path(path).name, *found),
            self._context.refuse,
            owner=self._pages[Place.PROMISE],
        )

    def _show_coming(self, name: str, written: "tuple[WrittenPromise, ...]", uids: dict[str, int]) -> None:
        self._read = written, uids
        page = cast("PromisePage", self._pages[Place.PROMISE])
        page.show_coming(name, coming_in(written, self.promises, uids, self.questionnaire))

    def _take_promises_in(self) -> None:
        """One by one, as if each had been typed here, beside those that there are by now."""
        for each in coming_in(self._read[0], self.promises, self._read[1], self.questionnaire):
            if each.promise is not None:
                self._keep_promise(each.promise)
        self.fill(Place.PROMISE)

    def _take_promise_back(self, number: int) -> None:
        self._offered = None
        rounds, round_id = self._context.file.store.rounds, self.round_id
        if self.save(lambda: rounds.take_back_promise(round_id, number), f"promise {number}"):
            self.take_promises(without(self.promises, number))
            self.changed.emit()

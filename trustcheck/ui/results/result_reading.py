"""Looking at one finished check, whoever answered it: its pages, the facts entered there, and the promise."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.personal import Saving
from trustcheck.app.presenting.suggestions import promised
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.results.result_pages import Answers, add_result_pages
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trustcheck.domain.questionnaire.model import Questionnaire, Suggestion
    from trustcheck.ui.shell.pages import When


class ResultReading(QObject):
    """Override what is abstract, and :meth:`answers` for what is said on pages of one kind of check only.

    Signals: ``new_check_asked`` for another check, ``changed`` when the result is another one.
    """

    new_check_asked = Signal()
    changed = Signal()

    together = False
    """Whether several people answered: who promises then, and which pages there are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._window = context, context.window
        self._suggestion: Suggestion | None = None
        when: When = "together" if self.together else "alone"
        self._pages: dict[Place, QWidget] = add_result_pages(self._window, when, self.answers())

    @property
    @abstractmethod
    def round_id(self) -> int:
        """Of the check that is read."""

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
    def promise(self) -> Promise | None:
        """The one that stands."""

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
    def take_promise(self, promise: Promise | None) -> None:
        """Another promise is on its way to the disk."""

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
            "promise_changed": self._keep_promise,
            "new_check_asked": self.new_check_asked.emit,
        }

    def proposed(self) -> Promise | None:
        """The promise that stands, or the one a suggestion offers."""
        suggestion, standing = self._suggestion, self.promise
        if suggestion is None or (standing is not None and standing.suggestion_id == suggestion.id):
            return standing
        return promised(suggestion, together=self.together)

    def save(self, work: Callable[[], None], subject: str) -> bool:
        """Have it written; where nothing is kept, show again what is."""
        if self._context.file.queue.turns_away():
            # What was typed last is told when its page goes: where the report is by then, nothing is to be filled.
            if self._window.place in self._pages:
                self.fill(self._window.place)
            return False
        self._context.file.queue.put(Saving(work, subject))
        return True

    def _promise_suggestion(self, suggestion_id: str) -> None:
        found = (each for each in self.questionnaire.suggestions if each.id == suggestion_id)
        self._suggestion = next(found, None)
        self._context.go(Place.PROMISE)

    def _keep_fact(self, given: PracticeAnswer) -> None:
        if self._save_fact(given.practice_id, given):
            self.take_facts({**self.facts, given.practice_id: given})

    def _forget_fact(self, practice_id: str) -> None:
        if self._save_fact(practice_id, None):
            self.take_facts({known: fact for known, fact in self.facts.items() if known != practice_id})

    def _save_fact(self, practice_id: str, given: PracticeAnswer | None) -> bool:
        rounds, round_id = self._context.file.store.rounds, self.round_id
        return self.save(lambda: rounds.save_fact(round_id, practice_id, given), f"fact {practice_id}")

    def _keep_promise(self, promise: Promise | None) -> None:
        self._suggestion = None
        rounds, round_id = self._context.file.store.rounds, self.round_id
        if self.save(lambda: rounds.save_promise(round_id, promise), "promise"):
            self.take_promise(promise)
            self.changed.emit()

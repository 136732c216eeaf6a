"""Looking at one finished check: the result pages, the facts entered there, and the promise."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.personal import Saving
from trustcheck.app.ports import Store
from trustcheck.app.presenting.suggestions import promised
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import PersonalRound, Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.datafile.saving import SavingQueue
from trustcheck.ui.results.result_pages import Answers, add_result_pages
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.model import Suggestion
    from trustcheck.ui.results.promise_page import PromisePage
    from trustcheck.ui.results.suggestions_page import SuggestionsPage
    from trustcheck.ui.results.themes_page import ThemesPage


@dataclass(frozen=True)
class ReadingRoom:
    """What reading a check needs: where it is kept, how it is worked out, which day it is."""

    store: Store
    queue: SavingQueue
    work_out: Callable[[PersonalRound], PersonalResult]
    today: Callable[[], date]


class ResultPage(Protocol):
    """A page that shows a result and needs nothing beside it."""

    def show_result(self, result: PersonalResult) -> None: ...


class PersonalReading(QObject):
    """One check being read. Scores are worked out anew after every fact; nothing of them is kept.

    Signals: ``asked`` with a :class:`Place`, ``change_asked`` with an item id,
    ``changed`` when the result is another one, ``others_asked`` to go on with the questions a short form left out,
    ``new_check_asked`` for another check.
    """

    asked = Signal(str)
    others_asked = Signal()
    new_check_asked = Signal()
    change_asked = Signal(str)
    changed = Signal()

    def __init__(self, room: ReadingRoom, window: MainWindow, result: PersonalResult) -> None:
        super().__init__()
        self._room, self._window, self.result = room, window, result
        self._suggestion: Suggestion | None = None
        self._pages = add_result_pages(window, "alone", self._answers())

    @property
    def round_id(self) -> int:
        return self.result.round.summary.id

    @property
    def organisation_id(self) -> int:
        return self.result.round.summary.organisation.id

    def show(self, place: Place) -> None:
        """Fill a page with the result as it is now, and go there."""
        self._fill(place)
        self._window.go_to(place)

    def _answers(self) -> Answers:
        ask = self.asked.emit
        return {
            "theme_asked": self._show_theme,
            "report_asked": partial(ask, Place.REPORT),
            "suggestions_asked": partial(ask, Place.SUGGESTIONS),
            "say_do_asked": partial(ask, Place.SAY_DO),
            "change_asked": self.change_asked.emit,
            "fact_answered": self._keep_fact,
            "fact_cleared": self._forget_fact,
            "promise_asked": self._promise_suggestion,
            "promise_changed": self._keep_promise,
            "others_asked": self.others_asked.emit,
            "new_check_asked": self.new_check_asked.emit,
        }

    def _fill(self, place: Place) -> None:
        page = self._pages[place]
        match place:
            case Place.SUGGESTIONS:
                cast("SuggestionsPage", page).show_result(self.result, self._room.today())
            case Place.PROMISE:
                cast("PromisePage", page).show_promise(self.result, self._room.today(), self._proposed())
            case _:
                cast("ResultPage", page).show_result(self.result)

    def _proposed(self) -> Promise | None:
        """The promise that stands, or the one a suggestion offers."""
        suggestion = self._suggestion
        standing = self.result.round.promise
        if suggestion is None or (standing is not None and standing.suggestion_id == suggestion.id):
            return standing
        return promised(suggestion, together=False)

    def _show_theme(self, theme_id: str) -> None:
        cast("ThemesPage", self._pages[Place.THEMES]).show_result(self.result, theme_id)
        self._window.go_to(Place.THEMES)

    def _promise_suggestion(self, suggestion_id: str) -> None:
        found = (each for each in self.result.questionnaire.suggestions if each.id == suggestion_id)
        self._suggestion = next(found, None)
        self.asked.emit(Place.PROMISE)

    def _keep_fact(self, given: PracticeAnswer) -> None:
        facts = {**self.result.round.facts, given.practice_id: given}
        store, round_id = self._room.store, self.round_id
        if not self._save(
            lambda: store.rounds.save_fact(round_id, given.practice_id, given), f"fact {given.practice_id}"
        ):
            return
        self._work_out(replace(self.result.round, facts=facts))

    def _forget_fact(self, practice_id: str) -> None:
        facts = {known: fact for known, fact in self.result.round.facts.items() if known != practice_id}
        store, round_id = self._room.store, self.round_id
        if not self._save(lambda: store.rounds.save_fact(round_id, practice_id, None), f"fact {practice_id}"):
            return
        self._work_out(replace(self.result.round, facts=facts))

    def _keep_promise(self, promise: Promise | None) -> None:
        self._suggestion = None
        store, round_id = self._room.store, self.round_id
        if not self._save(lambda: store.rounds.save_promise(round_id, promise), "promise"):
            return
        self.result = replace(self.result, round=replace(self.result.round, promise=promise))
        self.changed.emit()

    def _save(self, work: Callable[[], None], subject: str) -> bool:
        """Have it written; where nothing is kept, show again what is."""
        if self._room.queue.turns_away():
            self._fill(self._window.place)
            return False
        self._room.queue.put(Saving(work, subject))
        return True

    def _work_out(self, changed: PersonalRound) -> None:
        self.result = self._room.work_out(changed)
        self._fill(Place.SAY_DO)
        self.changed.emit()

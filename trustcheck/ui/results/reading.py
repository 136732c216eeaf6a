"""Looking at one finished check: the result pages, the facts entered there, and the promise."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.personal import Saving
from trustcheck.app.ports import Store
from trustcheck.app.presenting.personal_steps import promised
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import PersonalRound, Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.datafile.saving import SavingQueue
from trustcheck.ui.results.overview_page import OverviewPage
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.results.say_do_page import SayDoPage
from trustcheck.ui.results.suggestions_page import SuggestionsPage
from trustcheck.ui.results.themes_page import ThemesPage
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.suggestion import Suggestion


@dataclass(frozen=True)
class ReadingRoom:
    """What reading a check needs: where it is kept, how it is worked out, which day it is."""

    store: Store
    queue: SavingQueue
    work_out: Callable[[PersonalRound], PersonalResult]
    today: Callable[[], date]


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
        self._add_pages()

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

    def _add_pages(self) -> None:
        look = self._window.look
        overview, themes, say_do = OverviewPage(look), ThemesPage(look), SayDoPage(look)
        suggestions, promise = SuggestionsPage(look), PromisePage(look)
        for place, page in (
            (Place.OVERVIEW, overview),
            (Place.THEMES, themes),
            (Place.SAY_DO, say_do),
            (Place.SUGGESTIONS, suggestions),
            (Place.PROMISE, promise),
        ):
            self._window.add_page(place, page)
        self._overview, self._themes, self._say_do = overview, themes, say_do
        self._suggestions, self._promise = suggestions, promise
        self._connect()

    def _connect(self) -> None:
        ask = self.asked.emit
        self._overview.theme_asked.connect(self._show_theme)
        self._overview.report_asked.connect(lambda: ask(Place.REPORT))
        self._overview.suggestions_asked.connect(lambda: ask(Place.SUGGESTIONS))
        self._overview.say_do_asked.connect(lambda: ask(Place.SAY_DO))
        self._themes.change_asked.connect(self.change_asked)
        self._themes.say_do_asked.connect(lambda: ask(Place.SAY_DO))
        self._say_do.fact_answered.connect(self._keep_fact)
        self._say_do.fact_cleared.connect(self._forget_fact)
        self._suggestions.promise_asked.connect(self._promise_suggestion)
        self._suggestions.theme_asked.connect(self._show_theme)
        self._suggestions.others_asked.connect(self.others_asked)
        self._suggestions.new_check_asked.connect(self.new_check_asked)
        self._promise.promise_changed.connect(self._keep_promise)
        self._promise.report_asked.connect(lambda: ask(Place.REPORT))

    def _fill(self, place: Place) -> None:
        match place:
            case Place.OVERVIEW:
                self._overview.show_result(self.result)
            case Place.THEMES:
                self._themes.show_result(self.result)
            case Place.SAY_DO:
                self._say_do.show_result(self.result)
            case Place.SUGGESTIONS:
                self._suggestions.show_result(self.result, self._room.today())
            case _:
                self._promise.show_promise(self.result, self._room.today(), self._proposed())

    def _proposed(self) -> Promise | None:
        """The promise that stands, or the one a suggestion offers."""
        suggestion = self._suggestion
        standing = self.result.round.promise
        if suggestion is None or (standing is not None and standing.suggestion_id == suggestion.id):
            return standing
        return promised(suggestion, together=False)

    def _show_theme(self, theme_id: str) -> None:
        self._themes.show_result(self.result, theme_id)
        self._window.go_to(Place.THEMES)

    def _promise_suggestion(self, suggestion_id: str) -> None:
        found = (each for each in self.result.questionnaire.suggestions if each.id == suggestion_id)
        self._suggestion = next(found, None)
        self.asked.emit(Place.PROMISE)

    def _keep_fact(self, given: PracticeAnswer) -> None:
        facts = {**self.result.round.facts, given.practice_id: given}
        store, round_id = self._room.store, self.round_id
        if not self._save(lambda: store.save_fact(round_id, given.practice_id, given), f"fact {given.practice_id}"):
            return
        self._work_out(replace(self.result.round, facts=facts))

    def _forget_fact(self, practice_id: str) -> None:
        facts = {known: fact for known, fact in self.result.round.facts.items() if known != practice_id}
        store, round_id = self._room.store, self.round_id
        if not self._save(lambda: store.save_fact(round_id, practice_id, None), f"fact {practice_id}"):
            return
        self._work_out(replace(self.result.round, facts=facts))

    def _keep_promise(self, promise: Promise | None) -> None:
        self._suggestion = None
        store, round_id = self._room.store, self.round_id
        if not self._save(lambda: store.save_promise(round_id, promise), "promise"):
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
        self._say_do.show_result(self.result)
        self.changed.emit()

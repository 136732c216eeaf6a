"""Looking at one closed check of a group: the result pages, the facts entered there, the promise, the sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal

from trustcheck.app.ports import Store
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.kit.background import run
from trustcheck.ui.results.result_pages import Answers
from trustcheck.ui.results.result_reading import ResultReading
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.saving import SavingQueue

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.ui.results.group_overview_page import GroupOverviewPage
    from trustcheck.ui.results.group_themes_page import GroupThemesPage
    from trustcheck.ui.results.promise_page import PromisePage
    from trustcheck.ui.results.say_do_page import SayDoPage
    from trustcheck.ui.results.suggestions_page import SuggestionsPage


@dataclass(frozen=True)
class GroupReadingRoom:
    """What reading a group's check needs: where it is kept, how it is worked out, which day it is.

    ``work_out`` is :func:`trustcheck.app.portraits.result.group_result_of`. It is called beside the window: many sheets
    take a moment.
    """

    store: Store
    queue: SavingQueue
    work_out: Callable[[GroupRound], GroupResult]
    today: Callable[[], date]


class GroupResultPage(Protocol):
    """A page that shows a group's result and needs nothing beside it."""

    def show_result(self, result: GroupResult) -> None: ...


class GroupReading(ResultReading):
    """One group's check being read. Results are worked out anew after every fact; nothing of them is kept.

    Signals: also ``how_asked`` for the explanation of scores, and ``refused`` with a :class:`Refused` where the result
    could not be worked out.
    """

    how_asked = Signal()
    refused = Signal(object)
    together = True

    def __init__(self, room: GroupReadingRoom, window: MainWindow, of: GroupRound, result: GroupResult) -> None:
        """``result`` is what ``room.work_out(of)`` gave; the caller worked it out beside the window."""
        super().__init__(room, window)
        self._room, self._round, self.result = room, of, result
        self._asked_for = 0
        """How often a result was asked for: of several under way the last one counts."""

    @property
    def round_id(self) -> int:
        return self.result.summary.id

    @property
    def questionnaire(self) -> "Questionnaire":
        return self.result.questionnaire

    @property
    def facts(self) -> Mapping[str, PracticeAnswer]:
        return self._round.facts

    @property
    def promise(self) -> Promise | None:
        return self._round.promise

    def drop_pages(self) -> None:
        """Destroy its pages, but for those whose place another reading has taken."""
        for place, page in self._pages.items():
            if self._window.has_page(place) and self._window.page(place) is page:
                self._window.drop_page(place)

    def answers(self) -> Answers:
        ask = self.asked.emit
        return {
            **super().answers(),
            "strengths_asked": partial(ask, Place.STRENGTHS),
            "gaps_asked": partial(ask, Place.GAPS),
            "how_asked": self.how_asked.emit,
            "own_words_changed": self._keep_own_words,
            # A group is asked anew, never on from where somebody stopped.
            "others_asked": self.new_check_asked.emit,
        }

    def fill(self, place: Place) -> None:
        page = self._pages[place]
        match place:
            case Place.SAY_DO:
                cast("SayDoPage", page).show_group(self.result)
            case Place.SUGGESTIONS:
                cast("SuggestionsPage", page).show_group(self.result)
            case Place.PROMISE:
                cast("PromisePage", page).show_kept(self._round.promise, self._room.today(), self.proposed())
            case _:
                cast("GroupResultPage", page).show_result(self.result)

    def show_theme(self, theme_id: str) -> None:
        cast("GroupThemesPage", self._pages[Place.THEMES]).show_result(self.result, theme_id)
        self._window.go_to(Place.THEMES)

    def take_facts(self, facts: dict[str, PracticeAnswer]) -> None:
        """Facts change no score; what follows from them is worked out anew from the same sheets, beside the window."""
        self._round = replace(self._round, facts=facts)
        self._asked_for += 1
        of, asked_for, work_out = self._round, self._asked_for, self._room.work_out
        run(
            lambda _progress: work_out(of),
            lambda found: self._show_anew(found, asked_for),
            self.refused.emit,
            owner=self,
        )

    def take_promise(self, promise: Promise | None) -> None:
        self._round = replace(self._round, promise=promise)
        self.result = replace(self.result, promise=promise)

    def _keep_own_words(self, sentence: str) -> None:
        store, round_id = self._room.store, self.round_id
        if not self.save(lambda: store.groups.save_own_words(round_id, sentence), "own words"):
            return
        self._round = replace(self._round, own_words=sentence)
        self.result = replace(self.result, own_words=sentence)
        cast("GroupOverviewPage", self._pages[Place.OVERVIEW]).show_sentence(self.result)
        self.changed.emit()

    def _show_anew(self, found: GroupResult, asked_for: int) -> None:
        if asked_for != self._asked_for:
            return
        self.result = replace(found, own_words=self._round.own_words, promise=self._round.promise)
        self.fill(Place.SAY_DO)
        self.changed.emit()

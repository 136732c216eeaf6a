"""Looking at one finished check: the result pages, the facts entered there, and the promises."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal

from trustcheck.app.portraits.result import result_of
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.marks import UNMARKED, with_mark
from trustcheck.domain.checks.round import PersonalRound, Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.results.result_pages import Answers
from trustcheck.ui.results.result_reading import ResultReading
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.app.results.comparison import PersonalComparison
    from trustcheck.app.results.policy import PolicyLens
    from trustcheck.app.results.retest import Retest
    from trustcheck.domain.checks.round import RoundSummary
    from trustcheck.domain.questionnaire.arrangement import Arrangement
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.ui.results.promise_page import PromisePage
    from trustcheck.ui.results.since_page import SincePage
    from trustcheck.ui.results.suggestions_page import SuggestionsPage
    from trustcheck.ui.results.themes_page import ThemesPage


class ResultPage(Protocol):
    """A page that shows a result and needs nothing beside it."""

    def show_result(self, result: PersonalResult) -> None: ...


class PersonalReading(ResultReading):
    """One check being read. Scores are worked out anew after every fact; nothing of them is kept.

    Signals: also ``change_asked`` with an item id, and ``others_asked`` to go on with the questions a short form left
    out.
    """

    others_asked = Signal()
    change_asked = Signal(str)

    def __init__(self, context: Context, result: PersonalResult, retests: "tuple[Retest, ...]" = ()) -> None:
        super().__init__(context)
        self.result, self.retests = result, retests
        self._since_beside: RoundSummary | None = None

    @property
    def summary(self) -> "RoundSummary":
        return self.result.round.summary

    @property
    def organisation_id(self) -> int:
        return self.result.round.summary.organisation.id

    @property
    def questionnaire(self) -> "Questionnaire":
        return self.result.questionnaire

    @property
    def facts(self) -> Mapping[str, PracticeAnswer]:
        return self.result.round.facts

    @property
    def promises(self) -> tuple[Promise, ...]:
        return self.result.round.promises

    def answers(self) -> Answers:
        return {
            **super().answers(),
            "change_asked": self.change_asked.emit,
            "others_asked": self.others_asked.emit,
            "promise_page_asked": partial(self._context.go, Place.PROMISE),
            "picked": self._keep_pick,
            "other_check_chosen": self._compare_with,
            "flag_turned": self._flag,
        }

    def fill(self, place: Place) -> None:
        page = self._pages[place]
        match place:
            case Place.SUGGESTIONS:
                cast("SuggestionsPage", page).show_result(self.result, self._context.application.today())
            case Place.PROMISE:
                view = self.promises_view(self.result.round.response.perspective)
                cast("PromisePage", page).show_promises(view)
            case Place.POLICY:
                self._policy.show(self.result, self.facts)
            case Place.ASKED:
                self.show_earlier()
            case Place.SINCE:
                earlier, then = self._earlier_checks(), self._since_beside
                at = earlier.index(then) if then in earlier else 0
                cast("SincePage", page).show_comparison(self.since, earlier, at)
            case _:
                cast("ResultPage", page).show_result(self.result)

    @property
    def since(self) -> "PersonalComparison | None":
        """Beside the earlier check that was chosen, or the newest; ``None`` where there is none."""
        from trustcheck.app.portraits.since_last_time import personal_since

        return personal_since(self._context.file.store, self.result.round, then=self._since_beside)

    def _earlier_checks(self) -> "tuple[RoundSummary, ...]":
        from trustcheck.app.portraits.since_last_time import earlier_checks

        return earlier_checks(self._context.file.store, self.summary)

    def _compare_with(self, place: int) -> None:
        earlier = self._earlier_checks()
        self._since_beside = earlier[place]
        page = cast("SincePage", self._pages[Place.SINCE])
        page.show_comparison(self.since, earlier, place, chosen=True)
        self.changed.emit()

    @property
    def result_since(self) -> PersonalResult:
        """With what changed in it, for a report."""
        return replace(self.result, since=self.since, retests=self.retests)

    def said_again(self, retest: "Retest") -> tuple[str, ...]:
        from trustcheck.app.presenting.retests import answered_then, outcome

        said = outcome(retest)
        return (*said, *answered_then(retest, {})) if said else ()

    def show_theme(self, theme_id: str) -> None:
        cast("ThemesPage", self._pages[Place.THEMES]).show_result(self.result, theme_id)
        self._window.go_to(Place.THEMES)

    def take_facts(self, facts: dict[str, PracticeAnswer]) -> None:
        of = self.result.round
        # Whoever answers a fact, or takes its answer back, has looked at what was said of it last time.
        left = {known: each for known, each in of.proposed.facts.items() if known not in {*facts, *of.facts}}
        self._work_out(replace(of, facts=facts, proposed=replace(of.proposed, facts=left)))
        self.fill(Place.SAY_DO)
        self.fill(Place.POLICY)
        self.changed.emit()

    def _take_policy(self, lens: "PolicyLens") -> None:
        self.result = replace(self.result, policy=lens)

    def _work_out(self, of: PersonalRound) -> None:
        self.result = replace(result_of(of), policy=self.result.policy)

    def _keep_pick(self, card_id: str, rung: int | None) -> None:
        rounds, of = self._context.file.store.rounds, self.result.round
        closed_on = of.summary.closed_on or self._context.application.today()

        def work() -> None:
            rounds.save_drill(of.summary.id, card_id, rung)
            # Closed again on its own day: what it says is sealed anew.
            rounds.close(of.summary.id, closed_on)

        if self.save(work, f"card {card_id}"):
            self._work_out(replace(of, response=of.response.with_pick(card_id, rung)))
            self.fill(Place.DRILL)
            self.changed.emit()

    def _flag(self, item_id: str, flagged: bool) -> None:
        rounds, of = self._context.file.store.rounds, self.result.round
        mark = replace(of.marks.get(item_id, UNMARKED), flagged=flagged)
        if self.save(lambda: rounds.save_mark(of.summary.id, item_id, mark), f"mark {item_id}"):
            self._work_out(replace(of, marks=with_mark(of.marks, item_id, mark)))
            cast("ThemesPage", self._pages[Place.THEMES]).take_result(self.result)

    def _take_arrangement(self, by_hand: "Arrangement") -> None:
        self._work_out(replace(self.result.round, arrangement=by_hand))

    def take_promises(self, promises: tuple[Promise, ...]) -> None:
        self.result = replace(self.result, round=replace(self.result.round, promises=promises))

    def question_to_move(self, theme_id: str) -> str:
        lowest = self.result.theme(theme_id).lowest
        return lowest.item.id if lowest is not None else ""

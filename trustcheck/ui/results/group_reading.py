"""Looking at one closed check of a group: the result pages, the facts entered there, the promises, the sentence."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.said_since import said_since
from trustcheck.app.portraits.since_last_time import FIRST, LookBack, look_back
from trustcheck.app.presenting.group_items import lowest_items
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.kit.background import run
from trustcheck.ui.results.result_pages import Answers
from trustcheck.ui.results.result_reading import ResultReading
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.app.results.group_comparison import GroupComparison
    from trustcheck.app.results.policy import PolicyLens
    from trustcheck.app.results.retest import Retest
    from trustcheck.domain.checks.round import RoundSummary
    from trustcheck.domain.questionnaire.arrangement import Arrangement
    from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
    from trustcheck.ui.presenter.presenter_page import PresenterPage
    from trustcheck.ui.results.group_overview_page import GroupOverviewPage
    from trustcheck.ui.results.group_since_page import GroupSincePage
    from trustcheck.ui.results.group_themes_page import GroupThemesPage
    from trustcheck.ui.results.promise_page import PromisePage
    from trustcheck.ui.results.say_do_page import SayDoPage
    from trustcheck.ui.results.suggestions_page import SuggestionsPage


class GroupResultPage(Protocol):
    """A page that shows a group's result and needs nothing beside it."""

    def show_result(self, result: GroupResult) -> None: ...


class GroupReading(ResultReading):
    """One group's check being read. Results are worked out anew after every fact; nothing of them is kept."""

    together = True

    def __init__(
        self,
        context: Context,
        of: GroupRound,
        result: GroupResult,
        back: LookBack = FIRST,
        retests: "tuple[Retest, ...]" = (),
    ) -> None:
        """``result`` is the one of ``of``, ``back`` what lies before it, and ``retests`` what its promises moved: many
        sheets take a moment, so the caller worked them out beside the window."""
        super().__init__(context)
        self._round, self.back, self.retests = of, back, retests
        self.result = replace(result, since=back.comparison, retests=retests)
        self._asked_for = 0
        """How often a result was asked for: of several under way the last one counts."""

    @property
    def summary(self) -> "RoundSummary":
        return self.result.summary

    @property
    def questionnaire(self) -> "Questionnaire":
        return self.result.questionnaire

    @property
    def facts(self) -> Mapping[str, PracticeAnswer]:
        return self._round.facts

    @property
    def promises(self) -> tuple[Promise, ...]:
        return self._round.promises

    def said_again(self, retest: "Retest") -> tuple[str, ...]:
        from trustcheck.app.presenting.retests import about_again, answered_then, outcome, told_then

        said = outcome(retest)
        return (*said, *answered_then(retest, told_then(self.result)), about_again()) if said else ()

    def drop_pages(self) -> None:
        """Destroy its pages, but for those whose place another reading has taken."""
        for place, page in self._pages.items():
            if self._window.has_page(place) and self._window.page(place) is page:
                self._window.drop_page(place)

    def answers(self) -> Answers:
        go = self._context.go
        return {
            **super().answers(),
            "strengths_asked": partial(go, Place.STRENGTHS),
            "gaps_asked": partial(go, Place.GAPS),
            "how_asked": partial(self._context.explain, "scores"),
            "promise_page_asked": partial(go, Place.PROMISE),
            "other_check_chosen": self._compare_with,
            "own_words_changed": self._keep_own_words,
            "flag_turned": self._flag,
            "workshop_changed": self._keep_workshop,
            "wall_screen_chosen": self._keep_wall_screen,
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
                view = self.promises_view(self.result.setup.speaks, self.result.workshop.decisions)
                cast("PromisePage", page).show_promises(view)
            case Place.POLICY:
                self._policy.show(self.result, self.facts)
            case Place.ASKED:
                self.show_earlier()
            case Place.SINCE:
                cast("GroupSincePage", page).show_back(self.back)
                self._draw_lines()
            case Place.PRESENT:
                application = self._context.application
                screen = application.settings.load_window().wall_screen
                cast("PresenterPage", page).show_workshop(self.result, application.today(), screen)
            case _:
                cast("GroupResultPage", page).show_result(self.result)

    def show_earlier(self) -> None:
        super().show_earlier()
        compared, earlier = self.back.comparison, self._earlier
        if compared is not None and earlier is not None and compared.then.id == earlier.round_id:
            # What became of them was said just now, or may have been.
            self._take_back(replace(self.back, comparison=replace(compared, promises=earlier.promises)))

    def show_theme(self, theme_id: str) -> None:
        cast("GroupThemesPage", self._pages[Place.THEMES]).show_result(self.result, theme_id)
        self._window.go_to(Place.THEMES)

    def take_facts(self, facts: dict[str, PracticeAnswer]) -> None:
        """Facts change no score; what follows from them is worked out anew from the same sheets, beside the window."""
        self._round = replace(self._round, facts=facts)
        self._work_out_anew()

    def _work_out_anew(self) -> None:
        self._asked_for += 1
        of, asked_for = self._round, self._asked_for
        run(
            lambda _progress: group_result_of(of),
            lambda found: self._show_anew(found, asked_for),
            self._context.refuse,
            owner=self,
        )

    def _take_policy(self, lens: "PolicyLens") -> None:
        self.result = replace(self.result, policy=lens)

    def _take_arrangement(self, by_hand: "Arrangement") -> None:
        """At once where it is shown; what else follows, as the word beside a theme, comes behind the window."""
        self._round = replace(self._round, arrangement=by_hand)
        self.result = said_since(self.result, self._round)
        self._work_out_anew()

    def take_promises(self, promises: tuple[Promise, ...]) -> None:
        self._round = replace(self._round, promises=promises)
        self.result = replace(self.result, promises=promises)

    def question_to_move(self, theme_id: str) -> str:
        shown = lowest_items(self.result, self.result.theme(theme_id))
        return shown[0].item.id if shown else ""

    def _compare_with(self, place: int) -> None:
        """Beside another earlier check, worked out behind the window."""
        store, of, then = self._context.file.store, self._round, self.back.earlier[place]
        run(
            lambda _progress: look_back(store, of, then),
            self._show_back,
            self._context.refuse,
            owner=self,
        )

    def _show_back(self, back: LookBack) -> None:
        self._take_back(back)
        cast("GroupSincePage", self._pages[Place.SINCE]).show_back(back, chosen=True)
        self._draw_lines()
        self.changed.emit()

    def _draw_lines(self) -> None:
        """All checks so far, where there are three or more, worked out behind the window."""
        from trustcheck.app.presenting.checks_so_far import FEWEST

        first = None if self.back.comparison is None else self.back.comparison.first
        if first is None or len(self.back.earlier) + 1 < FEWEST:
            return
        store, of, back = self._context.file.store, self._round, self.back
        run(
            lambda _progress: [look_back(store, of, each).comparison for each in back.earlier],
            lambda found: self._show_lines(back, [each for each in found if each is not None], first.perspective),
            self._context.refuse,
            owner=self,
        )

    def _show_lines(self, back: LookBack, found: "list[GroupComparison]", perspective: "Perspective") -> None:
        """Unless the page shows something else by now."""
        if back is not self.back or back.comparison is None:
            return
        from trustcheck.app.presenting.checks_so_far import checks_so_far
        from trustcheck.app.presenting.group_change import who_first

        lines = checks_so_far(self.result, found, perspective)
        cast("GroupSincePage", self._pages[Place.SINCE]).show_lines(lines, who_first(back.comparison, perspective))

    def _take_back(self, back: LookBack) -> None:
        self.back, self.result = back, replace(self.result, since=back.comparison)

    def _keep_own_words(self, sentence: str) -> None:
        store, round_id = self._context.file.store, self.round_id
        if not self.save(lambda: store.groups.save_own_words(round_id, sentence), "own words"):
            return
        self._round = replace(self._round, own_words=sentence)
        self.result = replace(self.result, own_words=sentence)
        cast("GroupOverviewPage", self._pages[Place.OVERVIEW]).show_sentence(self.result)
        self.changed.emit()

    def _keep_workshop(self, workshop: Workshop) -> None:
        store, round_id = self._context.file.store, self.round_id
        if not self.save(lambda: store.groups.save_workshop(round_id, workshop), "workshop"):
            return
        self._round = replace(self._round, workshop=workshop)
        self.result = replace(self.result, workshop=workshop)
        self.changed.emit()

    def _flag(self, item_id: str, flagged: bool) -> None:
        store, round_id, others = self._context.file.store, self.round_id, self._round.flags - {item_id}
        if not self.save(lambda: store.groups.save_flag(round_id, item_id, flagged=flagged), f"flag {item_id}"):
            return
        flags = others | {item_id} if flagged else others
        self._round, self.result = replace(self._round, flags=flags), replace(self.result, flags=flags)
        cast("GroupThemesPage", self._pages[Place.THEMES]).take_result(self.result)

    def _keep_wall_screen(self, name: str) -> None:
        settings = self._context.application.settings
        # Which screen was the wall is nothing to trouble anybody with.
        with suppress(OSError):
            settings.save_window(replace(settings.load_window(), wall_screen=name))

    def _show_anew(self, found: GroupResult, asked_for: int) -> None:
        if asked_for != self._asked_for:
            return
        of = self._round
        said = replace(said_since(found, of), own_words=of.own_words)
        since, policy = self.result.since, self.result.policy
        self.result = replace(said, since=since, policy=policy, retests=self.retests)
        self.fill(Place.SAY_DO)
        self.fill(Place.POLICY)
        self.changed.emit()

"""One person's checks of an open data file: beginning, answering, reading and reporting one, and deleting it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.answering.personal import Collecting, begun
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import NewRound, Progress, Refused
from trustcheck.app.questionnaires.shelf import askable_alone
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.results.retest import Retest
from trustcheck.app.retests import ask_oneself_again, under_way
from trustcheck.domain.checks.round import Promise, RetestOf, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.settings import Settings
from trustcheck.ui.answering.sitting import Sitting
from trustcheck.ui.answering.start_page import StartChoice, StartPage, StartView, last_closed, start_view
from trustcheck.ui.kit.background import run
from trustcheck.ui.organisations.organisations_view import delete_check
from trustcheck.ui.results.reading import PersonalReading
from trustcheck.ui.results.reporting import Reporting
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.ui.flow.group_flow import GroupFlow


class CheckFlow(QObject):
    """What it is told by pages and desks, and what a person chose in a menu."""

    def __init__(self, context: Context) -> None:
        # It goes with the window, and with it whatever still wants to tell it something.
        super().__init__(context.window)
        self._context, self._window, self.file = context, context.window, context.file
        self.sitting: Sitting | None = None
        self.reading: PersonalReading | None = None
        self.reporting = Reporting(context.application, context.window, context.dialogs)
        self._group: GroupFlow | None = None
        context.window.curtain.turned.connect(self._turn_to)

    @property
    def group(self) -> "GroupFlow":
        """The organisations of this file and the checks that several people answer; made when first wanted."""
        if self._group is None:
            from trustcheck.ui.flow.group_flow import GroupFlow

            self._group = group = GroupFlow(self._context)
            group.setParent(self)
            group.desks.hand_over.locked_changed.connect(lambda locked: self.reporting.put_away() if locked else None)
            group.report_asked.connect(lambda result: self.reporting.show(result, self.file.store))
            group.organisations.personal_asked.connect(self.take_up_own)
        return self._group

    @property
    def group_at_work(self) -> "GroupFlow | None":
        """The same while the check of several people is at hand."""
        return self._group if self._group is not None and self._group.at is not None else None

    def rounds(self) -> tuple[RoundSummary, ...]:
        """One person's rounds, newest first."""
        return self.file.store.rounds.summaries(RoundKind.PERSONAL)

    def has_group_checks(self) -> bool:
        return self.file.store.rounds.has_any(RoundKind.GROUP)

    def open_round(self) -> RoundSummary | None:
        """The newest check that is still being answered."""
        return next(iter(self.file.store.rounds.summaries(RoundKind.PERSONAL, RoundState.OPEN)), None)

    def begin_or_go_on(self) -> None:
        under_way = self.open_round()
        if under_way is None:
            self.start()
        else:
            self.answer(under_way.id)

    def start(self) -> None:
        """The page before question 1. The questionnaire is read behind the window."""
        if self.file.queue.turns_away():
            return
        catalog, library = self._context.application.catalog, self._context.application.library()
        run(
            lambda _progress: askable_alone(catalog, library),
            self._show_start,
            self._context.refuse,
            owner=self,
        )

    def answer(self, round_id: int, item_id: str = "", *, in_full: bool = False) -> None:
        """Go on answering a check where it was left, at one of its questions, or beyond its short form."""
        if self.file.queue.turns_away() or not self.drained():
            return
        self._sit_down(round_id, in_full=in_full)
        assert self.sitting is not None
        if item_id:
            self.sitting.show_item(item_id)
        else:
            self.sitting.show()
        self._context.arrived()

    def change_answers(self) -> None:
        """The list of all answers of the check that is being read."""
        if self.reading is not None and not self.file.queue.turns_away() and self.drained():
            self._sit_down(self.reading.round_id)
            assert self.sitting is not None
            self.sitting.show_review()
            self._context.arrived()

    def read(self, round_id: int, at: Place | None = None) -> None:
        """Work a check's result out behind the window, and show it."""
        if self.drained():
            store = self.file.store

            def work(_progress: Progress) -> tuple[PersonalResult, tuple[Retest, ...]]:
                from trustcheck.app.portraits.retests import personal_retests

                of = store.rounds.round(round_id)
                return result_of(of), personal_retests(store, of)

            run(work, lambda found: self._show_result(*found, at), self._context.refuse, owner=self)

    def read_newest(self) -> None:
        finished = self.file.store.rounds.summaries(RoundKind.PERSONAL, RoundState.CLOSED)
        if finished:
            self.read(finished[0].id)
        else:
            self._go_home()

    def show(self, place: Place) -> None:
        """One page of the check that is being read."""
        if self.reading is None:
            return
        if place is Place.REPORT:
            self.reporting.show(self.reading.result_since, self.file.store)
        else:
            self.reading.show(place)
        self._context.arrived()

    def delete(self, round_id: int) -> None:
        if self.file.queue.turns_away() or not self.drained():
            return
        if self.reading is not None and self.reading.round_id == round_id:
            self.reading = None
        delete_check(self.file, round_id, self._go_home, self._context.refuse, self)

    def prefer(self, settings: Settings) -> None:
        if self.sitting is not None:
            self.sitting.prefer(settings)
        if self._group is not None:
            self._group.prefer(settings)

    def put_down(self) -> bool:
        """Stop answering for now; whether everything is on the disk."""
        if not self.drained():
            return False
        self.sitting = None
        return True

    def drained(self) -> bool:
        """Whether everything is on the disk; says so where it is not."""
        return self._context.drained()

    def _go_home(self) -> None:
        self._context.go(Place.HOME)

    def take_up_own(self, round_id: int) -> None:
        """One person's round, wherever it stands."""
        found = next(each for each in self.rounds() if each.id == round_id)
        if found.state is RoundState.CLOSED:
            self.read(round_id)
        else:
            self.answer(round_id)

    def _show_start(self, askable: tuple[Questionnaire, ...]) -> None:
        page = StartPage(self._window.look)
        page.begun.connect(lambda chosen: self._begin(page, page.questionnaire, chosen))
        page.cancelled.connect(self._go_home)
        page.show_start(self._start_view(askable))
        self._window.add_page(Place.START, page)
        self._window.go_to(Place.START)
        self._context.arrived()

    def _start_view(self, askable: tuple[Questionnaire, ...]) -> StartView:
        goes_on = self._context.application.settings.load().go_on_by_itself
        at_hand = 0 if self.reading is None or self._window.place is Place.HOME else self.reading.organisation_id
        return start_view(self.file.store, self.rounds(), askable, at_hand, goes_on=goes_on)

    def _begin(self, page: StartPage, questionnaire: Questionnaire, chosen: StartChoice) -> None:
        store, today = self.file.store, self._context.application.today()
        new = NewRound(
            chosen.place,
            chosen.form,
            chosen.perspective,
            questionnaire,
            chosen.leaders_are,
            today,
            targets=chosen.targets,
        )
        last = last_closed(self.rounds()).get((chosen.place, chosen.perspective)) if chosen.from_last_time else None

        def not_begun(refused: Refused) -> None:
            if self._window.shows(Place.START, page):
                page.wait(waiting=False)
            self._context.refuse(refused)

        page.wait(waiting=True)
        run(lambda _progress: begun(store.rounds, new, last), self.answer, not_begun, owner=self)

    def _sit_down(self, round_id: int, *, in_full: bool = False) -> None:
        if self._group is not None:
            self._group.let_be()
        answered = self.file.store.rounds.round(round_id)
        self._window.curtain.draw(answered.summary.organisation.id)
        collecting = Collecting(self.file.store.rounds, answered, self.file.queue.put, in_full=in_full)
        today, marks = self._context.application.today, collecting.mark
        self.sitting = Sitting(collecting, self.file.queue, self._window, today, marks=marks)
        again = answered.summary.retests
        self.sitting.left.connect(self._leave_for_now if again is None else lambda: self._back_to_promise(again))
        self.sitting.finished.connect(lambda: self.read(round_id) if again is None else self._back_to_promise(again))
        self.sitting.prefer(self._context.application.settings.load())

    def _leave_for_now(self) -> None:
        if self.put_down():
            self._go_home()

    def _back_to_promise(self, again: RetestOf) -> None:
        """What was answered again stands below its promise."""
        if self.put_down():
            self.read(again.round_id, Place.PROMISE)

    def _ask_again(self, reading: PersonalReading, promise: Promise) -> None:
        """Answer the questions of a promise once more, or go on where that was left."""
        asking = under_way(reading.retests, promise)
        if asking is not None:
            self.answer(asking.summary.id)
            return
        store, of, today = self.file.store, reading.result.round, self._context.application.today()
        run(
            lambda _progress: ask_oneself_again(store, of, promise, today),
            self.answer,
            self._context.refuse,
            owner=self,
        )

    def _show_result(self, result: PersonalResult, retests: tuple[Retest, ...], at: Place | None) -> None:
        self.sitting = None
        if self._group is not None:
            self._group.let_be()
        self._window.curtain.draw(result.round.summary.organisation.id)
        self.reading = reading = PersonalReading(self._context, result, retests)
        self.reading.retest_asked.connect(lambda promise: self._ask_again(reading, promise))
        self.reading.change_asked.connect(lambda item_id: self.answer(result.round.summary.id, item_id))
        self.reading.others_asked.connect(lambda: self.answer(result.round.summary.id, in_full=True))
        self.reading.new_check_asked.connect(self.start)
        first = self.reading.first_place()
        self._context.go(at or first)

    def _turn_to(self, organisation_id: int) -> None:
        """Another client is on the screen: the pages of the one that was read go."""
        if self.reading is not None and self.reading.organisation_id != organisation_id:
            self.reading = None

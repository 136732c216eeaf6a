"""The organisations of one open data file and their checks: which desk is at work, and where each leads."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from trustcheck.app.retests import ask_people_again, under_way
from trustcheck.domain.checks.round import Promise, RoundKind, RoundState, RoundSummary
from trustcheck.settings import Settings
from trustcheck.ui.collecting.desks import Desks
from trustcheck.ui.kit.background import run
from trustcheck.ui.organisations.organisations import Organisations
from trustcheck.ui.results.group_reading import GroupReading
from trustcheck.ui.results.group_results import GroupResults
from trustcheck.ui.setup.setting_up import SettingUp
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.pages import entries_when
from trustcheck.ui.shell.places import Place, back_home_entry, organisation_entries


class GroupFlow(QObject):
    """Signals: ``report_asked`` with a :class:`GroupResult`."""

    report_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        # It goes with the window, and with it whatever still wants to tell it something.
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._desk_context = replace(context, go=self.show, arrived=self._went)
        self.at: RoundSummary | None = None
        """The check at hand; ``None`` while no check is."""
        self.results = GroupResults(self._desk_context, self)
        self.organisations = Organisations(self._desk_context)
        self.setting_up = SettingUp(self._desk_context)
        self.desks = Desks(self._desk_context, self)
        for part in (self.organisations, self.setting_up):
            # They go with this file, and what they know of it with them.
            part.setParent(self)
        self._connect()

    @property
    def reading(self) -> GroupReading | None:
        """The result at hand; ``None`` while its check is not closed."""
        return self.results.reading

    @property
    def is_open(self) -> bool:
        """Whether the check at hand takes sheets."""
        return self.at is not None and self.at.state is RoundState.OPEN

    @property
    def is_collecting(self) -> bool:
        """Whether the check at hand has, or had, people who answer."""
        return self.at is not None and self.at.state is not RoundState.PREPARING

    # -- going places

    def show_all(self) -> None:
        """The list of all organisations."""
        self.let_be()
        self.organisations.show()

    def show_promises(self) -> None:
        """What was promised, over all organisations."""
        self.let_be()
        self.organisations.show_promises()

    def add_organisation(self) -> None:
        self.let_be()
        self.organisations.add()

    def find_organisation(self) -> None:
        self.let_be()
        self.organisations.find()

    def hand_over_organisation(self, organisation_id: int) -> None:
        self.let_be()
        self.organisations.hand_over(organisation_id)

    def take_in_organisation(self) -> None:
        self.let_be()
        self.organisations.take_in()

    def new_check(self) -> None:
        """A check for the organisation at hand; without one, the list to choose one from."""
        organisation_id = self.organisations.organisation_id or (self.at.organisation.id if self.at else None)
        if organisation_id is None:
            self.show_all()
        else:
            self.let_be()
            self.setting_up.start(organisation_id)

    def take_up(self, round_id: int) -> None:
        """Go where a check stands: being prepared, open, or closed."""
        self._look_up(round_id, self._go_where_it_stands)

    def take_up_promise(self, round_id: int) -> None:
        """What was promised after a check; where it takes sheets again, the check as it stands."""
        self._look_up(round_id, partial(self._go_where_it_stands, at=Place.PROMISE))

    def read_newest(self) -> None:
        """The newest result there is; without one, the list."""
        found = next(iter(self._file.store.rounds.summaries(RoundKind.GROUP, RoundState.CLOSED)), None)
        if found is None:
            self.show_all()
        else:
            self.take_up(found.id)

    def show(self, place: Place) -> None:
        """One page of the check at hand."""
        if self.at is None:
            return
        if place is Place.PROMISE and self.at.retests is not None:
            self.take_up_promise(self.at.retests.round_id)
        elif place is Place.COLLECT:
            self.desks.collecting.show(self.at.id)
        elif self.reading is None:
            self.desks.facts.show(self.at.id)
        elif place is Place.REPORT:
            self.report_asked.emit(self.reading.result)
            self._context.arrived()
        else:
            self.reading.show(place)
            self._context.arrived()

    def take_in(self, paths: tuple[str, ...]) -> None:
        """Files that were dropped on the window while a check is open."""
        if self.at is not None and self.is_open:
            self.desks.take_in(self.at.id, paths)

    def collect(self, how: str) -> None:
        """Get sheets into the check at hand; ``how`` is the id of what is done for it."""
        if self.at is not None and self.is_open:
            self.desks.collect(self.at.id, how)

    def list_pages(self) -> None:
        """Fill the sidebar with where one can go from here."""
        if self.at is None:
            self._window.sidebar.show_entries("", organisation_entries(), entries_when("always"))
            return
        retests = self.at.retests is not None
        entries = entries_when("together" if self.reading is not None else "asking again" if retests else "collecting")
        # With a check of several people in it, a file of one's own always begins with its organisations.
        begins = not self._file.is_sample or self._context.application.settings.load().working == "organisations"
        foot = (back_home_entry(organisations=begins), *entries_when("always"))
        self._window.sidebar.show_entries(self.at.organisation.name, entries, foot)

    def let_be(self) -> None:
        """Leave the check at hand."""
        self.results.put_down()
        if self.at is not None:
            self._window.clipboard.clean()
        self.at = None
        self._window.takes_answers = False

    def prefer(self, settings: Settings) -> None:
        self.desks.hand_over.prefer(settings)

    # -- one check

    def _look_up(self, round_id: int, then: Callable[[RoundSummary], None]) -> None:
        store = self._file.store
        run(lambda _progress: store.groups.setup(round_id)[0], then, self._context.refuse, owner=self)

    def _go_where_it_stands(self, summary: RoundSummary, at: Place = Place.OVERVIEW) -> None:
        if summary.retests is not None and summary.state is RoundState.CLOSED:
            # It shows nothing by itself: what it says stands below its promise.
            self.take_up_promise(summary.retests.round_id)
            return
        self._stand_at(summary)
        if summary.state is RoundState.PREPARING:
            self.setting_up.show(summary.id)
        elif summary.state is RoundState.OPEN:
            self.desks.collecting.show(summary.id)
        else:
            self.results.read(summary.id, at)

    def _stand_at(self, summary: RoundSummary) -> None:
        self._window.curtain.draw(summary.organisation.id)
        self.at = summary
        self._window.takes_answers = summary.state is RoundState.OPEN
        if summary.state is not RoundState.CLOSED:
            self.results.forget()

    def _turned(self, round_id: int) -> None:
        """The check at hand was opened, closed or reopened: what was read of it is gone before anything else."""
        self.results.forget()
        self._went()

        def turned(summary: RoundSummary) -> None:
            self._stand_at(summary)
            if summary.state is RoundState.CLOSED:
                self._go_where_it_stands(summary)
            else:
                self._context.arrived()

        self._look_up(round_id, turned)

    def _connect(self) -> None:
        self.results.opened.connect(self._show_result)
        self.results.working_out.cancelled.connect(self.show_all)
        self.organisations.check_asked.connect(self.take_up)
        self.organisations.promise_asked.connect(self.take_up_promise)
        self.organisations.set_up_asked.connect(self.take_up)
        self.organisations.new_check_asked.connect(self.setting_up.start)
        self.setting_up.check_asked.connect(self.take_up)
        self.setting_up.organisation_asked.connect(self._back_to_organisation)
        self.desks.collecting.setup_asked.connect(self.setting_up.show)
        self.desks.collecting.result_asked.connect(self.take_up)
        self.desks.collecting.changed.connect(self._turned)
        self.desks.hand_over.resumed.connect(self._stand_at)
        self.desks.hand_over.locked_changed.connect(lambda locked: self.results.forget() if locked else None)

    def _show_result(self, at: str) -> None:
        assert self.reading is not None
        self.reading.new_check_asked.connect(self.new_check)
        self.reading.retest_asked.connect(self._ask_again)
        self.list_pages()
        self.show(Place(at))

    def _ask_again(self, promise: Promise) -> None:
        """Open a small check with the questions of a promise, or go on with the one that is open."""
        assert self.reading is not None
        asking = under_way(self.reading.retests, promise)
        if asking is not None:
            self.take_up(asking.summary.id)
            return
        store, round_id, today = self._file.store, self.reading.round_id, self._context.application.today()
        run(
            lambda _progress: ask_people_again(store, round_id, promise, today),
            self.take_up,
            self._context.refuse,
            owner=self,
        )

    def _went(self) -> None:
        self.list_pages()
        self._context.arrived()

    def _back_to_organisation(self, organisation_id: int) -> None:
        self.let_be()
        self.organisations.show_organisation(organisation_id)

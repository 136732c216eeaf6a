"""The list of all organisations: read behind the window, its rows completed as they come into view."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from trustcheck.app.organisations import by_need, end_of_month
from trustcheck.app.portraits.check_reading import reading_of_check
from trustcheck.app.ports import Store
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.app.refusals import Refused
from trustcheck.domain.checks.round import Organisation, OrganisationSummary
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.organisations.logo_file import picture_of
from trustcheck.ui.organisations.organisations_page import OrganisationsPage
from trustcheck.ui.organisations.organisations_view import OrganisationLine, OrganisationsView
from trustcheck.ui.organisations.routes import OrganisationRoutes
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place


@dataclass(frozen=True)
class RowFill:
    """What a row is completed with."""

    organisation_id: int
    reading: CheckReading | None
    picture: QImage


class OrganisationListDesk(QObject):
    def __init__(self, context: Context, routes: OrganisationRoutes, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._window, self._file = context, context.window, context.file
        self._routes = routes
        self._summaries: dict[int, OrganisationSummary] = {}
        self._page: OrganisationsPage | None = None
        self._waiting: deque[int] = deque()
        self._filling: Task | None = None
        self._reading: Task | None = None
        context.window.curtain.drawn.connect(self.put_away)

    def show(
        self,
        deleted: tuple[Organisation, ...],
        held: Mapping[int, int],
        *,
        and_add: bool = False,
        and_find: bool = False,
    ) -> None:
        """The list as it is now; with ``and_add`` the line for a new organisation's name is open, with ``and_find`` the
        keyboard is where one is looked for."""
        store, today = self._file.store, self._context.application.today()

        def work() -> OrganisationsView:
            lines = tuple(OrganisationLine(each, today) for each in by_need(store.organisations.summaries(), today))
            promised = store.organisations.promises_due(end_of_month(today))
            file, now, here = self._file, dict(held), store.organisations.deleted()
            gone = tuple(each for each in deleted if each.id in here or now.get(each.id) is not None)
            return OrganisationsView(
                lines,
                file.path,
                today,
                file.is_sample,
                gone,
                here,
                now,
                promised,
                is_protected=store.safety.is_protected,
                only_looks=file.only_looks,
            )

        def arrived(view: OrganisationsView) -> None:
            self._show(view)
            if and_add and self._page is not None:
                self._page.ask_for_new()
            if and_find and self._page is not None:
                self._page.begin_search()

        self._reading = run(lambda _progress: work(), arrived, self._context.refuse, owner=self)

    def cannot_return(self, organisation_id: int) -> None:
        """One that was deleted is gone for good, which a list that is shown says."""
        if self._page is not None and shiboken6.isValid(self._page):
            self._page.cannot_return(organisation_id)

    def put_away(self) -> None:
        """Somebody has gone on: what was still to come of the list comes no more, and brings nobody back to it."""
        self._stop_filling()
        if self._reading is not None and self._reading.is_running:
            self._reading.cancel()
        self._reading = None

    def _show(self, view: OrganisationsView) -> None:
        self._stop_filling()
        self._summaries = {line.id: line.summary for line in view.lines}
        page = self._made()
        page.show_organisations(view)
        self._window.go_to(Place.HOME)
        self._context.arrived()

    def _made(self) -> OrganisationsPage:
        """The page, unless the window has let it go meanwhile for another one."""
        page = self._page
        if page is not None and shiboken6.isValid(page) and self._window.shows(Place.HOME, page):
            return page
        page = self._page = OrganisationsPage(self._window.look)
        page.organisation_asked.connect(self._routes.organisation)
        page.check_asked.connect(self._routes.new_check)
        page.go_on_asked.connect(self._go_on)
        page.promise_asked.connect(self._routes.promise)
        page.added.connect(self._add)
        page.brought_back.connect(self._bring_back)
        page.forget_asked.connect(self._routes.forget_in_copies)
        page.rows_seen.connect(self._complete)
        page.sample_asked.connect(self._context.other_files.open_sample)
        page.open_asked.connect(self._context.other_files.ask)
        page.own_asked.connect(self._context.other_files.leave_sample)
        self._window.add_page(Place.HOME, page)
        return page

    def _go_on(self, organisation_id: int) -> None:
        under_way = self._summaries[organisation_id].open
        assert under_way is not None
        self._routes.check(under_way)

    def _add(self, name: str) -> None:
        store = self._file.store
        run(lambda _progress: store.organisations.add(name), self._routes.organisation, self._not_added, owner=self)

    def _not_added(self, refused: Refused) -> None:
        if self._page is not None:
            self._page.ask_for_new()
        self._context.refuse(refused)

    def _bring_back(self, organisation_id: int) -> None:
        store = self._file.store
        run(
            lambda _progress: store.organisations.bring_back(organisation_id),
            lambda _none: self._routes.brought_back(organisation_id),
            self._context.refuse,
            owner=self,
        )

    # -- completing the rows that are on the screen

    def _complete(self, seen: tuple[int, ...]) -> None:
        self._waiting.extend(seen)
        self._complete_next()

    def _complete_next(self) -> None:
        """One row after the other: what is on the screen is soon complete, and nothing ever waits for it."""
        if not self._waiting or (self._filling is not None and self._filling.is_running):
            return
        store, summary = self._file.store, self._summaries[self._waiting.popleft()]
        self._filling = run(
            lambda _progress: _fill_of(store, summary),
            self._show_fill,
            # Without its numbers the row is still there; opening the check says what is wrong.
            lambda _refused: self._complete_next(),
            owner=self,
        )

    def _show_fill(self, fill: RowFill) -> None:
        if self._page is None or not shiboken6.isValid(self._page):
            return
        self._page.show_reading(fill.organisation_id, fill.reading)
        if not fill.picture.isNull():
            self._page.show_picture(fill.organisation_id, fill.picture)
        self._complete_next()

    def _stop_filling(self) -> None:
        self._waiting.clear()
        if self._filling is not None and self._filling.is_running:
            self._filling.cancel()
        self._filling = None


def _fill_of(store: Store, summary: OrganisationSummary) -> RowFill:
    organisation_id = summary.organisation.id
    logo = store.organisations.details(organisation_id).logo
    return RowFill(organisation_id, reading_of_check(store, summary.last), picture_of(logo))

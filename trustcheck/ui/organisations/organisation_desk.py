"""The page of one organisation: what is written there is saved by itself, what is deleted can be brought back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from trustcheck.app.answering.personal import Saving
from trustcheck.app.portraits.check_reading import reading_of_check
from trustcheck.app.ports import Progress, Refused, Store
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.domain.checks.round import OrganisationDetails, RoundSummary
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.organisations.logo_file import picture_of, read_logo
from trustcheck.ui.organisations.organisation_page import OrganisationPage
from trustcheck.ui.organisations.organisations_view import OrganisationView, delete_check
from trustcheck.ui.organisations.routes import OrganisationRoutes
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place


class OrganisationDesk(QObject):
    def __init__(self, context: Context, routes: OrganisationRoutes, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._window, self._file = context, context.window, context.file
        self._routes = routes
        self._page: OrganisationPage | None = None
        self._view: OrganisationView | None = None
        self._scoring: Task | None = None

    @property
    def organisation_id(self) -> int | None:
        """The organisation that was shown last."""
        return self._view.organisation.id if self._view is not None else None

    def show(self, organisation_id: int) -> None:
        store, path, only_looks = self._file.store, self._file.path, self._file.only_looks

        def work(_progress: Progress) -> tuple[OrganisationView, QImage]:
            view = _read(store, organisation_id, path, only_looks=only_looks)
            return view, picture_of(view.details.logo)

        run(work, self._show, self._context.refuse, owner=self)

    def _show(self, read: tuple[OrganisationView, QImage]) -> None:
        self._view, logo = read
        self._window.curtain.turn_to(self._view.organisation.id)
        page = self._made()
        page.show_organisation(self._view, logo)
        self._window.go_to(Place.ORGANISATION)
        self._context.arrived()
        if self._scoring is not None and self._scoring.is_running:
            self._scoring.cancel()
        self._score(iter(self._view.rounds))

    def _score(self, rounds: Iterator[RoundSummary]) -> None:
        """Work out what they showed, one check after the other, the newest first."""
        summary = next(rounds, None)
        if summary is None:
            return
        store = self._file.store

        def arrived(reading: CheckReading | None) -> None:
            if self._page is not None and shiboken6.isValid(self._page):
                self._page.show_reading(summary.id, reading)
            self._score(rounds)

        # Without its numbers the row is still there; opening the check says what is wrong.
        self._scoring = run(
            lambda _progress: reading_of_check(store, summary),
            arrived,
            lambda _refused: self._score(rounds),
            owner=self,
        )

    def _made(self) -> OrganisationPage:
        if self._page is not None and self._window.shows(Place.ORGANISATION, self._page):
            return self._page
        page = self._page = OrganisationPage(self._window.look)
        page.left.connect(self._routes.list)
        page.new_check_asked.connect(lambda: self._routes.new_check(self._here.organisation.id))
        page.round_asked.connect(self._routes.check)
        page.round_delete_asked.connect(self._delete_round)
        page.renamed.connect(self._rename)
        page.delete_asked.connect(self._delete)
        page.details_changed.connect(self._keep)
        page.logo_asked.connect(self._choose_logo)
        page.hand_over_asked.connect(lambda: self._routes.hand_over(self._here.organisation.id))
        page.hand_over.setVisible(not self._file.is_sample and not self._file.only_looks)
        page.saved.follow(self._file.queue)
        self._window.add_page(Place.ORGANISATION, page)
        return page

    def _keep(self, details: OrganisationDetails) -> None:
        store, organisation_id = self._file.store, self._here.organisation.id
        if self._file.queue.turns_away():
            self._routes.organisation(organisation_id)
            return
        self._file.queue.put(
            Saving(
                lambda: store.organisations.save_details(organisation_id, details), f"organisation {organisation_id}"
            )
        )

    def _choose_logo(self) -> None:
        path = self._context.dialogs.picture_to_open(str(Path.home()))
        page = self._page
        if not path or page is None:
            return

        def work(_progress: Progress) -> tuple[bytes, QImage]:
            logo = read_logo(path)
            return logo, picture_of(logo)

        # Whose logo it is was decided when it was asked for: clients are never mixed.
        whose = self.organisation_id

        def wear(read: tuple[bytes, QImage]) -> None:
            if self.organisation_id == whose:
                page.cards.wear(*read)

        def refuse(refused: Refused) -> None:
            if self.organisation_id == whose:
                page.cards.logo.say(str(refused))

        run(work, wear, refuse, owner=page)

    def _rename(self, name: str) -> None:
        store, organisation_id = self._file.store, self._here.organisation.id
        self._do(lambda: store.organisations.rename(organisation_id, name))

    def _delete_round(self, round_id: int) -> None:
        organisation_id = self._here.organisation.id
        delete_check(
            self._file, round_id, lambda: self._routes.organisation(organisation_id), self._context.refuse, self
        )

    def _do(self, work: Callable[[], None]) -> None:
        """Change something in the store, and show the organisation as it is then; or as it was."""
        organisation_id = self._here.organisation.id
        run(
            lambda _progress: work(),
            lambda _none: self._routes.organisation(organisation_id),
            self._context.refuse,
            # Whoever has turned to another client meanwhile is told nothing of this one.
            owner=self._page,
        )

    def _delete(self) -> None:
        store, organisation = self._file.store, self._here.organisation
        if not self._context.drained():
            return

        def work(_progress: Progress) -> int:
            store.organisations.delete(organisation.id)
            return store.safety.copies_holding(organisation=organisation.id)

        run(work, lambda copies: self._routes.deleted(organisation, copies), self._context.refuse, owner=self)

    @property
    def _here(self) -> OrganisationView:
        assert self._view is not None
        return self._view


def _read(store: Store, organisation_id: int, path: str, *, only_looks: bool) -> OrganisationView:
    found = (each.organisation for each in store.organisations.summaries() if each.organisation.id == organisation_id)
    organisation = next(found)
    return OrganisationView(
        organisation,
        store.rounds.of_organisation(organisation_id),
        store.organisations.details(organisation_id),
        path,
        only_looks=only_looks,
    )

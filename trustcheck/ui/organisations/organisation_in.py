"""Taking an organisation in from a file somebody handed over: looked through, seen, and then taken in whole."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from trustcheck.app.ports import Locked, Progress, Refused
from trustcheck.app.store.organisation_file import Arriving
from trustcheck.ui.kit.asking import folder_for, remember_folder
from trustcheck.ui.kit.background import run_to_its_end
from trustcheck.ui.organisations.organisation_in_page import OrganisationInPage
from trustcheck.ui.organisations.routes import OrganisationRoutes
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place

_NOBODYS = 0
"""Whose folder the file is looked for in: it is not known yet whom it is about."""


class OrganisationIn(QObject):
    def __init__(self, context: Context, routes: OrganisationRoutes, parent: QObject) -> None:
        super().__init__(parent)
        self._routes = routes
        self._context, self._window, self._file = context, context.window, context.file
        self._stop: Callable[[], None] = _nothing
        self._path, self._passphrase, self._came = "", "", 0

    def show(self) -> None:
        """The page on which a file is chosen."""
        self.cancel()
        page = OrganisationInPage(self._window.look)
        page.file_asked.connect(lambda: self._choose(page))
        page.opened.connect(lambda typed: self._look(page, typed))
        page.take_asked.connect(lambda name: self._take(page, name))
        page.cancel_asked.connect(self.cancel)
        page.page_asked.connect(self._open)
        page.left.connect(self._leave)
        self._window.add_page(Place.ORGANISATION_IN, page)
        self._window.go_to(Place.ORGANISATION_IN)
        self._context.arrived()

    def cancel(self) -> None:
        """Stop looking or taking in; nothing is half taken. What was typed is forgotten."""
        self._stop()
        self._path, self._passphrase = "", ""

    def _choose(self, page: OrganisationInPage) -> None:
        store = self._file.store
        path = self._context.dialogs.organisation_to_open(str(folder_for(store, _NOBODYS)))
        if path:
            self.cancel()
            remember_folder(store, _NOBODYS, Path(path).parent)
            self._path = path
            self._look(page, "")

    def _look(self, page: OrganisationInPage, passphrase: str) -> None:
        store, path, name = self._file.store, self._path, Path(self._path).name
        self._passphrase = passphrase

        def refused(why: Refused) -> None:
            if isinstance(why, Locked):
                page.show_locked(name, str(why), wrong=why.wrong)
            else:
                page.show_refused(str(why))

        def found(arriving: tuple[Arriving, ...]) -> None:
            page.show_found(name, arriving)

        page.show_looking(name)
        self._run(page, lambda progress: store.carrying.arriving(path, passphrase, progress), found, refused)

    def _take(self, page: OrganisationInPage, name: str) -> None:
        store, path, passphrase = self._file.store, self._path, self._passphrase

        def work(progress: Progress) -> tuple[int, str]:
            here = store.carrying.take_in_organisation(path, name, passphrase, progress)
            return here, next(each.name for each in store.organisations.all() if each.id == here)

        def taken(came: tuple[int, str]) -> None:
            self.cancel()
            self._came = came[0]
            page.show_taken(came[1])

        page.show_taking()
        self._run(page, work, taken, lambda why: page.show_refused(str(why)), page.show_taking)

    def _run(
        self,
        page: OrganisationInPage,
        work: Callable[[Progress], object],
        then: Callable[..., None],
        otherwise: Callable[[Refused], None],
        progress: Progress | None = None,
    ) -> None:
        self._stop = run_to_its_end(work, then, otherwise, page.show_start, progress, owner=page)

    def _open(self) -> None:
        self._window.drop_page(Place.ORGANISATION_IN)
        self._routes.organisation(self._came)

    def _leave(self) -> None:
        self.cancel()
        self._window.drop_page(Place.ORGANISATION_IN)
        self._window.asked.emit(Place.HOME)


def _nothing() -> None:
    """Nothing is under way that could be stopped."""

"""The organisations of the open data file: all of them in one list, and the page of each."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from trustcheck.app.carrying.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.ports import Progress
from trustcheck.domain.checks.round import Organisation, PlacedPromise, RoundKind, RoundState, RoundSummary
from trustcheck.ui.kit.asking import file_name_of, folder_for, remember_folder
from trustcheck.ui.kit.background import run, run_to_its_end
from trustcheck.ui.organisations import deleted_strip
from trustcheck.ui.organisations.all_promises_page import AllPromisesPage
from trustcheck.ui.organisations.organisation_desk import OrganisationDesk
from trustcheck.ui.organisations.organisation_in import OrganisationIn
from trustcheck.ui.organisations.organisation_list import OrganisationListDesk
from trustcheck.ui.organisations.organisation_out_page import OrganisationOutPage
from trustcheck.ui.organisations.routes import OrganisationRoutes
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable


# Handing one organisation over: asked for on its page, written and read back behind the window.


class OrganisationOut(QObject):
    def __init__(self, context: Context, routes: OrganisationRoutes, parent: QObject) -> None:
        super().__init__(parent)
        self._routes = routes
        self._context, self._window, self._file = context, context.window, context.file
        self._stopped: Callable[[], None] = _nothing

    def show(self, organisation_id: int) -> None:
        """Read what would go along behind the window, and show it."""
        self.cancel()
        store = self._file.store

        def work(_progress: Progress) -> tuple[Organisation, tuple[RoundSummary, ...]]:
            found = next(each for each in store.organisations.all() if each.id == organisation_id)
            return found, store.rounds.of_organisation(organisation_id)

        run(work, lambda found: self._show(*found), self._context.refuse, owner=self)

    def cancel(self) -> None:
        """Stop what is being written; nothing of it is left behind."""
        self._stopped()

    def _show(self, organisation: Organisation, rounds: tuple[RoundSummary, ...]) -> None:
        self._window.curtain.draw(organisation.id)
        page = OrganisationOutPage(self._window.look, organisation.name, rounds)
        page.save_asked.connect(lambda typed, notes: self._save(page, organisation, typed, with_notes=notes))
        page.cancel_asked.connect(self.cancel)
        page.left.connect(lambda: self._leave(organisation.id))
        self._window.add_page(Place.ORGANISATION_OUT, page)
        self._window.go_to(Place.ORGANISATION_OUT)
        self._context.arrived()

    def _save(
        self, page: OrganisationOutPage, organisation: Organisation, passphrase: str, *, with_notes: bool
    ) -> None:
        store, day = self._file.store, self._context.application.today().isoformat()
        name = _("{place} handed over {day}").format(place=file_name_of(organisation.name), day=day)
        folder = folder_for(store, organisation.id)
        path = self._context.dialogs.organisation_to_save(str(folder / f"{name}.trustcheck"))
        if not path:
            return

        def saved(_none: None) -> None:
            page.show_saved(path)
            remember_folder(store, organisation.id, Path(path).parent)

        def write(progress: Progress) -> None:
            refuse_another_type(path, DATA_FILE)
            store.carrying.hand_over(organisation.id, path, passphrase, progress, with_notes=with_notes)

        page.show_making()
        self._stopped = run_to_its_end(
            write,
            saved,
            lambda refused: page.show_refused(str(refused)),
            page.show_stopped,
            page.show_making,
            owner=page,
        )

    def _leave(self, organisation_id: int) -> None:
        self.cancel()
        self._window.drop_page(Place.ORGANISATION_OUT)
        self._routes.organisation(organisation_id)


def _nothing() -> None:
    """Nothing is under way that could be stopped."""


class Organisations(QObject):
    """Signals: ``check_asked`` with the id of a group's check that is open or closed, ``promise_asked`` with that of
    one whose promise is wanted, ``set_up_asked`` with one that is being prepared, ``personal_asked`` with one person's
    round, ``new_check_asked`` with an organisation's id.
    """

    # Ids are longer than the int of a signal.
    check_asked = Signal(object)
    promise_asked = Signal(object)
    set_up_asked = Signal(object)
    personal_asked = Signal(object)
    new_check_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        # It goes with the window, and with it whatever still wants to tell it something.
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._deleted: list[Organisation] = []
        self._held: dict[int, int] = {}
        self._waiting: dict[int, QTimer] = {}
        """What was deleted and is forgotten once its time is up."""
        routes = OrganisationRoutes(
            list=self.show,
            organisation=self.show_organisation,
            hand_over=self.hand_over,
            new_check=self._ask_for_new_check,
            check=self._ask_for,
            promise=self._ask_for_promise,
            deleted=self._forget,
            brought_back=self._bring_back,
            forget_in_copies=self._forget_in_copies,
        )
        self._list = OrganisationListDesk(context, routes, self)
        self._desk = OrganisationDesk(context, routes, self)
        self._out = OrganisationOut(context, routes, self)
        self._in = OrganisationIn(context, routes, self)

    @property
    def organisation_id(self) -> int | None:
        """The organisation whose page is shown; ``None`` elsewhere."""
        return self._desk.organisation_id if self._window.place is Place.ORGANISATION else None

    def show(self) -> None:
        """Read the list of all organisations behind the window, and go there."""
        if self._context.drained():
            self._list.show(tuple(self._deleted), self._held)

    def show_promises(self) -> None:
        """Read the promises of all organisations behind the window, and go there."""
        if self._context.drained():
            self._list.put_away()
            store = self._file.store
            run(lambda _progress: store.organisations.promises(), self._show_promises, self._context.refuse, owner=self)

    def add(self) -> None:
        """The line for a new organisation's name, on the list."""
        if not self._file.queue.turns_away() and self._context.drained():
            self._list.show(tuple(self._deleted), self._held, and_add=True)

    def find(self) -> None:
        """The list, with the keyboard where a name is looked for."""
        if self._context.drained():
            self._list.show(tuple(self._deleted), self._held, and_find=True)

    def show_organisation(self, organisation_id: int) -> None:
        """Read one organisation behind the window, and go to its page."""
        if self._context.drained():
            self._list.put_away()
            self._desk.show(organisation_id)

    def hand_over(self, organisation_id: int) -> None:
        """The page on which one organisation is handed over as a file of its own."""
        if self._context.drained():
            self._list.put_away()
            self._out.show(organisation_id)

    def take_in(self) -> None:
        """The page on which an organisation is taken in from such a file."""
        if self._context.drained():
            self._list.put_away()
            self._in.show()

    def _ask_for_new_check(self, organisation_id: int) -> None:
        self.new_check_asked.emit(organisation_id)

    def _ask_for(self, summary: RoundSummary) -> None:
        if not self._context.drained():
            return
        if summary.kind is RoundKind.PERSONAL:
            self.personal_asked.emit(summary.id)
        elif summary.state is RoundState.PREPARING:
            self.set_up_asked.emit(summary.id)
        else:
            self.check_asked.emit(summary.id)

    def _show_promises(self, promises: tuple[PlacedPromise, ...]) -> None:
        page = AllPromisesPage(self._window.look)
        page.promise_asked.connect(self._ask_for_promise)
        page.show_promises(promises, self._context.application.today())
        self._window.add_page(Place.ALL_PROMISES, page)
        self._window.go_to(Place.ALL_PROMISES)
        self._context.arrived()

    def _ask_for_promise(self, due: PlacedPromise) -> None:
        if self._context.drained():
            asked = self.personal_asked if due.kind is RoundKind.PERSONAL else self.promise_asked
            asked.emit(due.round_id)

    def _forget(self, organisation: Organisation, copies: int) -> None:
        self._deleted.insert(0, organisation)
        if copies:
            self._held[organisation.id] = copies
        timer = self._waiting[organisation.id] = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._forget_for_good)
        timer.start(deleted_strip.BRING_BACK_FOR)
        self.show()

    def _forget_for_good(self) -> None:
        """Whose time is up can no longer be brought back; where that fails, it is tried again on closing."""
        store, due = self._file.store, [each for each, timer in self._waiting.items() if not timer.isActive()]

        def forget(_progress: Progress) -> None:
            for each in due:
                store.organisations.forget(each)

        def tell(_none: None) -> None:
            for each in due:
                self._list.cannot_return(each)

        for each in due:
            self._waiting.pop(each).deleteLater()
        run(forget, tell, self._context.refuse, owner=self)

    def _forget_in_copies(self, organisation_id: int) -> None:
        store = self._file.store

        def forgotten(_none: None) -> None:
            self._held[organisation_id] = 0
            self.show()

        run(
            lambda _progress: store.safety.forget_in_copies(organisation=organisation_id),
            forgotten,
            self._context.refuse,
            owner=self,
        )

    def _bring_back(self, organisation_id: int) -> None:
        self._deleted = [each for each in self._deleted if each.id != organisation_id]
        if timer := self._waiting.pop(organisation_id, None):
            timer.stop()
            timer.deleteLater()
        self.show()

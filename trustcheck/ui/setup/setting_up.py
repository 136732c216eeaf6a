"""Setting up a check for several people: the two steps, the last look, and opening it."""

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, Signal

from trustcheck.app.collecting.set_up import first_setup, keep_routes
from trustcheck.app.ports import NewGroupRound, Progress, Refused, Store
from trustcheck.app.questionnaires.shelf import askable
from trustcheck.domain.checks.round import Organisation, RoundKind, RoundState
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.background import run
from trustcheck.ui.setup.new_check_page import NewCheckPage
from trustcheck.ui.setup.set_up_view import NewCheckView, PlannedCheck, ReadyCheck
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place


class SettingUp(QObject):
    """Signals: ``check_asked`` with the id of a check that was opened, ``organisation_asked`` with the organisation to
    go back to.
    """

    # Ids are longer than the int of a signal.
    check_asked = Signal(object)
    organisation_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        # It goes with the window, and with it whatever still wants to tell it something.
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._page: NewCheckPage | None = None
        self._organisation: Organisation | None = None
        self._round_id: int | None = None
        self._state = RoundState.PREPARING

    def start(self, organisation_id: int) -> None:
        """The first step of a new check, filled as the last one was."""
        if self._file.queue.turns_away() or not self._context.drained():
            return
        self._round_id = None
        store, application = self._file.store, self._context.application
        catalog, library = application.catalog, application.library()

        def beginning(_progress: Progress) -> tuple[Organisation, NewCheckView]:
            return _beginning(store, tuple(askable(catalog, library)), organisation_id)

        run(beginning, self._begin, self._context.refuse, owner=self)

    def show(self, round_id: int) -> None:
        """A last look at a check that is being prepared; later on, what was decided for it."""
        if not self._context.drained():
            return
        self._round_id = round_id
        store = self._file.store
        run(lambda _progress: _ready(store, round_id), self._show_ready, self._context.refuse, owner=self)

    def change(self, round_id: int) -> None:
        """The steps again: all of them while a check is being prepared, what may still change once it is open."""
        if self._file.queue.turns_away() or not self._context.drained():
            return
        self._round_id = round_id
        store, application = self._file.store, self._context.application

        def changing(_progress: Progress) -> tuple[Organisation, NewCheckView]:
            return _changing(store, tuple(askable(application.catalog, application.library())), round_id)

        run(changing, self._begin, self._context.refuse, owner=self)

    def _begin(self, beginning: tuple[Organisation, NewCheckView]) -> None:
        self._organisation, view = beginning
        self._window.curtain.draw(self._organisation.id)
        self._made().show_new(view)
        self._go()

    def _show_ready(self, ready: tuple[Organisation, ReadyCheck]) -> None:
        self._organisation, check = ready
        self._window.curtain.draw(self._organisation.id)
        self._state = check.state
        self._made().show_ready(check)
        self._go()

    def _go(self) -> None:
        self._window.go_to(Place.NEW_CHECK)
        self._context.arrived()

    def _made(self) -> NewCheckPage:
        page = self._page
        if page is not None and shiboken6.isValid(page) and self._window.shows(Place.NEW_CHECK, page):
            return page
        page = self._page = NewCheckPage(self._window.look)
        page.planned.connect(self._prepare)
        page.opened.connect(self._open)
        page.change_asked.connect(self._change)
        page.left.connect(self._leave)
        self._window.add_page(Place.NEW_CHECK, page)
        return page

    def _prepare(self, planned: PlannedCheck) -> None:
        """Keep what was decided, and show it once more before anybody answers."""
        store, organisation, round_id = self._file.store, self._organisation, self._round_id
        assert organisation is not None
        new = NewGroupRound(organisation.id, planned.questionnaire, planned.setup, self._context.application.today())

        def work() -> int:
            prepared = round_id
            if prepared is None:
                prepared = store.groups.prepare(new)
            else:
                store.groups.change_setup(prepared, planned.setup)
            keep_routes(store, organisation.id, planned.setup)
            return prepared

        run(lambda _progress: work(), self.show, self._not_done, owner=self)

    def _open(self) -> None:
        store, round_id = self._file.store, self._round_id
        assert round_id is not None
        if self._state is not RoundState.PREPARING:
            self.check_asked.emit(round_id)
            return
        run(
            lambda _progress: store.groups.open(round_id),
            lambda _none: self.check_asked.emit(round_id),
            self._not_done,
            owner=self,
        )

    def _not_done(self, refused: Refused) -> None:
        if self._page is not None and shiboken6.isValid(self._page):
            self._page.try_again()
        self._context.refuse(refused)

    def _change(self) -> None:
        assert self._round_id is not None
        self.change(self._round_id)

    def _leave(self) -> None:
        assert self._organisation is not None
        self.organisation_asked.emit(self._organisation.id)


def _beginning(
    store: Store, offered: tuple[Questionnaire, ...], organisation_id: int
) -> tuple[Organisation, NewCheckView]:
    found = (each.organisation for each in store.organisations.summaries() if each.organisation.id == organisation_id)
    organisation, routes = next(found), store.organisations.details(organisation_id).routes
    before = next(
        (each for each in store.rounds.of_organisation(organisation_id) if each.kind is RoundKind.GROUP), None
    )
    if before is None:
        return organisation, NewCheckView(organisation.name, offered, first_setup(None, routes), spoken=offered)
    _summary, setup, questionnaire = store.groups.setup(before.id)
    view = NewCheckView(
        organisation.name,
        (questionnaire, *_others(offered, questionnaire)),
        first_setup(setup, routes),
        had_one_before=True,
        spoken=offered,
    )
    return organisation, view


def _others(offered: tuple[Questionnaire, ...], last: Questionnaire) -> Iterator[Questionnaire]:
    """Those that differ from the one of last time."""
    return (each for each in offered if _which(each) != _which(last))


def _which(asked: Questionnaire) -> tuple[str, str, str]:
    return asked.id, asked.version, asked.language


def _ready(store: Store, round_id: int) -> tuple[Organisation, ReadyCheck]:
    summary, setup, questionnaire = store.groups.setup(round_id)
    planned = PlannedCheck(questionnaire, setup)
    return summary.organisation, ReadyCheck(summary.organisation.name, planned, summary.state)


def _changing(store: Store, offered: tuple[Questionnaire, ...], round_id: int) -> tuple[Organisation, NewCheckView]:
    summary, setup, questionnaire = store.groups.setup(round_id)
    is_open = summary.state is RoundState.OPEN
    name = summary.organisation.name
    view = NewCheckView(name, (questionnaire,), setup, is_change=True, is_open=is_open, spoken=offered)
    return summary.organisation, view

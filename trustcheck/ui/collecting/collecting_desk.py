"""The Collect page of one check, and what is done there: opening, closing, reopening, discarding."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from trustcheck.app.ports import Progress, Refused
from trustcheck.domain.checks.round import RoundState
from trustcheck.ui.collecting.collect_page import CollectPage
from trustcheck.ui.collecting.collect_words import CollectView
from trustcheck.ui.kit.background import Work, run, run_to_its_end
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _


class CollectingDesk(QObject):
    """Begin with :meth:`show`; :meth:`refresh` counts anew.

    Signals, each with the round's id: ``way_asked``, also with the id of a
    :class:`~trustcheck.ui.collecting.ways.WayAct`, ``setup_asked``, ``facts_asked``, ``result_asked`` where another
    page is wanted, ``closing`` before the check is closed, and ``changed`` when it was opened, closed or reopened.
    """

    way_asked = Signal(object, str)
    setup_asked = Signal(object)
    facts_asked = Signal(object)
    result_asked = Signal(object)
    changed = Signal(object)
    closing = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._round_id = 0
        self._stop: Callable[[], None] = _nothing
        self.has_room: Callable[[int], bool] = lambda _round_id: False
        """Whether the room for phones that is open is the one of a check."""

    @property
    def round_id(self) -> int:
        """The check whose page is shown, or was shown last; 0 for none."""
        return self._round_id

    def show(self, round_id: int) -> None:
        """Count what has come in, behind the window, and show it."""
        if not self._context.drained():
            return
        self._round_id = round_id
        self._count(self._arrive)

    def refresh(self) -> None:
        """Count anew, if the page is there; nobody is taken anywhere."""
        if self._window.has_page(Place.COLLECT):
            self._count(self._fill)

    def recount(self) -> None:
        """A sheet came in by itself: only the numbers change, whatever somebody is about to do on the page."""
        if self._window.has_page(Place.COLLECT):
            self._count(self._fill_counts)

    def _count(self, then: Callable[[CollectView], None]) -> None:
        file, store, round_id = self._file, self._file.store, self._round_id

        def counted() -> CollectView:
            summary, setup, questionnaire = store.groups.setup(round_id)
            is_open = summary.state is RoundState.OPEN
            half_filled = tuple(each.id for each in store.sheets.sealed_sheets(round_id)) if is_open else ()
            door = file.room_door if is_open and self.has_room(round_id) else ""
            return CollectView(summary, setup, questionnaire, store.groups.arrived(round_id), half_filled, door)

        run(lambda _progress: counted(), then, self._context.refuse, owner=self)

    def _arrive(self, view: CollectView) -> None:
        page = CollectPage(self._window.look)
        for asked, says in (
            (page.setup_asked, self.setup_asked),
            (page.facts_asked, self.facts_asked),
            (page.result_asked, self.result_asked),
        ):
            asked.connect(lambda says=says: says.emit(self._round_id))
        page.way_asked.connect(lambda act: self.way_asked.emit(self._round_id, act))
        page.open_asked.connect(self._open)
        page.close_asked.connect(self._close)
        page.reopen_asked.connect(self._reopen)
        page.discard_asked.connect(self._discard)
        page.stop_asked.connect(self._stop_closing)
        page.show_collect(view)
        self._window.add_page(Place.COLLECT, page)
        self._window.go_to(Place.COLLECT)
        self._context.arrived()

    def _fill(self, view: CollectView) -> None:
        if self._window.has_page(Place.COLLECT) and view.summary.id == self._round_id:
            page = self._window.page(Place.COLLECT)
            assert isinstance(page, CollectPage)
            page.show_collect(view)
            if self._window.place is Place.COLLECT:
                self._window.put_keyboard_in(page)

    def _fill_counts(self, view: CollectView) -> None:
        page = self._window.page(Place.COLLECT) if self._window.has_page(Place.COLLECT) else None
        if isinstance(page, CollectPage) and view.summary.id == self._round_id:
            page.show_counted(view)

    def _open(self) -> None:
        store, round_id = self._file.store, self._round_id
        self._do(lambda _progress: store.groups.open(round_id))

    def _close(self, leave_out_hurried: bool) -> None:
        self.closing.emit(self._round_id)
        store, round_id, today = self._file.store, self._round_id, self._context.application.today()

        def work(progress: Progress) -> None:
            store.groups.close(round_id, today, leave_out_hurried=leave_out_hurried, progress=progress)

        self._show_closing(round_id, 0, 1)
        self._do(work, partial(self._show_closing, round_id), self._say_still_open)

    def _stop_closing(self) -> None:
        self._stop()

    def _say_still_open(self) -> None:
        self.refresh()
        self._window.say(_("Stopped. The check is still open."), done=True)

    def _show_closing(self, round_id: int, done: int, of: int) -> None:
        """On the page of that check, also where the person left it and came back meanwhile."""
        if self._window.has_page(Place.COLLECT) and round_id == self._round_id:
            page = self._window.page(Place.COLLECT)
            assert isinstance(page, CollectPage)
            page.show_closing(done, of)

    def _reopen(self) -> None:
        store, round_id = self._file.store, self._round_id
        self._do(lambda _progress: store.groups.reopen(round_id))

    def _discard(self, sheet_ids: tuple[int, ...]) -> None:
        store, round_id = self._file.store, self._round_id

        def work(_progress: Progress) -> None:
            for sheet_id in sheet_ids:
                store.sheets.discard_sealed(round_id, sheet_id)

        self._do(work, tells=False)

    def _do(
        self,
        work: Work[None],
        progress: Progress | None = None,
        stopped: Callable[[], None] | None = None,
        *,
        tells: bool = True,
    ) -> None:
        """Do it behind the window, and show what is true then; also where it was refused, or ``stopped`` in time."""
        round_id = self._round_id
        if not self._context.drained():
            self.refresh()
            return

        def done(_none: None) -> None:
            self.refresh()
            if tells:
                self.changed.emit(round_id)

        def otherwise(refused: Refused) -> None:
            self.refresh()
            self._context.refuse(refused)

        self._stop = run_to_its_end(work, done, otherwise, stopped or self.refresh, progress, owner=self)


def _nothing() -> None:
    """Nothing is under way that could be stopped."""

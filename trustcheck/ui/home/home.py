"""Home: the checks of the open file at once, their two dots as soon as they are worked out."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.portraits.check_reading import reading_of_check
from trustcheck.app.ports import Progress, Store
from trustcheck.domain.checks.promises import open_ones
from trustcheck.domain.checks.round import Promise, RoundState, RoundSummary
from trustcheck.ui.home.home_page import HomePage
from trustcheck.ui.home.home_view import HomeRow, HomeView
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.app.application import Application
    from trustcheck.ui.flow.check_flow import CheckFlow
    from trustcheck.ui.shell.context import OtherFiles
    from trustcheck.ui.shell.main_window import MainWindow


class Home(QObject):
    """Keeps the home page true to the open file."""

    def __init__(self, application: "Application", window: "MainWindow", other_files: "OtherFiles") -> None:
        super().__init__()
        self._application, self._window, self._other_files = application, window, other_files
        self._task: Task | None = None

    def show(self, flow: "CheckFlow") -> None:
        """Show the list now, and the scores when they are there."""
        if self._task is not None:
            self._task.cancel()
        view = HomeView(
            rows=tuple(HomeRow(each, stopped_at=_stopped_at(flow.file.store, each)) for each in flow.rounds()),
            path=flow.file.path,
            today=self._application.today(),
            is_sample=flow.file.is_sample,
            only_looks=flow.file.only_looks,
            is_protected=flow.file.store.safety.is_protected,
        )
        page = self._made(flow)
        page.show_home(view)
        self._window.go_to(Place.HOME)
        if any(not row.is_open for row in view.rows):
            store = flow.file.store
            self._task = run(
                lambda progress: _worked_out(store, view, progress),
                self._show_worked_out,
                # Without its dots the list is still there; opening the check says what is wrong.
                lambda _refused: None,
                owner=page,
            )

    def _show_worked_out(self, view: HomeView) -> None:
        page = self._window.page(Place.HOME) if self._window.place is Place.HOME else None
        if isinstance(page, HomePage):
            page.show_home(view)
            self._window.put_keyboard_in(page)

    def _made(self, flow: "CheckFlow") -> HomePage:
        """A page that speaks to this file's checks; the one of another file is let go."""
        page = HomePage(self._window.look)
        page.go_on_asked.connect(flow.answer)
        page.look_asked.connect(flow.read)
        page.delete_asked.connect(flow.delete)
        page.new_asked.connect(flow.start)
        page.open_asked.connect(self._other_files.ask)
        page.sample_asked.connect(self._other_files.open_sample)
        page.own_asked.connect(self._other_files.leave_sample)
        self._window.add_page(Place.HOME, page)
        return page


def _stopped_at(store: Store, summary: RoundSummary) -> int:
    """The number of the question that was on screen last; 0 where it is not known."""
    if summary.state is RoundState.CLOSED or not summary.at_item:
        return 0
    asked = store.rounds.round(summary.id).questionnaire.asked(summary.form)
    return asked.index(summary.at_item) + 1 if summary.at_item in asked else 0


def _worked_out(store: Store, view: HomeView, progress: Progress) -> HomeView:
    """The same view with the pillars of every finished check, and the newest promise that names a day."""
    rows: list[HomeRow] = []
    promise: Promise | None = None
    for number, row in enumerate(view.rows):
        progress(number, len(view.rows))
        if row.is_open:
            rows.append(row)
            continue
        rows.append(replace(row, reading=reading_of_check(store, row.round)))
        made = () if row.is_group else open_ones(store.rounds.round(row.round.id).promises)
        promise = promise or next((each for each in made if each.look_again_on is not None), None)
    return replace(view, rows=tuple(rows), promise=promise)

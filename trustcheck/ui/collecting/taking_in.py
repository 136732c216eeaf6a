"""Taking sheets in from a table: the file is read, looked through and taken in behind the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

import shiboken6
from PySide6.QtCore import QObject, Signal

from trustcheck.app.collecting.readings import (
    Reading,
    decides_something,
    likeliest,
    reading_of,
    readings_in,
    with_reading,
)
from trustcheck.app.collecting.tables import HEADINGS, SHEETS, LookedThrough, Plan, RawTable, Use
from trustcheck.app.ports import Cancelled, Progress, Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.ui.collecting.take_in_page import TakeInPage
from trustcheck.ui.collecting.taking_in_words import TableView
from trustcheck.ui.kit.asking import folder_for, remember_folder
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class _Check:
    """The open check that takes the sheets."""

    round_id: int
    setup: GroupSetup
    questionnaire: Questionnaire
    organisation_id: int


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table as it would be taken in."""

    table: RawTable
    plan: Plan
    found: LookedThrough | None
    """``None`` while it is looked through again."""
    proposed: Plan
    """As the program planned it, before anybody decided anything."""
    offered: Reading | None = None
    """How an earlier file like this one was read."""


def _of_the_file(plan: Plan) -> Plan:
    """What was decided of a file as a whole, and nothing of its columns and words."""
    whole = {each: plan.decided[each] for each in (SHEETS, HEADINGS) if each in plan.decided}
    return Plan(0, (), decided=whole)


class TakingIn(QObject):
    """Signals, when the person wants back to the check: ``done`` with its id where sheets came in, otherwise ``left``.

    What was taken in is remembered for as long as the program runs, and by nothing but a check sum.
    """

    # Ids are longer than the int of a signal.
    done = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._check: _Check | None = None
        self.table_read: TableRead | None = None
        self._path, self._has_taken = "", False
        self._task: Task | None = None
        self._stopping: Event | None = None
        self._taken: set[tuple[int, str]] = set()
        self._page: TakeInPage | None = None

    def begin(
        self, round_id: int, setup: GroupSetup, questionnaire: Questionnaire, path: str = "", organisation_id: int = 0
    ) -> None:
        """Show the page for an open check, and look at the file at ``path`` where there is one already.

        While sheets are being taken in it shows how far that is, and nothing else.
        """
        if self._stopping is not None:
            self._window.go_to(Place.TAKE_IN)
            return
        self._stop()
        self._check = _Check(round_id, setup, questionnaire, organisation_id)
        self.table_read, self._has_taken = None, False
        self._page = self._new_page()
        self._window.go_to(Place.TAKE_IN)
        if path:
            self.read(path)

    def read(self, path: str) -> None:
        """Look at a file, whatever was on the page before."""
        check, page = self._check, self._page
        if check is None or page is None or self._stopping is not None:
            return
        self._stop()
        before = self.table_read.plan if self.table_read is not None and self._path == path else None
        self.table_read, self._path = None, path
        name = Path(path).name

        def work(progress: Progress) -> TableRead:
            tables = self._context.application.tables()
            table = tables.read(path, progress)
            asked = (check.setup, check.questionnaire)
            proposed = tables.plan(table, *asked)
            plan = proposed if before is None else tables.plan(table, *asked, before)
            offered = likeliest(readings_in(self._context.application.settings.load_readings()), proposed)
            return TableRead(table, plan, tables.look_through(table, plan, *asked), proposed, offered)

        page.show_start()
        page.show_reading(name)
        self._run(work, self._show, progress=lambda done, of: page.show_reading(name, done, of))

    def _new_page(self) -> TakeInPage:
        page = TakeInPage(self._window.look)
        page.file_asked.connect(self._ask_for_file)
        page.again_asked.connect(lambda: self.read(self._path))
        page.everybody_chosen.connect(self._choose_everybody)
        page.column_chosen.connect(self._choose_column)
        page.decided.connect(self._decide)
        page.offers_taken.connect(self._take_offers)
        page.reading_taken.connect(self._take_reading)
        page.reading_kept.connect(self._keep_reading)
        page.take_asked.connect(self._take)
        page.repeat_agreed.connect(self._really_take)
        page.cancel_asked.connect(self._cancel)
        page.left.connect(self._leave)
        self._window.add_page(Place.TAKE_IN, page)
        return page

    def _ask_for_file(self) -> None:
        store, whose = self._file.store, self._check.organisation_id if self._check is not None else 0
        path = self._context.dialogs.table_to_open(str(folder_for(store, whose)))
        if path:
            remember_folder(store, whose, Path(path).parent)
            self.read(path)

    def _choose_everybody(self, perspective: Perspective) -> None:
        if self.table_read is not None:
            self._plan_anew(self.table_read.plan.with_everybody(perspective))

    def _choose_column(self, place: int, use: str, item_id: str) -> None:
        if self.table_read is not None:
            self._plan_anew(self.table_read.plan.with_column(place, Use(use), item_id))

    def _decide(self, decision_id: str, chosen: str) -> None:
        if self.table_read is not None:
            self._plan_anew(self.table_read.plan.with_decisions({decision_id: chosen}))

    def _take_offers(self) -> None:
        read = self.table_read
        if read is not None and read.found is not None:
            offers = {each.id: each.likeliest for each in read.found.preview.waiting if each.likeliest}
            self._plan_anew(read.plan.with_offers().with_decisions(offers))

    def _take_reading(self) -> None:
        read = self.table_read
        if read is not None and read.offered is not None:
            self._plan_anew(read.plan.with_said(read.offered.of(read.table, read.plan)))

    def _keep_reading(self, name: str) -> None:
        read, page, settings = self.table_read, self._page, self._context.application.settings
        if read is None or page is None or page.preview is None:
            return
        reading = reading_of(name, read.plan, read.proposed)
        try:
            settings.save_readings(with_reading(settings.load_readings(), reading))
        except OSError as problem:
            reason = problem.strerror or _("it is out of reach")
            self._refused(
                Refused(
                    _("This way of reading could not be kept: {reason}.").format(reason=reason),
                    _("The table stands as it was."),
                )
            )
            return
        page.preview.keeping.show_kept(reading.name)

    def _plan_anew(self, plan: Plan) -> None:
        """Look through the same table with another plan, which stands at once: the next change adds to it.

        With other sheets or other headings the columns are others as well, and are planned first.
        """
        check, read = self._check, self.table_read
        assert check is not None
        assert read is not None
        assert self._page is not None
        self._stop()
        are_other_columns = any(plan.decided.get(each) != read.plan.decided.get(each) for each in (SHEETS, HEADINGS))
        self.table_read = replace(read, plan=plan, found=None)
        self._page.show_looking()
        table = read.table

        def work(progress: Progress) -> TableRead:
            tables = self._context.application.tables()
            asked = (check.setup, check.questionnaire)
            wanted = tables.plan(table, *asked, plan) if are_other_columns else plan
            found = tables.look_through(table, wanted, *asked, progress)
            proposed = tables.plan(table, *asked, _of_the_file(wanted)) if are_other_columns else read.proposed
            return replace(read, plan=wanted, found=found, proposed=proposed)

        self._run(work, self._show)

    def _show(self, read: TableRead) -> None:
        check, page = self._check, self._page
        assert check is not None
        assert page is not None
        assert read.found is not None
        self.table_read = read
        said = read.offered.of(read.table, read.plan) if read.offered is not None else {}
        is_new = read.offered is not None and read.plan.with_said(said) != read.plan
        page.show_table(
            TableView(
                read.table.name,
                read.plan,
                read.found.preview,
                check.setup,
                check.questionnaire,
                read.offered.name if read.offered is not None and is_new else "",
                decides_something(read.plan, read.proposed),
            )
        )

    def _take(self) -> None:
        assert self._check is not None
        assert self.table_read is not None
        assert self._page is not None
        if (self._check.round_id, self.table_read.table.digest) in self._taken:
            self._page.ask_to_repeat()
        else:
            self._really_take()

    def _really_take(self) -> None:
        check, read, page = self._check, self.table_read, self._page
        if check is None or read is None or page is None or read.found is None or self._stopping is not None:
            return
        sheets, store, stopping = read.found.sheets, self._file.store, Event()

        def work(progress: Progress) -> int:
            def step(done: int, of: int) -> None:
                if stopping.is_set():
                    raise Cancelled
                progress(done, of)

            store.sheets.add(check.round_id, sheets, step)
            return len(sheets)

        page.show_taking()
        self._stopping = stopping
        self._run(work, lambda number: self._on_taken(check.round_id, read.table.digest, number), page.show_taking)
        assert self._task is not None
        task = self._task
        task.ended.connect(lambda: self._on_ended(task))

    def _on_taken(self, round_id: int, digest: str, number: int) -> None:
        self._taken.add((round_id, digest))
        self.table_read = None
        self._has_taken = True
        assert self._page is not None
        self._page.show_taken(number)

    def _on_ended(self, task: Task) -> None:
        """However taking in ended. Stopped, it left nothing in the check; too late to stop, all of it is there."""
        self._stopping = None
        if task.is_cancelled and self._page is not None and shiboken6.isValid(self._page):
            self._page.show_stopped()

    def _run(
        self, work: Callable[[Progress], object], then: Callable[..., None], progress: Progress | None = None
    ) -> None:
        assert self._page is not None
        self._task = run(work, then, self._refused, progress=progress, owner=self._page)

    def _refused(self, refused: Refused) -> None:
        assert self._page is not None
        self._page.show_refused(refused)

    def _cancel(self) -> None:
        """While sheets are written, the writer itself has to say whether it could still stop."""
        if self._stopping is not None:
            self._stopping.set()
            return
        self._stop()
        if self._page is not None:
            self._page.show_stopped()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _leave(self) -> None:
        """What was read is let go of: nothing of the file stays in memory longer than its page."""
        if self._stopping is None:
            self._stop()
            self.table_read = None
        if self._has_taken and self._check is not None:
            self.done.emit(self._check.round_id)
        else:
            self.left.emit()

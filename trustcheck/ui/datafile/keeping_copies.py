"""The automatic copies of the open data file: one soon after opening, one with a new result, one when it is let go;
never in anybody's way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from trustcheck.app.refusals import Progress, Refused
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.ports import Store
    from trustcheck.ui.datafile.program import Program
    from trustcheck.ui.shell.opening import OpenFile


# What was taken back or changed is soon nowhere in the open file, nor in its log: not only once the file is closed.


EVERY = 30_000
"""Milliseconds, so that nothing stays for a minute."""


class Forgetting(QObject):
    """Asks the disk for nothing while nothing was changed. Nothing here holds an open file but while it is at work."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self._program = program
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def opened(self, file: OpenFile) -> None:
        if not file.only_looks:
            self._timer.start(EVERY)

    def forget(self) -> None:
        """The file was let go: closing it has done all of this."""
        self._timer.stop()
        self._task = None

    def _look(self) -> None:
        flow = self._program.flow
        if flow is None or (self._task is not None and self._task.is_running):
            return
        store = flow.file.store
        if not store.safety.holds_what_was_taken_back:
            return

        def work(_progress: Progress) -> None:
            store.safety.forget_taken_back()

        # Where it fails, it is done the next time.
        self._task = run(work, lambda _none: None, lambda _refused: None, owner=flow)


AFTER = 1500
"""Milliseconds after the first page: whoever opened the file reads it first."""


class KeepingCopies(QObject):
    """Neither the sample nor a file that is only looked at is copied.

    Nothing here holds an open file but while it is copied: once it is let go, its key has to go from memory.
    """

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self._program = program
        self._is_due = False
        self.trouble = ""
        """Why the last copy could not be made; empty where it could."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)

    def opened(self, file: OpenFile) -> None:
        self.trouble = ""
        self._is_due = self._is_kept(file)
        if self._is_due:
            file.before_closing = partial(self._before_closing, file.store)

    def forget(self) -> None:
        """The file was let go."""
        self._is_due = False
        self._soon.stop()

    def arrived(self) -> None:
        """Another page stands: the first of the file, or a result that may be new."""
        if self._is_due or self._shows_something_new:
            self._is_due = False
            self._soon.start(AFTER)

    @property
    def _shows_something_new(self) -> bool:
        """A check that was finished is not left without a copy until the window is closed."""
        program, flow = self._program, self._program.flow
        if flow is None or program.window.place is not Place.OVERVIEW or not self._is_kept(flow.file):
            return False
        return flow.file.store.safety.has_changed

    @staticmethod
    def _is_kept(file: OpenFile) -> bool:
        return not file.is_sample and not file.only_looks

    def _begin(self) -> None:
        flow = self._program.flow
        if flow is None:
            return
        store, today = flow.file.store, self._program.application.today()

        def work(_progress: Progress) -> None:
            if store.organisations.all() and not store.safety.has_current_copy():
                store.safety.make_copy(today)

        run(work, self._made, self._not_made, owner=flow)

    def _made(self, _none: None) -> None:
        self.trouble = ""

    def _not_made(self, refused: Refused) -> None:
        self.trouble = str(refused)
        self._program.files.safe.say(_not_made(refused))

    def _before_closing(self, store: Store) -> None:
        """What was changed since the last copy. Leaving never waits for a copy that cannot be made."""
        if not store.safety.has_changed:
            return
        try:
            store.safety.make_copy(self._program.application.today())
        except Refused as refused:
            self._program.files.safe.say_next(_not_made(refused))


def _not_made(refused: Refused) -> str:
    return _("No copy was made of your data file. {why}").format(why=refused)

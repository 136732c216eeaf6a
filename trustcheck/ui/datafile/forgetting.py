"""What was taken back or changed is soon nowhere in the open file, nor in its log: not only once the file is closed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from trustcheck.app.refusals import Progress
from trustcheck.ui.datafile.opening import OpenFile
from trustcheck.ui.kit.background import Task, run

if TYPE_CHECKING:
    from trustcheck.ui.shell.navigator import Navigator

EVERY = 30_000
"""Milliseconds, so that nothing stays for a minute."""


class Forgetting(QObject):
    """Asks the disk for nothing while nothing was changed. Nothing here holds an open file but while it is at work."""

    def __init__(self, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._navigator = navigator
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
        flow = self._navigator.flow
        if flow is None or (self._task is not None and self._task.is_running):
            return
        store = flow.file.store
        if not store.safety.holds_what_was_taken_back:
            return

        def work(_progress: Progress) -> None:
            store.safety.forget_taken_back()

        # Where it fails, it is done the next time.
        self._task = run(work, lambda _none: None, lambda _refused: None, owner=flow)

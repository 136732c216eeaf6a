"""A file that is only looked at leaves the screen as soon as its laptop goes from person to person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

from trustcheck.app.refusals import Refused
from trustcheck.ui.shell.opening import OpenFile, passed_round

if TYPE_CHECKING:
    from trustcheck.ui.datafile.program import Program

EVERY = 1000
"""Milliseconds between two looks at whether the laptop goes round: less than it takes to hand it over."""


class LookingOn(QObject):
    """Whoever has the laptop in their hands would otherwise find what was being looked at in a second window.

    The window that has the file cannot tell this one; what it wrote can. Asked anew at once when this window comes to
    the front, and every second for whoever sees both.
    """

    def __init__(self, program: "Program") -> None:
        super().__init__(program.window)
        self._program, self._window = program, program.window
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        toolkit = QApplication.instance()
        assert isinstance(toolkit, QApplication)
        toolkit.focusWindowChanged.connect(self._look)

    def watch(self, file: OpenFile) -> None:
        if file.only_looks:
            self._timer.start()

    def forget(self) -> None:
        """The file was let go."""
        self._timer.stop()

    def _look(self) -> None:
        flow = self._program.flow
        if not self._timer.isActive() or flow is None:
            return
        try:
            goes_round = flow.file.store.groups.locked_round() is not None
        except Refused:
            # What the file would not tell is said where a page asks for it.
            return
        if goes_round:
            self._leave()

    def _leave(self) -> None:
        self._window.cover()
        if QThread.currentThread().loopLevel() > 1:
            # A dialog of the system stands within what asked for it, and that must end before its file does.
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                dialog.close()
            return
        self._program.files.leave(passed_round())
        self._window.uncover()

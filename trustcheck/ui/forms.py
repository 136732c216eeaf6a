"""The forms of a check: made to print or to send, and taken in again when they come back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import run
from trustcheck.ui.form_check import FormCheck, look_at
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.making_forms import MakingForms
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.taking_back import TakingBack


class Forms(QObject):
    """Begin with :meth:`make` or :meth:`take_back`. Signals: ``went`` after a page was shown, ``done`` with the round's
    id after sheets were taken in, ``left`` to go back to collecting, ``refused`` with a :class:`Refused` before a page
    is there, ``unsaved`` when something could not be left because it is not on the disk.
    """

    went = Signal()
    # Ids are longer than the int of a signal.
    done = Signal(object)
    left = Signal()
    refused = Signal(object)
    unsaved = Signal()

    def __init__(self, application: Application, window: MainWindow, file: OpenFile, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._file = file
        self._making = MakingForms(application, window, file, dialogs)
        self._taking_back = TakingBack(application, window, file, dialogs)
        for desk in (self._making, self._taking_back):
            desk.setParent(self)
            desk.went.connect(self.went)
            desk.left.connect(self.left)
        self._taking_back.done.connect(self.done)

    def make(self, round_id: int, *, to_send: bool = False) -> None:
        """Show the page on which forms are made: to print first, or ``to_send`` as files."""
        self._look_at(round_id, lambda check: self._making.show(check, to_send=to_send))

    def take_back(self, round_id: int, paths: Sequence[str] = ()) -> None:
        """Show the page for forms that came back, and look into ``paths`` where some were dropped."""
        dropped = tuple(paths)
        self._look_at(round_id, lambda check: self._taking_back.show(check, dropped))

    def _look_at(self, round_id: int, then: Callable[[FormCheck], None]) -> None:
        if not self._file.queue.drain():
            self.unsaved.emit()
            return
        store = self._file.store
        run(lambda _progress: look_at(store, round_id), then, self.refused.emit, owner=self)

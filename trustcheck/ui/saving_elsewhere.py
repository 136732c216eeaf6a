"""When the disk does not take something: why, another attempt, and going on with the whole file in another place."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from trustcheck.app.ports import NotTaken, Refused
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import Task, run
from trustcheck.ui.free_names import free_name
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.saving import SavingQueue
from trustcheck.words import gettext as _


class SavingElsewhere(QObject):
    """While a laptop goes round, nobody who answers is shown a list of files: trying again is all there is then.

    Signals: ``moved`` with the :class:`OpenFile` that lies somewhere else from now on.
    """

    moved = Signal(object)

    def __init__(self, window: MainWindow, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window, self._dialogs = window, dialogs
        self._file: OpenFile | None = None
        self._moving: Task | None = None
        self._note = window.standing.unsaved
        self._note.try_again.connect(self._try_again)
        self._note.elsewhere_asked.connect(self._ask)

    def watch(self, file: OpenFile) -> None:
        """Stand by for a file that was opened."""
        self._file, queue = file, file.queue
        # The queue outlives its file, and must not keep it.
        queue.failed.connect(lambda refused: self._tell(queue, refused))
        queue.saved.connect(lambda: self._saved(queue))

    def forget(self) -> None:
        """The file was let go."""
        self._file = None

    def tell(self, refused: NotTaken) -> None:
        """Something that was to be done at once, and was not kept: whoever asked for it asks again."""
        if self._file is not None:
            self._tell(self._file.queue, refused)

    def _tell(self, queue: SavingQueue, refused: Refused) -> None:
        if self._watches(queue):
            can_move = isinstance(refused, NotTaken) and not self._window.keeps_closed
            self._note.tell(str(refused), can_try=queue.has_trouble, can_move=can_move)

    def _saved(self, queue: SavingQueue) -> None:
        if self._watches(queue):
            self._note.hide()

    def _watches(self, queue: SavingQueue) -> bool:
        """A queue may still have something to say when its file, or the whole window, is gone."""
        return isValid(self) and self._file is not None and queue is self._file.queue

    def _try_again(self) -> None:
        if self._file is not None:
            self._file.queue.try_again()

    def _ask(self) -> None:
        """Let the person choose a place, and go on there."""
        file = self._file
        if file is None or (self._moving is not None and self._moving.is_running):
            return
        to = self._dialogs.place_to_go_on(str(free_name(Path.home() / Path(file.path).name)))
        if not to or file is not self._file:
            return
        before, store = file.path, file.store
        self._note.elsewhere.setEnabled(False)
        self._moving = run(
            lambda _progress: store.move_to(to),
            lambda _none: self._moved(file, before),
            lambda refused: self._not_moved(file, refused),
            owner=self,
        )

    def _moved(self, file: OpenFile, before: str) -> None:
        self._note.elsewhere.setEnabled(True)
        self._note.hide()
        file.queue.try_again()
        self.moved.emit(file)
        said = _("Your data file lies here now: {path}. The old one stays as it was: {before}.")
        self._window.say(said.format(path=file.path, before=before), done=True)

    def _not_moved(self, file: OpenFile, refused: Refused) -> None:
        self._note.elsewhere.setEnabled(True)
        self._note.tell(str(refused), can_try=file.queue.has_trouble, can_move=True)

"""When the disk does not take something: why, another attempt, and going on with the whole file in another place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from trustcheck.app.carrying.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.refusals import NotTaken, Refused
from trustcheck.ui.kit.background import Task, run
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.ports import Store
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.shell.main_window import MainWindow
    from trustcheck.ui.shell.opening import OpenFile


class SavingElsewhere(QObject):
    """What is not kept takes the keyboard: nobody goes on in the belief that it is, whether they look or listen. Once
    it is kept the keyboard goes back to where it was.

    While a laptop goes round, nobody who answers is shown a list of files: trying again is all there is then.

    Signals: ``moved`` with the :class:`OpenFile` that lies somewhere else from now on.
    """

    moved = Signal(object)

    def __init__(self, window: MainWindow, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window, self._dialogs = window, dialogs
        self._file: OpenFile | None = None
        self._moving: Task | None = None
        self._had_keyboard: ReferenceType[QWidget] | None = None
        self._note = window.standing.unsaved
        self._note.try_again.connect(self._try_again)
        self._note.elsewhere_asked.connect(self._ask)

    def watch(self, file: OpenFile) -> None:
        """Stand by for a file that was opened."""
        self._file = file
        # The queue outlives its file and this window: it must hold neither, as a function made here would.
        file.queue.failed.connect(self.tell)
        file.queue.saved.connect(self._saved)

    def forget(self) -> None:
        """The file was let go, and so is what a move that is over still holds of it: the file with its key."""
        self._file = None
        if self._moving is not None and not self._moving.is_running:
            self._moving = None

    def tell(self, refused: Refused) -> None:
        """Something is not kept; whoever asked for it at once, and not through the queue, asks again."""
        if self._file is not None:
            can_move = isinstance(refused, NotTaken) and not self._window.keeps_closed
            self._tell(refused, can_try=self._file.queue.waiting > 0, can_move=can_move)

    def _tell(self, refused: Refused, *, can_try: bool, can_move: bool) -> None:
        self._note.tell(str(refused), can_try=can_try, can_move=can_move)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and not self._note.has_keyboard:
            self._had_keyboard = ref(focus)
        self._window.put_keyboard_in(self._note)

    def _put_away(self) -> None:
        had = self._had_keyboard() if self._had_keyboard is not None else None
        self._had_keyboard = None
        if self._note.has_keyboard:
            if had is not None and isValid(had) and had.isVisible() and had.isEnabled():
                had.setFocus(Qt.FocusReason.OtherFocusReason)
            elif (page := self._window.stack.currentWidget()) is not None:
                self._window.put_keyboard_in(page)
        self._note.hide()

    def _saved(self) -> None:
        if self._file is not None and not self._file.queue.has_trouble:
            self._put_away()

    def _try_again(self) -> None:
        if self._file is not None:
            self._file.queue.try_again()

    def _ask(self) -> None:
        """Let the person choose a place, and go on there."""
        from trustcheck.ui.kit.asking import free_name

        file = self._file
        if file is None or (self._moving is not None and self._moving.is_running):
            return
        to = self._dialogs.place_to_go_on(str(free_name(Path.home() / Path(file.path).name)))
        if not to or file is not self._file:
            return
        before, store = file.path, file.store
        self._note.elsewhere.setEnabled(False)
        self._moving = run(
            lambda _progress: _move(store, to),
            lambda _none: self._moved(file, before),
            lambda refused: self._not_moved(file, refused),
            owner=self,
        )

    def _moved(self, file: OpenFile, before: str) -> None:
        self._note.elsewhere.setEnabled(True)
        self._put_away()
        file.queue.try_again()
        self.moved.emit(file)
        said = _("Your data file lies here now: {path}. The old one stays as it was: {before}.")
        self._window.say(said.format(path=file.path, before=before), done=True)

    def _not_moved(self, file: OpenFile, refused: Refused) -> None:
        self._note.elsewhere.setEnabled(True)
        self._tell(refused, can_try=file.queue.waiting > 0, can_move=True)


def _move(store: Store, to: str) -> None:
    refuse_another_type(to, DATA_FILE)
    store.safety.move_to(to)

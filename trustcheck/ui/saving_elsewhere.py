"""When the disk does not take something: why, another attempt, and going on with the whole file in another place."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.ports import NotTaken, Refused
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import Task, run
from trustcheck.ui.free_names import free_name
from trustcheck.ui.opening import OpenFile
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator


class SavingElsewhere(QObject):
    """While a laptop goes round, nobody who answers is shown a list of files: trying again is all there is then."""

    def __init__(self, navigator: "Navigator", dialogs: FileDialogs) -> None:
        super().__init__(navigator)
        self._navigator, self._window, self._dialogs = navigator, navigator.window, dialogs
        self._file: OpenFile | None = None
        self._moving: Task | None = None
        self._note = navigator.window.standing.unsaved
        self._note.try_again.connect(self._try_again)
        self._note.elsewhere_asked.connect(self._ask)

    def watch(self, file: OpenFile) -> None:
        """Stand by for a file that was opened."""
        self._file = file
        file.queue.failed.connect(lambda refused: self._tell(file, refused))
        file.queue.saved.connect(lambda: self._saved(file))

    def tell(self, refused: NotTaken) -> None:
        """Something that was to be done at once, and was not kept: whoever asked for it asks again."""
        if self._file is not None:
            self._tell(self._file, refused)

    def _tell(self, file: OpenFile, refused: Refused) -> None:
        if file is self._file:
            can_move = isinstance(refused, NotTaken) and not self._window.keeps_closed
            self._note.tell(str(refused), can_try=file.queue.has_trouble, can_move=can_move)

    def _saved(self, file: OpenFile) -> None:
        if file is self._file:
            self._note.hide()

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
        if not file.is_sample:
            self._navigator.prefer(replace(self._navigator.application.settings.load(), last_file=file.path))
        said = _("Your data file lies here now: {path}. The old one stays as it was: {before}.")
        self._window.say(said.format(path=file.path, before=before))

    def _not_moved(self, file: OpenFile, refused: Refused) -> None:
        self._note.elsewhere.setEnabled(True)
        self._note.tell(str(refused), can_try=file.queue.has_trouble, can_move=True)

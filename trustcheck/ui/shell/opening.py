"""Opening a data file behind the window, one at a time, and letting go of it with everything saved."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from trustcheck.app.refusals import GoesRound, Progress, Refused
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.saving import SavingQueue
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from trustcheck.app.application import Application
    from trustcheck.app.ports import Store

LaptopAtEnd = tuple[int, bytes] | None
"""The check that a laptop was going round for when the program ended, and what keeps its PIN."""


class OpenFile:
    """An open data file and the one who writes to it."""

    def __init__(
        self, store: Store, *, is_sample: bool, only_looks: bool = False, going_round: LaptopAtEnd = None
    ) -> None:
        self.store, self.is_sample, self.only_looks = store, is_sample, only_looks
        self.going_round, self.is_closed = going_round, False
        self.before_closing: Callable[[], None] = lambda: None
        """What is still done for the file once everything is on the disk."""
        self.left_in_copies: Callable[[int, Callable[[], None]], None] = lambda _copies, _forget: None
        """Is told how many copies still hold what was deleted, and how to take it out of them."""
        self.close_room: Callable[[], None] | None = None
        """Closes the room in which people answer on their phones; there while one is open."""
        self.room_door = ""
        """Where phones find that room."""
        # Python may tidy up on a worker's thread, where a queue's clock must not be stopped: the application keeps it.
        self.queue = SavingQueue(QCoreApplication.instance(), only_looks=only_looks)

    @property
    def path(self) -> str:
        return self.store.path

    def let_go(self) -> bool:
        """Write what waits and close the file; whether everything is on the disk."""
        if not self.queue.drain():
            return False
        if self.close_room is not None:
            self.close_room()
        try:
            self.before_closing()
        finally:
            # Whatever failed on the way: a file that was to be locked must not stay open for it.
            self.is_closed = True
            self.store.close()
        return True


class Opening(QObject):
    """Opens files off the main thread. Signals: ``opened`` with an :class:`OpenFile`, ``refused`` with why not."""

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, application: Application, window: QObject) -> None:
        super().__init__(window)
        self._application = application
        self._task: Task | None = None
        self.path = ""
        """The file that was asked for last; empty for the sample."""
        self.is_new = False
        """Whether that file is made by opening it."""
        self.tried = ""
        """The passphrase it is being opened with; nobody knows it any more once that is over."""
        self.again: Callable[[str], None] = lambda _passphrase: None
        """Asks for the same once more, with the passphrase it is called with."""

    def open(self, path: str, *, create: bool, passphrase: str = "") -> None:
        self.expect(path, create=create)
        self.again(passphrase)

    def expect(self, path: str, *, create: bool = False) -> None:
        """Open nothing yet: the file waits for its passphrase."""
        application = self._application

        def again(typed: str) -> None:
            self.path, self.is_new = path, create and not Path(path).exists()
            self._begin(lambda: _open(application, path, typed, create=create), is_sample=False)
            self.tried = typed

        self.path, self.again = path, again

    def look(self, path: str) -> None:
        """Open a file beside the window that has it, and change no byte of it."""
        open_store = self._application.open_store

        def again(typed: str) -> None:
            self.path, self.is_new = path, False
            work = partial(open_store, path, create=False, look_only=True, passphrase=typed)
            self._begin(work, is_sample=False, only_looks=True)

        self.path, self.again = path, again
        again("")

    def open_sample(self) -> None:
        """The sample in a file of its own beside the person's; made anew each time, so that it can be played with."""
        path = Path(self._application.sample_data_file)
        self.path = ""

        def work() -> Store:
            for left_over in (path, *path.parent.glob(f"{path.name}-*")):
                left_over.unlink(missing_ok=True)
            self._application.make_sample(str(path))
            return self._application.open_store(str(path), create=False)

        self._begin(work, is_sample=True)

    def cancel(self) -> None:
        """Stop waiting. A file that is opened all the same is closed again, untouched."""
        if self._task is not None:
            self._task.cancel()

    def _begin(self, work: Callable[[], Store], *, is_sample: bool, only_looks: bool = False) -> None:
        self.cancel()
        self.tried = ""

        def opened(progress: Progress) -> tuple[Store, LaptopAtEnd]:
            store = work()
            try:
                # As long as nobody knows whether there is a PIN, nothing of the file is open.
                going_round = store.groups.locked_round()
                if only_looks and going_round is not None:
                    raise passed_round()
                # Somebody who changed their mind is told from here: the file must not stay open for nobody.
                progress(1, 1)
            except BaseException:
                store.close()
                raise
            return store, going_round

        def done(found: tuple[Store, LaptopAtEnd]) -> None:
            self.tried = ""
            store, going_round = found
            self.opened.emit(OpenFile(store, is_sample=is_sample, only_looks=only_looks, going_round=going_round))

        self._task = run(opened, done, self._failed, owner=self)

    def _failed(self, refused: Refused) -> None:
        self.refused.emit(refused)
        self.tried = ""


def _open(application: Application, path: str, passphrase: str, *, create: bool) -> Store:
    """Open a file, but no copy of one that goes round: it holds the same clients, and no PIN."""
    original = application.safekeeping().original_of(path)
    if original and _goes_round(application, original, passphrase):
        raise passed_round()
    return application.open_store(path, create=create, passphrase=passphrase)


def _goes_round(application: Application, path: str, passphrase: str) -> bool:
    """Whether a laptop goes round with a file; what does not open with that passphrase says nothing."""
    try:
        with closing(application.open_store(path, create=False, look_only=True, passphrase=passphrase)) as store:
            return store.groups.locked_round() is not None
    except Refused:
        return False


def passed_round() -> GoesRound:
    """Whoever has the laptop in their hands would otherwise look past its PIN with a second window."""
    return GoesRound(
        _("This file is on its way from person to person."),
        _("Nothing of it is shown here."),
        _("Look again once whoever leads the session has it back."),
    )

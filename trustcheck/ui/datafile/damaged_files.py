"""A data file that will not open: the newest copy that does, or whatever still reads, at most three steps away."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.carrying.copy_comparison import newest_whole
from trustcheck.app.ports import Locked, Refused
from trustcheck.app.store.safekeeping import Copy, Rescued
from trustcheck.ui.datafile.damaged_page import DamagedPage
from trustcheck.ui.datafile.rescued_page import RescuedPage
from trustcheck.ui.kit.asking import free_name
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.datafile.program import Program


class DamagedFiles(QObject):
    """Nothing here changes the damaged file; a copy that takes its place sets it aside."""

    def __init__(self, program: "Program", put_back: Callable[[Copy, str, str], None]) -> None:
        """``put_back`` puts a copy in the place of a data file, with the passphrase it opens with."""
        super().__init__(program.window)
        self._program, self._window, self._put_back = program, program.window, put_back
        self._application = program.application
        self._page: DamagedPage | None = None
        self._path, self._passphrase = "", ""
        self._copy: Copy | None = None
        self._work: Task | None = None

    def show(self, path: str, refused: Refused, passphrase: str = "") -> None:
        """The way on from a file that could not be opened, or could not be read any more. Its copies mostly open with
        the ``passphrase`` it was given.
        """
        self._path, self._passphrase, self._copy = path, passphrase, None
        page = self._page = DamagedPage(self._window.look, Path(path).name, refused)
        page.copy_asked.connect(self._open_copy)
        page.rescue_asked.connect(self._rescue)
        page.stop_asked.connect(self._stop)
        page.given.connect(self._use)
        page.folder_asked.connect(lambda: self._program.frame.show_folder(self._path))
        page.another_asked.connect(self._program.files.ask)
        self._window.add_page(Place.DAMAGED, page)
        self._window.go_to(Place.DAMAGED)
        self._program.arrived()
        self._look_round()

    def forget(self) -> None:
        """A file is open: the passphrase that was typed here goes, with the page."""
        self._passphrase, self._copy, self._page = "", None, None

    def _look_round(self) -> None:
        page, path, passphrase = self._page, self._path, self._passphrase
        assert page is not None
        page.show_looking()
        safekeeping = self._application.safekeeping()
        self._work = run(
            lambda progress: newest_whole(safekeeping, path, passphrase, progress),
            self._found,
            self._not_found,
            owner=page,
        )

    def _found(self, copy: Copy | None) -> None:
        assert self._page is not None
        self._copy = copy
        self._page.show_found(copy, self._application.today())

    def _not_found(self, refused: Refused) -> None:
        assert self._page is not None
        if isinstance(refused, Locked):
            self._page.ask_passphrase(refused)
        else:
            self._page.show_refused(refused)

    def _use(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self._look_round()

    def _open_copy(self) -> None:
        if self._copy is not None:
            self._put_back(self._copy, self._path, self._passphrase)

    # -- rescuing

    def _rescue(self) -> None:
        page, path, passphrase = self._page, self._path, self._passphrase
        assert page is not None
        safekeeping, to = self._application.safekeeping(), _rescued_name(self._path, self._application.today())
        self._work = run(
            lambda progress: safekeeping.rescue(path, to, passphrase, progress),
            lambda rescued: self._show_rescued(rescued, to),
            self._not_rescued,
            page.show_rescuing,
            owner=page,
        )
        page.show_rescuing(0, 1)

    def _not_rescued(self, refused: Refused) -> None:
        assert self._page is not None
        if isinstance(refused, Locked):
            self._page.show_stopped()
            self._page.ask_passphrase(refused)
        else:
            self._page.show_refused(refused)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
        if self._page is not None:
            self._page.show_stopped()

    def _show_rescued(self, rescued: Rescued, to: str) -> None:
        page, passphrase = RescuedPage(self._window.look, rescued, to, self._path), self._passphrase
        page.open_asked.connect(lambda: self._program.files.safe.open_anew(to, passphrase))
        page.folder_asked.connect(lambda: self._program.frame.show_folder(to))
        page.left.connect(self._back)
        self._window.add_page(Place.RESCUED, page)
        self._window.go_to(Place.RESCUED)

    def _back(self) -> None:
        assert self._page is not None
        self._page.show_stopped()
        self._window.go_to(Place.DAMAGED, backwards=True)


def _rescued_name(path: str, day: date) -> str:
    """A name beside the damaged file that nothing has yet."""
    file = Path(path)
    name = _("{stem} rescued {day}").format(stem=file.stem, day=day.isoformat())
    return str(free_name(file.with_name(name + file.suffix)))

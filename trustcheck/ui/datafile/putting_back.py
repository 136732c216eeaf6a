"""Putting a copy back: looked into behind the window, compared with what is there, and put in its place."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.carrying.copy_comparison import Comparison, lost_its_passphrase
from trustcheck.app.ports import Locked, NotOpened, Progress, Refused
from trustcheck.app.store.safekeeping import Contents, Copy, Safekeeping
from trustcheck.ui.datafile.restore_page import RestorePage, RestoreView
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.copy_words import whose_copy
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.datafile.program import Program


class PuttingBack(QObject):
    """The passphrase of copies stays on their page and goes with it."""

    def __init__(self, program: "Program", dialogs: FileDialogs) -> None:
        super().__init__(program.window)
        self._program, self._window, self._dialogs = program, program.window, dialogs
        self._application = program.application
        self._page: RestorePage | None = None
        self._view = RestoreView("", (), self._application.today())
        self._chosen = 0
        self._looking: Task | None = None

    def show(self, path: str) -> None:
        """The copies of a data file, which may be open, damaged or gone."""
        safekeeping, today = self._application.safekeeping(), self._application.today()
        aside = safekeeping.set_aside_as(path, today) if Path(path).exists() else ""
        self._view = RestoreView(path, safekeeping.copies(path), today, aside)
        page = self._page = RestorePage(self._window.look)
        page.copy_asked.connect(self._choose)
        page.given.connect(self._look_into)
        page.other_asked.connect(self._ask)
        page.put_asked.connect(self._put)
        page.left.connect(self._program.go_home)
        self._window.add_page(Place.RESTORE, page)
        page.show_copies(self._view)
        self._program.list_pages()
        self._window.go_to(Place.RESTORE)
        self._program.arrived()
        if self._view.copies:
            self._choose(0)

    def put_back(self, copy: Copy, path: str, passphrase: str = "") -> None:
        """Put a copy in the place of a data file, and open it; where that does not work, what stood there."""
        files = self._program.files
        if not files.let_go():
            return
        self._program.frame.show_opening()
        safekeeping, today = self._application.safekeeping(), self._application.today()

        def open_again(words: str, *, done: bool) -> None:
            files.safe.say_next(words, done=done)
            files.safe.open_anew(path, passphrase)

        def work(_progress: Progress) -> str:
            aside = safekeeping.restore(copy.path, path, today, passphrase)
            lost = lost_its_passphrase(safekeeping, aside, path)
            return _said(whose_copy(copy, today), aside, lost_its_passphrase=lost)

        run(
            work,
            lambda said: open_again(said, done=True),
            lambda refused: open_again(str(refused), done=False),
            owner=self,
        )

    def _choose(self, at: int) -> None:
        self._chosen = at
        # The copies of one file mostly have one passphrase: what opened one is tried on the next.
        self._look_into(self._page.passphrase.typed if self._page is not None else "")

    def _look_into(self, passphrase: str) -> None:
        page, copy, view = self._page, self._view.copies[self._chosen], self._view
        assert page is not None
        if self._looking is not None and self._looking.is_running:
            self._looking.cancel()
        page.show_waiting()
        safekeeping = self._application.safekeeping()
        self._looking = run(
            lambda progress: _compared(safekeeping, copy.path, view.path, passphrase, progress),
            partial(page.show_comparison, copy),
            partial(_refuse, page),
            owner=page,
        )

    def _ask(self) -> None:
        """A copy that lies elsewhere, chosen by the person."""
        path = self._dialogs.file_to_open(str(Path(self._view.path).parent))
        page = self._page
        if not path or page is None:
            return
        copies = (*self._view.copies, Copy(path, None))
        self._view = RestoreView(self._view.path, copies, self._view.today, self._view.aside)
        page.show_copies(self._view, len(copies) - 1)
        self._window.put_keyboard_in(page)
        self._choose(len(copies) - 1)

    def _put(self) -> None:
        assert self._page is not None
        self.put_back(self._view.copies[self._chosen], self._view.path, self._page.passphrase.typed)


def _compared(safekeeping: Safekeeping, copy: str, path: str, passphrase: str, progress: Progress) -> Comparison:
    copied = safekeeping.look_into(copy, passphrase)
    progress(1, 2)
    now: Contents | None
    try:
        now = safekeeping.look_into(path, passphrase)
    except NotOpened:
        now = None
    return Comparison(copied, now)


def _refuse(page: RestorePage, refused: Refused) -> None:
    if isinstance(refused, Locked):
        page.ask_passphrase(refused)
    else:
        page.show_refused(refused)


def _said(whose: str, aside: str, *, lost_its_passphrase: bool) -> str:
    if not aside:
        return _("{whose} is open now.").format(whose=whose)
    said = _("{whose} is open now. What stood there before is kept as {name}.").format(whose=whose, name=aside)
    if lost_its_passphrase:
        said += " " + _("That one has a passphrase, and this one has none: Settings, Privacy sets one.")
    return said

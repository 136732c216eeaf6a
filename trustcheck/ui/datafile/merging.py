"""Bringing in what was changed elsewhere: both files looked through, every part shown, and then done at once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.refusals import Locked, Progress, Refused
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.background import run_to_its_end
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.app.ports import Store
    from trustcheck.ui.datafile.merge_page import MergePage
    from trustcheck.ui.datafile.program import Program


class MergeDesk(QObject):
    """Begin with :meth:`show`. What was typed and seen is on the page alone, and goes with it."""

    def __init__(self, program: "Program", dialogs: FileDialogs) -> None:
        super().__init__(program.window)
        self._program, self._window, self._dialogs = program, program.window, dialogs
        self._path = ""
        self._stop: Callable[[], None] = _nothing

    @property
    def can_begin(self) -> bool:
        """Outside every check and every organisation: the other file may name others."""
        return self._program.files.safe.can_put_back

    def show(self) -> None:
        """The page on which the other file is chosen."""
        flow = self._program.flow
        if flow is None or not self.can_begin or not flow.put_down():
            return
        from trustcheck.ui.datafile.merge_page import MergePage

        self._stop()
        page, store = MergePage(self._window.look), flow.file.store
        page.file_asked.connect(partial(self._choose, page, store))
        page.opened.connect(partial(self._look, page, store))
        page.merge_asked.connect(partial(self._merge, page, store))
        page.cancel_asked.connect(self.cancel)
        for leaving in (page.left, page.home_asked):
            leaving.connect(self._leave)
        self._window.add_page(Place.MERGE, page)
        self._program.list_pages()
        self._window.go_to(Place.MERGE)
        self._program.arrived()

    def cancel(self) -> None:
        """Stop what is under way; nothing is half brought in."""
        self._stop()

    def _choose(self, page: "MergePage", store: "Store") -> None:
        path = self._dialogs.file_to_open(str(Path(store.path).parent))
        if path:
            self._path = path
            page.passphrase.forget()
            self._look(page, store, "")

    def _look(self, page: "MergePage", store: "Store", passphrase: str) -> None:
        path, name = self._path, Path(self._path).name

        def refused(why: Refused) -> None:
            if isinstance(why, Locked):
                page.show_locked(name, str(why), wrong=why.wrong)
            else:
                page.show_refused(str(why))

        page.show_looking(name)
        self._run(
            page,
            lambda progress: store.carrying.compare_with(path, passphrase, progress),
            partial(page.show_found, name),
            refused,
        )

    def _merge(self, page: "MergePage", store: "Store") -> None:
        path, seen, chosen = self._path, page.seen, dict(page.chosen)
        passphrase, today = page.passphrase.words, self._program.application.today()
        assert seen is not None
        page.show_merging()
        self._run(
            page,
            lambda progress: Path(store.carrying.merge(path, seen, chosen, today, passphrase, progress)).name,
            page.show_merged,
            lambda why: page.show_refused(str(why)),
            page.show_merging,
        )

    def _run(
        self,
        page: "MergePage",
        work: Callable[[Progress], object],
        then: Callable[..., None],
        otherwise: Callable[[Refused], None],
        progress: Progress | None = None,
    ) -> None:
        self._stop = run_to_its_end(work, then, otherwise, page.show_start, progress, owner=page)

    def _leave(self) -> None:
        self._stop()
        self._window.drop_page(Place.MERGE)
        self._program.go_home()


def _nothing() -> None:
    """Nothing is under way that could be stopped."""

"""Work that a person waits for: what takes so long is said once it has, with how far it is and a way to stop it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from trustcheck.app.ports import Refused
from trustcheck.ui.kit.background import Task, Work, run
from trustcheck.ui.kit.waiting_page import WaitingPage
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

PATIENCE = 400
"""Milliseconds before anything is said; most results are there by then."""

Value = TypeVar("Value")


class WorkingOut(QObject):
    """One piece of work at a time: another one, or another page that the person goes to meanwhile, ends it.

    Signals: ``cancelled`` when the person does not want to wait.
    """

    cancelled = Signal()

    def __init__(self, window: MainWindow, words: str, parent: QObject) -> None:
        """``words`` say what is done."""
        super().__init__(parent)
        self._window, self._words = window, words
        self._task: Task | None = None
        self._page: WaitingPage | None = None
        self._came_from = window.place
        self._step = (0, 0)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._say)
        window.stack.currentChanged.connect(self._look_round)

    @property
    def is_at_work(self) -> bool:
        return self._task is not None and self._task.is_running and not self._task.is_cancelled

    def do(self, work: Work[Value], then: Callable[[Value], None], otherwise: Callable[[Refused], None]) -> None:
        """Work behind the window, and ``then`` show it; or say ``otherwise`` why not, above a way back."""
        self.stop()
        if self._page is None:
            self._came_from = self._window.place

        def made(value: Value) -> None:
            self.stop()
            then(value)
            self._drop()

        def refused(why: Refused) -> None:
            self.stop()
            if self._page is not None:
                self._page.offer_way_back()
            otherwise(why)

        self._step = (0, 0)
        self._task = run(work, made, refused, self._show_step, owner=self)
        self._patience.start()

    def stop(self) -> None:
        """Work no longer, and say nothing of it."""
        self._patience.stop()
        if self._task is not None and self._task.is_running:
            self._task.cancel()
        self._task = None

    def _say(self) -> None:
        if not self.is_at_work or self._window.place is not self._came_from:
            return
        self._page = page = WaitingPage(self._window.look, self._words)
        page.cancel_asked.connect(self._cancel)
        page.show_step(*self._step)
        self._window.add_page(Place.OPENING, page)
        self._window.go_to(Place.OPENING)

    def _show_step(self, done: int, of: int) -> None:
        self._step = (done, of)
        if self._page is not None:
            self._page.show_step(done, of)

    def _cancel(self) -> None:
        self.stop()
        self.cancelled.emit()

    def _look_round(self) -> None:
        """Whoever went elsewhere while they waited is not called back."""
        if self._page is not None and not self._shows_page():
            self.stop()
            self._drop()

    def _shows_page(self) -> bool:
        return self._page is not None and self._window.stack.currentWidget() is self._page

    def _drop(self) -> None:
        page, self._page = self._page, None
        if page is not None and self._window.shows(Place.OPENING, page):
            self._window.drop_page(Place.OPENING)

"""Work that a person waits for: what takes so long is said once it has, with how far it is and a way to stop it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.ports import Refused
from trustcheck.ui.kit.background import Task, Work, run
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Mark
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import ProgressLine
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

# While something long is worked out: what it is, how far it is, and a way back.


class WaitingPage(QGroupBox):
    """Signals: ``cancel_asked`` when the person does not want to wait, or goes back where it came to nothing."""

    cancel_asked = Signal()

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.name = words
        self.bar = ProgressLine(look, words)
        self.bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cancel = Button(look, _("Cancel"), "quiet")
        self.cancel.clicked.connect(self.cancel_asked)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(16))
        column.addStretch(2)
        self._words = Text(look, words, "lead", "ink2", wrap=False, centred=True)
        for part in (Mark(look, 68, 40), self._words, self.bar):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_step(self, done: int, of: int) -> None:
        """``done`` of ``of`` steps are behind us."""
        self.bar.show_step(done, of)

    def offer_way_back(self) -> None:
        """It came to nothing, and something above this page says why."""
        self._words.hide()
        self.bar.hide()
        self.cancel.say(_("Back"))

    def first_focus(self) -> QWidget:
        return self.cancel

    def announcement(self) -> str:
        return self.name


# Long work on what is on the screen, one step between two frames: the keyboard never waits for it.


class InPieces(QObject):
    """Takes one step at each turn of the event loop. What it makes is laid out and painted in the same turn, which
    takes far longer than making it; so steps are small, and no clock is asked how many of them fit.

    It goes with its ``parent``, and with it whatever was still to be done.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take_one)

    def do(self, steps: Iterator[object]) -> None:
        """Begin with these steps; what was left of others is dropped."""
        self._steps = steps
        self._soon.start()

    def rest(self) -> None:
        """Do nothing until :meth:`go_on`: nobody looks at what would be made."""
        self._soon.stop()

    def go_on(self) -> None:
        self._soon.start()

    def _take_one(self) -> None:
        for _step in self._steps:
            self._soon.start()
            return


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
        page = WaitingPage(self._window.look, self._words)
        page.cancel_asked.connect(self._cancel)
        page.show_step(*self._step)
        # Where a file was just opened, its page stands in this place: that it goes is not yet somebody going elsewhere.
        self._window.add_page(Place.OPENING, page)
        self._window.go_to(Place.OPENING)
        self._page = page

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

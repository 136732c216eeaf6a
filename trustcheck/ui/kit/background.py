"""Long work off the main thread: its end and its progress are told on the main thread, or to nobody."""

import logging
import threading
from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from trustcheck.app.refusals import Cancelled, Closed, Progress, Refused
from trustcheck.words import gettext as _

_log = logging.getLogger(__name__)

Value = TypeVar("Value")
Work = Callable[[Progress], Value]
"""Gets values only, never a widget or a session; tells how far it is by calling what it is handed."""


class Task(QObject):
    """One piece of work under way. Signals: ``ended`` once it is over, however it ended, and everybody was told."""

    ended = Signal()
    _moved = Signal(int, int)
    _made = Signal(object)
    _failed = Signal(object)
    _stopped = Signal()

    def __init__(
        self,
        then: Callable[[Any], None],
        otherwise: Callable[[Refused], None],
        progress: Progress | None,
        owner: QObject | None,
    ) -> None:
        # The application keeps it until it has ended, whoever forgets it: a worker must not hold the last reference.
        super().__init__(QCoreApplication.instance())
        self._then, self._otherwise, self._progress, self._owner = then, otherwise, progress, owner
        self._cancelled = threading.Event()
        self._running = True
        for said, hear in (
            (self._moved, self._on_moved),
            (self._made, self._on_made),
            (self._failed, self._on_failed),
            (self._stopped, self._on_stopped),
        ):
            said.connect(hear, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop at the next step. Nothing but ``ended`` is told from now on, even if the work was done already."""
        self._cancelled.set()

    @property
    def is_running(self) -> bool:
        return self._running

    @property
    def is_cancelled(self) -> bool:
        """True as well once the owner is gone: then there is nobody left to tell."""
        return self._cancelled.is_set() or (self._owner is not None and not shiboken6.isValid(self._owner))

    def do(self, work: Work[Any]) -> None:
        """Called on the worker's thread. What was cancelled before its turn came is not begun."""
        try:
            if self.is_cancelled:
                raise Cancelled
            value = work(self._report)
        except (Cancelled, Closed):
            # Nobody waits for it any more.
            self._stopped.emit()
        except Refused as refused:
            self._failed.emit(refused)
        except Exception:  # noqa: BLE001 - whatever it was, it must not end in silence
            _log.exception("Work in the background failed")
            self._failed.emit(Refused(_("That did not work."), _("Your answers are safe."), _("Try it once more.")))
        else:
            self._made.emit(value)

    def _report(self, done: int, of: int) -> None:
        if self.is_cancelled:
            raise Cancelled
        self._moved.emit(done, of)

    def _on_moved(self, done: int, of: int) -> None:
        if self._progress is not None and not self.is_cancelled:
            self._progress(done, of)

    def _on_made(self, value: object) -> None:
        self._end(lambda: self._then(value))

    def _on_failed(self, refused: Refused) -> None:
        self._end(lambda: self._otherwise(refused))

    def _on_stopped(self) -> None:
        self.cancel()
        self._end(lambda: None)

    def _end(self, tell: Callable[[], None]) -> None:
        self._running = False
        try:
            if not self.is_cancelled:
                tell()
        finally:
            self.ended.emit()
            self.deleteLater()


def run(
    work: Work[Value],
    then: Callable[[Value], None],
    otherwise: Callable[[Refused], None],
    progress: Progress | None = None,
    *,
    owner: QObject | None = None,
) -> Task:
    """Do ``work`` on a worker thread, then call ``then`` with its value on this one, or ``otherwise`` with why not.

    An error that is no :class:`Refused` is logged and becomes one calm sentence. Once ``owner`` is destroyed (by
    default the object whose method ``then`` is) or the task is cancelled, nobody is called.
    """
    if owner is None:
        speaker = getattr(then, "__self__", None)
        owner = speaker if isinstance(speaker, QObject) else None
    task = Task(then, otherwise, progress, owner)
    QThreadPool.globalInstance().start(lambda: task.do(work))
    return task


def is_at_work() -> bool:
    """Whether some work is under way, or still holds what it was given."""
    program = QCoreApplication.instance()
    told = program is None or not any(isinstance(each, Task) for each in program.children())
    return not told or QThreadPool.globalInstance().activeThreadCount() > 0


# Long work that a person may ask to stop: whether it could still stop, the work itself says in the end.


def run_to_its_end(
    work: Work[Value],
    then: Callable[[Value], None],
    otherwise: Callable[[Refused], None],
    stopped: Callable[[], None],
    progress: Progress | None = None,
    *,
    owner: QObject,
) -> Callable[[], None]:
    """Do ``work`` behind the window; what is returned asks it to stop.

    Then either ``stopped`` is called and nothing was done, or it was too late and ``then`` is called as ever.
    """
    stopping = Event()

    def watched(report: Progress) -> Value:
        def step(done: int, of: int) -> None:
            if stopping.is_set():
                raise Cancelled
            report(done, of)

        return work(step)

    task = run(watched, then, otherwise, progress, owner=owner)
    task.ended.connect(lambda: stopped() if task.is_cancelled and shiboken6.isValid(owner) else None)
    return stopping.set

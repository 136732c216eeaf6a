"""One writer at a time, off the main thread: what a person did is on the screen at once and on the disk in order."""

import logging
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from trustcheck.app.refusals import NotSaved, Refused
from trustcheck.words import gettext as _

# Types only: the window is painted before anybody's answers are loaded.
if TYPE_CHECKING:
    from trustcheck.app.answering.personal import Saving

_TELL_AFTER = 400
"""Milliseconds. What says that it takes its time, and goes again with each answer, would only make people nervous."""


class SavingQueue(QObject):
    """Writes one piece after the other. One that fails stays, and those behind it wait until :meth:`try_again`.

    Signals: ``waits`` before anything is done with what is not on disk yet, ``saving`` when it takes long enough to be
    noticed, ``saved`` when everything is on disk, ``failed`` with a :class:`Refused`. Use it from the thread it was
    made in.

    A queue that ``only_looks`` keeps nothing: whatever is put into it is told at once by ``turned_away``.
    """

    waits = Signal()
    saving = Signal()
    saved = Signal()
    failed = Signal(object)
    turned_away = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None, *, only_looks: bool = False) -> None:
        super().__init__(parent)
        self.only_looks = only_looks
        self._pieces: deque[Saving] = deque()
        self._lock = Lock()
        self._writing, self._trouble = False, False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_TELL_AFTER)
        self._patience.timeout.connect(self._tell)
        self._ended.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def waiting(self) -> int:
        """How many pieces are not on disk yet."""
        with self._lock:
            return len(self._pieces)

    @property
    def has_trouble(self) -> bool:
        """Whether something could not be saved and waits for another attempt."""
        with self._lock:
            return self._trouble

    def put(self, piece: "Saving") -> None:
        """Have something written after everything before it. Returns at once."""
        if self.turns_away():
            return
        if not self.has_trouble:
            self.waits.emit()
        with self._lock:
            last_waits = len(self._pieces) > (1 if self._writing else 0)
            if piece.subject and last_waits and self._pieces[-1].subject == piece.subject:
                self._pieces.pop()
            self._pieces.append(piece)
        self._begin()

    def turns_away(self) -> bool:
        """Whether nothing can be kept; told where it is so."""
        if self.only_looks:
            self.turned_away.emit()
        return self.only_looks

    def try_again(self) -> None:
        """Write what could not be written, and everything behind it."""
        with self._lock:
            self._trouble = False
        if self.waiting:
            self.waits.emit()
        self._begin()

    def drain(self, milliseconds: int = 10_000) -> bool:
        """Wait until everything is on disk, before leaving, finishing or closing; whether it is."""
        self._pool.waitForDone(milliseconds)
        return self.waiting == 0

    def _begin(self) -> None:
        with self._lock:
            if self._writing or self._trouble or not self._pieces:
                return
            self._writing = True
        if not self._patience.isActive():
            self._patience.start()
        self._pool.start(self._write)

    def _write(self) -> None:
        """In the writer's thread: everything that waits, until nothing does or one piece fails."""
        trouble: Refused | None = None
        while trouble is None and (piece := self._next()) is not None:
            trouble = _attempt(piece)
            with self._lock:
                if trouble is None:
                    self._pieces.popleft()
                else:
                    self._trouble, self._writing = True, False
        self._ended.emit(trouble)

    def _next(self) -> "Saving | None":
        """The piece to write; with none left, the writer is declared done in the same breath."""
        with self._lock:
            self._writing = bool(self._pieces)
            return self._pieces[0] if self._pieces else None

    def _settle(self, trouble: Refused | None) -> None:
        if trouble is not None:
            self._patience.stop()
            self.failed.emit(trouble)
        elif self.waiting == 0:
            self._patience.stop()
            self.saved.emit()

    def _tell(self) -> None:
        if self.waiting and not self.has_trouble:
            self.saving.emit()


def _attempt(piece: "Saving") -> Refused | None:
    try:
        piece.work()
    except Refused as refused:
        return refused
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the piece is kept and the person is told
        # The name alone: a message may hold what the person wrote.
        logging.getLogger(__name__).error("saving stopped with %s", type(error).__name__)
        return NotSaved(
            _("This is not saved yet."),
            _("It is still on the screen."),
            _("Try again. If it happens once more, close TrustCheck and open it again; what was saved before is safe."),
        )
    return None

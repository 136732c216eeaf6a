"""A data file with a passphrase: asking for it, and locking the file again at a key or when nobody is there."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from trustcheck.settings import Settings
from trustcheck.ui.kit.background import is_at_work
from trustcheck.ui.kit.idle import Idle
from trustcheck.ui.shell.opening import Opening
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.ui.datafile.lock_page import LockPage
    from trustcheck.ui.datafile.program import Files, Program


# Leaving nothing readable in the memory of a program that has locked a file.
#
# What is let go is only marked as free: words stay there until somebody else needs the place. So places that are free
# are taken, overwritten, and given back to the system where it takes them. Nobody can promise that none was missed.


_LARGEST_SMALL = 512
"""Up to so many bytes Python keeps objects in places of its own, in steps of sixteen."""
_SMALL_EACH = 12_000
_MOST_EACH = 12_000
_SIZES = (65_536, 16_384, 8_176, 4_080, 2_032, 1_008, 752, 496, 368, 240, 176, 112, 80, 48, 24)
_NO_MORE_FREE = 64 * 1024 * 1024
"""Bytes that are overwritten at most."""


_COUNTED = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
"""glibc's names, in its order."""


class _Counts(ctypes.Structure):
    """What glibc says of its memory (``mallinfo2``)."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _COUNTED)


def forget_what_was_let_go() -> None:
    """Destroy what waits for it, and overwrite what is free."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QPixmapCache.clear()
    for _filled in _small():
        pass
    _overwrite_free()


def _small() -> Iterator[list[bytes]]:
    """Python's own places, one size after the other, filled with nothing."""
    for size in range(64, _LARGEST_SMALL + 1, 16):
        room = size - sys.getsizeof(b"")
        yield [bytes(room) for _each in range(_SMALL_EACH)]


def _overwrite_free() -> None:
    """glibc's places, largest first; elsewhere the system has no such door."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is None or not all(hasattr(libc, each) for each in ("mallinfo2", "malloc_trim")):
        return
    libc.mallinfo2.restype = _Counts
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    libc.free.argtypes = (ctypes.c_void_p,)
    libc.malloc_trim(0)
    taken = []
    for size in _SIZES:
        free = min(libc.mallinfo2().fordblks, _NO_MORE_FREE)
        for _each in range(min(free // size, _MOST_EACH)):
            place = libc.malloc(size)
            ctypes.memset(place, 0, size)
            taken.append(place)
    for place in taken:
        libc.free(place)
    libc.malloc_trim(0)


_SOON = 100
"""Milliseconds until what stands in the way is looked for again: a dialog, or work that has not ended."""


class Locking(QObject):
    """While a laptop goes round its own rules hold: the screen hides, sheets are put away, and a PIN keeps the window.
    Nobody who answers can lock the others out; closing the window locks the file even then.
    """

    def __init__(self, program: "Program", files: "Files", opening: Opening) -> None:
        super().__init__(program.window)
        self._program, self._window = program, program.window
        self._files, self._opening = files, opening
        self._path = ""
        toolkit = QApplication.instance()
        assert isinstance(toolkit, QApplication)
        self.idle = Idle(toolkit, self)
        self.idle.reached.connect(self._lock_unless_people_answer)

    @property
    def is_asking(self) -> bool:
        """Whether a file waits for its passphrase."""
        return bool(self._path)

    def waits_for_another_than(self, path: str) -> bool:
        """Whether a file waits for its passphrase that is not the one at ``path``."""
        return self.is_asking and self._path != path

    @property
    def can_lock(self) -> bool:
        """Whether the open file has a passphrase, and no laptop goes round with it."""
        return self._has_passphrase and not self._window.keeps_closed

    @property
    def _has_passphrase(self) -> bool:
        flow = self._files.flow
        return flow is not None and flow.file.store.safety.is_protected

    # -- asking

    def ask(self, *, wrong: bool = False) -> None:
        """The file that was to be opened wants its passphrase, or another one than it was given."""
        self._window.is_locked = True
        if self._path != self._opening.path:
            self._window.drop_page(Place.LOCK)
            self._path = self._opening.path
        self.show()
        if wrong:
            self._lock_page.tell_wrong()

    def show(self) -> None:
        """The page of the file that waits."""
        if not self._window.has_page(Place.LOCK):
            self._window.add_page(Place.LOCK, self._made_page())
        self._lock_page.wait(waiting=False)
        self._window.go_to(Place.LOCK)
        self._program.arrived()

    @property
    def _lock_page(self) -> "LockPage":
        from trustcheck.ui.datafile.lock_page import LockPage

        page = self._window.page(Place.LOCK)
        assert isinstance(page, LockPage)
        return page

    def forget(self) -> None:
        """No file waits for its passphrase any more."""
        if self.is_asking or self._window.is_locked:
            self._path, self._window.is_locked = "", False
            self._window.drop_page(Place.LOCK)
            self._window.clipboard.clean()

    def _made_page(self) -> "LockPage":
        from trustcheck.ui.datafile.lock_page import LockPage

        page = LockPage(self._window.look)
        page.show_file(Path(self._path).name)
        page.tried.connect(self._opening.again)
        page.another_asked.connect(self._files.ask)
        return page

    # -- locking

    def watch(self, settings: Settings | None = None) -> None:
        """From now on wait as long as the settings say, if there is something to lock."""
        self._window.sidebar.can_lock = self._has_passphrase
        settings = settings or self._program.application.settings.load()
        self.idle.wait(60 * settings.lock_after_minutes if self.can_lock else 0)

    def lock(self) -> None:
        """Save what waits, destroy every page, close the file, forget its key and ask for the passphrase.

        Where something cannot be saved the file stays open, behind the cover.
        """
        if not self.can_lock:
            return
        if QThread.currentThread().loopLevel() > 1:
            self._put_dialog_away()
        elif not self._let_go():
            self.watch()

    def _lock_unless_people_answer(self) -> None:
        """Nobody touches the laptop while everybody writes on a phone; their sheets would have nowhere to go."""
        flow = self._files.flow
        if flow is not None and flow.file.close_room is not None:
            self.watch()
        else:
            self.lock()

    def _stand_before(self, path: str) -> None:
        """The file at ``path`` is closed. Whatever fails from here on, no page of it is left."""
        self._files.expect(path)
        try:
            self.ask()
        finally:
            if self._window.place is not Place.LOCK:
                self._window.drop_page(self._window.place)
            self._window.forget_pages()
            QTimer.singleShot(0, self, self._forget)
        self._window.uncover()
        self._window.put_keyboard_in(self._window.page(Place.LOCK))

    def _forget(self) -> None:
        """What arrived late goes as well, and nothing that was read waits in memory until Python finds the time."""
        if self._window.is_locked and self._files.flow is None:
            self._window.forget_pages()
            self._files.say_told_apart()
        forget_what_was_let_go()
        if is_at_work():
            QTimer.singleShot(_SOON, self, self._forget_the_last)

    def _forget_the_last(self) -> None:
        """Work that was under way holds what it was given until it has ended."""
        if is_at_work():
            QTimer.singleShot(_SOON, self, self._forget_the_last)
        else:
            self._forget()

    def _let_go(self) -> bool:
        flow = self._files.flow
        assert flow is not None
        path = flow.file.path
        # The keyboard leaves the page, and what is kept when a line is left is kept now.
        self._window.cover()
        if flow.file.queue.waiting:
            # A slow disk must not keep it on the screen.
            self._window.repaint()
        try:
            if flow.file.queue.drain():
                # Before the file: a page that asked it for something while it goes would keep what it got.
                self._window.drop_page(self._window.place)
                self._window.forget_pages()
            return self._files.let_go()
        finally:
            if self._files.flow is None:
                self._stand_before(path)

    def _put_dialog_away(self) -> None:
        """A dialog of the system stands within what asked for it, and that must end before its file does."""
        self._window.cover()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
        QTimer.singleShot(_SOON, self, self.lock)

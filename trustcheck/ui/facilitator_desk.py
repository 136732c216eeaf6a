"""Bringing the laptop back to the facilitator: by the PIN of the round, or by the passphrase of the file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trustcheck.app.pin_patience import PinPatience
from trustcheck.app.ports import Progress, Refused
from trustcheck.app.sealing import Sealing
from trustcheck.ui.background import run
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.pages.facilitator_page import FacilitatorPage, LostPinPage
from trustcheck.ui.places import Place


class FacilitatorDesk(QObject):
    """Signals: ``opened`` when the lock is off, ``left`` when somebody goes back, ``went`` after another page was
    shown, ``refused`` with a :class:`Refused`.

    Every try is counted on the disk before anybody knows whether it opens: whoever ends the program in between has
    tried all the same.
    """

    opened = Signal()
    left = Signal()
    went = Signal()
    refused = Signal(object)

    def __init__(
        self, window: MainWindow, file: OpenFile, sealing: Sealing, clock: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._file, self._sealing = window, file, sealing
        self._patience = PinPatience(clock)
        self._round_id, self._lock, self._place = 0, b"", ""
        self._page: FacilitatorPage | LostPinPage | None = None
        self._is_trying = False

    def remember(self, tries: int) -> None:
        """So many tries were wrong before the program was started: what was to wait for then is waited for anew."""
        self._patience.count(tries)

    def ask(self, round_id: int, lock: bytes, place: str) -> None:
        """Ask for the PIN of the round that is locked with ``lock``; ``place`` is whom the check is about."""
        self._round_id, self._lock, self._place = round_id, lock, place
        page = FacilitatorPage(self._window.look, has_passphrase=self._file.store.is_protected)
        page.tried.connect(self._try_pin)
        page.lost.connect(self._ask_passphrase)
        self._show(page)

    def _ask_passphrase(self) -> None:
        page = LostPinPage(self._window.look)
        page.tried.connect(self._try_passphrase)
        self._show(page)

    def _show(self, page: FacilitatorPage | LostPinPage) -> None:
        self._page = page
        page.place.setText(self._place)
        page.back.connect(self.left)
        if self._patience.seconds_left:
            page.take_nothing_for(lambda: self._patience.seconds_left)
        self._window.add_page(Place.PIN, page)
        self._window.go_to(Place.PIN)
        self.went.emit()

    def _try_pin(self, pin: str) -> None:
        sealing, lock = self._sealing, self._lock
        self._try(lambda: sealing.sealer().unlocks(pin, lock))

    def _try_passphrase(self, typed: str) -> None:
        store = self._file.store
        self._try(lambda: store.opens_with(typed))

    def _try(self, opens: Callable[[], bool]) -> None:
        page = self._page
        if page is None or self._is_trying or self._patience.seconds_left:
            return
        self._is_trying = True
        page.wait(waiting=True)
        store, round_id, patience = self._file.store, self._round_id, self._patience

        def work(_progress: Progress) -> bool:
            patience.count(store.count_pin_try(round_id))
            opened = opens()
            if opened:
                store.lock_round(round_id, b"")
            return opened

        run(work, self._tried, self._not_tried, owner=self)

    def _tried(self, opened: bool) -> None:
        self._is_trying = False
        assert self._page is not None
        if opened:
            self._patience.forget()
            self._page.field.line.clear()
            self.opened.emit()
        elif self._patience.seconds_left:
            self._page.take_nothing_for(lambda: self._patience.seconds_left)
        else:
            self._page.tell_wrong()

    def _not_tried(self, refused: Refused) -> None:
        self._is_trying = False
        assert self._page is not None
        self._page.wait(waiting=False)
        self.refused.emit(refused)

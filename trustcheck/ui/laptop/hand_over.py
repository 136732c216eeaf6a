"""The laptop that goes round: the window shows the questions and leads nowhere else, until a PIN brings it back."""

import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.answering.pin_patience import PinPatience
from trustcheck.app.answering.sealing import Sealing
from trustcheck.app.ports import Progress, Refused
from trustcheck.settings import Settings
from trustcheck.ui.kit.background import run
from trustcheck.ui.laptop.facilitator_page import FacilitatorPage, LostPinPage
from trustcheck.ui.laptop.laptop_turns import GoingRound, Patience, Turns
from trustcheck.ui.laptop.pin_page import PinPage
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.opening_page import OpeningPage
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

# Keeping a window out of pictures and recordings of the screen, where the system does that when it is asked.


_SEEN_BY_ALL = 0x00
_LEFT_OUT = 0x11
"""``WDA_NONE`` and ``WDA_EXCLUDEFROMCAPTURE`` of Windows 10 and later; an older one refuses the second."""


def stay_out_of_captures(window: QWidget, *, out: bool) -> bool:
    """Ask Windows to leave ``window`` out of captures, or to take it in again; whether it says that it does.

    The other systems are asked nothing: what macOS offers is ignored by its newer captures, and neither X11 nor Wayland
    offers anything.
    """
    if platform() != "win32":
        return False
    return bool(user32().SetWindowDisplayAffinity(int(window.winId()), _LEFT_OUT if out else _SEEN_BY_ALL))


def platform() -> str:
    return sys.platform


def user32() -> Any:
    import ctypes

    if sys.platform != "win32":
        raise OSError("only Windows has this library")
    return ctypes.WinDLL("user32")


# Bringing the laptop back to the facilitator: by the PIN of the round, or by the passphrase of the file.


class FacilitatorDesk(QObject):
    """Signals: ``opened`` when the lock is off, ``left`` when somebody goes back.

    Every try is counted on the disk before anybody knows whether it opens: whoever ends the program in between has
    tried all the same.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, context: Context, sealing: Sealing, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._window, self._file, self._sealing = context, context.window, context.file, sealing
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
        page = FacilitatorPage(self._window.look, has_passphrase=self._file.store.safety.is_protected)
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
        self._context.arrived()

    def _try_pin(self, pin: str) -> None:
        sealing, lock = self._sealing, self._lock
        self._try(lambda: sealing.sealer().unlocks(pin, lock))

    def _try_passphrase(self, typed: str) -> None:
        store = self._file.store
        self._try(lambda: store.safety.opens_with(typed))

    def _try(self, opens: Callable[[], bool]) -> None:
        page = self._page
        if page is None or self._is_trying or self._patience.seconds_left:
            return
        self._is_trying = True
        page.wait(waiting=True)
        store, round_id, patience = self._file.store, self._round_id, self._patience

        def work(_progress: Progress) -> bool:
            patience.count(store.groups.count_pin_try(round_id))
            opened = opens()
            if opened:
                store.groups.lock_round(round_id, b"")
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
        self._context.refuse(refused)


ALLOWED = frozenset(
    {"hide-screen", "larger", "smaller", "normal", "look-light", "look-dark", "look-system", "full-screen", "quit"}
)
"""The menu commands that say nothing of anybody and lead nowhere."""


class HandOver(QObject):
    """Signals: ``locked_changed`` with whether nothing but :data:`ALLOWED` may be reached, ``resumed`` with the summary
    of the check that goes on, ``handed_back`` with the round's id when the facilitator is back.

    Begin with :meth:`begin`, or with :meth:`resume` where the data file says that the laptop goes round.
    """

    resumed = Signal(object)
    locked_changed = Signal(bool)
    handed_back = Signal(object)

    def __init__(
        self, context: Context, patience: Patience | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        """``clock`` counts the seconds between wrong PINs; it only runs forwards."""
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._patience, self._sealing = patience or Patience(), context.application.sealing()
        self._lock, self._round_id = b"", 0
        self.turns: Turns | None = None
        self._facilitator = FacilitatorDesk(context, self._sealing, clock, self)
        self._facilitator.opened.connect(self._hand_back)
        self._facilitator.left.connect(self._between)

    @property
    def is_locked(self) -> bool:
        """Whether the laptop is going round."""
        return bool(self._lock)

    def begin(self, round_id: int) -> None:
        """Ask for a PIN, and then let the laptop go round."""
        self._load(round_id, self._show_pin)

    def resume(self, round_id: int, lock: bytes) -> None:
        """The laptop was going round when the program ended: go on between two people, and nowhere else."""
        self._keep_to_here(lock)
        self._load(round_id, self._go_on)

    def stand_between(self) -> None:
        """Between two people, if the check is there: a page of somebody's turn could not stay."""
        if self.turns is not None:
            self.turns.show()

    def prefer(self, settings: Settings) -> None:
        if self.turns is not None:
            self.turns.prefer(settings)

    def _load(self, round_id: int, then: Callable[[Turns], None]) -> None:
        store, facilitator = self._file.store, self._facilitator

        def load(_progress: Progress) -> GoingRound:
            facilitator.remember(store.groups.pin_tries(round_id))
            return GoingRound(round_id, *store.groups.setup(round_id))

        def loaded(found: GoingRound) -> None:
            self._let_turns_go()
            turns = Turns(self._context, found, self._patience)
            turns.facilitator_asked.connect(self._ask_facilitator)
            self.turns, self._round_id = turns, round_id
            then(turns)

        def refuse(refused: Refused) -> None:
            if self.is_locked:
                # Not read this time, and not to be seen without the PIN for that.
                self._stop_opening()
                self._window.say(str(refused), (_("Try again"), lambda: self._load(round_id, then)))
            else:
                self._context.refuse(refused)

        run(load, loaded, refuse, owner=self)

    def _stop_opening(self) -> None:
        """Where the program began with this file, its first page would go on saying that it is being opened."""
        page = self._window.page(Place.OPENING) if self._window.has_page(Place.OPENING) else None
        if isinstance(page, OpeningPage):
            page.stop()

    def _go_on(self, turns: Turns) -> None:
        self.resumed.emit(turns.summary)
        turns.show()

    # -- the facilitator

    def _show_pin(self, turns: Turns) -> None:
        page = PinPage(self._window.look, has_passphrase=self._file.store.safety.is_protected)
        page.show_organisation(turns.organisation)
        page.chosen.connect(lambda pin: self._lock_with(page, pin))
        page.cancelled.connect(self._hand_back)
        self._go_to(Place.PIN, page)

    def _lock_with(self, page: PinPage, pin: str) -> None:
        page.wait(waiting=True)
        store, sealing, round_id = self._file.store, self._sealing, self._round_id

        def work(_progress: Progress) -> bytes:
            lock = sealing.sealer().lock(pin)
            store.groups.lock_round(round_id, lock)
            # Nothing that was taken back goes round.
            store.organisations.forget_deleted()
            store.safety.forget_taken_back()
            return lock

        def locked(lock: bytes) -> None:
            self._keep_to_here(lock)
            self._between()
            self._window.drop_page(Place.PIN)

        def otherwise(refused: Refused) -> None:
            page.wait(waiting=False)
            self._context.refuse(refused)

        run(work, locked, otherwise, owner=page)

    def _between(self) -> None:
        assert self.turns is not None
        self.turns.show()

    def _ask_facilitator(self) -> None:
        self._facilitator.ask(self._round_id, self._lock, self.turns.organisation if self.turns is not None else "")

    def _hand_back(self) -> None:
        self._let_turns_go()
        self._keep_to_here(b"")
        self.handed_back.emit(self._round_id)
        for place in (Place.PIN, Place.HAND_OVER):
            if self._window.place is not place:
                self._window.drop_page(place)

    def _let_turns_go(self) -> None:
        if self.turns is not None:
            self.turns.deleteLater()
            self.turns = None

    def _keep_to_here(self, lock: bytes) -> None:
        """Nothing but this page may be reached while there is a lock, and no title tells anything."""
        self._lock = lock
        if lock:
            self._window.clipboard.empty()
        self._window.keeps_closed = bool(lock)
        stay_out_of_captures(self._window, out=bool(lock))
        self._window.commands.keep_only(ALLOWED if lock else None)
        self._window.setWindowTitle("TrustCheck")
        self.locked_changed.emit(bool(lock))

    def _go_to(self, place: Place, page: QWidget) -> None:
        self._window.add_page(place, page)
        self._window.go_to(place)
        self._context.arrived()

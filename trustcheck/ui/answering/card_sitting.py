"""Guesses and scenario cards one after the other, between the last question and the review."""

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.group_sitting import GroupSitting
from trustcheck.settings import Settings
from trustcheck.ui.answering.card_page import CardPage
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.saving import SavingQueue


class CardSitting(QObject):
    """Signals: ``done`` beyond the last card, ``back`` before the first one, ``left`` when somebody leaves for now."""

    done = Signal()
    back = Signal()
    left = Signal()

    def __init__(self, sheet: GroupSitting, queue: SavingQueue, window: MainWindow) -> None:
        super().__init__()
        self._sheet, self._queue, self._window = sheet, queue, window
        self._page, self._at = CardPage(window.look), 0
        self._page.keep_room_for([sheet.card(at).text for at in range(sheet.steps_after)])
        self._page.saved.follow(queue)
        self._page.picked.connect(self._pick)
        self._page.forward.connect(self._go_on)
        self._page.skipped.connect(self.forward)
        self._page.back.connect(self.backward)
        self._page.left.connect(self.left)
        self._page.hide_asked.connect(window.cover)
        window.add_page(Place.CARD, self._page)

    def prefer(self, settings: Settings) -> None:
        self._page.prefer(single_keys=settings.single_keys, go_on_by_itself=settings.go_on_by_itself)

    def show_first(self) -> None:
        self._show(0)

    def show_last(self) -> None:
        self._show(self._sheet.steps_after - 1, backwards=True)

    def forward(self) -> None:
        """The next card, or beyond the last one."""
        if self._at + 1 < self._sheet.steps_after:
            self._show(self._at + 1)
        else:
            self.done.emit()

    def backward(self) -> None:
        """The card before, or before the first one."""
        if self._at:
            self._show(self._at - 1, backwards=True)
        else:
            self.back.emit()

    def _pick(self, _id: str, picked: int | None) -> None:
        self._sheet.pick(self._at, picked)
        self._page.show_step(self._sheet.card(self._at))

    def _go_on(self) -> None:
        """Onwards, unless what was picked is not saved: that is said first, as after a question."""
        note = self._window.standing.unsaved
        if self._queue.waiting and not note.isHidden():
            self._window.put_keyboard_in(note)
        else:
            self.forward()

    def _show(self, at: int, *, backwards: bool = False) -> None:
        self._at = at
        self._page.show_step(self._sheet.card(at))
        self._window.go_to(Place.CARD, backwards=backwards)

"""A line on which something secret is tried, and what is said when it was not that; it can be made to wait."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.announce import announce
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PassphraseField, PinField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_A_SECOND = 1000


class TryingPage(QuietFrame):
    """Signals: ``tried`` with what was typed, ``back`` to where one came from."""

    tried = Signal(str)
    back = Signal()

    def __init__(self, look: Look, title: str, lead: str, field: PinField | PassphraseField, wide: int) -> None:
        super().__init__(look)
        self.field = field
        self._seconds_left: Callable[[], int] = lambda: 0
        self._clock = QTimer(self)
        self._clock.setInterval(_A_SECOND)
        self._clock.timeout.connect(self._go_on_waiting)
        self.trouble = Text(look, "", "small_strong", "warn", centred=True)
        self.go_back = Button(look, _("Back to handing over"), "outline", icon="arrow-left")
        self.open = Button(look, _("Open"), "primary", icon="lock")
        self.put_block(Text(look, title, "title", centred=True))
        self.put_block(Text(look, lead, "lead", "ink2", centred=True), 8)
        self.put_block(field, 24, widest=wide)
        self.put_block(self.trouble, 10)
        self.put_buttons(self.go_back, self.open, gap=14)
        self.go_back.clicked.connect(self.back)
        self.open.clicked.connect(self._try)
        field.entered.connect(self._try)

    def first_focus(self) -> QWidget:
        return self.field.line if self.field.isEnabled() else self.go_back

    def wait(self, *, waiting: bool) -> None:
        """While something is tried."""
        self.field.setEnabled(not waiting)
        self.open.setEnabled(not waiting)

    def tell_wrong(self, words: str) -> None:
        """It was something else: the line is empty and waits."""
        self.wait(waiting=False)
        self.field.line.clear()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(words)

    def take_nothing_for(self, seconds_left: Callable[[], int]) -> None:
        """Nothing can be tried until ``seconds_left`` says 0; how long that is stands here, and going back is free."""
        self._seconds_left = seconds_left
        self.field.line.clear()
        self.wait(waiting=True)
        self.go_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(_how_long(seconds_left()))
        self._clock.start()

    def _go_on_waiting(self) -> None:
        left = self._seconds_left()
        if left:
            self.trouble.setText(_how_long(left))
            return
        self._clock.stop()
        self.trouble.setText("")
        self.wait(waiting=False)
        if self.isVisible():
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        announce(self, words)

    def _try(self) -> None:
        typed = self.field.words
        if typed and self.field.isEnabled():
            self.trouble.setText("")
            self.tried.emit(typed)


def _how_long(seconds: int) -> str:
    minutes = -(-seconds // 60)
    time = (
        ngettext("{number} second", "{number} seconds", seconds).format(number=seconds)
        if seconds <= 60
        else ngettext("{number} minute", "{number} minutes", minutes).format(number=minutes)
    )
    return _("After several wrong ones this page waits. It takes the next one in {time}.").format(time=time)

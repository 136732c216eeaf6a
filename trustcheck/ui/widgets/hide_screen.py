"""Hide screen: a blank sheet over the whole window, until the person at it asks for it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.announce import announce, be_silent
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.mark import Mark
from trustcheck.ui.widgets.over_window import OverWindow
from trustcheck.ui.widgets.taken_away import TakenAway, close_what_lies_above
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class HideScreen(OverWindow):
    """Covers its parent, menus included, and takes what lies below and above it away from every reader. Nothing below
    is lost, and the keyboard goes back to where it was.

    Signals: ``left`` when the person goes on.
    """

    left = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._below = look, TakenAway()
        # The toolkit fills it before anything of ours is painted: a mistake in painting uncovers nothing.
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("The screen is hidden"))
        self.go_on = Button(look, _("Go on"), "primary", height=56)
        self.go_on.clicked.connect(self.uncover)
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(self._look.px(24))
        parts = (Mark(self._look, 68, 40), Text(self._look, _("Still you?"), "display", centred=True), self.go_on)
        column.addStretch(2)
        for part in parts:
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def cover(self) -> None:
        """Hide everything. Doing it twice changes nothing."""
        if self.isVisible():
            return
        close_what_lies_above(self._window)
        self.lie(self.go_on)
        self._below.take(self._window)
        announce(self, _("The screen is hidden. Go on brings it back."))
        be_silent(self._window, silent=True)

    def uncover(self) -> None:
        """Show everything again, and put the keyboard back."""
        be_silent(self._window, silent=False)
        self.give_back()
        self.go()
        self.left.emit()

    def give_back(self) -> None:
        """Put what lies below back into the window, still covered."""
        self._below.put_back()
        self.raise_()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays on the sheet: what lies below is not to be reached, nor read aloud."""
        return True

"""Hide screen: a blank sheet over the whole window, until the person at it asks for it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Mark
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text, announce, be_silent
from trustcheck.words import gettext as _

# What a hidden screen takes away: whatever lies above it is closed, and whatever lies below is in no tree any more.
#
# A sheet over a window covers it for eyes. Assistive technology reads what is covered, and what is only hidden too:
# it is taken out of its window for that time, and put back as it was.


def close_what_lies_above(window: QWidget) -> None:
    """Menus, tips and dialogs, those that ask for a file included: as if the person had cancelled them."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    while (dialog := QApplication.activeModalWidget()) is not None and dialog is not window:
        _put_away(dialog)
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and not isinstance(other, QMainWindow) and other is not window:
            _put_away(other)


def _put_away(widget: QWidget) -> None:
    if not widget.close():
        widget.hide()


class TakenAway:
    """The page of one window and what stands beside it, for as long as its screen is hidden."""

    def __init__(self) -> None:
        self._window: QMainWindow | None = None
        self._middle: QWidget | None = None

    def take(self, window: QWidget) -> None:
        """Take everything out of ``window`` but what lies over it."""
        if not isinstance(window, QMainWindow) or (middle := window.takeCentralWidget()) is None:
            return
        self._window, self._middle = window, middle
        # It is a window of its own now, which nobody sees and nobody is told of: Qt may be about to show what was just
        # put back, wherever it is then.
        middle.hide()
        be_silent(middle, silent=True)

    def put_back(self) -> None:
        """Put it back where it was taken from; where nothing was taken, nothing is done."""
        window, middle, self._window, self._middle = self._window, self._middle, None, None
        if window is None or middle is None:
            return
        be_silent(middle, silent=False)
        window.setCentralWidget(middle)
        # Whatever else lies in the window lies over it: the ring round what has the keyboard, too.
        middle.lower()
        middle.show()


# A sheet over the whole window, which keeps the keyboard until it goes.


class OverWindow(QWidget):
    """Pages change below it all the same: a result arrives, a file locks itself. What asks for the keyboard there gets
    it when the sheet has gone, and not before.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._had_focus: QWidget | None = None
        self._first: QWidget | None = None
        self.hide()
        window.installEventFilter(self)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.focusChanged.connect(self._keep_keyboard)

    def lie(self, first: QWidget) -> None:
        """Lie over the window, menus included, with the keyboard on ``first``."""
        self._had_focus, self._first = QApplication.focusWidget(), first
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Show what lies below, and put the keyboard where it was, or where it was asked for since."""
        self.hide()
        if self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._had_focus = None

    def keep_for(self, below: QWidget) -> None:
        """Something below asks for the keyboard; a screen reader must not be led there on the way."""
        self._had_focus = below

    def _keep_keyboard(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._first is None or now is None or not self.isVisible() or QApplication.focusWidget() is not now:
            return
        if self._window.isAncestorOf(now) and not self._is_above(now):
            self.keep_for(now)
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_above(self, widget: QWidget) -> bool:
        """Whether it is part of this sheet, or of another that lies higher."""
        sheets = lying_over(self._window)
        return any(each is widget or each.isAncestorOf(widget) for each in sheets[sheets.index(self) :])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False


def lying_over(window: QWidget) -> list[OverWindow]:
    """The sheets that lie over a window now, the lowest first."""
    return [each for each in window.children() if isinstance(each, OverWindow) and each.isVisible()]


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

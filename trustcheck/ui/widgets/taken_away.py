"""What a hidden screen takes away: whatever lies above it is closed, and whatever lies below is in no tree any more.

A sheet over a window covers it for eyes. Assistive technology reads what is covered, and what is only hidden too: it is
taken out of its window for that time, and put back as it was.
"""

from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from trustcheck.ui.announce import be_silent


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

"""A sheet over the whole window, which keeps the keyboard until it goes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


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

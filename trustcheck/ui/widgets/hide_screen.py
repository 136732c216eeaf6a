"""Hide screen: a blank sheet over the whole window, until the person at it asks for it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.mark import Mark
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class HideScreen(QWidget):
    """Covers its parent, menus included. Nothing below it is lost, and the keyboard goes back to where it was.

    Signals: ``left`` when the person goes on.
    """

    left = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._had_focus: QWidget | None = None
        self.setAccessibleName(_("The screen is hidden"))
        self.go_on = Button(look, _("Go on"), "primary", height=56)
        self.go_on.clicked.connect(self.uncover)
        self._fill()
        self.hide()
        window.installEventFilter(self)

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
        self._had_focus = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("The screen is hidden. Go on brings it back."))

    def uncover(self) -> None:
        """Show everything again, and put the keyboard back."""
        self.hide()
        if self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._had_focus = None
        self.left.emit()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays on the sheet: what lies below is not to be reached, nor read aloud."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.ink("canvas"))
        painter.end()

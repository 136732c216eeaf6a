"""The pages, of which one is seen. They scroll, so what stands above them is given its height first."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from trustcheck.ui.into_view import bring_near
from trustcheck.ui.look import Look


class PageStack(QStackedWidget):
    """Asks for no height: a page would like more than there is, and a note above it would be cut off for that. What has
    the keyboard stays in sight when a note comes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            # The page has its new height a little later.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        focus, page = QApplication.focusWidget(), self.currentWidget()
        if focus is None or page is None or not page.isAncestorOf(focus):
            return
        if focus.visibleRegion().boundingRect() != focus.rect():
            bring_near(self._look, focus)
